import Dates
import Store

/// One actor and one recipient of an event: what a row of ICEWS, Phoenix and GDELT is.
struct Dyad: Sendable {
    /// Unique in the store and the same in every export: the event's number and the pair's place among its pairs.
    let id: Int
    /// `nil` when the event has no actor.
    let source: StoredEvent.Party?
    /// `nil` when the act has no recipient.
    let target: StoredEvent.Party?

    /// An event of more pairs than this has only the first ones: its ids would run into the next event's.
    static let limit = 1000

    /// Every actor with every recipient. Those who act on one another (a meeting, a battle) are each other's source and
    /// target, both ways.
    static func all(of event: StoredEvent) -> [Dyad] {
        var pairs: [(StoredEvent.Party?, StoredEvent.Party?)] = []
        if event.recipients.isEmpty, event.actors.count > 1 {
            for (first, source) in event.actors.enumerated() {
                for (second, target) in event.actors.enumerated() where first != second {
                    pairs.append((source, target))
                }
            }
        } else {
            for source in orNobody(event.actors) {
                for target in orNobody(event.recipients) { pairs.append((source, target)) }
            }
        }
        return pairs.prefix(limit).enumerated().map { index, pair in
            Dyad(id: event.number * limit + index, source: pair.0, target: pair.1)
        }
    }

    private static func orNobody(_ parties: [StoredEvent.Party]) -> [StoredEvent.Party?] {
        parties.isEmpty ? [nil] : parties
    }
}

extension StoredEvent {
    /// The day that published tables give an event: of an announcement (a promise, a threat) that of the report, for what
    /// it announces lies ahead; of anything else its first day, or the report's when nothing says.
    var publishedDate: CalendarDate? { status == .future ? origin.published ?? date : date ?? origin.published }

    /// Whether published tables take the event for something that happened: what is announced by the party itself counts,
    /// as the promise or the threat that it is.
    package var isReportedAsDone: Bool {
        switch status {
        case .actual, .historical: true
        case .future: type == .agree || type == .threaten
        case .hypothetical, .negated: false
        }
    }
}

extension StoredEvent.Party {
    /// The name, or the words of the report where there is none.
    var name: String { actor.name.isEmpty ? words.text : actor.name }
}
