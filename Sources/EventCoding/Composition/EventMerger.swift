import Grounding
import Tokens

/// Joins events of one sentence that tell one happening: an attack and the people it killed, talks and the visit they
/// were part of, what two coordinated verbs say of the same act.
struct EventMerger {
    let scene: Scene

    private enum Relation {
        /// What one word tells of several acts inside it ("urged them to withdraw and disarm").
        case same
        /// The second stands inside the clause or phrase of the first.
        case inside
        case coordinated
    }

    /// The candidates left, and for each one joined to another the index of that one.
    func merged(_ candidates: [Candidate]) -> (kept: [Candidate], joined: [(Candidate, into: Candidate)]) {
        var result: [Candidate] = []
        var joined: [(Candidate, into: Candidate)] = []
        // What stands higher in the tree takes up what stands below it, so it comes first.
        let depths = candidates.map { scene.doc.ancestors(of: $0.draft.trigger).count }
        for index in candidates.indices.sorted(by: { (depths[$0], $0) < (depths[$1], $1) }) {
            let candidate = candidates[index]
            if let host = result.firstIndex(where: { isSame($0, candidate) }) {
                join(candidate, into: &result[host])
                joined.append((candidate, into: result[host]))
            } else {
                result.append(candidate)
            }
        }
        result.sort { $0.event.trigger.lowerBound < $1.event.trigger.lowerBound }
        var kept: [Candidate] = []
        for candidate in result {
            if let host = attack(before: candidate, among: kept) {
                join(candidate, into: &kept[host])
                joined.append((candidate, into: kept[host]))
            } else {
                kept.append(candidate)
            }
        }
        return (kept, joined)
    }

    private func isSame(_ first: Candidate, _ second: Candidate) -> Bool {
        let (a, b) = (first.event, second.event)
        if second.draft.telling != nil || first.draft.telling != nil { return isToldAlready(first, second) }
        guard a.sentence == b.sentence, a.type == b.type, agree(a.actors, b.actors),
            areCompatible(a.modes, b.modes), let relation = relation(first.draft, second.draft),
            // What hangs on a reported act is reported with it, wherever the content was thought to end.
            a.saidBy == b.saidBy || relation == .inside && b.saidBy.isEmpty,
            a.status == b.status || relation == .same && areOfOneReality(a, b)
        else { return false }
        switch relation {
        case .inside: return true
        case .same: return true
        // "Attacked the village and killed the chief": the casualties of one attack; not "killed a boy, and shelling left two
        // wounded".
        case .coordinated:
            return a.type == .assault && isConjunct(second.draft.trigger)
                && (isCasualty(first.draft.trigger) || isCasualty(second.draft.trigger))
        }
    }

    /// Whether two words of one statement, or of a sentence and what is said in it, make the same speech act: what is charged
    /// or demanded in several words is charged or demanded once.
    private func isToldAlready(_ first: Candidate, _ second: Candidate) -> Bool {
        guard first.event.type == second.event.type, agree(first.event.actors, second.event.actors) else {
            return false
        }
        if let one = first.draft.telling, let other = second.draft.telling, one.statement == other.statement {
            return true
        }
        return first.event.sentence == second.event.sentence
    }

    func isCasualty(_ token: Int) -> Bool {
        ["kill", "wound", "injure", "hurt", "maim", "slay"].contains(scene.doc.tokens[token].lemma)
    }

    /// A clause with a subject of its own that says what went before.
    private func isReason(_ clause: Int) -> Bool {
        scene.syntax.hasOwnSubject(clause)
            && scene.syntax.child(of: clause) { $0.dep == .mark && ($0.lower == "after" || $0.lower == "because") }
                != nil
    }

    private func isConjunct(_ token: Int) -> Bool { scene.doc.tokens[token].dep == .conj }

    /// Whether a relative clause says what happened in what it describes.
    private func isOccurrence(_ clause: Int) -> Bool {
        scene.doc.children(of: clause).contains { preposition in
            scene.doc.tokens[preposition].lower == "in"
                && scene.syntax.child(of: preposition) { $0.dep == .pobj && $0.lower == "which" } != nil
        }
    }

    /// Whether two statuses differ only because one clause says no time.
    private func areOfOneReality(_ first: Event, _ second: Event) -> Bool {
        let statuses: Set<Status> = [.actual, .historical]
        return statuses.isSuperset(of: [first.status, second.status])
            && (first.time.basis == .publication || second.time.basis == .publication)
    }

    private func areCompatible(_ first: [String], _ second: [String]) -> Bool {
        let (these, those) = (Set(first).subtracting(EventMerger.effects), Set(second).subtracting(EventMerger.effects))
        return these.isEmpty || those.isEmpty || !these.isDisjoint(with: those)
    }

    /// Modes that tell what an attack did, whatever it was done with ("fired mortars, *wrecking* a school").
    private static let effects: Set<String> = ["destroy", "targeted"]

    private func relation(_ first: Draft, _ second: Draft) -> Relation? {
        let doc = scene.doc
        // "Carried out air strikes that killed …": the means of the one is the other.
        if first.trigger == second.trigger || second.instrument == first.trigger { return .same }
        if doc.isAncestor(first.trigger, of: second.trigger) {
            var node = second.trigger
            while node != first.trigger {
                // A relative or reported clause tells another happening; what is coordinated tells its own.
                switch doc.tokens[node].dep {
                // "An ambush near the village *in which* two were killed": the ambush's own.
                case .relcl where isCasualty(second.trigger) && isOccurrence(node): node = doc.tokens[node].head
                case .relcl, .ccomp: return nil
                // "Declared an envoy unwanted *after Riga expelled* one": the answer to an act is another act.
                case .advcl where first.type != .assault && isReason(node): return nil
                case .conj where doc.tokens[node].head == first.trigger: return .coordinated
                default: node = doc.tokens[node].head
                }
            }
            return .inside
        }
        return doc.tokens[first.trigger].dep == .conj
            && doc.tokens[first.trigger].head == doc.tokens[second.trigger].head
            && doc.tokens[second.trigger].dep == .conj ? .coordinated : nil
    }

    /// Whether two sides can be the same parties: one is not said, or they name the same.
    private func agree(_ first: [Event.Participant], _ second: [Event.Participant]) -> Bool {
        if first.isEmpty || second.isEmpty { return true }
        let (these, those) = (Set(first.map(\.bytes)), Set(second.map(\.bytes)))
        return these.isSubset(of: those) || those.isSubset(of: these)
            || Set(first.map(\.actor)) == Set(second.map(\.actor))
    }

    private func join(_ candidate: Candidate, into host: inout Candidate) {
        let other = candidate.event
        if host.event.actors.isEmpty { host.event.actors = other.actors }
        if host.event.recipients.isEmpty {
            host.event.recipients = other.recipients.filter { !host.event.actors.contains($0) }
        } else if relation(host.draft, candidate.draft) == .coordinated {
            let known = Set(host.event.recipients.map(\.actor))
            host.event.recipients += other.recipients.filter { !known.contains($0.actor) }
        }
        host.event.modes = merge(host.event.modes, other.modes)
        host.event.contexts = merge(host.event.contexts, other.contexts)
        if host.event.time.basis == .publication, other.time.basis != .publication {
            (host.event.time, host.event.status) = (other.time, other.status)
        }
        if host.event.place == nil { host.event.place = other.place }
    }
}
