import Lexicon
import Tokens

/// Turns acts and the acts inside them into drafts of events.
struct Composer {
    let scene: Scene
    let lexicon: EventLexicon
    let table: CompositionTable
    let parties: PartyResolver
    let finder: ActFinder

    /// The events an act amounts to: one, or as many as the acts coordinated inside it.
    func drafts(of act: Act) -> [Draft] { drafts(of: act, inside: []) }

    private func drafts(of act: Act, inside outer: [Int]) -> [Draft] {
        let drafts = composed(act, inside: outer)
        guard let telling = act.telling else { return drafts }
        return drafts.map { draft in
            guard draft.trigger == act.trigger else { return draft }
            var draft = draft
            draft.telling = telling
            draft.status = nil
            // When it is said, not when what is said comes true.
            draft.anchors = telling.cue.map { [$0] } ?? []
            return draft
        }
    }

    /// - Parameter outer: triggers of the acts it lies in: a pattern may take one of them for an act inside this one.
    private func composed(_ act: Act, inside outer: [Int]) -> [Draft] {
        let entry = lexicon.entries[act.entry]
        let path = outer + [act.trigger]
        guard entry.meaning != .none else { return [] }
        let inner = act.inner.filter { !path.contains($0) }.compactMap { finder.act(at: $0) }
            .flatMap { drafts(of: $0, inside: path) }
        switch entry.meaning {
        case .event(let type): return outerDrafts(act, entry, type, inner)
        case .none: return []
        case .inner:
            return inner.map { draft in
                let draft = carried(draft, by: act, entry)
                // "Decided *not* to attend": a refusal; "tried not to" is none.
                guard entry.status == nil, isDeclined(draft), scene.syntax.hasInfinitiveMark(draft.trigger),
                    let outcome = table.outcome(.refused, inner: draft.type, modes: draft.modes)
                else { return draft }
                return refusing(applying(outcome, to: draft), at: act.trigger)
            }
        case .outer(let outer):
            // Whoever denies an act has done nothing to those who are said to have taken part in it.
            if inner.isEmpty || outer == .denied,
                let outcome = table.outcome(isDeclined(act, outer) ? .refused : outer, inner: nil, modes: []),
                let type = outcome.type
            {
                return [applying(outcome, to: plainDraft(act, entry, type))]
            }
            return inner.compactMap { draft in
                guard let outcome = outcome(outer, draft) else {
                    // "Said it would not strike" tells of no strike.
                    return act.telling == nil || outer == .refused ? nil : draft
                }
                var result = applying(outcome, to: carried(draft, by: act, entry))
                if outcome.type != nil {
                    result.trigger = act.trigger
                }
                if outer == .vow, outcome.type != nil { result = oneSided(result) }
                if outer == .refused || outer == .vow && isDeclined(draft) {
                    result = refusing(result, at: act.trigger)
                }
                if outer == .failed, outcome.type == nil { result.status = .negated }
                return result
            }
        }
    }

    private func outerDrafts(_ act: Act, _ entry: EventEntry, _ type: EventType, _ inner: [Draft]) -> [Draft] {
        let plain = plainDraft(act, entry, type)
        guard !act.inner.isEmpty else { return [plain] }
        guard !inner.isEmpty else {
            let outcome = table.outcome(.event(type), inner: nil, modes: [])
            var draft = outcome.map { applying($0, to: plain) } ?? plain
            if draft.recipients.isEmpty { draft.recipients = innerSubject(act) }
            if draft.recipients.isEmpty, type != .request { draft.recipients = innerObjects(act) }
            if draft.recipients.isEmpty { draft.recipients = warned(act) }
            return [draft]
        }
        return inner.map { innerDraft in
            guard let outcome = outcome(.event(type), innerDraft) else { return plain }
            guard outcome.type != nil else { return carried(innerDraft, by: act, entry) }
            var draft = applying(outcome, to: plain)
            draft.contexts = merge(draft.contexts, innerDraft.contexts)
            draft.rule += " + " + innerDraft.rule
            draft.specificity += innerDraft.specificity
            if draft.recipients.isEmpty {
                let others = (innerDraft.actors + innerDraft.coactors + innerDraft.recipients).filter {
                    !scene.isSame($0, as: draft.actors)
                }
                // Who is to act is asked or blamed; a promise or threat of one's own goes to whom it concerns.
                let doers = others.filter { innerDraft.actors.contains($0) }
                let mustAct = draft.type == .request || draft.type == .accuse
                // Whom a charge inside a charge is against is blamed by both.
                let isBlamed = draft.type == .accuse && innerDraft.type == .accuse
                draft.recipients = doers.isEmpty && (!mustAct || isBlamed) ? others : doers
                if draft.recipients.isEmpty { draft.recipients = warned(act) }
            }
            return draft
        }
    }

