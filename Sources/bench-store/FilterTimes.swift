import Dates
import EventCoding
import Foundation
import Grounding
import Store

/// How long a store takes to answer: each filter with a value that many events have and one that few have.
struct FilterTimes {
    private static let rounds = 7
    /// Rows that `demarche query` prints of its own accord.
    private static let rows = 100

    private let store: Store

    init(_ store: Store) { self.store = store }

    static let heading = ["question", "rows", "median ms", "slowest ms", "processor ms"]

    /// - Parameter tell: takes each row as soon as it is known.
    func measure(_ tell: ([String]) -> Void) throws {
        for question in try questions() {
            var times: [Duration] = []
            var processor: [Duration] = []
            var count = 0
            for _ in 0..<FilterTimes.rounds {
                let start = ContinuousClock.now
                let before = processorTime
                count = try question.run()
                processor.append(processorTime - before)
                times.append(start.duration(to: .now))
            }
            times.sort()
            processor.sort()
            let middle = FilterTimes.rounds / 2
            tell([
                question.name, "\(count)", milliseconds(times[middle]), milliseconds(times[times.count - 1]),
                milliseconds(processor[middle]),
            ])
        }
    }

    /// What this thread has used of a processor, whatever else the machine does.
    private var processorTime: Duration {
        var time = timespec()
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
        return .seconds(time.tv_sec) + .nanoseconds(time.tv_nsec)
    }

    private func milliseconds(_ time: Duration) -> String {
        let tenths = time.components.seconds * 10_000 + time.components.attoseconds / 100_000_000_000_000
        return "\(tenths / 10).\(tenths % 10)"
    }

    private struct Question {
        let name: String
        /// Returns how many rows there are.
        let run: () throws -> Int
    }

    private func questions() throws -> [Question] {
        var questions: [Question] = []
        func ask(_ name: String, isOneADay: Bool = false, _ set: (inout EventFilter) -> Void) {
            var filter = EventFilter()
            set(&filter)
            questions.append(
                Question(name: name) {
                    var events = try store.events(
                        matching: filter, order: .date, isOneADay: isOneADay, limit: FilterTimes.rows)
                    var count = 0
                    while try events.next() != nil { count += 1 }
                    return count
                })
        }
        func count(_ name: String, by keys: [CountKey], _ set: (inout EventFilter) -> Void) {
            var filter = EventFilter()
            set(&filter)
            questions.append(
                Question(name: name) {
                    var counts = try store.counts(matching: filter, by: keys)
                    var rows = 0
                    while try counts.next() != nil { rows += 1 }
                    return rows
                })
        }
        let names = try Names(store)
        ask("no filter") { _ in }
        ask("actor, of many events") { $0.actors = ["China"] }
        ask("actor, of few") { $0.actors = [names.person] }
        ask("actor country, of many") { $0.actorCountries = ["CHN"] }
        ask("recipient, of many") { $0.recipients = ["India"] }
        ask("recipient, of few") { $0.recipients = [names.person] }
        ask("country, of many") { $0.countries = ["IND"] }
        ask("country, of few") { $0.countries = ["NRU"] }
        ask("sector") { $0.sectors = [.military] }
        ask("event") { $0.types = [.consult] }
        ask("mode") { $0.modes = ["arrest"] }
        ask("quad") { $0.quads = [.materialConflict] }
        ask("status") { $0.statuses = [.negated] }
        ask("speaker, of many") { $0.speakers = ["China"] }
        ask("speaker, of few") { $0.speakers = [names.person] }
        ask("place, of many") { $0.places = ["China"] }
        ask("place, of few") { $0.places = ["Nauru"] }
        ask("within 50 km") { $0.near = EventFilter.Circle(latitude: 34.5, longitude: 69.2, kilometres: 50) }
        ask("within 2000 km") { $0.near = EventFilter.Circle(latitude: 34.5, longitude: 69.2, kilometres: 2000) }
        ask("one month") { filter in
            filter.from = CalendarDate("2019-05-01")
            filter.to = CalendarDate("2019-05-31")
        }
        ask("from the last year on") { $0.from = CalendarDate("2024-01-01") }
        ask("text, in many sentences") { $0.text = names.commonWord }
        ask("text, in few") { $0.text = names.rareWord }
        ask("text, a phrase of two") { $0.text = "\"\(names.commonWord) \(names.commonWord)\"" }
        ask("dyad") { filter in
            filter.actorCountries = ["CHN"]
            filter.recipientCountries = ["IND"]
        }
        ask("dyad, event, year") { filter in
            filter.actorCountries = ["USA"]
            filter.recipientCountries = ["RUS"]
            filter.types = [.accuse]
            filter.from = CalendarDate("2020-01-01")
            filter.to = CalendarDate("2020-12-31")
        }
        ask("nothing fulfils it") { filter in
            filter.statuses = [.negated]
            filter.countries = ["NRU"]
            filter.text = "nosuchword"
        }
        ask("one-a-day, event", isOneADay: true) { $0.types = [.consult] }
        count("counts of a dyad by month", by: [.month]) { filter in
            filter.actorCountries = ["CHN"]
            filter.recipientCountries = ["IND"]
        }
        count("counts of a month by dyad", by: [.actorCountry, .recipientCountry]) { filter in
            filter.from = CalendarDate("2019-05-01")
            filter.to = CalendarDate("2019-05-31")
        }
        count("counts of all by month", by: [.month]) { _ in }
        return questions
    }

    /// Words and a name that the store happens to hold.
    private struct Names {
        var person = "Nauru"
        var commonWord = "the"
        var rareWord = "the"

        init(_ store: Store) throws {
            var frequency: [Substring: Int] = [:]
            var events = try store.events(limit: 3000)
            while let event = try events.next() {
                if let actor = event.actors.first?.actor, !actor.sectors.isEmpty { person = actor.name }
                for word in event.sentence.text.split(separator: " ") where word.allSatisfy(\.isLowercase) {
                    frequency[word, default: 0] += 1
                }
            }
            let ranked = frequency.sorted { ($0.value, $1.key) > ($1.value, $0.key) }
            commonWord = ranked.first.map { String($0.key) } ?? commonWord
            rareWord = ranked.last.map { String($0.key) } ?? rareWord
        }
    }
}
