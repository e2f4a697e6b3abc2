import Grounding
import Lexicon
import Tokens

/// What an entry demands of the clause beyond its frame.
extension FrameMatcher {
    func check(_ conditions: Set<EventEntry.Condition>, _ act: inout Act) throws(Mismatch) {
        if conditions.contains(.plural), !isSeveral(act.actors) { throw .notSeveral }
        if conditions.contains(.intransitive), !act.passive, syntax.child(of: act.trigger, .dobj) != nil {
            throw .transitive
        }
        if conditions.contains(.armed) {
            guard let actor = act.actors.first, parties.isArmed(actor, in: scene) else { throw .notArmed }
            act.specificity += 2
        }
        if conditions.contains(.civilian) {
            guard let actor = act.actors.first, parties.isCivilian(actor, in: scene) else { throw .notCivilian }
            act.specificity += 2
        }
        if conditions.contains(.person) {
            guard let other = act.coactors.first ?? act.recipients.first, isPersonNamed(other),
                syntax.child(of: act.trigger, where: { $0.dep == .oprd || $0.dep == .ccomp || $0.dep == .acomp }) == nil
            else { throw .notPerson }
        }
        if conditions.contains(.not) != syntax.isNegated(syntax.clauseVerb(of: act.trigger)),
            conditions.contains(.not) || conditions.contains(.told)
        {
            throw conditions.contains(.not) ? .notNegated : .negated
        }
        if conditions.contains(.unless), syntax.unlessClause(of: syntax.clauseVerb(of: act.trigger)) == nil {
            throw .unconditional
        }
        if conditions.contains(.told) { try checkTold(conditions, &act) }
        if conditions.contains(.obliged) {
            // "Kyiv *needs* to withdraw" of its own, or inside what is said.
            let isVerb = conditions.contains(.told) && doc.tokens[act.trigger].dep != .aux
            let obliged = (isVerb ? [act.trigger] : act.inner).compactMap { obligation(in: $0, of: act) }
            guard !obliged.isEmpty else { throw .notObliged }
            act.inner = obliged
            act.specificity += 2
        }
        if conditions.contains(.own) {
            guard act.inner.contains(where: { isOwn($0, of: act) }) else { throw .notOwn }
            act.specificity += 2
        }
    }

    /// Gives the act to whoever says it, if what is said is asserted or, as the entry wants it, put ahead.
    private func checkTold(_ conditions: Set<EventEntry.Condition>, _ act: inout Act) throws(Mismatch) {
        let verb = syntax.clauseVerb(of: act.trigger)
        if !conditions.contains(.obliged), !conditions.contains(.not) {
            let isAhead = syntax.modal(of: verb) != nil
            if conditions.contains(.ahead) != isAhead { throw isAhead ? .ahead : .notAhead }
        }
        guard let telling = voices.telling(at: act.trigger), parties.isParty(telling.speaker, in: scene),
            telling.cue != act.trigger
        else { throw .notTold }
        let subject = act.actors.first ?? act.recipients.first ?? act.deeds.first ?? syntax.subject(of: verb)
        let isOwn = lexicon.frames[act.entry].subject == .actor
        let speaking = act.actors
        act.actors = [telling.speaker]
        if let subject {
            guard isOwn == isSpeaker(subject, of: act) else { throw .notTold }
        } else if isOwn {
            throw .notTold
        }
        // "The minister said his country would not …": the country does it.
        if isOwn, let own = speaking.first, !syntax.isPronoun(own) { act.actors = speaking }
        act.telling = telling
        act.specificity += 2
    }

    private func isOwn(_ clause: Int, of act: Act) -> Bool {
        syntax.subject(of: clause).map { isSpeaker($0, of: act) } ?? false
    }

    func checkInner(_ act: inout Act) throws(Mismatch) {
        switch lexicon.entries[act.entry].meaning {
        case .inner, .outer(.end), .outer(.failed):
            act.inner = act.inner.filter { isAct($0) }
            guard !act.inner.isEmpty else { throw .noInnerAct }
        case .event, .outer, .none: break
        }
    }

    private func isPersonNamed(_ token: Int) -> Bool { doc.tokens[token].entity.label == .person }

    /// The verb of what somebody else than the speaker must do: "Iran *must stop*", "Kyiv needs to *withdraw*".
    private func obligation(in clause: Int, of act: Act) -> Int? {
        guard syntax.isVerb(clause), let subject = syntax.subject(of: clause), !isSpeaker(subject, of: act) else {
            return nil
        }
        var verb = clause
        let modal = syntax.modal(of: clause)
        if modal == "must" || modal == "should" || modal == "ought" {
            guard modal == "must" || parties.isParty(subject, in: scene) else { return nil }
        } else {
            guard modal == nil, ["have", "need", "ought"].contains(doc.tokens[clause].lemma),
                let deed = syntax.child(of: clause, .xcomp), syntax.hasInfinitiveMark(deed)
            else { return nil }
            verb = deed
        }
        return parties.isParty(subject, in: scene) || isAct(verb) || isAct(subject) ? verb : nil
    }

    private func isSpeaker(_ subject: Int, of act: Act) -> Bool {
        if FrameMatcher.firstPerson.contains(doc.tokens[subject].lower) { return true }
        if syntax.isPronoun(subject), scene.actor(at: subject) == nil { return true }
        if let owner = syntax.child(of: subject, .poss), syntax.isPronoun(owner) { return isSpeaker(owner, of: act) }
        return scene.isSame(subject, as: act.actors)
    }

    private static let firstPerson: Set<String> = ["i", "we", "our", "my"]

    private func isSeveral(_ tokens: [Int]) -> Bool {
        guard let token = tokens.first else { return false }
        if syntax.coordinated(token).count > 1 || lexicon.isAssembly(token, of: doc) { return true }
        if let mention = scene.actor(at: token), scene.mentions.entities[mention.entity].actors.count > 1 {
            return true
        }
        switch doc.tokens[token].tag {
        case .nns, .nnps: return true
        default: return doc.tokens[token].lower == "they" || doc.tokens[token].lower == "we"
        }
    }
}
