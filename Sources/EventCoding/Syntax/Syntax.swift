import Tokens

/// Reads the arguments of a word off the dependency tree: subjects through control, coordination and relative clauses,
/// objects of actives and passives, objects of prepositions.
struct Syntax: Sendable {
    let doc: Doc

    /// Chains of control and coordination longer than this are the parser's mistakes.
    static let maximalChain = 8

    func isVerb(_ token: Int) -> Bool {
        let pos = doc.tokens[token].pos
        return pos == .verb || pos == .auxiliary
    }

    func isNominal(_ token: Int) -> Bool {
        switch doc.tokens[token].pos {
        case .noun, .properNoun, .pronoun, .number: true
        default: false
        }
    }

    func child(of token: Int, where test: (Token) -> Bool) -> Int? {
        for child in doc.children(of: token) where test(doc.tokens[child]) { return child }
        return nil
    }

    func child(of token: Int, _ label: Dependency) -> Int? { child(of: token) { $0.dep == label } }

    // MARK: Voice

    func isPassive(_ verb: Int) -> Bool { isPassive(verb, depth: 0) }

    private func isPassive(_ verb: Int, depth: Int) -> Bool {
        var hasAuxiliary = false
        for child in doc.children(of: verb) {
            switch doc.tokens[child].dep {
            case .auxpass, .nsubjpass: return true
            case .aux, .nsubj: hasAuxiliary = true
            default: break
            }
        }
        let token = doc.tokens[verb]
        guard token.tag == .vbn || token.tag == .vbd, !hasAuxiliary else { return false }
        switch token.dep {
        case .acl: return misreadRoot(of: verb) == nil && disguisedSubject(of: verb) == nil
        case .advcl: return token.tag == .vbn
        case .conj where depth < Syntax.maximalChain:
            return token.tag == doc.tokens[token.head].tag && isPassive(token.head, depth: depth + 1)
        default: return false
        }
    }

    // MARK: Subject

    /// The token that is subject of a verb, said or understood; for a passive, of the passive.
    func subject(of verb: Int) -> Int? { subject(of: verb, depth: 0) }

    private func subject(of verb: Int, depth: Int) -> Int? {
        if let own = ownSubject(of: verb) { return antecedent(of: own) }
        guard depth < Syntax.maximalChain else { return nil }
        let token = doc.tokens[verb]
        let head = governor(of: verb)
        guard head != verb else { return nil }
        switch token.dep {
        case .conj:
            if let matrix = misattachedMatrix(of: verb) { return subject(of: matrix, depth: depth + 1) }
            // "Police arrested a man, his lawyer said, and raided his home."
            if let report = child(of: head, .ccomp), report < head, isVerb(head), !isDivided(report..<head) {
                return subject(of: report, depth: depth + 1)
            }
            // "Setting homes ablaze and *shooting* at families": joined to a word of the clause instead of its verb.
            if token.tag == .vbg, doc.tokens[head].tag != .vbg,
                let participle = doc.ancestors(of: head).first(where: { doc.tokens[$0].tag == .vbg })
            {
                return subject(of: participle, depth: depth + 1)
            }
            return subject(of: head, depth: depth + 1)
        case .xcomp: return controller(of: head, depth: depth)
        case .relcl: return head
        case .acl:
            if let misread = misreadRoot(of: verb) ?? disguisedSubject(of: verb) { return misread }
            return token.tag == .vb ? holder(of: head, depth: depth) : head
        case .attr: return token.tag == .vbg ? subject(of: head, depth: depth + 1) : nil
        case .advcl where isSeen(verb): return child(of: head, .dobj)
        case .advcl, .acomp, .oprd: return isVerb(head) ? subject(of: head, depth: depth + 1) : nil
        case .pcomp:
            let governor = doc.tokens[head].head
            // "Accused Iran of arming …", "dismissed teachers for striking".
            if ["of", "for"].contains(doc.tokens[head].lower), isVerb(governor), let blamed = blamed(by: governor) {
                return blamed
            }
            return holder(of: governor, depth: depth)
        default: return nil
        }
    }

    private func blamed(by verb: Int) -> Int? {
        if isPassive(verb) { return child(of: verb, .nsubjpass) }
        return child(of: verb, .dobj).map { antecedent(of: $0) }
    }

