import Lexicon
import Tokens

/// Tries a frame at a token of the tree. One object a Doc: what it holds is too much to be copied for every word.
final class FrameMatcher {
    let scene: Scene
    let lexicon: EventLexicon
    let parties: PartyResolver
    let voices: Voices
    /// Whether some entry holds at a token, which may stand in the place of an inner act.
    let isAct: (Int) -> Bool

    init(
        scene: Scene, lexicon: EventLexicon, parties: PartyResolver, voices: Voices, isAct: @escaping (Int) -> Bool
    ) {
        self.scene = scene
        self.lexicon = lexicon
        self.parties = parties
        self.voices = voices
        self.isAct = isAct
    }

    var doc: Doc { scene.doc }
    var syntax: Syntax { scene.syntax }

    func match(_ entry: Int, at token: Int) -> Result<Act, Mismatch> {
        let frame = lexicon.frames[entry]
        guard fits(frame.category, token) else { return .failure(.category) }
        if let phrase = frame.phraseClass, !lexicon.classes.contains(token, of: doc, in: phrase) {
            return .failure(.modifier)
        }
        var act = Act(trigger: token, entry: entry)
        do throws(Mismatch) {
            switch frame.category {
            case .verb: try matchVerb(frame, &act)
            case .adjective: try matchAdjective(frame, &act)
            case .noun: try matchNoun(frame, &act)
            }
            try check(lexicon.entries[entry].conditions, &act)
            try checkInner(&act)
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
        case .noun:
            return token.pos == .noun || token.pos == .properNoun && token.entity == .outside
                || token.tag == .vbg && isGerund(index)
        case .adjective:
            return token.pos == .adjective || token.tag == .vbn || token.tag == .vbg || token.dep == .attr
        }
    }

    /// "Fighting between …", "the killing of …" where the tagger takes the noun for a verb.
    private func isGerund(_ token: Int) -> Bool {
        switch doc.tokens[token].dep {
        case .nsubj, .csubj, .nsubjpass, .pobj, .dobj, .root:
            syntax.child(of: token) { $0.dep == .dobj || $0.dep == .nsubj || $0.dep == .aux } == nil
        default: false
        }
    }

    // MARK: Verbs

    private func matchVerb(_ frame: Frame, _ act: inout Act) throws(Mismatch) {
        let verb = act.trigger
        if doc.tokens[verb].dep == .aux { return try matchAuxiliary(frame, &act) }
        act.passive = syntax.isPassive(verb)
        var sources = [verb]
        var objects = syntax.objects(of: verb, passive: act.passive)
        if let particle = frame.particle {
            guard let found = self.particle(particle, of: verb) else { throw .particle }
            sources.append(found)
            act.specificity += 2
            // "Ruled *out* ceding land": the parser may take the particle for a preposition.
            if doc.tokens[found].dep == .prep {
                let below = syntax.children(of: found, [.pobj, .pcomp])
                if objects.isEmpty || below.contains(where: { doc.tokens[$0].dep == .pcomp }) { objects = below }
            }
        }
        try fill(frame.complements, &act, &sources, objects: objects)
        if let slot = frame.subject { try bindSubject(slot, ofClass: frame.subjectClass, &act) }
    }

    /// "Iran *must* stop": an auxiliary holds its verb as an object, and its subject.
    private func matchAuxiliary(_ frame: Frame, _ act: inout Act) throws(Mismatch) {
        guard let complement = frame.complements.first, frame.complements.count == 1, complement.isAct,
            case .object = complement.relation
        else { throw .category }
        let verb = doc.tokens[act.trigger].head
        if case .slotOfClass(_, let index) = complement.filler {
            guard lexicon.classes.contains(verb, of: doc, in: index) else {
                throw .unfit(lexicon.entries[act.entry].pattern.complements[0], token: verb)
            }
            act.specificity += 4
        }
        act.bind(.act, to: verb, coordinated: syntax.coordinated(verb).filter { syntax.isVerb($0) })
        guard let slot = frame.subject, let subject = syntax.subject(of: verb) else { throw .category }
        if slot == .actor, syntax.isPassive(verb) { return }
        try bindDoer(slot, subject, &act)
    }

