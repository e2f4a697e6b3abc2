/// Conditions on who takes part in an event.
extension EventFilter {
    func addParties(to conditions: inout [FilterCondition], in database: Database) throws {
        let acting = try names(actors, database) + countries(actorCountries)
        conditions += acting.map { condition($0, "p.side = 'actor'") }
        // Who is of one of these countries is not who is of one of those: that some other acts is asked above.
        let areApart =
            actors.isEmpty && recipients.isEmpty && Set(actorCountries).isDisjoint(with: recipientCountries)
        let other = areApart ? [] : acting
        let receives = EventFilter.isRecipient(from: other.map { $0.sql("o") })
        let others = other.flatMap(\.values)
        conditions += (try names(recipients, database) + countries(recipientCountries)).map {
            condition($0, receives, others)
        }
        conditions += try names(speakers, database).map { condition($0, "p.side = 'speaker'") }
        conditions += countries(countries).map { condition($0, "p.side IN ('actor', 'recipient')") }
    }

    /// Which parties a filter means.
    private struct Match {
        /// A condition on the row of `participants` of that name.
        let sql: (_ party: String) -> String
        let values: [SQLValue]
    }

    private func names(_ names: [String], _ database: Database) throws -> [Match] {
        guard !names.isEmpty else { return [] }
        let words = try expression(names, SearchExpression.anyPhrase(names), database)
        return [
            Match(
                sql: { "\($0).actor_id IN (SELECT rowid FROM actors_fts WHERE actors_fts MATCH ?)" }, values: [words])
        ]
    }

    private func countries(_ countries: [String]) -> [Match] {
        guard !countries.isEmpty else { return [] }
        let marks = marks(countries.count)
        return [Match(sql: { "\($0).country IN (\(marks))" }, values: countries.map { .text($0) })]
    }

    private func condition(_ match: Match, _ side: String, _ sideValues: [SQLValue] = []) -> FilterCondition {
        FilterCondition(
            set: "SELECT p.event_id FROM participants AS p WHERE \(match.sql("p")) AND \(side)",
            test: """
                EXISTS (SELECT 1 FROM participants AS p WHERE p.event_id = $event.id AND +\(match.sql("p"))
                    AND \(side))
                """, values: match.values + sideValues)
    }

    /// That `p` is acted upon: as a recipient, or by another actor (who is the one asked for) where all parties act on one
    /// another, as in a meeting.
    private static func isRecipient(from acting: [String]) -> String {
        guard !acting.isEmpty else { return "p.receives = 1" }
        return """
            p.receives = 1 AND (p.side = 'recipient' OR EXISTS (SELECT 1 FROM participants AS o
                WHERE o.event_id = p.event_id AND o.side = 'actor' AND o.position <> p.position
                AND +\(acting.joined(separator: " AND +"))))
            """
    }
}
