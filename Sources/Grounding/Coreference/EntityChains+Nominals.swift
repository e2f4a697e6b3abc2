import Tokens

/// Mentions by a common noun: "the secretary of state", "his country", "the two sides", "protesters".
extension EntityChains {
    mutating func nominalChain(_ index: Int) -> Int? {
        let mention = found[index]
        let reading = mention.reading
        if let person = appositionChain(index) { return person }
        guard let agentIndex = reading.agent else { return ownChain(index) }
        let agent = knowledge.agents[agentIndex]
        let complement = complementChain(index)
        if isCommunity(agent.noun) {
            if !agent.plural, let country = countryOfPossessor(index) {
                return stateChain(country: country, name: nil, sectors: [])
            }
            if isPluralForm(mention), let members = pair(before: index) { return groupChain(members) }
            if agent.noun == "country", !agent.plural, isBareDefinite(index),
                let country = focus.country(at: mention.head)
            {
                return stateChain(country: country, name: nil, sectors: [])
            }
            // "Side" alone says nothing about who it is.
            return reading.country == nil ? nil : ownChain(index)
        }
        if isPluralForm(mention), let complement, chains[complement].kind == .group {
            return groupChain(
                chains[complement].members, sectors: reading.sectors, role: reading.role)
        }
        if agent.noun == "counterpart", let chain = counterpartChain(index) { return chain }
        if agent.nature == .person, !isPluralForm(mention), isDefinite(mention),
            let holder = holder(of: agent.noun, index)
        {
            return holder
        }
        if isPluralForm(mention), agent.nature == .person, isNumberedTwo(mention),
            let members = twoPersons(before: index)
        {
            return groupChain(members)
        }
        if isDefinite(mention) {
            if let same = sameNominal(agent.noun, index) { return same }
            if let named = namedBody(agent.noun, index) { return named }
        }
        return ownChain(index)
    }

    /// Nouns for states and sides, which only the report tells apart.
    private func isCommunity(_ noun: String) -> Bool { communityNouns.contains(noun) }

    func isPluralForm(_ mention: FoundMention) -> Bool {
        doc.tokens[mention.head].tag == .nns || doc.tokens[mention.head].tag == .nnps
    }

    private func isDefinite(_ mention: FoundMention) -> Bool {
        guard
            let first = doc.children(of: mention.head).first(where: {
                doc.tokens[$0].dep == .det || doc.tokens[$0].dep == .poss
            })
        else { return mention.reading.country != nil }
        return !["a", "an", "some", "any", "no", "another", "several", "many"].contains(doc.tokens[first].lower)
    }

    /// A chain for what the mention says itself.
    private mutating func ownChain(_ index: Int) -> Int {
        let reading = found[index].reading
        let country = reading.country ?? (reading.isOther ? nil : countryOfPossessor(index)) ?? impliedCountry(index)
        var chain = Chain(
            kind: .nominal,
            actor: Actor(
                name: reading.name ?? doc.text(of: found[index].tokens), country: country,
                sectors: reading.sectors, role: reading.role))
        chain.isPlural = reading.isPlural || isPluralForm(found[index])
        if let agent = reading.agent {
            chain.roles = [knowledge.agents[agent].noun]
            chain.isPersonal = knowledge.agents[agent].nature == .person
        }
        return add(chain)
    }

    /// Whose "the government", "the army" or "the president" is, when the report speaks of one state.
    private func impliedCountry(_ index: Int) -> String? {
        guard let sector = found[index].reading.sectors.first, EntityChains.stateSectors.contains(sector),
            isBareDefinite(index) || isBare(index)
        else { return nil }
        return focus.country(at: found[index].head)
    }

    /// "Police", "riot police", "parliament": nothing before or after the noun says whose it is or how many.
    private func isBare(_ index: Int) -> Bool {
        !doc.children(of: found[index].head).contains { child in
            switch doc.tokens[child].dep {
            case .det, .poss, .nummod, .amod, .quantmod, .nmod: true
            case .prep: ["of", "for", "from", "in"].contains(doc.tokens[child].lower)
            default: false
            }
        }
    }