    /// "Vowed *never* to do business with": an act the lexicon does not know is refused.
    private func isDeclined(_ act: Act, _ outer: CompositionTable.Outer) -> Bool {
        outer == .vow && act.inner.contains { scene.syntax.isVerb($0) && scene.syntax.isNegated($0) }
    }

    /// Whom one vows to meet, or not to, is whom that is said to.
    private func oneSided(_ draft: Draft) -> Draft {
        var draft = draft
        draft.recipients += draft.coactors
        draft.coactors = []
        return draft
    }

    /// A refusal is asserted by the outer word, whatever is refused.
    private func refusing(_ draft: Draft, at outer: Int) -> Draft {
        var draft = oneSided(draft)
        draft.trigger = outer
        draft.anchors = [outer]
        return draft
    }

    private func isDeclined(_ inner: Draft) -> Bool {
        inner.telling == nil && inner.type != .reject && scene.syntax.isVerb(inner.trigger)
            && scene.syntax.isNegated(inner.trigger)
    }

    /// What the two make together; what one undertakes *not* to do is refused, or left be.
    private func outcome(_ outer: CompositionTable.Outer, _ inner: Draft) -> CompositionTable.Outcome? {
        guard isDeclined(inner) else { return table.outcome(outer, inner: inner.type, modes: inner.modes) }
        switch outer {
        case .vow, .event(.agree):
            return table.outcome(.refused, inner: inner.type, modes: inner.modes)
                ?? table.outcome(.vow, inner: nil, modes: [])
        case .event(.request): return table.outcome(outer, inner: nil, modes: [])
        default: return table.outcome(outer, inner: inner.type, modes: inner.modes)
        }
    }

    private func plainDraft(_ act: Act, _ entry: EventEntry, _ type: EventType) -> Draft {
        var recipients = type == .accuse ? act.recipients.filter { !parties.isHearer($0, in: scene) } : act.recipients
        // What the frame asks for by name ("flew in *180 soldiers*") is what is used, not on whom.
        recipients.removeAll { act.fixed.contains($0) }
        for deed in act.deeds {
            recipients += doers(of: deed).filter { !isOwn($0, of: deed, act.actors) }
        }
        var actors = act.actors
        if actors.isEmpty, !act.coactors.isEmpty, let host = hostSubject(of: act.trigger) { actors = [host] }
        var modes = entry.modes
        if let instrument = act.instrument, actors.isEmpty {
            if let means = finder.act(at: instrument) {
                actors = means.actors
                if modes.isEmpty, case .event(type) = lexicon.entries[means.entry].meaning {
                    modes = lexicon.entries[means.entry].modes
                }
                if actors.isEmpty, let wielder = wielder(of: instrument) { actors = [wielder] }
            } else if let owner = parties.owner(of: instrument, in: scene) {
                actors = [owner.head]
            } else if let sender = agent(of: instrument) {
                actors = [sender]
            }
        }
        if actors.isEmpty, type == .accuse, act.passive { actors = summoners(act) }
        if actors.isEmpty, type == .consult { actors = traveller(on: act.trigger) }
        if recipients.isEmpty { recipients = ownerOfFixed(act, actors) }
        if actors.isEmpty, type == .assault, let wielder = wielder(of: act.trigger) { actors = [wielder] }
        if recipients.isEmpty, type == .assault { recipients = aims(of: act.trigger) }
        return Draft(
            type: type, modes: modes, isModeOpen: entry.isModeOpen, contexts: entry.contexts, cameo: entry.cameo,
            actors: actors,
            recipients: recipients, coactors: act.coactors, trigger: act.trigger, anchors: [act.trigger],
            status: entry.status,
            isReciprocal: !act.coactors.isEmpty || entry.conditions.contains(.plural), instrument: act.instrument,
            fixed: act.fixed, rule: entry.text, specificity: act.specificity)
    }