    /// The verb that a past tense really goes on from, when the parser joined it to a form that cannot go on so: to a perfect
    /// inside that verb's clause ("*denied* that its troops had fired and *accused* …"), to an infinitive or a gerund
    /// ("*urged* them to talk and *promised* …").
    private func misattachedMatrix(of verb: Int) -> Int? {
        let token = doc.tokens[verb]
        guard token.dep == .conj, token.tag == .vbd || token.tag == .vbz, ownSubject(of: verb) == nil else {
            return nil
        }
        let head = doc.tokens[token.head]
        switch head.tag {
        // An active form shares no auxiliary with a passive one: "*said* 12 were held and *denied* it had …".
        case .vbn where head.dep == .ccomp && (!isPassive(token.head) || child(of: verb, .dobj) != nil):
            return doc.tokens[head.head].tag == token.tag ? head.head : nil
        case .vb where hasInfinitiveMark(token.head) || head.dep == .pcomp || head.dep == .xcomp,
            .vbg where head.dep == .pcomp || head.dep == .xcomp || isObject(token.head, of: head.head):
            return doc.ancestors(of: token.head).first { isVerb($0) && doc.tokens[$0].tag == token.tag }
        default: return nil
        }
    }

    /// Who says what a verb is joined to: the subject of the clause above the one that it was made to share a subject with.
    func reporter(of verb: Int) -> Int? {
        let token = doc.tokens[verb]
        guard token.dep == .conj, token.tag == .vbd, ownSubject(of: verb) == nil else { return nil }
        let joined = doc.tokens[token.head]
        guard joined.dep == .ccomp, isVerb(joined.head), doc.tokens[joined.head].tag == .vbd else { return nil }
        return subject(of: joined.head)
    }

    /// The subject of a past tense that the parser took for a participle, so that the sentence has no verb left ("Groups
    /// loyal to rival governments clashed in the capital").
    private func misreadRoot(of verb: Int) -> Int? {
        guard doc.tokens[verb].tag == .vbd, let root = doc.ancestors(of: verb).last, isNominal(root), root < verb else {
            return nil
        }
        return root
    }

    /// Whether a verb has a subject of its own, not one it shares with what it is coordinated with or depends on.
    func hasOwnSubject(_ verb: Int) -> Bool { ownSubject(of: verb) != nil }

    private func ownSubject(of verb: Int) -> Int? {
        child(of: verb) { $0.dep == .nsubj || $0.dep == .nsubjpass || $0.dep == .csubj || $0.dep == .csubjpass }
            ?? speaker(behind: verb) ?? adverbialSubject(of: verb) ?? joinedSubject(of: verb)
    }

    /// "'…,' *warned* a spokesman": who speaks stands behind a verb of saying, where the parser may take him for its object.
    private func speaker(behind verb: Int) -> Int? {
        guard doc.tokens[verb].tag == .vbd || doc.tokens[verb].tag == .vbz,
            let clause = child(of: verb, .ccomp), clause < verb, let object = child(of: verb, .dobj), object > verb,
            child(of: verb, .auxpass) == nil
        else { return nil }
        return child(of: verb) { $0.dep == .nsubj || $0.dep == .nsubjpass } == nil ? object : nil
    }

    /// Who does what an infinitive or gerund under `head` says: the object of an active governor that has one, else its
    /// subject.
    private func controller(of head: Int, depth: Int) -> Int? {
        if isVerb(head), !isPassive(head), let object = child(of: head, .dobj) { return antecedent(of: object) }
        return subject(of: head, depth: depth + 1)
    }

    /// Who uses a thing to do what an infinitive behind it says: "*she* took the floor to thank …".
    func user(of infinitive: Int) -> Int? {
        let token = doc.tokens[infinitive]
        guard hasInfinitiveMark(infinitive), !hasOwnSubject(infinitive) else { return nil }
        switch token.dep {
        case .relcl, .acl: return holder(of: token.head, depth: 0)
        case .xcomp: return isVerb(token.head) && !isPassive(token.head) ? subject(of: token.head) : nil
        default: return nil
        }
    }

    /// Who holds what a noun with an infinitive or a preposition's gerund says: its possessor, or the subject of the verb it
    /// depends on ("its decision to withdraw", "announced plans to withdraw").
    private func holder(of governor: Int, depth: Int) -> Int? {
        if isVerb(governor) { return subject(of: governor, depth: depth + 1) }
        if let possessor = child(of: governor, .poss) { return possessor }
        var node = governor
        for _ in 0..<3 {
            let head = doc.tokens[node].head
            guard head != node else { return nil }
            if isVerb(head) {
                return doc.tokens[node].dep == .nsubj ? nil : subject(of: head, depth: depth + 1)
            }
            node = head
        }
        return nil
    }

    /// For a relative pronoun the noun it stands for; any other token is returned as it is.
    func antecedent(of token: Int) -> Int {
        switch doc.tokens[token].tag {
        case .wdt, .wp, .wpPossessive: break
        // "Companies *that* it accuses".
        case .in where doc.tokens[token].dep == .dobj && doc.tokens[token].lower == "that": break
        default: return token
        }
        var node = token
        for _ in 0..<Syntax.maximalChain {
            let head = doc.tokens[node].head
            guard head != node else { return token }
            if doc.tokens[node].dep == .relcl { return head }
            node = head
        }
        return token
    }

