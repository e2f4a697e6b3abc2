import Tokens

extension Doc {
    /// Whether a token can head a noun phrase: a noun, name, pronoun or number in a noun's place.
    func headsNounPhrase(_ token: Int) -> Bool {
        switch tokens[token].pos {
        case .noun, .properNoun, .pronoun, .number, .other: break
        case .adjective: if tokens[token].dep == .amod || tokens[token].dep == .acomp { return false }
        default: return false
        }
        switch tokens[token].dep {
        case .compound, .amod, .nmod, .nummod, .quantmod, .det, .advmod, .case, .punct, .aux, .prep, .acomp, .predet:
            return false
        default: return true
        }
    }

    /// The head with what stands before it in its phrase, without clauses: "the former Saudi general".
    func nounPhrase(of head: Int) -> Range<Int> {
        var left = head
        for child in children(of: head) where child < head {
            switch tokens[child].dep {
            case .det, .amod, .compound, .poss, .nummod, .nmod, .predet, .quantmod, .case, .advmod, .npadvmod, .appos:
                left = min(left, subtree(of: child).lowerBound)
            default: continue
            }
        }
        return left..<head + 1
    }

    /// The noun phrase with the `of`, `for`, `from` and `in` phrases that follow it at once.
    func nounPhraseWithComplements(of head: Int) -> Range<Int> {
        var range = nounPhrase(of: head)
        for child in children(of: head, .prep) where child == range.upperBound {
            // "Doctors *Without* Borders": part of a name.
            let isNamed = ["Without", "Against"].contains(text(of: child))
            guard isNamed || ["of", "for", "from", "in", "at"].contains(tokens[child].lower),
                // "One that they depended on …": a relative pronoun stands before its preposition.
                let object = self.child(of: child, .pobj), object > child
            else { break }
            range = range.lowerBound..<nounPhraseWithComplements(of: object).upperBound
        }
        return range
    }
}
