import EventCoding
import Foundation
import Grounding

/// One condition of a filter in two forms: as a set of events, for when few fulfil it, and as a test of one event.
struct FilterCondition {
    /// A query for the numbers of the events as `event_id`, each perhaps more than once.
    let set: String
    /// A condition on a row of `events`, called `$event` here, that uses no index of `events`.
    private let test: String
    /// The same for conditions that many events fulfil, where that is another; with the same parameters.
    private let commonTest: String
    /// The test for events walked by date as `e`, of which it is a range; `nil` for what is no range.
    let range: String?
    /// A query for about how many events fulfil it, where counting the set costs too much; with the same parameters.
    private let estimate: String?
    /// For the parameters of either form.
    let values: [SQLValue]

    init(
        set: String, test: String, commonTest: String? = nil, range: String? = nil, estimate: String? = nil,
        values: [SQLValue]
    ) {
        self.set = set
        self.range = range
        self.estimate = estimate
        self.test = test
        self.commonTest = commonTest ?? test
        self.values = values
    }

    /// About how many events fulfil it; beyond the bound perhaps only that they are more.
    func count(to bound: Int, in database: Database) throws(StoreError) -> Int {
        let sql = estimate ?? "SELECT count(*) FROM (\(set) LIMIT \(bound + 1))"
        return try database.statement(sql).number(values) ?? 0
    }

    /// The condition on the row of that name.
    func test(of event: String, isCommon: Bool) -> String {
        (isCommon ? commonTest : test).replacingOccurrences(of: "$event", with: event)
    }
}

extension EventFilter {
    /// - Throws: `StoreError` for a field that asks for words and has none.
    func conditions(in database: Database) throws -> [FilterCondition] {
        var conditions: [FilterCondition] = []
        try addParties(to: &conditions, in: database)
        addTable(
            "event_sectors", "side IN ('actor', 'recipient') AND sector", sectors.map { .text($0.rawValue) },
            to: &conditions)
        addTable("event_modes", "mode", modes.map { .text($0) }, to: &conditions)
        addColumn("event", types.map { .text($0.rawValue) }, to: &conditions)
        addColumn("quad", quads.map { .integer($0.rawValue) }, to: &conditions)
        addColumn("status", statuses.map { .text($0.rawValue) }, to: &conditions)
        if !places.isEmpty {
            let words = try expression(places, SearchExpression.anyPhrase(places), database)
            addPlaces("SELECT rowid FROM places_fts WHERE places_fts MATCH ?", [words], to: &conditions)
        }
        if let near {
            let within = try PlacesWithin(near).places(in: database).map { "\($0)" }.joined(separator: ",")
            addPlaces("SELECT value FROM json_each(?)", [.text("[\(within)]")], to: &conditions)
        }
        addDays(to: &conditions)
        if let text {
            let words = try expression([text], SearchExpression.words(text), database)
            let sentences = "SELECT rowid FROM sentences_fts WHERE sentences_fts MATCH ?"
            // A sentence has about one event. Sentences come by number, so the number that the first so many reach to
            // says about how many there are.
            let estimate = """
                SELECT CASE WHEN count(*) < 5000 THEN count(*)
                    ELSE count(*) * (SELECT max(id) FROM sentences) / max(rowid) END
                FROM (\(sentences) LIMIT 5000)
                """
            conditions.append(
                FilterCondition(
                    set: "SELECT id AS event_id FROM events WHERE sentence_id IN (\(sentences))",
                    test: "+$event.sentence_id IN (\(sentences))",
                    commonTest: "EXISTS (\(sentences) AND rowid = $event.sentence_id)", estimate: estimate,
                    values: [words]))
        }
        return conditions
    }

    func expression(_ asked: [String], _ words: String?, _ database: Database) throws -> SQLValue {
        guard let words else {
            throw StoreError(
                file: database.file, kind: .request, problem: "'\(asked.joined(separator: " "))': no word to search for"
            )
        }
        return .text(words)
    }

    /// A table of words of events, ordered by word.
    /// - Parameter column: with whatever else comes before the event in that order.
    private func addTable(
        _ table: String, _ column: String, _ values: [SQLValue], to conditions: inout [FilterCondition]
    ) {
        guard !values.isEmpty else { return }
        let chosen = "SELECT event_id FROM \(table) WHERE \(column) IN (\(marks(values.count)))"
        conditions.append(
            FilterCondition(set: chosen, test: "EXISTS (\(chosen) AND event_id = $event.id)", values: values))
    }

    private func addColumn(_ column: String, _ values: [SQLValue], to conditions: inout [FilterCondition]) {
        guard !values.isEmpty else { return }
        conditions.append(
            FilterCondition(
                set: "SELECT id AS event_id FROM events WHERE \(column) IN (\(marks(values.count)))",
                test: "+$event.\(column) IN (\(marks(values.count)))", values: values))
    }

    private func addPlaces(_ query: String, _ values: [SQLValue], to conditions: inout [FilterCondition]) {
        conditions.append(
            FilterCondition(
                set: "SELECT id AS event_id FROM events WHERE place_id IN (\(query))",
                test: "+$event.place_id IN (\(query))",
                values: values))
    }

    private func addDays(to conditions: inout [FilterCondition]) {
        guard from != nil || to != nil else { return }
        let first = from?.description ?? "0000-01-01"
        let last = to?.description ?? "9999-12-31"
        conditions.append(
            FilterCondition(
                set: "SELECT id AS event_id FROM events WHERE date BETWEEN ? AND ?",
                test: "+$event.date BETWEEN ? AND ?", range: "e.date BETWEEN ? AND ?",
                values: [.text(first), .text(last)]))
    }

    func marks(_ count: Int) -> String { Array(repeating: "?", count: count).joined(separator: ",") }
}