    // MARK: Objects

    /// What can be the first bare complement of a verb: for a passive its subject, else its objects, the noun that a relative
    /// clause leaves out, and the object of a verb coordinated with it.
    func objects(of verb: Int, passive: Bool) -> [Int] {
        var result: [Int] = []
        if passive, let subject = subject(of: verb) { result.append(subject) }
        let misread = speaker(behind: verb) ?? adverbialSubject(of: verb) ?? pronoun(opening: verb)
        for child in doc.children(of: verb) where child != misread {
            switch doc.tokens[child].dep {
            case .dobj, .oprd, .attr, .acomp, .npadvmod: result.append(antecedent(of: child))
            case .dative where isNominal(child): result.append(child)
            default: break
            }
        }
        if !passive, let gap = gap(of: verb) { result.append(gap) }
        if result.isEmpty, !passive, clauses(of: verb).isEmpty, let next = child(of: verb, .conj), isVerb(next),
            ownSubject(of: next) == nil, let shared = child(of: next, .dobj)
        {
            result.append(shared)
        }
        return result
    }

    /// Objects of prepositions that depend on any of the sources: nouns, gerunds; `to` also reaches a bare dative.
    func prepositionObjects(_ words: [StringKey], of sources: [Int]) -> [Int] {
        var result: [Int] = []
        for source in sources {
            for child in doc.children(of: source) {
                let token = doc.tokens[child]
                switch token.dep {
                case .prep, .agent, .dative, .advmod, .prt, .mark, .aux:
                    guard words.contains(token.lowerKey) else { break }
                    // "A claim senators scoffed *at*".
                    if token.dep == .prep, doc.children(of: child).isEmpty, let gap = gap(of: source) {
                        result.append(gap)
                    }
                    for object in doc.children(of: child) {
                        switch doc.tokens[object].dep {
                        case .pobj, .pcomp: result.append(antecedent(of: object))
                        // "Denounced the raid as *illegal*".
                        case .amod where token.lowerKey == Syntax.as: result.append(object)
                        case .prep:
                            // "from across the border", "on behalf of"
                            if let nested = self.child(of: object, .pobj) { result.append(nested) }
                        default: break
                        }
                    }
                default: break
                }
                if token.dep == .dative, isNominal(child), words.contains(Syntax.to) { result.append(child) }
            }
            if words.contains(Syntax.for) {
                // "Keen *for Iran* to withdraw".
                result += forClauses(of: source).compactMap { self.child(of: $0, .nsubj) }.map { antecedent(of: $0) }
            }
        }
        return result
    }

    private static let to = StringKey("to")
    private static let `as` = StringKey("as")
    private static let `for` = StringKey("for")

    /// "Keen *for Iran to withdraw*", "time *for Iran to withdraw*": infinitives with a subject of their own, which the parser
    /// joins to the word, to its copula or takes for a description.
    private func forClauses(of token: Int) -> [Int] {
        let isPredicate = doc.tokens[token].dep == .acomp || doc.tokens[token].dep == .attr
        let governors = isPredicate ? [token, doc.tokens[token].head] : [token]
        return governors.flatMap { doc.children(of: $0) }.filter { clause in
            hasInfinitiveMark(clause) && child(of: clause) { $0.dep == .mark && $0.lower == "for" } != nil
        }
    }

    /// Inner clauses of a verb, adjective or noun: infinitives, gerunds, `that` clauses.
    func clauses(of token: Int) -> [Int] {
        var result: [Int] = []
        for child in doc.children(of: token) {
            switch doc.tokens[child].dep {
            // "The north seceded; the south fought": two sentences, whatever the parser makes of them.
            case .ccomp where child < token && isDivided(child..<token): break
            case .ccomp where pronoun(opening: child) != nil: break
            case .xcomp, .ccomp: result.append(child)
            case .acl where !isVerb(token) && !resumes(child): result.append(child)
            case .relcl where !isVerb(token) && hasInfinitiveMark(child) && !hasOwnSubject(child): result.append(child)
            case .advcl where hasInfinitiveMark(child) || isObject(child, of: token): result.append(child)
            default: break
            }
        }
        return result + forClauses(of: token).filter { !result.contains($0) }
    }

    private func isDivided(_ tokens: Range<Int>) -> Bool { doc.tokens[tokens].contains { $0.lower == ";" } }

    /// "Ruled out *giving* up land": a gerund right behind its verb and particle, which the parser may take for a manner.
    private func isObject(_ gerund: Int, of verb: Int) -> Bool {
        doc.tokens[gerund].tag == .vbg && gerund == verb + 2 && doc.tokens[verb + 1].dep == .prt
    }