    /// Whether "the" stands before the noun and nothing after it says whose it is.
    private func isBareDefinite(_ index: Int) -> Bool {
        let head = found[index].head
        let hasArticle = doc.children(of: head).contains { doc.tokens[$0].dep == .det && doc.tokens[$0].lower == "the" }
        return hasArticle && !doc.children(of: head).contains { ["of", "for"].contains(doc.tokens[$0].lower) }
    }

    /// "Turkey, Azerbaijan's main ally" and "the foreign minister, Ararat Mirzoyan": one actor.
    private func appositionChain(_ index: Int) -> Int? {
        let head = found[index].head
        guard !isPluralForm(found[index]) else { return nil }
        if doc.tokens[head].dep == .appos, let other = mentionAtHead[doc.tokens[head].head], chainOf[other] >= 0,
            chains[chainOf[other]].kind == .person || found[index].reading.country == nil
        {
            return chainOf[other]
        }
        if found[index].reading.isOther, let named = chainBeforeComma(index) { return named }
        guard let below = doc.child(of: head, .appos), let other = mentionAtHead[below], chainOf[other] >= 0,
            chains[chainOf[other]].kind == .person
        else { return nil }
        return chainOf[other]
    }

    /// Whoever is named just before the comma that the phrase follows, where the parser saw no apposition.
    private func chainBeforeComma(_ index: Int) -> Int? {
        let comma = found[index].tokens.lowerBound - 1
        guard comma > 0, doc.tokens[comma].lower == "," else { return nil }
        let named = found[..<index].last { $0.tokens.upperBound == comma && $0.form == .name }
        guard let named, let other = mentionAtHead[named.head], chainOf[other] >= 0 else { return nil }
        return chainOf[other]
    }

    /// The chain of the object of an `of` phrase: "the leaders of the two countries".
    private mutating func complementChain(_ index: Int) -> Int? {
        guard let of = doc.children(of: found[index].head, .prep).first(where: { doc.tokens[$0].lower == "of" }),
            let object = doc.child(of: of, .pobj), let inner = mentionAtHead[object]
        else { return nil }
        if chainOf[inner] < 0, found[inner].reading.agent != nil, let chain = nominalChain(inner) {
            join(inner, to: chain)
        }
        if chainOf[inner] < 0 { return nil }
        let coordinated = doc.conjuncts(of: object).compactMap { mentionAtHead[$0] }.map { chainOf[$0] }.filter {
            $0 >= 0
        }
        return coordinated.count > 1 ? groupChain(coordinated) : chainOf[inner]
    }

    /// The country of whoever "his", "their" or "its" stands for.
    private mutating func countryOfPossessor(_ index: Int) -> String? {
        guard let possessor = doc.child(of: found[index].head, .poss), let mention = mentionAtHead[possessor] else {
            return nil
        }
        if chainOf[mention] < 0, found[mention].form == .pronoun, let chain = pronounChain(mention) {
            join(mention, to: chain)
        }
        guard chainOf[mention] >= 0, chains[chainOf[mention]].kind != .group else { return nil }
        return chains[chainOf[mention]].actor.country
    }

    /// "His Jordanian counterpart" holds the office of the one whose counterpart it is, in that country.
    private mutating func counterpartChain(_ index: Int) -> Int? {
        let reading = found[index].reading
        guard let possessor = doc.child(of: found[index].head, .poss), let mention = mentionAtHead[possessor] else {
            return nil
        }
        if chainOf[mention] < 0, found[mention].form == .pronoun, let chain = pronounChain(mention) {
            join(mention, to: chain)
        }
        guard chainOf[mention] >= 0, reading.country != nil else { return nil }
        let model = chains[chainOf[mention]].actor
        var chain = Chain(
            kind: .nominal,
            actor: Actor(
                name: doc.text(of: found[index].tokens), country: reading.country, sectors: model.sectors,
                role: model.role))
        chain.roles = ["counterpart"]
        return add(chain)
    }