    /// Who takes part in what a noun names beside those the noun itself names: the subject of the verb it depends on ("flew
    /// to Oslo for talks with …").
    private func hostSubject(of noun: Int) -> Int? {
        guard scene.syntax.isNominal(noun),
            let verb = scene.doc.ancestors(of: noun).first(where: { scene.syntax.isVerb($0) }),
            !scene.syntax.isPassive(verb), let subject = scene.syntax.subject(of: verb), subject != noun,
            !scene.doc.isAncestor(subject, of: noun) || isEngaged(subject, in: noun),
            parties.isParty(subject, in: scene)
        else { return nil }
        return subject
    }

    /// "The president, *in* telephone *calls* with …": what somebody is in, not what they are of.
    private func isEngaged(_ party: Int, in noun: Int) -> Bool {
        let token = scene.doc.tokens[noun]
        return token.dep == .pobj && scene.doc.tokens[token.head].head == party
            && ["in", "during", "at", "after"].contains(scene.doc.tokens[token.head].lower)
    }

    /// An inner act with the roles and the status that the outer word gives it.
    private func carried(_ draft: Draft, by act: Act, _ entry: EventEntry) -> Draft {
        // A charge or threat stays what it is, whatever verb it is put in ("they *want to* steal the land").
        guard draft.telling == nil else { return draft }
        var draft = draft
        let others = { (tokens: [Int]) in tokens.filter { !draft.actors.contains($0) && !draft.recipients.contains($0) }
        }
        let (actors, recipients, coactors) = (others(act.actors), others(act.recipients), others(act.coactors))
        if draft.actors.isEmpty || draft.isReciprocal { draft.actors = actors + draft.actors }
        // "Praised the decision *of Oslo* to send arms": not who praises it.
        if scene.syntax.isNominal(act.trigger), !act.actors.isEmpty, isControlled(draft.trigger) {
            draft.actors = act.actors
        }
        draft.coactors += coactors.filter { !draft.coactors.contains($0) }
        draft.isReciprocal = draft.isReciprocal || !draft.coactors.isEmpty
        if draft.recipients.isEmpty { draft.recipients = recipients }
        draft.anchors.append(act.trigger)
        draft.fixed += act.fixed
        draft.status = entry.status ?? draft.status
        draft.contexts = merge(draft.contexts, entry.contexts)
        draft.rule = entry.text + " + " + draft.rule
        draft.specificity += act.specificity
        return draft
    }

    /// An infinitive whose subject is understood.
    private func isControlled(_ verb: Int) -> Bool {
        scene.syntax.isVerb(verb) && scene.syntax.hasInfinitiveMark(verb) && !scene.syntax.hasOwnSubject(verb)
            && !scene.syntax.isPassive(verb)
    }

    private func applying(_ outcome: CompositionTable.Outcome, to draft: Draft) -> Draft {
        guard let type = outcome.type else { return draft }
        var draft = draft
        draft.cameo = outcome.cameo ?? (type == draft.type ? draft.cameo : nil)
        if !outcome.modes.isEmpty || type != draft.type { draft.modes = outcome.modes }
        draft.isModeOpen = false
        draft.type = type
        return draft
    }
}

/// The first list with what only the second has.
func merge(_ first: [String], _ second: [String]) -> [String] { first + second.filter { !first.contains($0) } }