    private func particle(_ key: StringKey, of verb: Int) -> Int? {
        if let found = syntax.child(
            of: verb,
            where: {
                $0.lowerKey == key && ($0.dep == .prt || $0.dep == .advmod || $0.dep == .prep || $0.dep == .acomp)
            }), !opensTime(found)
        {
            return found
        }
        // "Turned the demand *down* flat".
        if let object = syntax.child(of: verb, .dobj), object > verb {
            let behind = doc.subtree(of: object).upperBound
            if behind < doc.count, doc.tokens[behind].lowerKey == key, doc.tokens[behind].dep == .advmod {
                return behind
            }
        }
        // "Handed over 32 prisoners": the parser joins the particle to the number.
        let next = verb + 1
        return next < doc.count && doc.tokens[next].lowerKey == key ? next : nil
    }

    /// "Called the president *on* Sunday": no particle.
    private func opensTime(_ preposition: Int) -> Bool {
        guard let object = syntax.child(of: preposition, .pobj) else { return false }
        return scene.time(at: object) != nil
    }

    private func bindSubject(
        _ slot: FramePattern.Slot, ofClass classIndex: Int?, _ act: inout Act
    ) throws(Mismatch) {
        guard act.passive else {
            let subject = syntax.subject(of: act.trigger)
            if let classIndex {
                guard let subject, isMember(subject, of: classIndex) else {
                    throw .subject(token: subject ?? act.trigger)
                }
                act.specificity += 2
            }
            guard let subject, !act.recipients.contains(subject) else { return }
            do throws(Mismatch) {
                try bindDoer(slot, subject, &act)
            } catch {
                // "The minister said the case was grave and *thanked* …", "took the floor *to thank* …": no thing can do it, but
                // who speaks can.
                guard let speaker = syntax.reporter(of: act.trigger) ?? syntax.user(of: act.trigger) else {
                    throw error
                }
                try bindDoer(slot, speaker, &act)
            }
            return
        }
        for agent in syntax.prepositionObjects([FrameMatcher.by], of: [act.trigger])
        where syntax.isNominal(agent) && scene.time(at: agent) == nil && !lexicon.isProcedure(agent, of: doc) {
            if let classIndex, !isMember(agent, of: classIndex) { throw .subject(token: agent) }
            try bindDoer(slot, agent, &act)
            return
        }
    }

    /// Whether a word, or what it counts ("thousands of *police*"), is of a class.
    private func isMember(_ token: Int, of classIndex: Int) -> Bool {
        lexicon.classes.contains(token, of: doc, in: classIndex)
            || counted(token).map { lexicon.classes.contains($0, of: doc, in: classIndex) } ?? false
    }

    private func bindDoer(_ slot: FramePattern.Slot, _ token: Int, _ act: inout Act) throws(Mismatch) {
        if slot == .anything || parties.isDenied(token, in: doc) { return }
        // "If *you* want to cut taxes": anybody.
        if slot == .actor, doc.tokens[token].lower == "you", scene.actor(at: token) == nil { return }
        if slot == .deed {
            act.bind(slot, to: token, coordinated: [])
            return
        }
        if slot == .act {
            guard let inner = acts(token).first else { throw .subject(token: token) }
            act.inner = [inner]
            act.specificity += 2
            return
        }
        if slot == .actor, let sender = sender(of: token) {
            act.bind(slot, to: sender, coordinated: [])
            return
        }
        // "Said *it* was ready to talk": who speaks, when the pronoun names nobody else.
        if slot == .actor, doc.tokens[token].lower == "it", scene.actor(at: token) == nil,
            let telling = voices.telling(at: token), !telling.isDirect, parties.isParty(telling.speaker, in: scene)
        {
            act.bind(slot, to: telling.speaker, coordinated: [])
            return
        }
        if slot == .actor, isMeans(token) { act.instrument = token }
        if act.instrument == nil || lexicon.isWeapon(token, of: doc) && !parties.isAimless(token, in: scene),
            parties.isParty(token, in: scene)
        {
            act.bind(slot, to: token, coordinated: [])
            act.specificity += 1
        } else if act.instrument == nil, !syntax.isPronoun(token) {
            throw .subject(token: token)
        }
    }

