import Dates
import Tokens

extension PhraseReader {
    /// Takes a personal name: known by its full form, or by its last word where title, country and date leave one
    /// person.
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
            if let known = knownPerson(phrase, item, on: date) { return known }
        }
        if name.count > 2, let known = knownWithoutInitials(phrase, name) { return known }
        guard name.count == 1 else { return nil }
        let before = core.filter { phrase.items[$0].words.upperBound <= name.lowerBound }
        return holder(of: phrase.words[name.lowerBound], called: before, phrase, on: date)
    }

    /// "Mikhail S. Gorbachev": a known name with single letters between its words.
    private func knownWithoutInitials(_ phrase: Phrase, _ name: Range<Int>) -> Int? {
        let words = phrase.words[name]
        let bare = words.filter { $0.bytes.count > 2 || $0.key == words.last?.key }
        guard bare.count < words.count else { return nil }
        return knowledge.trie.values(of: bare).map { knowledge.senses[Int($0.sense)] }.first { $0.kind == .person }?
            .index
    }

    /// The person that an item names in full; of namesakes, the one in office.
    func knownPerson(_ phrase: Phrase, _ item: Int, on date: CalendarDate?) -> Int? {
        let people = phrase.items[item].senses.map { knowledge.senses[Int($0)] }.filter { $0.kind == .person }
        guard people.count > 1, let date else { return people.last?.index }
        let inOffice = people.first { knowledge.actors[$0.index].holdsOffice(on: date) }
        let past = people.last { knowledge.actors[$0.index].periods.contains { $0.to.map { $0 < date } ?? false } }
        return (inOffice ?? past ?? people[0]).index
    }

    /// The one person of a family name who is in office, or held the office that stands before the name.
    ///
    /// - Parameter titles: the items before the name, which give country and office.
    func holder(of family: Word, called titles: [Int], _ phrase: Phrase, on date: CalendarDate?) -> Int? {
        guard let date, let namesakes = knowledge.families[family.key] else { return nil }
        let senses = titles.flatMap { phrase.items[$0].senses }.map { knowledge.senses[Int($0)] }
        let countries = senses.filter { $0.kind == .nationality || $0.kind == .state }.compactMap(\.country)
        let offices = senses.filter { $0.kind == .agent }.map { $0.name.lowercased() }
        let compatriots = namesakes.filter { index in
            countries.isEmpty
                || knowledge.actors[index].periods.contains { period in
                    period.country.map(countries.contains) ?? false
                }
        }
        let inOffice = compatriots.filter { knowledge.actors[$0].holdsOffice(on: date) }
        if let holder = only(inOffice, offices) { return holder }
        guard !offices.isEmpty, inOffice.isEmpty else { return nil }
        return only(
            compatriots.filter { knowledge.actors[$0].periods.contains { $0.to.map { $0 < date } ?? false } }, offices,
            mustFit: true)
    }

    /// The only one, or the only one whose office is so called, or who leads a state.
    private func only(_ people: [Int], _ offices: [String], mustFit: Bool = false) -> Int? {
        let fitting = people.filter { person in
            knowledge.actors[person].periods.contains { period in
                period.role.map { role in offices.contains { role.lowercased().hasSuffix($0) } } ?? false
            }
        }
        if fitting.count == 1 { return fitting[0] }
        if mustFit { return nil }
        if people.count == 1 { return people[0] }
        let leaders = people.filter { knowledge.actors[$0].leads }
        return leaders.count == 1 ? leaders[0] : nil
    }
}

extension NamedActor {
    func holdsOffice(on date: CalendarDate) -> Bool { periods.contains { $0.holds(on: date) } }

    /// Whether one of the offices is the first of a state.
    var leads: Bool {
        periods.contains { period in
            period.role.map { ["President", "Prime Minister", "Chancellor", "King", "leader", "Pope"].contains($0) }
                ?? false
        }
    }
}
