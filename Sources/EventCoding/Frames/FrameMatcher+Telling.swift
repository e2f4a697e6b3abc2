import Tokens

/// What an entry demands of what somebody says: that it is said, of whom, and whether as a fact, a duty or a prospect.
extension FrameMatcher {
    /// Gives the act to whoever says it, if what is said is asserted or, as the entry wants it, put ahead.
    func checkTold(_ conditions: Set<EventEntry.Condition>, _ act: inout Act) throws(Mismatch) {
        let verb = syntax.clauseVerb(of: act.trigger)
        if conditions.isDisjoint(with: [.obliged, .not]) {
            let isAhead = syntax.modal(of: verb) != nil
            if conditions.contains(.ahead) != isAhead { throw isAhead ? .ahead : .notAhead }
        }
        guard let telling = voices.telling(at: act.trigger), parties.isParty(telling.speaker, in: scene),
            telling.cue != act.trigger, isAsserted(verb, in: telling)
        else { throw .notTold }
        let subject = act.actors.first ?? act.recipients.first ?? act.deeds.first ?? syntax.subject(of: verb)
        let isOwn = lexicon.frames[act.entry].subject == .actor
        let speaking = act.actors
        act.actors = [telling.speaker]
        act.telling = telling
        if let subject {
            guard isOwn == isSpeaker(subject, of: act), !parties.isDenied(subject, in: doc) else { throw .notTold }
        } else if isOwn {
            throw .notTold
        }
        // "The minister said his country would not …": the country does it.
        if isOwn, let own = speaking.first, !syntax.isPronoun(own) { act.actors = speaking }
        act.specificity += 2
    }

    /// Whether a clause is what is said itself, and no condition, reason, question or description in it.
    private func isAsserted(_ verb: Int, in telling: Voices.Telling) -> Bool {
        let sentence = doc.sentences[doc.sentenceIndex(of: verb)]
        if sentence.suffix(3).contains(where: { doc.tokens[$0].lower == "?" }) { return false }
        var node = verb
        for _ in sentence {
            let token = doc.tokens[node]
            let opening = syntax.child(of: node) {
                $0.tag == .wrb || $0.dep == .mark && FrameMatcher.subordinating.contains($0.lower)
            }
            if opening != nil { return false }
            if token.head == node || token.head == telling.cue { return true }
            switch token.dep {
            case .ccomp, .xcomp, .conj, .parataxis, .dep: node = token.head
            // "Left no doubt *that* …"
            case .acl where syntax.child(of: node, where: { $0.dep == .mark && $0.lower == "that" }) != nil:
                node = token.head
            default: return false
            }
        }
        return false
    }

    private static let subordinating: Set<String> = [
        "if", "whether", "unless", "as", "because", "though", "although", "like", "than", "until",
    ]

    /// A frame of what is said is not negated unless it asks for that; what must not be done is demanded all the same.
    func checkPolarity(_ conditions: Set<EventEntry.Condition>, _ act: inout Act) throws(Mismatch) {
        guard conditions.contains(.not) || conditions.contains(.told) else { return }
        let isNegated = syntax.isNegated(syntax.clauseVerb(of: act.trigger))
        if conditions.contains(.not) {
            guard isNegated else { throw .notNegated }
            act.specificity += 2
        }
        if isNegated, !conditions.contains(.not), !conditions.contains(.obliged) || doc.tokens[act.trigger].dep != .aux
        {
            throw .negated
        }
    }

    /// Whether what the actor will do hangs on what somebody else, or fate, has yet to do.
    func checkUnless(_ act: Act) throws(Mismatch) {
        let verb = syntax.clauseVerb(of: act.trigger)
        guard let clause = syntax.unlessClause(of: verb), let actor = act.actors.first, !syntax.isNegated(verb) else {
            throw .unconditional
        }
        if syntax.child(of: clause, where: { $0.dep == .mark && $0.lower == "unless" }) != nil { return }
        guard let subject = syntax.subject(of: clause), parties.isParty(subject, in: scene), !syntax.isPronoun(subject),
            !scene.isSame(subject, as: [actor])
        else { throw .unconditional }
    }

    /// The verb of what somebody else than the speaker must do: "Iran *must stop*", "Kyiv needs to *withdraw*".
    func obligation(in clause: Int, of act: Act) -> Int? {
        guard syntax.isVerb(clause) else { return nil }
        let isAsked = lexicon.entries[act.entry].conditions.contains(.bare)
        if isAsked, isGerundOfDuty(clause) { return clause }
        guard let subject = syntax.subject(of: clause), !isSpeaker(subject, of: act) else { return nil }
        if isAsked, isSubjunctive(clause) { return clause }
        // "Should Iran strike": a condition.
        if let modal = syntax.child(of: clause, where: { $0.tag == .md }), modal < subject { return nil }
        var verb = clause
        let modal = syntax.modal(of: clause)
        let isNamed = act.telling == nil ? parties.isParty(subject, in: scene) : scene.actor(at: subject) != nil
        if modal == "must" || modal == "should" || modal == "ought" {
            guard modal == "must" || isNamed else { return nil }
            // "Must be wrong", "should have known": a guess, a regret.
            let isPassive = syntax.child(of: clause, .auxpass) != nil
            if doc.tokens[clause].lemma == "be", !isPassive { return nil }
            if syntax.child(of: clause, where: { $0.dep == .aux && $0.lemma == "have" }) != nil { return nil }
        } else {
            guard modal == nil, ["have", "need", "ought"].contains(doc.tokens[clause].lemma),
                let deed = syntax.child(of: clause, .xcomp), syntax.hasInfinitiveMark(deed)
            else { return nil }
            verb = deed
        }
        if modal != "must", act.telling != nil, doc.tokens[subject].lower == "it", !isAct(verb) { return nil }
        return isNamed || isAct(verb) || isAct(subject) ? verb : nil
    }

    /// "Suggested *holding* talks": without a subject of its own.
    private func isGerundOfDuty(_ clause: Int) -> Bool {
        doc.tokens[clause].tag == .vbg && doc.tokens[clause].dep == .xcomp && !syntax.hasOwnSubject(clause)
            && syntax.child(of: clause, where: { $0.dep == .aux }) == nil
    }

    /// "Asked that he *be* released", "suggested that she *stay*": the bare verb says that it shall be so.
    private func isSubjunctive(_ clause: Int) -> Bool {
        guard syntax.child(of: clause, where: { $0.dep == .aux }) == nil else { return false }
        return doc.tokens[syntax.child(of: clause, .auxpass) ?? clause].tag == .vb
    }

    /// Whether a word stands for the speaker: "we", "our troops", a name of the same party; in indirect speech any pronoun
    /// that names nobody else.
    func isSpeaker(_ subject: Int, of act: Act) -> Bool {
        if FrameMatcher.firstPerson.contains(doc.tokens[subject].lower) { return true }
        if syntax.isPronoun(subject), scene.actor(at: subject) == nil { return act.telling?.isDirect != true }
        if let owner = syntax.child(of: subject, .poss), syntax.isPronoun(owner) { return isSpeaker(owner, of: act) }
        return scene.isSame(subject, as: act.actors)
    }

    private static let firstPerson: Set<String> = ["i", "we", "our", "my"]
}
