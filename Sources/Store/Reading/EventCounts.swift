/// What events are counted by.
package enum CountKey: String, Sendable, CaseIterable {
    case year, month, day, event, mode, quad, status, country, actor, recipient, speaker
    case actorCountry = "actor-country"
    case recipientCountry = "recipient-country"
    case place, story, run

    package var isTime: Bool { self == .year || self == .month || self == .day }

    var column: String {
        switch self {
        case .year: "substr(e.date, 1, 4)"
        case .month: "substr(e.date, 1, 7)"
        case .day: "e.date"
        case .event: "e.event"
        case .mode: "m.mode"
        case .quad:
            """
            CASE e.quad WHEN 1 THEN 'verbal cooperation' WHEN 2 THEN 'material cooperation'
                WHEN 3 THEN 'verbal conflict' ELSE 'material conflict' END
            """
        case .status: "e.status"
        case .country: "c.country"
        case .actor: "actor.name"
        case .recipient: "recipient.name"
        case .speaker: "speaker.name"
        case .actorCountry: "a.country"
        case .recipientCountry: "r.country"
        case .place: "place.name"
        case .story: "report.story_id"
        case .run: "e.run_id"
        }
    }

    /// The tables that the column comes from. A key whose tables hold another's needs no more.
    fileprivate var joins: [String] {
        let actor = "LEFT JOIN participants AS a ON a.event_id = e.id AND a.side = 'actor'"
        // Those who act on one another without a recipient (a meeting, a battle) are each other's, as in published dyads.
        let recipient = """
            LEFT JOIN participants AS r ON r.event_id = e.id AND r.receives = 1
                AND (r.side = 'recipient' OR r.position <> a.position)
            """
        return switch self {
        case .year, .month, .day, .event, .quad, .status, .run: []
        case .mode: ["LEFT JOIN event_modes AS m ON m.event_id = e.id"]
        case .country: ["LEFT JOIN participants AS c ON c.event_id = e.id AND c.side IN ('actor', 'recipient')"]
        case .actor: [actor, "LEFT JOIN actors AS actor ON actor.id = a.actor_id"]
        case .recipient: [actor, recipient, "LEFT JOIN actors AS recipient ON recipient.id = r.actor_id"]
        case .speaker:
            [
                "LEFT JOIN participants AS s ON s.event_id = e.id AND s.side = 'speaker'",
                "LEFT JOIN actors AS speaker ON speaker.id = s.actor_id",
            ]
        case .actorCountry: [actor]
        case .recipientCountry: [actor, recipient]
        case .place: ["LEFT JOIN places AS place ON place.id = e.place_id"]
        case .story: ["JOIN reports AS report ON report.id = e.report_id"]
        }
    }
}

/// How many events have one combination of keys.
package struct EventCount: Sendable, Equatable {
    /// In the order of the keys asked for; `nil` where an event has none.
    package let values: [String?]
    package let count: Int
}

/// The counts of a query, one at a time: sorted by their keys where one of them is a time, else the highest first.
package struct EventCounts {
    /// Kept open while it is read.
    private let database: Database
    private let rows: SQLStatement
    private let width: Int

    init(_ query: EventQuery, by keys: [CountKey], isOneADay: Bool, limit: Int?, in database: Database) throws {
        self.database = database
        width = keys.count
        var joins: [String] = []
        for join in keys.flatMap(\.joins) where !joins.contains(join) { joins.append(join) }
        let columns =
            keys.map(\.column) + [isOneADay ? "count(DISTINCT coalesce(e.day_key, e.id))" : "count(DISTINCT e.id)"]
        let text = query.text(columns.joined(separator: ", "), joins: joins.joined(separator: " "))
        let numbers = (1...max(1, keys.count)).map { "\($0)" }.joined(separator: ", ")
        let order = keys.contains(where: \.isTime) ? numbers : "\(keys.count + 1) DESC, \(numbers)"
        let grouping = keys.isEmpty ? "" : " GROUP BY \(numbers) ORDER BY \(order)"
        rows = try database.prepare(text.sql + grouping + (limit == nil ? "" : " LIMIT ?"))
        try rows.bind(text.values + (limit.map { [.integer($0)] } ?? []))
    }

    /// `nil` after the last.
    package mutating func next() throws(StoreError) -> EventCount? {
        guard try rows.step() else { return nil }
        return EventCount(values: (0..<width).map { rows.optionalText($0) }, count: rows.integer(width))
    }
}
