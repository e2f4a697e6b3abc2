import Tokens

/// Several actors under one phrase: "the two sides", "the American and Japanese ministers".
extension EntityChains {
    mutating func groupChain(_ members: [Int], sectors: [Sector] = [], role: String? = nil) -> Int {
        let unique = members.reduce(into: [Int]()) { if !$0.contains($1) { $0.append($1) } }
        guard unique.count > 1 || !sectors.isEmpty else { return members[0] }
        if let known = chains.indices.first(where: {
            chains[$0].kind == .group && chains[$0].members == unique && chains[$0].actor.sectors == sectors
        }) {
            return known
        }
        var chain = Chain(kind: .group, actor: Actor(name: "", sectors: sectors, role: role))
        chain.members = unique
        chain.isPlural = true
        return add(chain)
    }

    /// The two states or organisations that the report spoke of together last: an apposition's, else the last
    /// coordinated ones, else the last two named in this or the sentences before.
    func pair(before index: Int) -> [Int]? {
        let head = found[index].head
        if doc.tokens[head].dep == .appos, let pair = coordinated(doc.tokens[head].head) { return pair }
        if let below = doc.child(of: head, .appos), let pair = coordinated(below) { return pair }
        let subject = localSubject(of: head)
        for earlier in stride(from: index - 1, through: 0, by: -1) {
            // "The US and the EU seek peace between the two sides": not between themselves.
            if subject.contains(found[earlier].head) { continue }
            if let pair = coordinated(found[earlier].head) { return pair }
            if chainOf[earlier] >= 0, chains[chainOf[earlier]].kind == .group,
                chains[chainOf[earlier]].members.count == 2,
                chains[chainOf[earlier]].members.allSatisfy(isParty),
                chains[chainOf[earlier]].actor.sectors.isEmpty
            {
                return chains[chainOf[earlier]].members
            }
        }
        var parties: [Int] = []
        let sentence = doc.sentenceIndex(of: head)
        for earlier in stride(from: index - 1, through: 0, by: -1)
        where isParty(chainOf[earlier]) && !subject.contains(found[earlier].head) {
            guard sentence - doc.sentenceIndex(of: found[earlier].head) <= 2 else { break }
            if !parties.contains(chainOf[earlier]) { parties.append(chainOf[earlier]) }
            if parties.count == 2 { return parties.reversed() }
        }
        return nil
    }

    /// The subject, with its conjuncts, of the clause that a token stands in; empty when the token is part of it.
    func localSubject(of token: Int) -> [Int] {
        for ancestor in doc.ancestors(of: token) {
            guard let subject = doc.child(of: ancestor, .nsubj, .nsubjpass) else { continue }
            return subject == token || doc.isAncestor(subject, of: token) ? [] : doc.conjuncts(of: subject)
        }
        return []
    }

    /// Whom "the two leaders" names: two persons, the group that was so called, or those of the two states spoken of last.
    mutating func two(_ index: Int) -> Int? {
        if let persons = twoPersons(before: index) { return groupChain(persons) }
        let reading = found[index].reading
        let group = chains.indices.last {
            chains[$0].kind == .group && chains[$0].members.count == 2 && !reading.sectors.isEmpty
                && chains[$0].actor.sectors == reading.sectors
        }
        if let group { return group }
        guard let states = pair(before: index) else { return nil }
        return groupChain(states, sectors: reading.sectors, role: reading.role)
    }

    /// "The French and German ministers": one chain for each nation.
    mutating func compatriots(_ index: Int) -> [Int]? {
        let mention = found[index]
        guard let first = doc.children(of: mention.head, .amod).first(where: { doc.child(of: $0, .conj) != nil }) else {
            return nil
        }
        let countries = doc.conjuncts(of: first).compactMap(nationality)
        guard countries.count > 1, Set(countries).count == countries.count else { return nil }
        let model = possessorOfCounterparts(index)
        return countries.map { country in
            var chain = Chain(
                kind: .nominal,
                actor: Actor(
                    name: doc.text(of: mention.tokens), country: country,
                    sectors: model?.sectors ?? mention.reading.sectors, role: model?.role ?? mention.reading.role))
            chain.isPersonal = mention.reading.agent.map { knowledge.agents[$0].nature == .person } ?? false
            return add(chain)
        }
    }

    /// Whose office the counterparts of somebody hold.
    private mutating func possessorOfCounterparts(_ index: Int) -> Actor? {
        guard found[index].reading.isOther, let possessor = possessor(index) else { return nil }
        return chains[chainOf[possessor]].actor
    }

    private func nationality(_ token: Int) -> String? {
        let words = Word.scan(Array(doc.text(of: token).utf8))
        let phrase = Phrase(words, in: words.indices, knowledge: knowledge)
        let senses = phrase.items.flatMap { $0.senses }.map { knowledge.senses[Int($0)] }
        return senses.first { $0.kind == .nationality }?.country
    }

    private func isParty(_ chain: Int) -> Bool {
        chain >= 0 && (chains[chain].kind == .state || chains[chain].kind == .organization)
    }

    /// Exactly two parties joined by a conjunction at a token.
    private func coordinated(_ head: Int) -> [Int]? {
        let members = doc.conjuncts(of: head).compactMap { mentionAtHead[$0] }.map { chainOf[$0] }
        guard members.count == 2, members.allSatisfy(isParty), members[0] != members[1] else { return nil }
        return members
    }
}
