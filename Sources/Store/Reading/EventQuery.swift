/// The query for the events that fulfil a filter, driven by its rarest condition.
///
/// SQLite has no statistics of its own here, and the conditions are too unlike for general ones. So each condition is
/// counted up to a bound: where one is rare its events are looked up and the others tested on them, where none is the
/// events are walked in the order wanted and soon yield what was asked for.
struct EventQuery {
    /// A query and the values of its parameters.
    struct Text {
        var sql: String
        var values: [SQLValue]
    }

    /// A condition with at most so many events is rare.
    private static let rare = 20_000

    private let filter: EventFilter
    private let order: EventOrder?
    private let conditions: [FilterCondition]
    /// Index of the rarest condition, if one is rare.
    private let driver: Int?

    /// - Parameter order: `nil` when the order is of no matter.
    init(_ filter: EventFilter, order: EventOrder?, in database: Database) throws {
        self.filter = filter
        self.order = order
        conditions = try filter.conditions(in: database)
        var rarest: (index: Int, count: Int)?
        for (index, condition) in conditions.enumerated() {
            let sql = "SELECT count(*) FROM (\(condition.set) LIMIT \(EventQuery.rare + 1))"
            let count = try database.statement(sql).number(condition.values) ?? 0
            if count <= EventQuery.rare, count < rarest?.count ?? .max { rarest = (index, count) }
        }
        driver = rarest?.index
    }

    /// The query without what it sorts by.
    /// - Parameters:
    ///   - columns: of `e`, the row of `events`, and of what is joined.
    ///   - joins: further tables.
    ///   - isOneADay: keeps the first stored of the events that one-a-day holds equal.
    func text(_ columns: String, joins: String = "", isOneADay: Bool = false) -> Text {
        var text = Text(sql: "SELECT \(columns) FROM ", values: [])
        var tested = conditions
        if let driver {
            let condition = tested.remove(at: driver)
            text.sql += "(SELECT DISTINCT event_id FROM (\(condition.set))) AS chosen "
            text.sql += "CROSS JOIN events AS e ON e.id = chosen.event_id "
            text.values += condition.values
        } else {
            text.sql += "events AS e INDEXED BY \(walkedIndex) "
        }
        let prefix = driver == nil && order != .date ? "" : "+"
        text.sql += "\(joins) WHERE \(prefix)\(scope("e"))"
        text.values += scopeValues
        for condition in tested { text.add(" AND \(condition.test(of: "e"))", condition.values) }
        if isOneADay {
            text.sql += " AND NOT EXISTS (SELECT 1 FROM events AS earlier WHERE earlier.day_key = e.day_key"
            text.sql += " AND earlier.id < e.id AND +\(scope("earlier"))"
            text.values += scopeValues
            for condition in conditions { text.add(" AND \(condition.test(of: "earlier"))", condition.values) }
            text.sql += ")"
        }
        return text
    }

    /// What the query sorts by, as SQL.
    var sorting: String {
        switch order {
        case .stored: " ORDER BY e.id"
        case .date: " ORDER BY e.date, e.id"
        case nil: ""
        }
    }

    /// The later events that one-a-day holds equal to one that fulfils the filter. The first two parameters are that
    /// event's day key and number.
    func laterEquals(_ columns: String) -> Text {
        var text = Text(
            sql: "SELECT \(columns) FROM events AS e WHERE e.day_key = ? AND e.id > ? AND +\(scope("e"))",
            values: scopeValues)
        for condition in conditions { text.add(" AND \(condition.test(of: "e"))", condition.values) }
        text.sql += " ORDER BY e.id"
        return text
    }

    private func scope(_ event: String) -> String {
        filter.run == nil ? "\(event).current = 1" : "\(event).run_id = ?"
    }

    private var scopeValues: [SQLValue] { filter.run.map { [.integer($0)] } ?? [] }

    /// What gives the events in the order wanted.
    private var walkedIndex: String {
        switch order {
        case .date: "events_by_date"
        case .stored, nil: filter.run == nil ? "events_by_currency" : "events_by_run"
        }
    }
}

extension EventQuery.Text {
    fileprivate mutating func add(_ sql: String, _ values: [SQLValue]) {
        self.sql += sql
        self.values += values
    }
}
