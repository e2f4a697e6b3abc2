import Lexicon

/// PLOVER and CAMEO as tables: which modes and contexts there are, what each scores, what a CAMEO code means.
package struct Ontology: Sendable {
    package struct EventFacts: Sendable, Equatable {
        package let quad: Quad
        package let needsRecipient: Bool
        package let score: Double
        package let cameo: String
    }
    package struct ModeFacts: Sendable, Equatable {
        /// `nil` where PLOVER gives none.
        package let score: Double?
        package let cameo: String
        package let context: String?
    }
    package struct CameoFacts: Sendable, Equatable {
        package let type: EventType
        package let mode: String?
        package let contexts: [String]
        package let label: String
    }

    package let events: [EventType: EventFacts]
    package let modes: [EventType: [String: ModeFacts]]
    package let contexts: Set<String>
    package let cameo: [String: CameoFacts]

    /// Reads `ontology/`.
    package init(data: DataFolder) throws(TableError) {
        contexts = Set(try Ontology.rows("contexts.tsv", ["context"], data).map { $0.fields[0] })
        var events: [EventType: EventFacts] = [:]
        for row in try Ontology.rows("events.tsv", ["event", "quad", "recipient", "score", "cameo", "meaning"], data) {
            guard let quad = Quad.allCases.first(where: { $0.name == row.fields[1] }) else {
                throw row.error("no quad is called '\(row.fields[1])'")
            }
            events[try EventType(row.fields[0], in: row)] = EventFacts(
                quad: quad, needsRecipient: row.fields[2] == "needed", score: try number(row.fields[3], in: row),
                cameo: row.fields[4])
        }
        var modes: [EventType: [String: ModeFacts]] = [:]
        for row in try Ontology.rows("modes.tsv", ["event", "mode", "score", "cameo", "context"], data) {
            modes[try EventType(row.fields[0], in: row), default: [:]][row.fields[1]] = ModeFacts(
                score: row.fields[2].isEmpty ? nil : try number(row.fields[2], in: row), cameo: row.fields[3],
                context: row.fields[4].isEmpty ? nil : row.fields[4])
        }
        var cameo: [String: CameoFacts] = [:]
        for row in try Ontology.rows("cameo.tsv", ["code", "event", "mode", "context", "label"], data) {
            let type = try EventType(row.fields[1], in: row)
            let mode = row.fields[2].isEmpty ? nil : row.fields[2]
            if let mode, modes[type]?[mode] == nil { throw row.error("\(type.rawValue) has no mode '\(mode)'") }
            cameo[row.fields[0]] = CameoFacts(
                type: type, mode: mode, contexts: row.fields[3].split(separator: ",").map(String.init),
                label: row.fields[4])
        }
        self.events = events
        self.modes = modes
        self.cameo = cameo
    }

    package func quad(of type: EventType) -> Quad { events[type]?.quad ?? .verbalCooperation }

    /// The score of the most telling mode, or of the event type when no mode has one.
    package func score(of type: EventType, modes names: [String]) -> Double {
        let scores = names.compactMap { modes[type]?[$0]?.score }
        return scores.max { abs($0) < abs($1) } ?? events[type]?.score ?? 0
    }

    /// The code for an event whose lexicon entry names none.
    package func cameo(of type: EventType, modes names: [String]) -> String {
        names.lazy.compactMap { modes[type]?[$0]?.cameo }.first ?? events[type]?.cameo ?? ""
    }

    private static func rows(
        _ file: String, _ columns: [String], _ data: DataFolder
    ) throws(TableError) -> [LayeredTable.Row] {
        try LayeredTable(
            file, layers: LexiconLayers(folders: [data.file("ontology")]), columns: columns, key: min(2, columns.count)
        ).rows
    }
}

extension EventType {
    /// The type that a table's row names.
    init(_ name: String, in row: LayeredTable.Row) throws(TableError) {
        guard let type = EventType(rawValue: name) else { throw row.error("'\(name)' is no event type of PLOVER") }
        self = type
    }
}

private func number(_ text: String, in row: LayeredTable.Row) throws(TableError) -> Double {
    guard let number = Double(text) else { throw row.error("'\(text)' is no number") }
    return number
}
