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
        if conditions.contains(.debate) { try checkDebate(&act) }
        if conditions.contains(.person) {
            guard let other = act.coactors.first ?? act.recipients.first, isPersonNamed(other),
                syntax.child(of: act.trigger, where: { $0.dep == .oprd || $0.dep == .ccomp || $0.dep == .acomp }) == nil
            else { throw .notPerson }
        }
        try checkPolarity(conditions, &act)
        if conditions.contains(.quoted), !isNameQuoted(by: act.trigger) { throw .notQuoted }
        if conditions.contains(.told) { try checkTold(conditions, &act) }
        if conditions.contains(.unless) { try checkUnless(act) }
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

    private func isOwn(_ clause: Int, of act: Act) -> Bool {
        syntax.subject(of: clause).map { isSpeaker($0, of: act) } ?? false
    }

    func checkInner(_ act: inout Act) throws(Mismatch) {
        switch lexicon.entries[act.entry].meaning {
        // "Asked *who* had sent them": a question, no demand.
        case .event(.request) where act.inner.contains(where: { syntax.isQuestion($0) }): throw .noInnerAct
        case .inner, .outer(.end), .outer(.failed):
            act.inner = act.inner.filter { isAct($0) }
            guard !act.inner.isEmpty else { throw .noInnerAct }
        case .event, .outer, .none: break
        }
    }

    /// Whether the predicate that a verb gives its object begins with a quotation mark: words chosen to judge.
    private func isNameQuoted(by verb: Int) -> Bool {
        // "What it calls 'a march'", "calls himself 'a patriot'": a name used, not a judgement of others.
        if syntax.child(of: verb, where: { $0.tag == .wp || $0.lower.hasSuffix("self") }) != nil { return false }
        let predicates =
            syntax.children(of: verb, [.oprd, .attr, .acomp, .xcomp, .ccomp])
            + syntax.prepositionObjects([FrameMatcher.as], of: [verb])
        return predicates.contains { predicate in
            let modifiers = doc.children(of: predicate).filter {
                $0 < predicate && ![.nsubj, .punct].contains(doc.tokens[$0].dep)
            }
            let first = modifiers.map { doc.subtree(of: $0).lowerBound }.min() ?? predicate
            return first > 0 && FrameMatcher.openingMarks.contains(doc.tokens[first - 1].lower)
        }
    }

    private static let `as` = StringKey("as")
    private static let openingMarks: Set<String> = ["\"", "“", "‘", "'", "``"]

    private func isPersonNamed(_ token: Int) -> Bool { doc.tokens[token].entity.label == .person }

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
