import Tokens

/// Pronouns: the nearest actor before them that fits in number and kind, subjects first (Hobbs 1978 in spirit; Lappin
/// and Leass 1994 for the preference of subjects).
extension EntityChains {
    mutating func pronounChain(_ index: Int) -> Int? {
        guard let pronoun = PersonalPronoun(at: found[index].head, in: doc) else { return nil }
        switch pronoun {
        case .both: return (twoPersons(before: index) ?? pair(before: index)).map { groupChain($0) }
        case .they:
            if let subjects = coordinatedSubject(of: index) { return groupChain(subjects) }
            if let plural = antecedent(of: index, where: { self.isPlural($0) }) { return plural }
            return pair(before: index, sentences: 1).map { groupChain($0) }
        case .he: return antecedent(of: index) { self.isOnePerson($0) && self.chains[$0].isWoman != true }
        case .she: return antecedent(of: index) { self.isOnePerson($0) && self.chains[$0].isWoman != false }
        case .it:
            if isOfAState(index), let state = antecedent(of: index, where: { self.chains[$0].kind == .state }) {
                return state
            }
            return antecedent(of: index) { chain in
                switch self.chains[chain].kind {
                case .state, .organization: true
                case .nominal:
                    !self.chains[chain].isPlural && !self.chains[chain].isPersonal
                        && self.chains[chain].actor.sectors.first != .civilian
                case .person, .group: false
                }
            }
        }
    }

    /// Somebody named, or called by a noun such as "the minister".
    private func isOnePerson(_ chain: Int) -> Bool {
        chains[chain].kind == .person
            || chains[chain].kind == .nominal && chains[chain].isPersonal && !chains[chain].isPlural
    }

    private func isPlural(_ chain: Int) -> Bool { chains[chain].kind == .group || chains[chain].isPlural }

    private func pair(before index: Int, sentences: Int) -> [Int]? {
        guard let pair = pair(before: index) else { return nil }
        let sentence = doc.sentenceIndex(of: found[index].head)
        let isNear = pair.allSatisfy { chain in
            let last = lastMention(chain, before: index)
            return last >= 0 && sentence - doc.sentenceIndex(of: found[last].head) <= sentences
        }
        return isNear ? pair : nil
    }

    /// Searches the pronoun's sentence and the two before it: in each, subjects from the left, then the others from the
    /// right.
    private func antecedent(of index: Int, where fits: (Int) -> Bool) -> Int? {
        let head = found[index].head
        let sentence = doc.sentenceIndex(of: head)
        for number in stride(from: sentence, through: max(0, sentence - 2), by: -1) {
            let range = doc.sentences[number]
            let candidates = found.indices.filter {
                chainOf[$0] >= 0 && range.contains(found[$0].head) && found[$0].head < head && fits(chainOf[$0])
                    && !sharesClause(found[$0].head, head)
            }
            let subjects = candidates.filter { isSubject(found[$0].head) || controls(found[$0].head, head) }
            // In its own sentence the nearest subject above counts; in an earlier one, the main subject.
            if let subject = number == sentence ? subjects.last : subjects.first { return chainOf[subject] }
            if let other = candidates.last { return chainOf[other] }
        }
        return nil
    }

    /// "Urged *the union* to end its strike": the object of a verb does what the infinitive under it says.
    private func controls(_ candidate: Int, _ pronoun: Int) -> Bool {
        guard doc.tokens[candidate].dep == .dobj else { return false }
        let governor = doc.tokens[candidate].head
        return doc.children(of: governor, .xcomp).contains { doc.isAncestor($0, of: pronoun) }
    }

    private func isSubject(_ token: Int) -> Bool {
        switch doc.tokens[token].dep {
        case .nsubj, .nsubjpass, .agent: true
        default: false
        }
    }

    /// "Its government", "its ambassador": what only a state has.
    private func isOfAState(_ index: Int) -> Bool {
        let pronoun = doc.tokens[found[index].head]
        return pronoun.dep == .poss && ofStates.contains(doc.tokens[pronoun.head].lemma)
    }

    /// The parties that are together the subject of the clause a plural pronoun stands in, or of one above it: "Iran and
    /// Iraq suspended *their* talks".
    private func coordinatedSubject(of index: Int) -> [Int]? {
        let pronoun = found[index].head
        for ancestor in doc.ancestors(of: pronoun) {
            guard let subject = doc.child(of: ancestor, .nsubj, .nsubjpass), subject < pronoun,
                !doc.isAncestor(subject, of: pronoun)
            else { continue }
            guard !sharesClause(subject, pronoun) else { continue }
            let members = doc.conjuncts(of: subject).compactMap { mentionAtHead[$0] }.map { chainOf[$0] }
            return members.count > 1 && members.allSatisfy { $0 >= 0 } ? members : nil
        }
        return nil
    }

    /// Two arguments of one verb are not the same actor, unless one is a possessive ("Blinken called his counterpart"); nor
    /// is the object of a verb its understood subject ("the agency stood ready to help *it*", "let *them* go").
    private func sharesClause(_ candidate: Int, _ pronoun: Int) -> Bool {
        guard doc.tokens[pronoun].dep != .poss else { return doc.isAncestor(pronoun, of: candidate) }
        let clause = verb(of: pronoun)
        if isSubject(pronoun) {
            return isUntensed(clause) && isSubject(candidate, of: verb(of: clause))
        }
        return verb(of: candidate) == clause || isSubject(candidate, of: clause)
    }

    private func isUntensed(_ verb: Int) -> Bool {
        let token = doc.tokens[verb]
        return token.tag == .vb && (token.dep == .ccomp || token.dep == .xcomp)
            && !doc.children(of: verb, .aux).contains { doc.tokens[$0].tag == .md }
    }

    /// Whether a token is, alone or with others, the subject of a verb, said or understood.
    private func isSubject(_ candidate: Int, of verb: Int) -> Bool {
        var node = verb
        for _ in 0..<4 {
            if let subject = doc.child(of: node, .nsubj, .nsubjpass) {
                return doc.conjuncts(of: subject).contains(candidate)
            }
            guard [.conj, .xcomp].contains(doc.tokens[node].dep) else { return false }
            let above = self.verb(of: node)
            guard above != node else { return false }
            if doc.tokens[node].dep == .xcomp, let object = doc.child(of: above, .dobj) { return object == candidate }
            node = above
        }
        return false
    }

    private func verb(of token: Int) -> Int {
        var node = token
        for ancestor in doc.ancestors(of: token) {
            node = ancestor
            if doc.tokens[ancestor].pos == .verb || doc.tokens[ancestor].pos == .auxiliary { break }
        }
        return node
    }
}

private let ofStates: Set<String> = [
    "government", "ambassador", "embassy", "parliament", "territory", "soil", "airspace", "citizen", "national",
    "coast",
    "capital", "population", "constitution",
]