    /// The person of the report who holds the office that the noun names, in the country that the phrase names.
    private func holder(of noun: String, _ index: Int) -> Int? {
        let reading = found[index].reading
        let candidates = chains.indices.filter { chain in
            guard chains[chain].kind == .person,
                RoleNames.fits(reading.role ?? noun, chains[chain].roles)
                    || RoleNames.fits(noun, chains[chain].roles)
            else { return false }
            guard let country = reading.country else { return true }
            return chains[chain].actor.country == country
        }
        return candidates.max { lastMention($0, before: index) < lastMention($1, before: index) }
    }

    private func sameNominal(_ noun: String, _ index: Int) -> Int? {
        let reading = found[index].reading
        return chains.indices.last { chain in
            chains[chain].kind == .nominal && chains[chain].roles.contains(noun)
                && chains[chain].isPlural == (reading.isPlural || isPluralForm(found[index]))
                && (reading.country == nil || reading.country == chains[chain].actor.country)
                && (reading.sectors.isEmpty || reading.sectors == chains[chain].actor.sectors)
        }
    }

    /// "The militant group", "the ministry": the body of that kind that the report named last.
    private func namedBody(_ noun: String, _ index: Int) -> Int? {
        let reading = found[index].reading
        guard let agent = reading.agent,
            knowledge.agents[agent].nature == .body || knowledge.agents[agent].nature == .people,
            !isPluralForm(found[index])
        else { return nil }
        let candidates = chains.indices.filter { chain in
            guard chains[chain].kind == .organization || chains[chain].kind == .nominal, !chains[chain].isPlural,
                reading.country == nil || chains[chain].actor.country == reading.country
            else { return false }
            if chains[chain].actor.name.lowercased().hasSuffix(" " + noun) { return true }
            guard chains[chain].kind == .organization,
                ["group", "movement", "organization", "organisation"].contains(where: noun.hasSuffix)
            else { return false }
            return reading.sectors.isEmpty || !chains[chain].actor.sectors.filter(reading.sectors.contains).isEmpty
        }
        return candidates.max { lastMention($0, before: index) < lastMention($1, before: index) }
    }

    /// "The two leaders", "both ministers".
    private func isNumberedTwo(_ mention: FoundMention) -> Bool {
        doc.children(of: mention.head).contains { ["two", "both"].contains(doc.tokens[$0].lower) }
    }

    /// The two persons that the report spoke of last, in this sentence and the two before.
    private func twoPersons(before index: Int) -> [Int]? {
        let sentence = doc.sentenceIndex(of: found[index].head)
        var persons: [Int] = []
        for earlier in stride(from: index - 1, through: 0, by: -1) {
            guard sentence - doc.sentenceIndex(of: found[earlier].head) <= 2 else { break }
            let chain = chainOf[earlier]
            guard chain >= 0, chains[chain].kind == .person || chains[chain].roles.contains("counterpart"),
                !persons.contains(chain)
            else { continue }
            persons.append(chain)
            if persons.count == 2 { return persons.reversed() }
        }
        return nil
    }

    func lastMention(_ chain: Int, before index: Int) -> Int {
        chains[chain].mentions.last { found[$0].head < found[index].head } ?? -1
    }

    // MARK: Groups

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
    private func localSubject(of token: Int) -> [Int] {
        for ancestor in doc.ancestors(of: token) {
            guard let subject = doc.child(of: ancestor, .nsubj, .nsubjpass) else { continue }
            return subject == token || doc.isAncestor(subject, of: token) ? [] : doc.conjuncts(of: subject)
        }
        return []
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

private let communityNouns: Set<String> = {
    let singular = [
        "country", "nation", "state", "republic", "side", "neighbor", "neighbour", "rival", "foe", "adversary",
        "archenemy", "arch-enemy", "archrival", "arch-rival", "belligerent", "warring party", "warring side",
        "warring faction", "party",
    ]
    return Set(singular + singular.map(regularPlural))
}()
