import Dates
import Tokens

extension PhraseReader {
    /// Takes a personal name: known by its full form, or by its last word where title and country leave one person.
    func takePerson(
        _ phrase: Phrase, _ name: Range<Int>, _ core: Range<Int>, on date: CalendarDate?, _ gathered: inout Gathered
    ) {
        gathered.reading.head = .person
        gathered.reading.personName = name
        gathered.reading.headWords = name
        gathered.reading.used.formUnion(name)
        guard let index = person(phrase, name, core, on: date) else { return }
        gathered.reading.namedActor = index
        gathered.reading.name = knowledge.actors[index].name
        gathered.personStanding = knowledge.actors[index].standing(on: date, isPerson: true)
        gathered.reading.role = gathered.personStanding?.role
    }

    private func person(_ phrase: Phrase, _ name: Range<Int>, _ core: Range<Int>, on date: CalendarDate?) -> Int? {
        for item in core where name.contains(phrase.items[item].words.lowerBound) {
            if let sense = phrase.items[item].senses.map({ knowledge.senses[Int($0)] }).first(where: {
                $0.kind == .person
            }) {
                return sense.index
            }
        }
        return nil
    }
}
