import Lexicon
import Tokens

/// Tries a frame at a token of the tree.
struct FrameMatcher {
    let scene: Scene
    let lexicon: EventLexicon
    let parties: PartyResolver
    /// Whether some entry holds at a token, which may stand in the place of an inner act.
    let isAct: (Int) -> Bool

    var doc: Doc { scene.doc }
    var syntax: Syntax { scene.syntax }

    func match(_ entry: Int, at token: Int) -> Result<Act, Mismatch> {
        let frame = lexicon.frames[entry]
        guard fits(frame.category, token) else { return .failure(.category) }
        var act = Act(trigger: token, entry: entry)
        do throws(Mismatch) {
            switch frame.category {
            case .verb: try matchVerb(frame, &act)
            case .adjective: try matchAdjective(frame, &act)
            case .noun: try matchNoun(frame, &act)
            }
            try checkConditions(&act)
        } catch { return .failure(error) }
        return .success(act)
    }

    private func fits(_ category: FramePattern.Category, _ index: Int) -> Bool {
        let token = doc.tokens[index]
        switch category {
        case .verb:
            if token.dep == .amod || token.dep == .compound { return false }
            // The tagger takes some verbs for nouns or adjectives; an object or an infinitive mark gives them away.
            return token.pos == .verb || token.pos == .auxiliary
                || (token.pos == .adjective || token.pos == .noun) && token.dep == .xcomp
        case .noun: return token.pos == .noun || token.pos == .properNoun && token.entity == .outside
        case .adjective: return token.pos == .adjective || token.tag == .vbn || token.tag == .vbg
        }
    }

    // MARK: Verbs

    private func matchVerb(_ frame: Frame, _ act: inout Act) throws(Mismatch) {
        let verb = act.trigger
        act.passive = syntax.isPassive(verb)
        var sources = [verb]
        if let particle = frame.particle {
            guard let found = self.particle(particle, of: verb) else { throw .particle }
            sources.append(found)
            act.specificity += 2
        }
        try fill(frame.complements, &act, &sources, objects: syntax.objects(of: verb, passive: act.passive))
        if let slot = frame.subject { try bindSubject(slot, &act) }
    }

    private func particle(_ key: StringKey, of verb: Int) -> Int? {
        syntax.child(of: verb) {
            $0.lowerKey == key && ($0.dep == .prt || $0.dep == .advmod || $0.dep == .prep || $0.dep == .acomp)
        }
    }

    private func bindSubject(_ slot: FramePattern.Slot, _ act: inout Act) throws(Mismatch) {
        guard act.passive else {
            guard let subject = syntax.subject(of: act.trigger), !act.recipients.contains(subject) else { return }
            try bindDoer(slot, subject, &act)
            return
        }
        for agent in syntax.prepositionObjects([FrameMatcher.by], of: [act.trigger])
        where syntax.isNominal(agent) && scene.time(at: agent) == nil {
            try bindDoer(slot, agent, &act)
            return
        }
    }

    private func bindDoer(_ slot: FramePattern.Slot, _ token: Int, _ act: inout Act) throws(Mismatch) {
        if slot == .anything || parties.isDenied(token, in: doc) { return }
        if slot == .actor, isMeans(token) { act.instrument = token }
        if act.instrument == nil || lexicon.isWeapon(token, of: doc), parties.isParty(token, in: scene) {
            act.bind(slot, to: token, coordinated: [])
            act.specificity += 1
        } else if act.instrument == nil, !syntax.isPronoun(token) {
            throw .subject(token: token)
        }
    }

    /// A weapon, or an act by which the act is done.
    private func isMeans(_ token: Int) -> Bool {
        syntax.isNominal(token) && !parties.isPerson(token, in: scene)
            && (lexicon.isWeapon(token, of: doc) || isAct(token))
    }

    private static let by = StringKey("by")

    // MARK: Adjectives

    private func matchAdjective(_ frame: Frame, _ act: inout Act) throws(Mismatch) {
        var sources = [act.trigger]
        try fill(frame.complements, &act, &sources, objects: [])
        guard let slot = frame.subject, let subject = syntax.subjectOfPredicate(act.trigger) else { return }
        try bindDoer(slot, subject, &act)
    }

    // MARK: Nouns

    private func matchNoun(_ frame: Frame, _ act: inout Act) throws(Mismatch) {
        let noun = act.trigger
        for modifier in frame.modifiers {
            guard hasModifier(modifier, noun) else { throw .modifier }
            act.specificity += 2
        }
        var sources = [noun]
        let token = doc.tokens[noun]
        // "held talks on Monday with …": the phrase may hang on the verb that the noun is object of.
        if token.dep == .dobj || token.dep == .nsubjpass { sources.append(token.head) }
        try fill(frame.complements, &act, &sources, objects: [])
        guard let slot = frame.subject, let possessor = possessor(of: noun) else { return }
        guard !act.actors.contains(possessor), !act.recipients.contains(possessor) else { return }
        act.bind(slot, to: possessor, coordinated: [])
        act.specificity += 1
    }

