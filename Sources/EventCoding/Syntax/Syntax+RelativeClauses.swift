import Tokens

/// What a relative clause leaves out, and the nouns it can hang on.
extension Syntax {
    /// The noun that a clause leaves out as its object ("the move that Armenia *considered* …").
    func gap(of verb: Int) -> Int? {
        let token = doc.tokens[verb]
        // "Which thirty members backed and two *opposed*".
        if token.dep == .conj, doc.tokens[token.head].dep == .relcl {
            return lacksObject(verb) ? gap(of: token.head) : nil
        }
        guard hasOwnSubject(verb) else { return nil }
        switch token.dep {
        case .relcl: return opensOtherwise(verb) ? nil : token.head
        // "A charge that the ministry *denied*": the parser takes the pronoun for a conjunction.
        case .acl:
            let isRelative = isNominal(token.head) && opensWithThat(verb) && lacksObject(verb)
            return isRelative || isReducedRelative(verb) ? token.head : nil
        case .ccomp: return pronoun(opening: verb).map { $0 - 1 } ?? (isReducedRelative(verb) ? token.head : nil)
        default: return nil
        }
    }

    /// Other nouns that a relative clause may hang on than the one the parser chose, from there up ("the *state* of
    /// *emergency* in the north that it had declared") and down ("sanctions on a *network* of *companies* that it accuses").
    /// Only what the words ask for tells which.
    func otherAntecedents(of verb: Int) -> [Int] {
        guard let chosen = relativized(verb) else { return [] }
        var result: [Int] = []
        var noun = chosen
        for _ in 0..<3 {
            guard doc.tokens[noun].dep == .pobj else { break }
            let governor = doc.tokens[doc.tokens[noun].head].head
            let above = isVerb(governor) ? child(of: governor, .dobj) : governor
            guard let above, above < noun, isNominal(above) else { break }
            result.append(above)
            noun = above
        }
        noun = chosen
        while let preposition = doc.children(of: noun).first(where: { $0 > noun && doc.tokens[$0].dep == .prep }),
            let below = child(of: preposition, .pobj), below < verb
        {
            result.append(below)
            noun = below
        }
        return result
    }

    /// "Lifted the curfew in the north *that* it had imposed": a relative pronoun right behind a noun, whose clause the
    /// parser takes for an object of the verb before.
    func pronoun(opening clause: Int) -> Int? {
        guard doc.tokens[clause].dep == .ccomp, doc.tokens[clause].head < clause else { return nil }
        return doc.children(of: clause).first { child in
            let token = doc.tokens[child]
            guard child < clause, child - 1 > doc.tokens[clause].head, isNominal(child - 1) else { return false }
            return token.lower == "that" && token.dep == .dobj || token.tag == .wdt && token.dep == .mark
        }
    }

    /// Whether a clause tells more of a noun that sums up what was said ("…, *a charge* that the ministry denied"), and is not
    /// what the noun contains.
    func resumes(_ clause: Int) -> Bool {
        let noun = doc.tokens[clause].head
        guard doc.tokens[clause].dep == .acl || doc.tokens[clause].dep == .relcl, let article = child(of: noun, .det),
            article > 0
        else { return false }
        return doc.tokens[article].lower == "a" && doc.tokens[article - 1].tag == .comma && gap(of: clause) != nil
    }

    /// The noun that a relative clause describes as its object, or as what is done to it.
    private func relativized(_ verb: Int) -> Int? {
        if let gap = gap(of: verb) { return gap }
        guard doc.tokens[verb].dep == .relcl else { return nil }
        let isRelative = child(of: verb) {
            ($0.dep == .dobj || $0.dep == .nsubjpass) && ($0.tag == .wdt || $0.tag == .wp)
        }
        return isRelative == nil ? nil : doc.tokens[verb].head
    }

    /// Whether a relative pronoun stands in another place than the object's.
    private func opensOtherwise(_ verb: Int) -> Bool {
        doc.children(of: verb).contains { child in
            let token = doc.tokens[child]
            switch token.dep {
            case .nsubj, .nsubjpass: return token.tag == .wdt || token.tag == .wp
            case .advmod: return token.tag == .wrb
            case .prep: return self.child(of: child) { $0.tag == .wdt || $0.tag == .wp } != nil
            default: return false
            }
        }
    }

    /// "Remarks *the union condemned*", "a claim *that Dushanbe dismissed*": a relative clause that the parser takes for the
    /// content of the noun before it.
    private func isReducedRelative(_ verb: Int) -> Bool {
        let token = doc.tokens[verb]
        guard token.head < verb, doc.tokens[token.head].pos == .noun, lacksObject(verb), child(of: verb, .nsubj) != nil
        else { return false }
        return doc.subtree(of: verb).lowerBound == token.head + 1
    }

    private func opensWithThat(_ verb: Int) -> Bool {
        child(of: verb) { $0.dep == .mark && $0.lower == "that" } != nil && !isPassive(verb)
    }

    private func lacksObject(_ verb: Int) -> Bool {
        child(of: verb) { $0.dep == .ccomp || $0.dep == .xcomp } == nil
            && child(of: verb) { $0.dep == .dobj || $0.dep == .attr || $0.dep == .acomp || $0.dep == .nsubjpass } == nil
    }
}
