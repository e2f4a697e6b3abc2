/// What one run coded otherwise than another in a report that both coded.
package enum EventChange: Sendable, Equatable {
    case added(StoredEvent)
    case removed(StoredEvent)
    /// The same words tell an event in both, with other fields.
    case changed(from: StoredEvent, to: StoredEvent, fields: [EventField.Change])

    package var event: StoredEvent {
        switch self {
        case .added(let event), .removed(let event), .changed(_, let event, _): event
        }
    }
}

/// The changes from one run to another, report by report, one at a time.
package struct RunDifference {
    /// What was compared, and what came of it.
    package struct Summary: Sendable, Equatable {
        package var reports = 0
        /// Reports with at least one change.
        package var changedReports = 0
        /// Reports that only the first or only the second run coded; not compared.
        package var onlyInFirst = 0
        package var onlyInSecond = 0
        package var equal = 0
        package var added = 0
        package var removed = 0
        package var changed = 0
    }

    /// As far as the changes were taken; complete after the last.
    package private(set) var summary: Summary

    private let database: Database
    private let pairs: SQLStatement
    private let events: AnalysisEvents
    private var pending: ArraySlice<EventChange> = []

    init(from first: Int, to second: Int, in database: Database) throws {
        self.database = database
        events = try AnalysisEvents(database)
        var summary = Summary()
        summary.onlyInFirst = try RunDifference.countOnly(in: first, not: second, database)
        summary.onlyInSecond = try RunDifference.countOnly(in: second, not: first, database)
        self.summary = summary
        pairs = try database.prepare(
            """
            SELECT one.id, other.id FROM analyses AS one
            JOIN analyses AS other ON other.report_id = one.report_id AND other.run_id = ?
            WHERE one.run_id = ? ORDER BY one.report_id
            """)
        try pairs.bind([.integer(second), .integer(first)])
    }

    private static func countOnly(in run: Int, not other: Int, _ database: Database) throws -> Int {
        try database.statement(
            """
            SELECT count(*) FROM analyses WHERE run_id = ?
                AND report_id NOT IN (SELECT report_id FROM analyses WHERE run_id = ?)
            """
        ).number([.integer(run), .integer(other)]) ?? 0
    }

    /// `nil` after the last.
    package mutating func next() throws -> EventChange? {
        while pending.isEmpty {
            guard try pairs.step() else { return nil }
            let changes = changes(from: try events.all(of: pairs.integer(0)), to: try events.all(of: pairs.integer(1)))
            summary.reports += 1
            if !changes.isEmpty { summary.changedReports += 1 }
            pending = changes[...]
        }
        return pending.popFirst()
    }

    /// Events are the same when all that names them is; else when the same word tells them.
    private mutating func changes(from old: [StoredEvent], to new: [StoredEvent]) -> [EventChange] {
        var left = old
        var right: [StoredEvent] = []
        var changes: [EventChange] = []
        for event in new {
            if let index = left.firstIndex(where: { $0.id == event.id }) {
                compare(left.remove(at: index), event, &changes)
            } else {
                right.append(event)
            }
        }
        for event in right {
            if let index = left.firstIndex(where: { $0.trigger == event.trigger }) {
                compare(left.remove(at: index), event, &changes)
            } else {
                changes.append(.added(event))
                summary.added += 1
            }
        }
        summary.removed += left.count
        changes += left.map(EventChange.removed)
        return changes.sorted { $0.event.trigger.start < $1.event.trigger.start }
    }

    private mutating func compare(_ old: StoredEvent, _ new: StoredEvent, _ changes: inout [EventChange]) {
        let fields = EventField.changes(from: old, to: new)
        if fields.isEmpty {
            summary.equal += 1
        } else {
            summary.changed += 1
            changes.append(.changed(from: old, to: new, fields: fields))
        }
    }
}

/// All events of one analysis after another.
private final class AnalysisEvents {
    private let database: Database
    private let rows: SQLStatement
    private let reports: ReportCache

    init(_ database: Database) throws {
        self.database = database
        reports = ReportCache(database)
        rows = try database.prepare(
            "SELECT \(StoredEvents.columns) FROM events AS e WHERE e.analysis_id = ? ORDER BY e.id")
    }

    func all(of analysis: Int) throws -> [StoredEvent] {
        rows.reset()
        try rows.bind(analysis, 1)
        var stored = StoredEvents(rows, reports, in: database)
        var events: [StoredEvent] = []
        while let event = try stored.next() { events.append(event) }
        return events
    }
}
