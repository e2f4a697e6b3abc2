import Tokens

/// Who takes part in an act beside those its own frame names.
extension Composer {
    /// The subject of an inner clause the lexicon does not know, when somebody else than the actor.
    func innerSubject(_ act: Act) -> [Int] {
        for token in act.inner where scene.syntax.isVerb(token) {
            guard let subject = scene.syntax.subject(of: token), !scene.isSame(subject, as: act.actors),
                !act.fixed.contains(subject), parties.isParty(subject, in: scene)
            else { continue }
            return [subject]
        }
        return act.inner.flatMap { doers(of: $0) }.filter { !scene.isSame($0, as: act.actors) }
    }

    /// Whom an inner clause the lexicon does not know is about ("agreed to open its borders to *refugees*").
    func innerObjects(_ act: Act) -> [Int] {
        for verb in act.inner where scene.syntax.isVerb(verb) {
            let objects = scene.syntax.objects(of: verb, passive: scene.syntax.isPassive(verb))
            let served = scene.syntax.prepositionObjects(Composer.serving, of: [verb] + objects)
            // "Agreed to set up *a committee*": what is yet to be made takes no part.
            let known = objects.filter { token in
                scene.syntax.child(of: token) { $0.dep == .det && ($0.lower == "a" || $0.lower == "an") } == nil
            }
            for token in served + known
            where parties.isParty(token, in: scene) && !scene.syntax.isPronoun(token)
                && !scene.isSame(token, as: act.actors)
            {
                return [token]
            }
        }
        return []
    }

    /// Who can still avert what is threatened ("would strike unless *Iran* withdrew").
    func warned(_ act: Act) -> [Int] {
        for verb in act.inner {
            guard let clause = scene.syntax.unlessClause(of: verb), let subject = scene.syntax.subject(of: clause),
                parties.isParty(subject, in: scene), !scene.isSame(subject, as: act.actors)
            else { continue }
            return [subject]
        }
        return []
    }

    /// Who did a deed: the party itself, the actor of an act, the subject of a clause, the possessor of a noun, or the
    /// subject of the clause that the noun sums up ("in a move that …").
    func doers(of token: Int) -> [Int] {
        // "By 119 to 68": votes.
        if scene.doc.tokens[token].pos == .number, scene.syntax.child(of: token, .prep) == nil { return [] }
        if parties.isParty(token, in: scene) { return [token] }
        if scene.syntax.isVerb(token), let judged = judged(in: token) {
            let own = doers(of: judged)
            if !own.isEmpty { return own }
            return scene.syntax.prepositionObjects(Composer.by, of: [token]).filter { parties.isParty($0, in: scene) }
        }
        if let act = finder.act(at: token), act.telling == nil, case .event = lexicon.entries[act.entry].meaning {
            return act.actors.isEmpty ? subjectSummedUp(by: token) : act.actors
        }
        if scene.syntax.isVerb(token) {
            guard let subject = scene.syntax.subject(of: token), subject != token else { return [] }
            return doers(of: subject)
        }
        // "The death *of the student*": whom it befell.
        let isSuffered = parties.isSuffered(token, in: scene)
        if !isSuffered, let owner = parties.owner(of: token, in: scene) { return [owner.head] }
        // "An *opposition* motion": a common noun says whose.
        if let doer = scene.syntax.child(of: token, .compound), parties.isDoer(doer, in: scene) { return [doer] }
        if let agent = agent(of: token) { return [agent] }
        if let source = source(of: token) { return [source] }
        let between = scene.syntax.prepositionObjects(Composer.between, of: [token])
        if !between.isEmpty { return between.filter { parties.isParty($0, in: scene) } }
        let reported = reportedDoers(of: token)
        if !reported.isEmpty { return reported }
        return subjectSummedUp(by: token)
    }

    private func subjectSummedUp(by noun: Int) -> [Int] {
        guard let verb = summedUp(by: noun), let subject = scene.syntax.subject(of: verb),
            parties.isParty(subject, in: scene)
        else { return [] }
        return [subject]
    }

    /// The verb of the clause that a noun sums up: "*acted* in a move that …", "*accused* the army of looting, a claim that …".
    private func summedUp(by noun: Int) -> Int? {
        let token = scene.doc.tokens[noun]
        switch token.dep {
        case .pobj:
            let governor = scene.doc.tokens[token.head].head
            return scene.syntax.isVerb(governor) ? governor : nil
        case .appos, .conj, .dobj:
            let first = scene.doc.subtree(of: noun).lowerBound
            guard first > 0, scene.doc.tokens[first - 1].lower == ",",
                scene.syntax.child(of: noun, where: { $0.dep == .relcl || $0.dep == .acl || $0.dep == .ccomp }) != nil
            else { return nil }
            return scene.doc.ancestors(of: noun).first { scene.syntax.isVerb($0) && scene.doc.tokens[$0].tag != .vbg }
        default:
            // The parser may make the noun the root, and what it sums up its clause.
            return scene.syntax.child(of: noun, .ccomp).flatMap { $0 < noun ? $0 : nil }
        }
    }

