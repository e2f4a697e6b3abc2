import Tokens

/// Whether the name of a place stands for those who act there.
enum PlaceRole {
    /// From the place's part in its clause: subjects, objects and possessors act, and so do the parties `between`,
    /// `with` and `by` name; what a preposition of place governs does not.
    static func acts(_ head: Int, in doc: Doc) -> Bool {
        var node = head
        while doc.tokens[node].dep == .conj, doc.tokens[node].head != node { node = doc.tokens[node].head }
        switch doc.tokens[node].dep {
        case .nsubj, .nsubjpass, .dobj, .poss, .dative, .csubj, .attr, .root, .oprd: return true
        case .appos: return acts(doc.tokens[node].head, in: doc)
        case .pobj:
            let preposition = doc.tokens[doc.tokens[node].head]
            return ![
                "in", "at", "near", "inside", "outside", "around", "across", "through", "throughout", "within", "into",
                "over",
            ]
            .contains(preposition.lower)
        default: return false
        }
    }
}