    /// "Asked *who* had sent them", "*whether* they would leave": a clause that says nothing, but asks.
    func isQuestion(_ clause: Int) -> Bool {
        doc.children(of: clause).contains { child in
            let token = doc.tokens[child]
            guard child < clause else { return false }
            return token.tag == .wrb || token.lower == "who" || token.lower == "whom"
                || token.dep == .mark && (token.lower == "whether" || token.lower == "if")
        }
    }

    func hasInfinitiveMark(_ verb: Int) -> Bool { child(of: verb) { $0.tag == .to && $0.dep == .aux } != nil }

    // MARK: Polarity and modality

    /// The verb of the clause that a word is predicate of: a verb itself, the verb of an auxiliary, the copula of an
    /// adjective or noun.
    func clauseVerb(of token: Int) -> Int {
        switch doc.tokens[token].dep {
        case .aux, .acomp, .attr, .oprd: doc.tokens[token].head
        default: token
        }
    }

    /// The modal verb of a clause, in lower case.
    func modal(of verb: Int) -> String? {
        child(of: verb) { $0.tag == .md && $0.dep == .aux }.map { doc.tokens[$0].lower }
    }

    /// The clause that says what has to be done lest another come true: "unless it withdraws", "if it does not".
    func unlessClause(of verb: Int) -> Int? {
        doc.children(of: verb).first { clause in
            guard doc.tokens[clause].dep == .advcl, let mark = child(of: clause, .mark) else { return false }
            return doc.tokens[mark].lower == "unless" || doc.tokens[mark].lower == "if" && isNegated(clause)
        }
    }

    // MARK: Coordination

    /// A token and what is coordinated with it further on, in the order of the text.
    func coordinated(_ token: Int) -> [Int] {
        if let rest = restOfList(after: token) { return [token] + coordinated(rest) }
        guard child(of: token, .conj) != nil else { return [token] }
        return doc.conjuncts(of: token).filter { misattachedMatrix(of: $0) == nil && !opensClause($0) }
    }

    /// Whether a noun is the subject of the verb behind it rather than one of those before it.
    private func opensClause(_ noun: Int) -> Bool {
        doc.tokens[noun].dep == .conj
            && (noun + 1..<min(noun + 4, doc.count)).contains { joinedSubject(of: $0) == noun }
    }

    /// "*Mali*, Burkina Faso and Niger": the parser may take the second name of a list for an apposition to the first.
    private func restOfList(after token: Int) -> Int? {
        guard doc.tokens[token].pos == .properNoun, let next = child(of: token, .appos), next > token + 1,
            doc.tokens[next].pos == .properNoun, child(of: next, .conj) != nil, doc.tokens[token + 1].lower == ",",
            (token + 2..<next).allSatisfy({ doc.tokens[$0].pos == .properNoun || doc.tokens[$0].lower == "the" })
        else { return nil }
        return next
    }

    // MARK: Others

    func isPronoun(_ token: Int) -> Bool { doc.tokens[token].pos == .pronoun }

    func children(of token: Int, _ labels: Set<Dependency>) -> [Int] {
        doc.children(of: token).filter { labels.contains(doc.tokens[$0].dep) }
    }

    /// The subject of an infinitive that stands in the place of the governor's object ("urged *Russia* to withdraw").
    func raisedSubject(of verb: Int) -> Int? {
        for clause in clauses(of: verb) where hasInfinitiveMark(clause) || isSmallClause(clause) {
            if let subject = child(of: clause, where: { $0.dep == .nsubj || $0.dep == .nsubjpass }) {
                return antecedent(of: subject)
            }
        }
        return nil
    }

    /// "Let the families *return*", "called the raid *an act* …": a clause without tense of its own.
    private func isSmallClause(_ clause: Int) -> Bool {
        let token = doc.tokens[clause]
        let isUntensed =
            token.tag == .vb || token.tag == .vbp || token.tag == .vbn || token.pos == .adjective || token.pos == .noun
        return isUntensed && child(of: clause) { $0.dep == .aux || $0.dep == .mark || $0.dep == .auxpass } == nil
            && child(of: clause) { $0.dep == .attr || $0.dep == .acomp } == nil
    }

    /// What a predicate adjective is said of: the subject of its copula.
    func subjectOfPredicate(_ adjective: Int) -> Int? {
        let token = doc.tokens[adjective]
        guard token.head != adjective else { return nil }
        switch token.dep {
        case .acomp, .attr, .oprd, .xcomp, .ccomp, .advcl: return isVerb(token.head) ? subject(of: token.head) : nil
        case .conj: return isVerb(token.head) ? subject(of: token.head) : subjectOfPredicate(token.head)
        case .relcl, .acl: return token.head
        default: return nil
        }
    }
}
