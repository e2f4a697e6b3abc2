import Dates
import EventCoding
import Grounding

/// Compares coded events with gold lists, paragraph by paragraph.
///
/// A coded event and a gold one can be paired when they stand in the same paragraph and have the same type; pairs are
/// taken in the order of how much else agrees. A pair counts for *event*; when both sides agree for *event+actors*; when
/// modes, date, status, place and speaker agree too for *all fields*.
package struct EventsScore: Sendable {
    package struct Counts: Sendable, Equatable {
        package var gold = 0
        package var coded = 0
        package var event = 0
        package var actors = 0
        package var all = 0

        package init(gold: Int = 0, coded: Int = 0, event: Int = 0, actors: Int = 0, all: Int = 0) {
            (self.gold, self.coded, self.event, self.actors, self.all) = (gold, coded, event, actors, all)
        }
    }

    /// A gold entry, a coded event, or a pair of them whose fields differ.
    package struct Difference: Sendable {
        package let gold: String?
        package let coded: Event?
        /// Fields that differ, empty for what has no partner.
        package let fields: [String]
    }

    package private(set) var total = Counts()
    /// By type: a gold entry counts under its first alternative, a pair under the gold entry's.
    package private(set) var byType: [EventType: Counts] = [:]
    /// By field: pairs that agree, and pairs in all.
    package private(set) var fields: [String: (right: Int, of: Int)] = [:]

    package init() {}

    /// - Returns: what differs, in the order of the text.
    package mutating func add(
        _ gold: EventsGold, _ coding: Coding, text: (ByteSpan) -> String, speaker: (Int) -> String
    )
        -> [Difference]
    {
        var differences: [Difference] = []
        for (paragraph, range) in zip(gold.paragraphs, gold.ranges) {
            let events = coding.events.filter { range.contains($0.trigger.lowerBound) }
            var pairs: [(entry: Int, event: Int, wrong: [String])] = []
            for (entryIndex, entry) in paragraph.entries.enumerated() {
                for (eventIndex, event) in events.enumerated() {
                    guard entry.kinds.contains(where: { $0.type == event.type }) else { continue }
                    let wrong = entry.differences(from: event, published: gold.published, text: text, speaker: speaker)
                    pairs.append((entryIndex, eventIndex, wrong))
                }
            }
            pairs.sort { EventsScore.rank($0.wrong) < EventsScore.rank($1.wrong) }
            var partner: [Int: (event: Int, wrong: [String])] = [:]
            var used: Set<Int> = []
            for pair in pairs where partner[pair.entry] == nil && !used.contains(pair.event) {
                partner[pair.entry] = (pair.event, pair.wrong)
                used.insert(pair.event)
            }
            for (index, entry) in paragraph.entries.enumerated() {
                let match = partner[index]
                count(entry.kinds[0].type, wrong: match?.wrong)
                if match?.wrong.isEmpty != true {
                    differences.append(
                        Difference(gold: entry.line, coded: match.map { events[$0.event] }, fields: match?.wrong ?? []))
                }
            }
            for (index, event) in events.enumerated() {
                total.coded += 1
                let entry = partner.first { $0.value.event == index }?.key
                byType[entry.map { paragraph.entries[$0].kinds[0].type } ?? event.type, default: Counts()].coded += 1
                if entry == nil { differences.append(Difference(gold: nil, coded: event, fields: [])) }
            }
        }
        return differences
    }

    private static func rank(_ wrong: [String]) -> Int {
        wrong.reduce(0) { $0 + ($1 == "actor" || $1 == "recipient" ? 10 : 1) }
    }

    private mutating func count(_ type: EventType, wrong: [String]?) {
        func add(_ counts: inout Counts) {
            counts.gold += 1
            guard let wrong else { return }
            counts.event += 1
            if !wrong.contains("actor"), !wrong.contains("recipient") { counts.actors += 1 }
            if wrong.isEmpty { counts.all += 1 }
        }
        add(&total)
        add(&byType[type, default: Counts()])
        guard let wrong else { return }
        for field in ["actor", "recipient", "mode", "date", "status", "place", "said_by"] {
            var (right, of) = fields[field] ?? (0, 0)
            right += wrong.contains(field) ? 0 : 1
            of += 1
            fields[field] = (right, of)
        }
    }
}

extension EventsGold.Entry {
    /// Names of the fields in which a coded event of an allowed type differs.
    func differences(
        from event: Event, published: CalendarDate, text: (ByteSpan) -> String, speaker: (Int) -> String
    ) -> [String] {
        var wrong: [String] = []
        if let actors, !actors.contains(where: { EventsGold.agrees($0, event.actors) }) { wrong.append("actor") }
        if let recipients, !recipients.contains(where: { EventsGold.agrees($0, event.recipients) }) {
            wrong.append("recipient")
        }
        let modes = Set(event.modes)
        if !kinds.contains(where: { $0.type == event.type && Set($0.modes) == modes }) { wrong.append("mode") }
        switch days {
        case .anything: break
        case .nothing: if event.time.interval != nil { wrong.append("date") }
        case .value(.publication): if event.time.interval != published...published { wrong.append("date") }
        case .value(.range(let range)): if event.time.interval != range { wrong.append("date") }
        }
        if case .value(let statuses) = status, !statuses.contains(event.status) { wrong.append("status") }
        switch place {
        case .anything: break
        case .nothing: if event.place != nil { wrong.append("place") }
        case .value(let names):
            let found = event.place.map { text($0.bytes) + "\n" + ($0.place?.name ?? "") }
            if !names.contains(where: { found?.contains($0) ?? ($0 == "-") }) { wrong.append("place") }
        }
        switch saidBy {
        case .anything: break
        case .nothing: if !event.saidBy.isEmpty { wrong.append("said_by") }
        case .value(let words):
            if !(event.saidBy.first.map(speaker)?.contains(words) ?? false) { wrong.append("said_by") }
        }
        return wrong
    }
}

extension EventsGold {
    /// Whether every member of a gold side is among the participants and every participant among its members.
    static func agrees(_ side: Side, _ parties: [Event.Participant]) -> Bool {
        side.allSatisfy { member in
            member.contains(.nobody) || member.contains { name in parties.contains { isNamed($0, name) } }
        } && parties.allSatisfy { party in side.contains { $0.contains { isNamed(party, $0) } } }
    }

    private static func isNamed(_ party: Event.Participant, _ name: Name) -> Bool {
        switch name {
        case .country(let code): party.actor.country == code
        case .words(let words): party.text.lowercased().contains(words.lowercased()) || party.actor.name.contains(words)
        case .nobody: false
        }
    }
}
