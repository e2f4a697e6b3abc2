import Tokens

/// What denies a clause: the one place where status and the conditions of frames read it.
extension Syntax {
    /// "Not", "never", "no longer", "neither … nor", nobody as subject, nothing as object; two of them cancel each other.
    func isNegated(_ verb: Int) -> Bool { !negations(of: verb).count.isMultiple(of: 2) }

    /// The words that deny a verb's clause.
    func negations(of verb: Int) -> Set<Int> {
        var result = sharedNegations(of: verb, depth: 0)
        for child in doc.children(of: verb) where doc.tokens[child].dep == .dobj || doc.tokens[child].dep == .attr {
            // "Would take *no* more grants."
            if let negation = nominalNegation(of: child) { result.insert(negation) }
        }
        return result
    }

    /// The word that says that there is none of what a noun names: "*no* group", "*neither* side", "*nobody*".
    func nominalNegation(of noun: Int) -> Int? {
        let token = doc.tokens[noun]
        if Syntax.nobody.contains(token.lower) { return noun }
        // "No 10 said": a house number.
        guard token.pos != .number else { return nil }
        // "No *more* grants".
        if let more = child(of: noun, where: { $0.dep == .amod && $0.lower == "more" }),
            let negation = child(of: more, where: { $0.lower == "no" })
        {
            return negation
        }
        return child(of: noun) {
            ($0.dep == .det || $0.dep == .preconj) && ($0.lower == "no" || $0.lower == "neither") || $0.dep == .neg
        }
    }

    /// Those that also hold for verbs coordinated with this one, and those it shares itself.
    private func sharedNegations(of verb: Int, depth: Int) -> Set<Int> {
        var result: Set<Int> = []
        for child in doc.children(of: verb) {
            let token = doc.tokens[child]
            switch token.dep {
            case .neg, .advmod: if isNegative(adverb: child) { result.insert(child) }
            case .preconj: if token.lower == "neither" { result.insert(child) }
            // "*Nor* did it attack."
            case .cc: if token.lower == "nor", child < verb { result.insert(child) }
            case .nsubj, .nsubjpass: if let negation = nominalNegation(of: child) { result.insert(negation) }
            default: break
            }
        }
        if result.isEmpty, depth < Syntax.maximalChain { result = negationsOfConjunct(verb, depth: depth) }
        return result
    }

    /// What a coordinated verb is denied by: "did not shell *or* bomb", "neither shelled *nor* bombed".
    private func negationsOfConjunct(_ verb: Int, depth: Int) -> Set<Int> {
        let token = doc.tokens[verb]
        guard token.dep == .conj, isVerb(token.head) else { return [] }
        let conjunction = doc.children(of: token.head).last { $0 < verb && doc.tokens[$0].dep == .cc }
        switch conjunction.map({ doc.tokens[$0].lower }) {
        case "nor": return conjunction.map { [$0] } ?? []
        case "but": return []
        default:
            // A bare form shares the auxiliaries of the verb it is coordinated with.
            guard token.tag == .vb || token.tag == .vbg, child(of: verb, .aux) == nil, !hasOwnSubject(verb) else {
                return []
            }
            return sharedNegations(of: token.head, depth: depth + 1)
        }
    }

    private func isNegative(adverb: Int) -> Bool {
        switch doc.tokens[adverb].lower {
        // "Not only shelled the town …": both are asserted; "whether or not": neither is.
        case "not", "n't", "n’t":
            if adverb > 0, doc.tokens[adverb - 1].lower == "or" { return false }
            return adverb + 1 >= doc.count || !Syntax.merely.contains(doc.tokens[adverb + 1].lower)
        case "never", "hardly", "nowhere": return true
        case "longer", "more": return child(of: adverb) { $0.lower == "no" } != nil
        default: return doc.tokens[adverb].dep == .neg
        }
    }

    private static let merely: Set<String> = ["only", "just", "merely", "simply", "solely"]
    private static let nobody: Set<String> = ["nobody", "none", "no-one", "noone", "neither"]
}
