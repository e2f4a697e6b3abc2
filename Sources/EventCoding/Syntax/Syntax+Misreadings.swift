import Tokens

/// Subjects where the parser is known to go astray in news prose.
extension Syntax {
    /// "The U.N. rights office voiced concern": a subject that the parser takes for an adverbial, as it does with nouns that
    /// follow a plural.
    func adverbialSubject(of verb: Int) -> Int? {
        switch doc.tokens[verb].tag {
        case .vbd, .vbz, .vbp: break
        default: return nil
        }
        guard doc.tokens[verb].dep == .root || doc.tokens[verb].dep == .ccomp, verb > 0 else { return nil }
        let last = verb - 1
        guard doc.tokens[last].dep == .npadvmod, doc.tokens[last].head == verb, isNominal(last) else { return nil }
        switch doc.tokens[last].entity.label {
        case .date, .time, .cardinal, .quantity, .money, .percent: return nil
        default: return last
        }
    }

    /// "Chad left on Friday and *Niger* stayed", "which began after *rebels* seized a town": the noun right before a finite
    /// verb that nothing but that noun can join to the clause before.
    func joinedSubject(of verb: Int) -> Int? {
        let token = doc.tokens[verb]
        guard token.dep == .conj, verb > 1, token.head < verb - 1,
            token.tag == .vbd || token.tag == .vbz || token.tag == .vbp
        else { return nil }
        let auxiliaries = doc.children(of: verb).filter { $0 < verb && doc.tokens[$0].dep == .aux }
        let noun = (auxiliaries.first ?? verb) - 1
        guard noun > token.head, isNominal(noun), doc.tokens[noun].tag != .prp else { return nil }
        let opening = doc.subtree(of: noun).lowerBound - 1
        guard opening > token.head else { return nil }
        switch doc.tokens[noun].dep {
        case .conj where doc.tokens[opening].dep == .cc: return noun
        case .pobj where Syntax.openingClauses.contains(doc.tokens[opening].lower): return noun
        default: return nil
        }
    }

    private static let openingClauses: Set<String> = ["after", "before", "since", "until"]

    /// The word that a clause depends on: for a participle behind a comma not the purpose that the parser hangs it on, but what
    /// was done for that purpose ("torched huts to drive settlers out, *drawing* a rebuke").
    func governor(of clause: Int) -> Int {
        let token = doc.tokens[clause]
        guard token.dep == .advcl, token.tag == .vbg, clause > 0, doc.tokens[clause - 1].tag == .comma,
            hasInfinitiveMark(token.head), isPurpose(token.head)
        else { return token.head }
        return doc.ancestors(of: token.head).first { isVerb($0) } ?? token.head
    }

    /// "Saw troops *bundling* a man into a car": what those who are seen do.
    func isSeen(_ participle: Int) -> Bool {
        let token = doc.tokens[participle]
        guard token.tag == .vbg, token.head < participle, Syntax.perceiving.contains(doc.tokens[token.head].lemma),
            doc.tokens[participle - 1].tag != .comma
        else { return false }
        return child(of: token.head, .dobj) != nil
    }

    private static let perceiving: Set<String> = [
        "see", "watch", "hear", "film", "photograph", "spot", "notice", "observe", "show", "catch", "picture",
    ]

    private func isPurpose(_ infinitive: Int) -> Bool {
        doc.tokens[infinitive].dep == .advcl || doc.tokens[infinitive].dep == .acl
    }

    /// The subject of a past tense that the parser took for a participle of the noun before it: "Gunmen on motorbikes *killed*
    /// 19 villagers". A passive participle has no object of its own.
    func disguisedSubject(of verb: Int) -> Int? {
        let token = doc.tokens[verb]
        guard token.dep == .acl, token.tag == .vbn || token.tag == .vbd, token.head < verb, isNominal(token.head),
            child(of: verb, where: { $0.dep == .aux || $0.dep == .auxpass || $0.dep == .agent }) == nil,
            hasOwnObject(verb) || closesApposition(verb)
        else { return nil }
        var noun = token.head
        for _ in 0..<4 {
            let above = doc.tokens[noun].head
            switch doc.tokens[noun].dep {
            case .pobj where doc.tokens[above].dep == .prep && isNominal(doc.tokens[above].head):
                noun = doc.tokens[above].head
            case .appos where isNominal(above): noun = above
            default:
                return doc.tokens[noun].dep == .nsubj || doc.tokens[noun].dep == .root ? noun : nil
            }
        }
        return nil
    }

    private func hasOwnObject(_ verb: Int) -> Bool {
        guard let object = child(of: verb, .dobj), object > verb, isNominal(object) else { return false }
        return !Syntax.takingTwoObjects.contains(doc.tokens[verb].lemma)
    }

    /// "President Vega, once a rebel leader, *offered* to …", "Vega, who had come home, *offered* …": a participle does not
    /// stand after the comma that ends an apposition or a relative clause, unless it is one of several.
    private func closesApposition(_ verb: Int) -> Bool {
        let noun = doc.tokens[verb].head
        return verb > 1 && doc.tokens[verb - 1].tag == .comma
            && child(of: verb, where: { $0.dep == .xcomp || $0.dep == .ccomp }) != nil
            && (doc.tokens[noun].dep == .appos || child(of: noun, .relcl).map { $0 < verb } ?? false)
    }

    /// Verbs whose passive keeps an object: "the soldiers *given* medals".
    private static let takingTwoObjects: Set<String> = [
        "give", "award", "grant", "offer", "hand", "pay", "send", "teach", "promise", "deny", "owe", "allow", "assign",
        "ask", "tell", "show", "lend", "charge", "fine", "cost", "call", "name", "appoint", "elect", "make", "consider",
        "refuse", "spare", "guarantee", "allot", "bring", "serve", "dub", "title", "nickname",
    ]
}
