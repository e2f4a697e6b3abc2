import Lexicon

/// What an outer and an inner act make together: an agreement to meet, a threat to attack, a refusal to withdraw.
///
/// Read from `composition.tsv`. Besides event types, `outer` may be `END` (the act ends or is suspended), `FAIL` (it
/// does not come about), `VOW` (it is vowed), `FUTURE` (it is announced), `REFUSED` (it is announced that it will not be)
/// and `DENIED` (it is said not to have been, whatever it is); `inner` may be `-` for an act the lexicon does not know and
/// `*` for any other.
package struct CompositionTable: Sendable {
    package enum Outer: Hashable, Sendable {
        case event(EventType)
        case end, failed, vow, future, refused, denied
    }

    package struct Outcome: Sendable, Equatable {
        /// `nil`: the inner act stands.
        package let type: EventType?
        package let modes: [String]
        package let cameo: String?
    }

    private struct Key: Hashable {
        let outer: Outer
        let inner: String
        let mode: String
    }
    private let outcomes: [Key: Outcome]

    package init(layers: LexiconLayers, ontology: Ontology) throws(TableError) {
        let table = try LayeredTable(
            "composition.tsv", layers: layers, columns: ["outer", "inner", "inner_mode", "event", "mode", "cameo"],
            key: 3)
        var outcomes: [Key: Outcome] = [:]
        for row in table.rows {
            let type = row.fields[3] == "inner" ? nil : try EventType(row.fields[3], in: row)
            let modes = row.fields[4].split(separator: ",").map(String.init)
            if let type, let unknown = modes.first(where: { ontology.modes[type]?[$0] == nil }) {
                throw row.error("\(type.rawValue) has no mode '\(unknown)'")
            }
            let cameo = row.fields[5].isEmpty ? nil : row.fields[5]
            if let cameo, ontology.cameo[cameo] == nil { throw row.error("'\(cameo)' is no CAMEO code") }
            let key = Key(outer: try CompositionTable.outer(row), inner: row.fields[1], mode: row.fields[2])
            outcomes[key] = Outcome(type: type, modes: modes, cameo: cameo)
        }
        self.outcomes = outcomes
    }

    private static func outer(_ row: LayeredTable.Row) throws(TableError) -> Outer {
        switch row.fields[0] {
        case "END": .end
        case "FAIL": .failed
        case "VOW": .vow
        case "FUTURE": .future
        case "REFUSED": .refused
        case "DENIED": .denied
        default: .event(try EventType(row.fields[0], in: row))
        }
    }

    /// - Parameter inner: `nil` for an act the lexicon does not know.
    package func outcome(_ outer: Outer, inner: EventType?, modes: [String]) -> Outcome? {
        let name = inner?.rawValue ?? "-"
        for mode in modes {
            if let outcome = outcomes[Key(outer: outer, inner: name, mode: mode)] { return outcome }
        }
        return outcomes[Key(outer: outer, inner: name, mode: "")]
            ?? (inner == nil ? nil : outcomes[Key(outer: outer, inner: "*", mode: "")])
    }
}