    /// Whether the doer of a deed is who judges it, or theirs ("the embassy deplored the treatment of *its citizens*"):
    /// nobody else is meant then.
    func isOwn(_ doer: Int, of deed: Int, _ actors: [Int]) -> Bool {
        if scene.syntax.isPronoun(doer) { return scene.isSame(doer, as: actors) }
        guard doer != deed, let owner = scene.syntax.child(of: doer, .poss), scene.syntax.isPronoun(owner) else {
            return false
        }
        return scene.isSame(owner, as: actors)
    }

    /// "What it termed *interference* by …", "what she described as *lecturing*": the deed as the speaker calls it.
    private func judged(in clause: Int) -> Int? {
        guard scene.syntax.child(of: clause, where: { $0.lower == "what" && $0.dep == .dobj }) != nil else {
            return nil
        }
        return scene.syntax.child(of: clause, .oprd)
            ?? scene.syntax.prepositionObjects(Composer.as, of: [clause]).first
    }

    /// Whence goods come: "duties on steel *imported from China*".
    private func source(of noun: Int) -> Int? {
        let participles = scene.doc.children(of: noun).filter { scene.doc.tokens[$0].dep == .acl }
        return scene.syntax.prepositionObjects(Composer.from, of: participles)
            .first { parties.isParty($0, in: scene) && scene.actor(at: $0) != nil }
    }

    /// Whose doing a noun reports in a clause of its own: "reports that *soldiers* looted homes".
    private func reportedDoers(of noun: Int) -> [Int] {
        for child in scene.doc.children(of: noun)
        where child > noun && (scene.doc.tokens[child].dep == .acl || scene.doc.tokens[child].dep == .ccomp)
            && scene.syntax.isVerb(child) && !scene.syntax.isPassive(child)
        {
            // "A claim that Iran *denied*" is not what Iran claims.
            if finder.act(at: child)?.deeds.contains(noun) == true { continue }
            if let subject = scene.syntax.child(of: child, .nsubj), !scene.syntax.isPronoun(subject) {
                return doers(of: subject)
            }
        }
        return []
    }

    /// "The envoy was summoned *to the foreign ministry*": whoever receives him called him.
    func summoners(_ act: Act) -> [Int] {
        scene.syntax.prepositionObjects(Composer.to, of: [act.trigger]).filter {
            scene.actor(at: $0) != nil && !act.recipients.contains($0)
        }
    }

    /// Who is on the visit that a noun names: "said *during a visit* to Kyiv", "flew home *from a visit*".
    func traveller(on noun: Int) -> [Int] {
        let token = scene.doc.tokens[noun]
        guard token.dep == .pobj, Composer.travelling.contains(scene.doc.tokens[token.head].lower) else { return [] }
        let verb = scene.doc.tokens[token.head].head
        guard scene.syntax.isVerb(verb), let subject = scene.syntax.subject(of: verb),
            parties.isParty(subject, in: scene)
        else { return [] }
        return [subject]
    }

    /// "Suspended *Guinea's* membership": who owns what the frame asks for by name, where the frame leaves room for somebody
    /// that the clause does not name.
    func ownerOfFixed(_ act: Act, _ actors: [Int]) -> [Int] {
        guard lexicon.frames[act.entry].hasOpenRecipient else { return [] }
        for token in act.fixed where scene.syntax.isNominal(token) {
            if let owner = scene.syntax.child(of: token, .poss), scene.actor(at: owner) != nil,
                !scene.isSame(owner, as: actors)
            {
                return [owner]
            }
        }
        return []
    }

    /// Who strikes with what a noun names: "hit back *with air raids*", "responded *with a volley*".
    func wielder(of noun: Int) -> Int? {
        let token = scene.doc.tokens[noun]
        guard token.dep == .pobj, ["with", "by"].contains(scene.doc.tokens[token.head].lower) else { return nil }
        let verb = scene.doc.tokens[token.head].head
        guard scene.syntax.isVerb(verb), !scene.syntax.isPassive(verb), let subject = scene.syntax.subject(of: verb),
            parties.isParty(subject, in: scene)
        else { return nil }
        return subject
    }

    /// On whom force is used for a purpose: "fired tear gas to disperse *the crowd*".
    func aims(of verb: Int) -> [Int] {
        guard scene.syntax.isVerb(verb) else { return [] }
        for child in scene.doc.children(of: verb) where scene.syntax.hasInfinitiveMark(child) {
            if let object = scene.syntax.child(of: child, .dobj),
                scene.actor(at: object) != nil || parties.isPerson(object, in: scene)
            {
                return [object]
            }
        }
        return []
    }

    /// "An appeal filed *by lawyers*", "shells fired *by rebels*".
    func agent(of noun: Int) -> Int? {
        let participles = scene.doc.children(of: noun).filter { scene.doc.tokens[$0].dep == .acl }
        return scene.syntax.prepositionObjects(Composer.by, of: participles + [noun])
            .first { parties.isParty($0, in: scene) }
    }

    private static let between = [StringKey("between")]
    private static let serving = [StringKey("to"), StringKey("for"), StringKey("with"), StringKey("against")]
    private static let by = [StringKey("by")]
    private static let to = [StringKey("to")]
    private static let `as` = [StringKey("as")]
    private static let travelling: Set<String> = ["during", "from", "on"]
    private static let from = [StringKey("from")]
}
