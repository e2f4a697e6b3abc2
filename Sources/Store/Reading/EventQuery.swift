/// The query for the events that fulfil a filter, by the way that costs least.
///
/// SQLite has no statistics of its own here, and the conditions are too unlike for general ones. So each condition is
/// counted up to a bound, or estimated. Those below it can be had as sets of events, whose intersection is looked up;
/// or the events are walked in the order wanted and tested, which soon yields what was asked for where much fulfils the
/// filter.
struct EventQuery {
    /// A query and the values of its parameters.
    struct Text {
        var sql: String
        var values: [SQLValue]
    }

    /// A condition that more events fulfil is common: it is only ever tested.
    private static let common = 100_000

    private let filter: EventFilter
    private let order: EventOrder?
    private let conditions: [FilterCondition]
    /// Indices of the conditions whose sets are intersected; none when events are walked.
    private let sets: [Int]
    /// By condition.
    private let isCommon: [Bool]

    /// - Parameters:
    ///   - order: `nil` when the order is of no matter.
    ///   - limit: how many events will be read at most; `nil` for all.
    init(_ filter: EventFilter, order: EventOrder?, limit: Int? = nil, in database: Database) throws {
        self.filter = filter
        self.order = order
        conditions = try filter.conditions(in: database)
        let counts = try conditions.map { try $0.count(to: EventQuery.common, in: database) }
        isCommon = counts.map { $0 > EventQuery.common }
        let events = try database.statement("SELECT max(id) FROM events").number() ?? 0
        let small = counts.indices.filter { counts[$0] <= EventQuery.common }
        var reached = events
        for index in small where order == .date && conditions[index].range != nil {
            reached = min(reached, counts[index])
        }
        sets = EventQuery.walks(events, reached, limit, counts, small) ? [] : small
    }

    /// Whether walking events until enough are found costs less than the sets of some conditions.
    /// - Parameters:
    ///   - reached: how many events there are to walk.
    ///   - small: indices of those conditions.
    private static func walks(_ events: Int, _ reached: Int, _ limit: Int?, _ counts: [Int], _ small: [Int]) -> Bool {
        guard !small.isEmpty else { return true }
        let all = Double(max(1, events))
        // As if no condition had to do with another.
        func expected(_ chosen: [Int]) -> Double { chosen.reduce(all) { $0 * min(1, Double(counts[$1]) / all) } }
        let found = max(expected(Array(counts.indices)), 1e-9)
        let most = Double(reached)
        let walked = limit.map { min(most, Double($0) * most / found) } ?? most
        // In microseconds: an event looked up by its number, one tested in order, and one number of a set.
        let setCost = 3 * expected(small) + 0.4 * small.reduce(0) { $0 + Double(counts[$1]) }
        return 2 * walked * Double(counts.count) < setCost
    }

    /// The query without what it sorts by.
    /// - Parameters:
    ///   - columns: of `e`, the row of `events`, and of what is joined.
    ///   - joins: further tables.
    ///   - isOneADay: keeps the first stored of the events that one-a-day holds equal.
    func text(_ columns: String, joins: String = "", isOneADay: Bool = false) -> Text {
        var text = Text(sql: "SELECT \(columns) FROM ", values: [])
        if sets.isEmpty {
            text.sql += "events AS e \(walk) "
        } else {
            // A set may hold an event twice; an intersection does not.
            let chosen = sets.map { "SELECT event_id FROM (\(conditions[$0].set))" }
            let numbers =
                chosen.count > 1 ? chosen.joined(separator: " INTERSECT ") : "SELECT DISTINCT" + chosen[0].dropFirst(6)
            text.sql += "(\(numbers)) AS chosen CROSS JOIN events AS e ON e.id = chosen.event_id "
            text.values += sets.flatMap { conditions[$0].values }
        }
        let isScopeOfWalk = sets.isEmpty && (filter.run == nil ? order != .stored : order != .date)
        let prefix = isScopeOfWalk ? "" : "+"
        text.sql += "\(joins) WHERE \(prefix)\(scope("e"))"
        text.values += scopeValues
        for index in conditions.indices where !sets.contains(index) {
            if sets.isEmpty, order == .date, let range = conditions[index].range {
                text.add(" AND \(range)", conditions[index].values)
            } else {
                addTest(index, of: "e", to: &text)
            }
        }
        if isOneADay {
            text.sql += " AND NOT EXISTS (SELECT 1 FROM events AS earlier WHERE earlier.day_key = e.day_key"
            text.sql += " AND earlier.id < e.id AND +\(scope("earlier"))"
            text.values += scopeValues
            for index in conditions.indices { addTest(index, of: "earlier", to: &text) }
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
        for index in conditions.indices { addTest(index, of: "e", to: &text) }
        text.sql += " ORDER BY e.id"
        return text
    }

    private func addTest(_ index: Int, of event: String, to text: inout Text) {
        text.add(" AND \(conditions[index].test(of: event, isCommon: isCommon[index]))", conditions[index].values)
    }

    private func scope(_ event: String) -> String {
        filter.run == nil ? "\(event).current = 1" : "\(event).run_id = ?"
    }

    private var scopeValues: [SQLValue] { filter.run.map { [.integer($0)] } ?? [] }

    /// What gives the events in the order wanted.
    private var walk: String {
        switch (order, filter.run) {
        case (.stored, nil): "NOT INDEXED"
        case (_, nil): "INDEXED BY events_by_currency"
        case (.date, _): "INDEXED BY events_by_date"
        case (_, _): "INDEXED BY events_by_run"
        }
    }
}

extension EventQuery.Text {
    fileprivate mutating func add(_ sql: String, _ values: [SQLValue]) {
        self.sql += sql
        self.values += values
    }
}
