import Dates
import EventCoding
import Grounding

/// The events of a query, one at a time: memory stays flat however many there are.
package struct StoredEvents {
    /// Columns of `events AS e`, in the order that `next()` reads them.
    static let columns = """
        e.id, e.uid, e.run_id, e.analysis_id, e.report_id, e.sentence_id, e.sentence_index, e.event, e.modes,
        e.contexts, e.cameo, e.quad, e.score, e.status, e.date, e.enddate, e.time_begins, e.time_ends, e.time_kind,
        e.time_value, e.time_basis, e.place_id, e.place_begins, e.place_ends, e.trigger_begins, e.trigger_ends,
        e.rule, e.confidence, e.day_key
        """

    private let database: Database
    private let rows: SQLStatement
    private let reports: ReportCache
    /// The others of a day, with one-a-day.
    private let equals: (rows: SQLStatement, values: [SQLValue])?

    init(_ query: EventQuery, limit: Int?, isOneADay: Bool, in database: Database) throws {
        self.database = database
        reports = ReportCache(database)
        let text = query.text(StoredEvents.columns, isOneADay: isOneADay)
        rows = try database.prepare(text.sql + query.sorting + (limit == nil ? "" : " LIMIT ?"))
        try rows.bind(text.values + (limit.map { [.integer($0)] } ?? []))
        if isOneADay {
            let later = query.laterEquals("e.id, e.uid, e.report_id, e.sentence_index")
            equals = (try database.prepare(later.sql), later.values)
        } else {
            equals = nil
        }
    }

    /// - Parameter rows: of `columns`, with values bound.
    init(_ rows: SQLStatement, _ reports: ReportCache, in database: Database) {
        self.database = database
        self.rows = rows
        self.reports = reports
        equals = nil
    }

    /// `nil` after the last.
    package mutating func next() throws -> StoredEvent? {
        guard try rows.step() else { return nil }
        return try event()
    }

    private func event() throws -> StoredEvent {
        let number = rows.integer(0)
        let report = try reports.report(rows.integer(4))
        let sides = try sides(of: number, report)
        var event = StoredEvent(
            number: number, id: rows.text(1), run: rows.integer(2), analysis: rows.integer(3), origin: report.origin,
            date: CalendarDate(rows.text(14)), endDate: CalendarDate(rows.text(15)),
            type: try known(EventType(rawValue: rows.text(7)), "event", 7), modes: words(8), contexts: words(9),
            cameo: rows.text(10), quad: try known(Quad(rawValue: rows.integer(11)), "quad", 11), score: rows.real(12),
            status: try known(Status(rawValue: rows.text(13)), "status", 13), actors: sides.actors,
            recipients: sides.recipients, time: try time(report), location: nil,
            trigger: report.words(rows.integer(24), rows.integer(25)), saidBy: try voices(of: number, report),
            sentenceIndex: rows.integer(6), sentence: try sentence(rows.integer(5), report), rule: rows.text(26),
            confidence: rows.real(27))
        if !rows.isNull(22) {
            event.location = StoredEvent.Location(
                words: report.words(rows.integer(22), rows.integer(23)),
                place: try rows.optionalInteger(21).flatMap { try place($0) })
        }
        if !rows.isNull(28) { event.evidence = try evidence(rows.integer(28), after: number) }
        return event
    }

    private func evidence(_ dayKey: Int, after number: Int) throws -> [StoredEvent.Evidence] {
        guard let (others, values) = equals else { return [] }
        others.reset()
        try others.bind([.integer(dayKey), .integer(number)] + values)
        var evidence: [StoredEvent.Evidence] = []
        while try others.step() {
            evidence.append(
                StoredEvent.Evidence(
                    number: others.integer(0), id: others.text(1),
                    origin: try reports.report(others.integer(2)).origin,
                    sentenceIndex: others.integer(3)))
        }
        return evidence
    }

    private func words(_ column: Int) -> [String] { rows.text(column).split(separator: " ").map(String.init) }

    private func known<Value>(_ value: Value?, _ name: String, _ column: Int) throws(StoreError) -> Value {
        guard let value else {
            throw StoreError(
                file: database.file, kind: .damaged, problem: "'\(rows.text(column))' is no \(name)")
        }
        return value
    }

    // MARK: Parts

    private func time(_ report: ReportCache.Report) throws -> StoredEvent.Time {
        StoredEvent.Time(
            words: report.words(rows.optionalInteger(16), rows.optionalInteger(17)),
            kind: TimeExpression.Kind(rawValue: rows.text(18)), value: rows.optionalText(19),
            basis: try known(Event.Time.Basis(rawValue: rows.text(20)), "basis of a time", 20))
    }

    private func sentence(_ id: Int, _ report: ReportCache.Report) throws -> StoredEvent.Words {
        let row = try database.statement("SELECT begins, ends FROM sentences WHERE id = ?")
        try row.bind(id, 1)
        defer { row.reset() }
        return try row.step() ? report.words(row.integer(0), row.integer(1)) : report.words(0, 0)
    }

    private func sides(
        of event: Int, _ report: ReportCache.Report
    ) throws -> (actors: [StoredEvent.Party], recipients: [StoredEvent.Party]) {
        let row = try database.statement(
            """
            SELECT p.side, p.begins, p.ends, a.name, a.country, a.sectors, a.role
            FROM participants AS p JOIN actors AS a ON a.id = p.actor_id
            WHERE p.event_id = ? AND p.side IN ('actor', 'recipient') ORDER BY p.side, p.position
            """)
        try row.bind(event, 1)
        defer { row.reset() }
        var actors: [StoredEvent.Party] = []
        var recipients: [StoredEvent.Party] = []
        while try row.step() {
            let party = StoredEvent.Party(
                words: report.words(row.integer(1), row.integer(2)), actor: Actor(row, from: 3))
            if row.bytes(0).first == UInt8(ascii: "a") { actors.append(party) } else { recipients.append(party) }
        }
        return (actors, recipients)
    }

    private func voices(of event: Int, _ report: ReportCache.Report) throws -> [StoredEvent.Voice] {
        let row = try database.statement(
            """
            SELECT s.kind, s.speaker_begins, s.speaker_ends, s.cue_begins, s.cue_ends,
                a.id, a.name, a.country, a.sectors, a.role
            FROM event_statements AS es JOIN statements AS s ON s.id = es.statement_id
            LEFT JOIN actors AS a ON a.id = s.speaker_actor_id
            WHERE es.event_id = ? ORDER BY es.depth
            """)
        try row.bind(event, 1)
        defer { row.reset() }
        var voices: [StoredEvent.Voice] = []
        while try row.step() {
            voices.append(
                StoredEvent.Voice(
                    words: report.words(row.optionalInteger(1), row.optionalInteger(2)),
                    actor: row.isNull(5) ? nil : Actor(row, from: 6),
                    cue: report.words(row.optionalInteger(3), row.optionalInteger(4)),
                    kind: Statement.Kind(rawValue: row.text(0)) ?? .indirect))
        }
        return voices
    }

    private func place(_ id: Int) throws -> Place? {
        let row = try database.statement(
            "SELECT name, country, admin1, admin2, latitude, longitude, geonames, kind FROM places WHERE id = ?")
        try row.bind(id, 1)
        defer { row.reset() }
        guard try row.step() else { return nil }
        return Place(
            name: row.text(0), country: row.optionalText(1), admin1: row.optionalText(2), admin2: row.optionalText(3),
            latitude: row.real(4), longitude: row.real(5), geonames: row.optionalInteger(6),
            kind: PlaceKind(rawValue: row.text(7)))
    }
}

extension Actor {
    /// From the columns name, country, sectors, role.
    init(_ row: SQLStatement, from column: Int) {
        self.init(
            name: row.text(column), country: row.optionalText(column + 1),
            sectors: row.text(column + 2).split(separator: " ").compactMap { Sector(rawValue: String($0)) },
            role: row.optionalText(column + 3))
    }
}
