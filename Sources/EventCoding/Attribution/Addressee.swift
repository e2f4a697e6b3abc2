import Tokens

extension AttributionText {
    /// The head of the phrase that names to whom something is said; `nil` when nobody is named.
    ///
    /// Of verbs of telling and asking, the object ("told *reporters* that", "urged *both sides* to"), and the subject
    /// where they are passive ("*lawmakers* were told"); else what a "to" or "with" of the verb names ("said to
    /// *Aliyev*", "in a letter to *the council*").
    func addressee(of attribution: Attribution) -> Int? {
        let verb = attribution.by.head
        let candidate: Int?
        if let object = toldParty(verb) {
            candidate = object
        } else {
            candidate = dative(of: verb) ?? doc.children(of: verb, .prep, .dobj).lazy.compactMap(self.dativeBelow).first
        }
        guard let found = candidate, !(attribution.by.source?.contains(found) ?? false), isParty(found),
            !attribution.content.contains(where: { $0.lowerBound == left[found] && $0.upperBound <= right[found] })
        else { return nil }
        return found
    }

    private func toldParty(_ verb: Int) -> Int? {
        guard lexicon.takesAddressee(doc.tokens[verb]) else { return nil }
        if doc.child(of: verb, .auxpass) != nil { return doc.child(of: verb, .nsubjpass) }
        // "urged the government to act": the parser may take the object for the subject of what is asked.
        return doc.child(of: verb, .dative, .dobj)
            ?? doc.child(of: verb, .ccomp, .xcomp).flatMap { clause in
                doc.child(of: clause, .mark) == nil && doc.tokens[clause].tag == .vb
                    ? doc.child(of: clause, .nsubj) : nil
            }
    }

    private func dative(of verb: Int) -> Int? {
        if let object = doc.child(of: verb, .dative) {
            return doc.tokens[object].pos == .adposition ? doc.child(of: object, .pobj) : object
        }
        return doc.children(of: verb, .prep).lazy.filter { self.doc.tokens[$0].lower == "to" }
            .compactMap { self.doc.child(of: $0, .pobj) }.first
    }

    /// "in a letter to the council", "made a promise to voters".
    private func dativeBelow(_ phrase: Int) -> Int? {
        let noun = doc.tokens[phrase].dep == .prep ? doc.child(of: phrase, .pobj) : phrase
        return noun.flatMap { lexicon.act(of: doc.tokens[$0]) == 0 ? nil : dative(of: $0) }
    }

    /// Whether a word can name somebody to talk to: a name, a pronoun, a noun for people.
    private func isParty(_ token: Int) -> Bool {
        switch doc.tokens[token].entity.label {
        case .person?, .organization?, .geopolitical?, .norp?: return true
        case nil: break
        default: return false
        }
        switch doc.tokens[token].pos {
        case .pronoun: return !["it", "that", "this", "which", "what"].contains(doc.tokens[token].lower)
        case .noun, .properNoun: return lexicon.isParty(doc.tokens[token])
        default: return false
        }
    }
}
