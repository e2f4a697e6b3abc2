import Dates
import EventCoding
import Grounding
import Tokens

/// Writes the events of one analysis.
struct EventRows {
    private let analysis: AnalysisRows
    /// Row numbers, by the index that events name.
    private let sentences: [Int]
    private let statements: [Int]
    private var database: Database { analysis.database }

    init(_ analysis: AnalysisRows, sentences: [Int], statements: [Int]) {
        self.analysis = analysis
        self.sentences = sentences
        self.statements = statements
    }

    func write(_ event: Event) throws {
        let coded = analysis.coded
        let time = analysis.offsets(event.time.bytes)
        let place = analysis.offsets(event.place?.bytes)
        let trigger = analysis.offsets(event.trigger)
        let placeNumber = try event.place?.place.map { try analysis.knowledge.number(of: $0) }
        let values: [SQLValue] = [
            .text(RecordID.event(event, report: coded.id)), .integer(analysis.numbers.analysis),
            .integer(analysis.numbers.report), .integer(analysis.numbers.run), .integer(1),
            .integer(sentences[event.sentence]), .integer(event.sentence), .text(event.type.rawValue),
            .text(event.modes.joined(separator: " ")), .text(event.contexts.joined(separator: " ")),
            .text(event.cameo), .integer(event.quad.rawValue), .real(event.score), .text(event.status.rawValue),
            SQLValue(event.time.interval?.lowerBound.description),
            SQLValue(event.time.interval?.upperBound.description), SQLValue(DayKey(event)?.value), time.begins,
            time.ends, SQLValue(event.time.kind?.rawValue), SQLValue(event.time.value),
            .text(event.time.basis.rawValue), SQLValue(placeNumber), place.begins, place.ends, trigger.begins,
            trigger.ends, .text(event.rule), .real(event.confidence),
        ]
        try database.statement(
            """
            INSERT INTO events (uid, analysis_id, report_id, run_id, current, sentence_id, sentence_index, event, modes,
                contexts, cameo, quad, score, status, date, enddate, day_key, time_begins, time_ends, time_kind,
                time_value, time_basis, place_id, place_begins, place_ends, trigger_begins, trigger_ends, rule,
                confidence)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """
        ).run(values)
        let number = database.lastInsertedRow
        for mode in Set(event.modes) {
            try database.statement("INSERT INTO event_modes (mode, event_id) VALUES (?, ?)")
                .run([.text(mode), .integer(number)])
        }
        // Those who act on one another without a recipient (a meeting, a battle) are each other's.
        let isMutual = event.recipients.isEmpty && event.actors.count > 1
        try write(event.actors, "actor", receives: isMutual, of: number)
        try write(event.recipients, "recipient", receives: true, of: number)
        try writeSpeakers(event, of: number)
    }

    private func write(_ parties: [Event.Participant], _ side: String, receives: Bool, of event: Int) throws {
        for (position, party) in parties.enumerated() {
            try write(party.actor, at: party.bytes, side, position, receives: receives, of: event)
        }
        for sector in Set(parties.flatMap(\.actor.sectors)) {
            try database.statement("INSERT INTO event_sectors (sector, side, event_id) VALUES (?, ?, ?)")
                .run([.text(sector.rawValue), .text(side), .integer(event)])
        }
    }

    private func write(
        _ actor: Actor, at span: ByteSpan, _ side: String, _ position: Int, receives: Bool, of event: Int
    ) throws {
        let (begins, ends) = analysis.offsets(span)
        try database.statement(
            """
            INSERT INTO participants (event_id, side, position, actor_id, country, begins, ends, receives)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?)
            """
        ).run([
            .integer(event), .text(side), .integer(position), .integer(try analysis.knowledge.number(of: actor)),
            SQLValue(actor.country), begins, ends, .integer(receives ? 1 : 0),
        ])
    }

    /// The chain of statements that hold the event, and their speakers, the outermost first: the actors they are
    /// resolved to, else their words.
    private func writeSpeakers(_ event: Event, of number: Int) throws {
        var position = 0
        for (depth, index) in event.saidBy.enumerated() {
            try database.statement("INSERT INTO event_statements (event_id, depth, statement_id) VALUES (?, ?, ?)")
                .run([.integer(number), .integer(depth), .integer(statements[index])])
            let statement = analysis.coded.coding.statements[index]
            guard let speaker = statement.speaker else { continue }
            let known = statement.speakerEntity.map { analysis.coded.mentions.entities[$0].actors } ?? []
            for actor in known.isEmpty ? [Actor(name: analysis.coded.text(speaker))] : known {
                try write(actor, at: speaker, "speaker", position, receives: false, of: number)
                position += 1
            }
        }
    }
}

/// What one-a-day holds events to be equal by: day, actors, recipients, event and status. Actors are equal by name and
/// country.
struct DayKey {
    let value: Int

    /// `nil` for an event without a date, which is equal to no other.
    init?(_ event: Event) {
        guard let day = event.time.interval?.lowerBound else { return nil }
        let parties = { (list: [Event.Participant]) in
            list.map { "\($0.actor.name)\u{1D}\($0.actor.country ?? "")" }.sorted().joined(separator: "\u{1E}")
        }
        let parts = [
            day.description, parties(event.actors), parties(event.recipients), event.type.rawValue,
            event.status.rawValue,
        ]
        value = Int(bitPattern: UInt(StringKey(parts.joined(separator: "\u{1F}")).value))
    }
}