    /// Whose report, letter or lawsuit a document is that accuses, demands or praises: its owner's, or theirs who issued it.
    private func sender(of token: Int) -> Int? {
        guard lexicon.isDocument(token, of: doc), scene.actor(at: token) == nil else { return nil }
        if let owner = parties.owner(of: token, in: scene) { return owner.head }
        let verb = doc.tokens[token].head
        guard verb != token, syntax.isVerb(verb) else { return nil }
        switch doc.tokens[token].dep {
        case .dobj:
            return syntax.subject(of: verb).flatMap { parties.isParty($0, in: scene) ? $0 : nil }
        case .nsubjpass:
            return syntax.prepositionObjects([FrameMatcher.by], of: [verb]).first { parties.isParty($0, in: scene) }
        default: return nil
        }
    }

    /// A weapon, or an act by which the act is done.
    private func isMeans(_ token: Int) -> Bool {
        (syntax.isNominal(token) || fits(.noun, token)) && !parties.isPerson(token, in: scene)
            && (lexicon.isWeapon(token, of: doc) || isAct(token))
    }

    static let by = StringKey("by")

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
        // A second object is what the parser makes of an apposition ("accused Chad of theft, *a claim* …").
        if token.dep == .nsubjpass || syntax.child(of: token.head, .dobj) == noun { sources.append(token.head) }
        try fill(frame.complements, &act, &sources, objects: [])
        guard let slot = frame.subject, let possessor = possessor(of: noun, filling: slot) else { return }
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
    private func possessor(of noun: Int, filling slot: FramePattern.Slot) -> Int? {
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
        // "A gang attack": a common noun says who.
        return syntax.child(of: noun) { $0.dep == .compound && $0.pos == .noun }.flatMap {
            slot == .actor && $0 < noun && parties.isDoer($0, in: scene) ? $0 : nil
        }
    }

    // MARK: Complements

