import Lexicon
import Tokens

/// Words beside an act that tell its mode: "drone" in "a drone strike", "fired a drone at", "bombed by drones".
struct ModeCues: Sendable {
    private let modes: [StringKey: [(type: EventType, mode: String)]]

    /// Reads `modes.tsv`: event, mode, word.
    init(layers: LexiconLayers, ontology: Ontology) throws(TableError) {
        let table = try LayeredTable("modes.tsv", layers: layers, columns: ["event", "mode", "word"], key: 3)
        var modes: [StringKey: [(type: EventType, mode: String)]] = [:]
        for row in table.rows {
            let type = try EventType(row.fields[0], in: row)
            guard ontology.modes[type]?[row.fields[1]] != nil else {
                throw row.error("\(type.rawValue) has no mode '\(row.fields[1])'")
            }
            modes[StringKey(row.fields[2]), default: []].append((type, row.fields[1]))
        }
        self.modes = modes
    }

    /// The mode that words beside an act tell; `nil` when none does.
    func mode(of type: EventType, beside tokens: [Int], in doc: Doc) -> String? {
        for token in tokens {
            let candidates = modes[doc.tokens[token].lemmaKey] ?? modes[doc.tokens[token].lowerKey] ?? []
            if let found = candidates.first(where: { $0.type == type }) { return found.mode }
        }
        return nil
    }

    /// The words that may tell: modifiers of the act and of what it is done with, and objects of "with", "by", "in",
    /// "using".
    func surroundings(of draft: Draft, in scene: Scene) -> [Int] {
        var heads = draft.fixed
        if scene.syntax.isNominal(draft.trigger) { heads.insert(draft.trigger, at: 0) }
        if let instrument = draft.instrument { heads.append(instrument) }
        for anchor in draft.anchors {
            for child in scene.doc.children(of: anchor) {
                let token = scene.doc.tokens[child]
                switch token.dep {
                case .prep where ModeCues.prepositions.contains(token.lower), .agent:
                    heads += scene.syntax.children(of: child, [.pobj])
                case .advcl where token.lemma == "use" || token.lemma == "fire":
                    heads += scene.syntax.children(of: child, [.dobj])
                case .advmod: heads.append(child)
                case .dobj where !draft.recipients.contains(child): heads.append(child)
                default: break
                }
            }
        }
        var result: [Int] = []
        for head in heads {
            result.append(head)
            result += scene.doc.children(of: head).filter {
                switch scene.doc.tokens[$0].dep {
                case .compound, .amod, .nmod, .npadvmod: true
                default: false
                }
            }
        }
        return result
    }

    private static let prepositions: Set<String> = ["with", "by", "in", "via", "over", "from", "at"]
}
