import Tokens

/// What the form of a verb says of when its clause holds.
extension Syntax {
    /// "Is flying", "accuses", "has deployed": what holds on the day of the report, whatever else the sentence dates.
    func isPresent(_ verb: Int) -> Bool {
        var node = verb
        // "Is holding talks and *drafting* a text."
        while doc.tokens[node].dep == .conj, doc.tokens[node].tag == .vbg, child(of: node, .aux) == nil,
            isVerb(doc.tokens[node].head)
        {
            node = doc.tokens[node].head
        }
        switch doc.tokens[node].tag {
        case .vbz, .vbp: return child(of: node) { $0.dep == .aux && $0.tag == .md } == nil
        case .vbn, .vbg:
            return child(of: node) { ($0.dep == .aux || $0.dep == .auxpass) && ($0.tag == .vbz || $0.tag == .vbp) }
                != nil
        default: return false
        }
    }

    /// "Had held": what was over when something else happened.
    func isPluperfect(_ verb: Int) -> Bool {
        child(of: verb) { $0.dep == .aux && $0.lower == "had" } != nil
    }

    /// The clauses that say what an act is for: "fired *to scatter* the crowd".
    func purposes(of verb: Int) -> [Int] {
        guard isVerb(verb) else { return [] }
        return doc.children(of: verb).filter { doc.tokens[$0].dep == .advcl && $0 > verb && hasInfinitiveMark($0) }
    }
}
