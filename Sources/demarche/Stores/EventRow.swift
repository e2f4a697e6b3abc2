import Store

/// An event as a row of a table for people.
enum EventRow {
    static let heading = ["date", "event", "cameo", "who → whom", "status", "place", "according to", "source"]

    static func cells(_ event: StoredEvent) -> [String] {
        let source = event.origin.sources.first
        let others = event.evidence.isEmpty ? "" : " +\(event.evidence.count)"
        return [
            days(event), ([event.type.rawValue] + event.modes).joined(separator: " "), event.cameo, parties(event),
            event.status.rawValue, event.location.map { $0.place?.name ?? $0.words.text } ?? "",
            event.saidBy.map { $0.actor?.name ?? $0.words?.text ?? "somebody" }.joined(separator: " ← "),
            (source.map { $0.publisher ?? fileName($0.file) } ?? "") + others,
        ].map(short)
    }

    private static func fileName(_ path: String) -> String {
        path.split(separator: "/").last.map(String.init) ?? path
    }

    private static func days(_ event: StoredEvent) -> String {
        guard let first = event.date else { return "–" }
        guard let last = event.endDate, last != first else { return first.description }
        return "\(first)/\(last)"
    }

    private static func parties(_ event: StoredEvent) -> String {
        let actors = names(event.actors)
        return event.recipients.isEmpty ? actors : "\(actors) → \(names(event.recipients))"
    }

    private static func names(_ parties: [StoredEvent.Party]) -> String {
        guard !parties.isEmpty else { return "–" }
        return parties.map { party in
            let codes = [party.actor.country ?? "?"] + party.actor.sectors.map(\.rawValue)
            return "\(party.actor.name.isEmpty ? party.words.text : party.actor.name) (\(codes.joined(separator: " ")))"
        }.joined(separator: ", ")
    }

    /// Columns of a cell; a longer one ends in an ellipsis.
    private static let width = 72

    private static func short(_ text: String) -> String {
        text.count <= width ? text : text.prefix(width - 1) + "…"
    }
}