    private func fill(
        _ complements: [Frame.Complement], _ act: inout Act, _ sources: inout [Int], objects: [Int]
    ) throws(Mismatch) {
        var used: [Int] = []
        // A second object is asked for by word or class, the first may be anything: the stricter chooses first.
        let order =
            complements.indices.filter { complements[$0].isSecond }
            + complements.indices.filter { !complements[$0].isSecond }
        for index in order {
            let complement = complements[index]
            let candidates = self.candidates(complement, act.trigger, sources, objects.filter { !used.contains($0) })
            guard let token = candidates.lazy.compactMap({ self.fitting(complement, $0) }).first else {
                if complement.isOptional { continue }
                let written = lexicon.entries[act.entry].pattern.complements[index]
                throw candidates.first.map { .unfit(written, token: $0) } ?? .missing(written)
            }
            used.append(token)
            // "Demanded the release of prisoners": what hangs on an act inside belongs to that act.
            if syntax.isNominal(token), !complement.isAct { sources.append(token) }
            switch complement.filler {
            case .slot(let slot):
                act.bind(slot, to: token, coordinated: syntax.coordinated(token))
                act.specificity += slot == .anything ? 1 : slot == .act && isAct(token) ? 4 : 2
                if slot == .anything, isAct(token), syntax.isNominal(token) { act.fixed.append(token) }
            case .slotOfClass(let slot, _):
                act.bind(slot, to: token, coordinated: syntax.coordinated(token))
                if slot == .deed { act.fixed.append(token) }
                act.specificity += 4
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
            if case .slot(.act) = complement.filler {
                // "Called the king to express his support": a purpose is no object.
                let clauses = syntax.clauses(of: trigger).filter { !syntax.hasInfinitiveMark($0) }
                // "Called the talks a farce": what is named so is not done.
                return syntax.child(of: trigger, .oprd) == nil ? objects + clauses : clauses
            }
            switch complement.filler {
            // "Responded *firmly*".
            case .word, .wordClass:
                return objects + syntax.children(of: trigger, [.advmod]) + syntax.otherAntecedents(of: trigger)
            case .slotOfClass, .slot(.recipient):
                if !objects.isEmpty { return objects + syntax.otherAntecedents(of: trigger) }
            default: break
            }
            if objects.isEmpty, let raised = syntax.raisedSubject(of: trigger) { return [raised] }
            return objects
        case .second:
            // "Found nine leaders guilty": the parser may take the predicate for a modifier.
            let predicates = (sources + objects).flatMap { source in
                doc.children(of: source).filter { $0 > source && $0 != trigger && isPredicate($0) }
            }
            // What may be anything is not the first object, which is somebody's or something's own.
            var others = objects
            if case .slot(.anything) = complement.filler, !complement.isOptional { others = Array(objects.dropFirst()) }
            return others + syntax.children(of: trigger, [.xcomp, .ccomp, .advmod, .prt, .acomp]) + predicates
        case .preposition(let words):
            let objects = syntax.prepositionObjects(words, of: sources)
            return complement.isOptional ? objects.filter { !isSetting($0, of: trigger) } : objects
        case .infinitive: return sources.flatMap { syntax.clauses(of: $0) }.filter { syntax.hasInfinitiveMark($0) }
        case .clause: return sources.flatMap { syntax.clauses(of: $0) }.filter { !syntax.hasInfinitiveMark($0) }
        }
    }

    /// "*In parliament*, lawmakers rejected a motion": what stands before the subject says where, not of whom.
    private func isSetting(_ object: Int, of verb: Int) -> Bool {
        let preposition = doc.tokens[object].head
        guard doc.tokens[preposition].head == verb, ["in", "at", "on"].contains(doc.tokens[preposition].lower),
            let subject = syntax.child(of: verb, where: { $0.dep == .nsubj || $0.dep == .nsubjpass })
        else { return false }
        return preposition < subject
    }

    private func isPredicate(_ token: Int) -> Bool {
        switch doc.tokens[token].dep {
        case .amod: true
        case .relcl: doc.tokens[token].pos == .adjective
        // "Kept the roads *closed*".
        case .acl: doc.tokens[token].tag == .vbn && doc.tokens[token].head == token - 1
        default: false
        }
    }

    /// The token that fits, the candidate itself or what it counts ("a series of *attacks*", "millions in *aid*").
    private func fitting(_ complement: Frame.Complement, _ token: Int) -> Int? {
        if fits(complement, token) { return token }
        guard let counted = counted(token), fits(complement, counted) else { return nil }
        return counted
    }

    private func counted(_ token: Int) -> Int? {
        // "*16* of its 31 posts".
        if doc.tokens[token].pos == .number {
            return syntax.child(of: token, where: { $0.dep == .prep && $0.lower == "of" })
                .flatMap { syntax.child(of: $0, .pobj) }
        }
        guard lexicon.isQuantity(token, of: doc) else { return nil }
        // "Suspended millions in aid": the phrase may hang on the verb.
        for source in [token, doc.tokens[token].head] {
            for child in doc.children(of: source) where child > token && doc.tokens[child].dep == .prep {
                let preposition = doc.tokens[child].lower
                if preposition == "of" || preposition == "in" || preposition == "worth" {
                    return syntax.child(of: child, .pobj)
                }
            }
        }
        return nil
    }

    private func fits(_ complement: Frame.Complement, _ token: Int) -> Bool {
        switch complement.filler {
        case .word(let lemma):
            return syntax.coordinated(token).contains {
                doc.tokens[$0].lemmaKey == lemma || doc.tokens[$0].lowerKey == lemma
            }
        case .wordClass(let index):
            return syntax.coordinated(token).contains { lexicon.classes.contains($0, of: doc, in: index) }
        case .slot(let slot): return fits(slot, token)
        case .slotOfClass(let slot, let index):
            return fits(slot, token)
                && syntax.coordinated(token).contains { lexicon.classes.contains($0, of: doc, in: index) }
        }
    }

    private func fits(_ slot: FramePattern.Slot, _ token: Int) -> Bool {
        switch slot {
        case .anything: return true
        case .act: return syntax.isVerb(token) || isVerbInDisguise(token) || !acts(token).isEmpty
        case .deed: return scene.time(at: token) == nil
        default: return parties.isParty(token, in: scene)
        }
    }

    /// "Threatened to *down* tools", "demanded that he *step* down": a verb that the tagger takes for another word.
    private func isVerbInDisguise(_ token: Int) -> Bool {
        syntax.hasInfinitiveMark(token)
            || doc.tokens[token].dep == .ccomp
                && syntax.child(of: token, where: { $0.dep == .mark && $0.lower == "that" }) != nil
    }

    /// The acts among a token and those coordinated with it.
    private func acts(_ token: Int) -> [Int] { syntax.coordinated(token).filter { isAct($0) } }
}
