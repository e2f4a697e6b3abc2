/// The query for the events that fulfil a filter, driven by its rarest condition.
///
/// SQLite has no statistics of its own here, and the conditions are too unlike for general ones. So each condition is
/// counted up to a bound: where one is rare its events are looked up and the others tested on them, where none is the
/// events are walked in the order wanted and soon yield what was asked for.
struct EventQuery {
    let sql: String
    let values: [SQLValue]

    /// A condition with at most so many events is rare.
    private static let rare = 20_000

    /// - Parameters:
    ///   - columns: of `e`, the row of `events`.
    ///   - order: the columns that sort; `nil` when the order is of no matter.
    init(_ columns: String, filter: EventFilter, order: EventOrder?, in database: Database) throws {
        let conditions = try filter.conditions(in: database)
        var driver: (index: Int, count: Int)?
        for (index, condition) in conditions.enumerated() {
            let count =
                try database.statement("SELECT count(*) FROM (\(condition.set) LIMIT \(EventQuery.rare + 1))")
                .number(condition.values) ?? 0
            if count <= EventQuery.rare, count < driver?.count ?? .max { driver = (index, count) }
        }
        let scope = filter.run == nil ? "e.current = 1" : "e.run_id = ?"
        let scopeValues = filter.run.map { [SQLValue.integer($0)] } ?? []
        let others = conditions.indices.filter { $0 != driver?.index }
        let tests = others.map { conditions[$0].test }
        let testValues = others.flatMap { conditions[$0].values }
        if let driver {
            let condition = conditions[driver.index]
            let wanted = (["+" + scope] + tests).joined(separator: " AND ")
            sql = """
                SELECT \(columns) FROM (SELECT DISTINCT * FROM (\(condition.set))) AS chosen
                CROSS JOIN events AS e ON e.id = chosen.event_id
                WHERE \(wanted)\(EventQuery.sorting(order))
                """
            values = condition.values + scopeValues + testValues
        } else {
            let index: String
            switch order {
            case .date: index = "events_by_date"
            case .stored, nil: index = filter.run == nil ? "events_by_currency" : "events_by_run"
            }
            let wanted = ([(order == .date ? "+" : "") + scope] + tests).joined(separator: " AND ")
            sql = """
                SELECT \(columns) FROM events AS e INDEXED BY \(index)
                WHERE \(wanted)\(EventQuery.sorting(order))
                """
            values = scopeValues + testValues
        }
    }

    private static func sorting(_ order: EventOrder?) -> String {
        switch order {
        case .stored: " ORDER BY e.id"
        case .date: " ORDER BY e.date, e.id"
        case nil: ""
        }
    }
}