    private func hasModifier(_ key: StringKey, _ noun: Int) -> Bool {
        for child in doc.children(of: noun) where child < noun {
            if doc.tokens[child].lemmaKey == key || doc.tokens[child].lowerKey == key { return true }
        }
        return false
    }

    /// "Israel's attack", "the Israeli attack", "a Taliban attack"; not "the Kabul attack", which names a place.
    private func possessor(of noun: Int) -> Int? {
        for child in doc.children(of: noun) where child < noun {
            switch doc.tokens[child].dep {
            case .poss: if parties.isParty(child, in: scene) { return child }
            case .amod, .compound, .nmod:
                guard scene.actor(at: child) != nil else { break }
                if let place = scene.place(at: child)?.place, place.admin1 != nil { break }
                return child
            default: break
            }
        }
        return nil
    }

    // MARK: Complements

    private func fill(
        _ complements: [Frame.Complement], _ act: inout Act, _ sources: inout [Int], objects: [Int]
    ) throws(Mismatch) {
        var used: [Int] = []
        for (index, complement) in complements.enumerated() {
            let candidates = self.candidates(complement, act.trigger, sources, objects.filter { !used.contains($0) })
            guard let token = candidates.first(where: { fits(complement.filler, $0) }) else {
                if complement.isOptional { continue }
                let written = lexicon.entries[act.entry].pattern.complements[index]
                throw candidates.first.map { .unfit(written, token: $0) } ?? .missing(written)
            }
            used.append(token)
            if syntax.isNominal(token) { sources.append(token) }
            switch complement.filler {
            case .slot(let slot):
                act.bind(slot, to: token, coordinated: syntax.coordinated(token))
                act.specificity += slot == .anything ? 1 : slot == .act && isAct(token) ? 4 : 2
            case .word, .wordClass:
                act.fixed.append(token)
                act.specificity += 3
            }
        }
    }

    private func candidates(
        _ complement: Frame.Complement, _ trigger: Int, _ sources: [Int], _ objects: [Int]
    ) -> [Int] {
        switch complement.relation {
        case .object:
            if case .slot(.act) = complement.filler { return objects + syntax.clauses(of: trigger) }
            if objects.isEmpty, let raised = syntax.raisedSubject(of: trigger) { return [raised] }
            return objects
        case .second: return objects + syntax.children(of: trigger, [.xcomp, .advmod, .prt, .acomp])
        case .preposition(let words): return syntax.prepositionObjects(words, of: sources)
        case .infinitive: return sources.flatMap { syntax.clauses(of: $0) }.filter { syntax.hasInfinitiveMark($0) }
        case .clause: return sources.flatMap { syntax.clauses(of: $0) }.filter { !syntax.hasInfinitiveMark($0) }
        }
    }

    private func fits(_ filler: Frame.Filler, _ token: Int) -> Bool {
        switch filler {
        case .word(let lemma):
            return syntax.coordinated(token).contains {
                doc.tokens[$0].lemmaKey == lemma || doc.tokens[$0].lowerKey == lemma
            }
        case .wordClass(let index):
            return syntax.coordinated(token).contains { lexicon.classes.contains($0, of: doc, in: index) }
        case .slot(.anything): return true
        case .slot(.act): return syntax.isVerb(token) || syntax.isNominal(token)
        case .slot(.deed): return scene.time(at: token) == nil
        case .slot: return scene.time(at: token) == nil && parties.isParty(token, in: scene)
        }
    }

    private func checkConditions(_ act: inout Act) throws(Mismatch) {
        let entry = lexicon.entries[act.entry]
        if entry.conditions.contains(.plural), !isSeveral(act.actors) { throw .notSeveral }
        if entry.conditions.contains(.civilian) {
            guard let actor = act.actors.first, parties.isCivilian(actor, in: scene) else { throw .notCivilian }
            act.specificity += 2
        }
        switch entry.meaning {
        case .inner, .end:
            act.inner = act.inner.filter { isAct($0) }
            guard !act.inner.isEmpty else { throw .noInnerAct }
        case .event: break
        }
    }

    private func isSeveral(_ tokens: [Int]) -> Bool {
        guard let token = tokens.first else { return false }
        if syntax.coordinated(token).count > 1 { return true }
        if let mention = scene.actor(at: token), scene.mentions.entities[mention.entity].actors.count > 1 {
            return true
        }
        switch doc.tokens[token].tag {
        case .nns, .nnps: return true
        default: return doc.tokens[token].lower == "they" || doc.tokens[token].lower == "we"
        }
    }
}
