import Tokens

/// What an entry demands of what somebody says: that it is said, of whom, and whether as a fact, a duty or a prospect.
extension FrameMatcher {
    /// Gives the act to whoever says it, if what is said is asserted or, as the entry wants it, put ahead.
    func checkTold(_ conditions: Set<EventEntry.Condition>, _ act: inout Act) throws(Mismatch) {
        let verb = syntax.clauseVerb(of: act.trigger)
        let isAhead = syntax.modal(of: verb) != nil
        if conditions.contains(.ahead), !isAhead { throw .notAhead }
        if isAhead, conditions.isDisjoint(with: [.ahead, .obliged, .not]) { throw .ahead }
        guard let telling = voices.telling(at: act.trigger), parties.isParty(telling.speaker, in: scene),
            telling.cue != act.trigger, isAsserted(verb, in: telling)
        else { throw .notTold }
        let subject = act.actors.first ?? act.recipients.first ?? act.deeds.first ?? syntax.subject(of: verb)
        let isOwn = lexicon.frames[act.entry].subject == .actor
        let speaking = act.actors
        act.actors = [telling.speaker]
        act.telling = telling
        if isOwn, isDecided(verb, by: telling.speaker) {
            act.specificity += 2
            return
        }
        if let subject {
            guard isOwn == isSpeaker(subject, of: act), !parties.isDenied(subject, in: doc) else { throw .notTold }
        } else if isOwn {
            throw .notTold
        }
        // "The minister said his country would not …": the country does it.
        if isOwn, let own = speaking.first, !syntax.isPronoun(own) { act.actors = speaking }
        act.specificity += 2
    }

    /// "The minister said the truce would not be *prolonged*": what the lexicon knows as an act and nobody is said to do is
    /// for a state or an armed force that speaks of it to do.
    private func isDecided(_ verb: Int, by speaker: Int) -> Bool {
        syntax.isPassive(verb) && syntax.modal(of: verb) != nil && isAct(verb)
            && syntax.prepositionObjects([FrameMatcher.by], of: [verb]).isEmpty && parties.isArmed(speaker, in: scene)
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
            case .acl:
                guard let evidence = evidence(for: node) else { return false }
                node = evidence
            default: return false
            }
        }
        return false
    }

    /// "There is *no doubt* that …", "have *proof* that …": the verb by which somebody says that what a noun holds is
    /// true.
    private func evidence(for clause: Int) -> Int? {
        let noun = doc.tokens[clause].head
        let token = doc.tokens[noun]
        guard syntax.child(of: clause, where: { $0.dep == .mark && $0.lower == "that" }) != nil,
            token.dep == .attr || token.dep == .dobj,
            ["be", "have", "leave", "see"].contains(doc.tokens[token.head].lemma)
        else { return nil }
        let isDoubt = ["doubt", "question"].contains(token.lemma)
        return isDoubt == syntax.isNegated(token.head) ? token.head : nil
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
        // "If *those detained* are not freed", "if its *demands* are not met".
        guard let subject = syntax.subject(of: clause), !scene.isSame(subject, as: [actor]),
            !syntax.isPronoun(subject) || doc.tokens[subject].lower == "those",
            syntax.isPassive(clause) || parties.isParty(subject, in: scene)
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
            // "Has itself to blame", "had much to say": nothing that has to be done.
            guard modal == nil, ["have", "need", "ought"].contains(doc.tokens[clause].lemma),
                syntax.child(of: clause, .dobj) == nil, let deed = syntax.child(of: clause, .xcomp),
                syntax.hasInfinitiveMark(deed)
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
