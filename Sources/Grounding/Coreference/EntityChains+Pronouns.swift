import Tokens

/// Pronouns: the nearest actor before them that fits in number and kind, subjects first (Hobbs 1978 in spirit; Lappin
/// and Leass 1994 for the preference of subjects).
extension EntityChains {
    mutating func pronounChain(_ index: Int) -> Int? {
        guard let pronoun = PersonalPronoun(doc.tokens[found[index].head]) else { return nil }
        switch pronoun {
        case .both: return pair(before: index).map { groupChain($0) }
        case .they:
            if let plural = antecedent(of: index, where: { self.isPlural($0) }) { return plural }
            return pair(before: index, sentences: 1).map { groupChain($0) }
        case .he: return antecedent(of: index) { self.isOnePerson($0) && self.chains[$0].isWoman != true }
        case .she: return antecedent(of: index) { self.isOnePerson($0) && self.chains[$0].isWoman != false }
        case .it:
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
            let subjects = candidates.filter { isSubject(found[$0].head) }
            // In its own sentence the nearest subject above counts; in an earlier one, the main subject.
            if let subject = number == sentence ? subjects.last : subjects.first { return chainOf[subject] }
            if let other = candidates.last { return chainOf[other] }
        }
        return nil
    }

    private func isSubject(_ token: Int) -> Bool {
        switch doc.tokens[token].dep {
        case .nsubj, .nsubjpass, .agent: true
        default: false
        }
    }

    /// Two arguments of one verb are not the same actor, unless one is a possessive ("Blinken called his counterpart").
    private func sharesClause(_ candidate: Int, _ pronoun: Int) -> Bool {
        guard doc.tokens[pronoun].dep != .poss else { return doc.isAncestor(pronoun, of: candidate) }
        return verb(of: candidate) == verb(of: pronoun) && !isSubject(pronoun)
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
