import Tokens

/// States that a report calls by a common noun.
extension EntityChains {
    /// "The country": the one the passage is about, else the last one named before that is not the subject's own.
    func countryMeant(_ index: Int) -> String? {
        let own = countryOfSubject(index)
        let meant = focus.country(at: found[index].head)
        if let meant, meant != own { return meant }
        let other = focus.lastCountry(before: found[index].head, in: doc, except: own)
        return other ?? (focus.story == own ? nil : focus.story) ?? meant ?? own
    }

    /// "The neighbour", "its rival": not the subject or the possessor; the state of the story, else the last one named.
    mutating func otherCountry(_ index: Int) -> String? {
        let hasPossessor = doc.child(of: found[index].head, .poss) != nil
        guard let own = hasPossessor ? countryOfPossessor(index) : countryOfSubject(index) else { return nil }
        guard hasPossessor || isBareDefinite(index) else { return nil }
        if hasPossessor { return focus.story == own ? nil : focus.story }
        return focus.lastCountry(before: found[index].head, in: doc, except: own)
    }

    private func countryOfSubject(_ index: Int) -> String? {
        for token in localSubject(of: found[index].head) {
            guard let mention = mentionAtHead[token], chainOf[mention] >= 0 else { continue }
            if let country = chains[chainOf[mention]].actor.country { return country }
        }
        return nil
    }

    /// "Ines Roth, who heads the agency's office": somebody acts for the body that they lead.
    mutating func learnFromOffices() {
        for index in found.indices where chainOf[index] >= 0 && chains[chainOf[index]].kind == .person {
            let chain = chainOf[index]
            guard chains[chain].actor.country == nil else { continue }
            for clause in doc.children(of: found[index].head, .relcl)
            where leadingVerbs.contains(doc.tokens[clause].lemma) && doc.child(of: clause, .nsubj).map(isWho) ?? false {
                guard let led = doc.child(of: clause, .dobj), let body = body(at: led) else { continue }
                chains[chain].actor.country = body.country
                if chains[chain].actor.sectors.isEmpty { chains[chain].actor.sectors = body.sectors }
            }
        }
    }

    private func isWho(_ token: Int) -> Bool { doc.tokens[token].lower == "who" }

    /// The actor that a noun names, or whose it is.
    private func body(at token: Int) -> Actor? {
        if let mention = mentionAtHead[token], chainOf[mention] >= 0, chains[chainOf[mention]].actor.country != nil {
            return chains[chainOf[mention]].actor
        }
        for child in doc.children(of: token, .poss, .compound, .nmod) {
            if let body = body(at: child) { return body }
        }
        guard let of = doc.children(of: token, .prep).first(where: { doc.tokens[$0].lower == "of" }),
            let object = doc.child(of: of, .pobj)
        else { return nil }
        return body(at: object)
    }
}

private let leadingVerbs: Set<String> = ["head", "lead", "chair", "run", "command", "direct", "oversee"]
