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
            // A country is several by its people, but one as a state.
            let isOne = !isPluralForm(mention)
            if reading.isOther, isOne {
                guard reading.country == nil, let country = otherCountry(index) else { return ownChain(index) }
                return stateChain(country: country, name: nil, sectors: [])
            }
            if isOne, let country = countryOfPossessor(index) {
                return stateChain(country: country, name: nil, sectors: [])
            }
            if !isOne, let members = pair(before: index) { return groupChain(members) }
            if agent.noun == "country" || agent.noun == "nation", isOne, isBareDefinite(index),
                let country = countryMeant(index)
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
        if isPluralForm(mention), let members = compatriots(index) { return groupChain(members) }
        if agent.noun == "counterpart" || agent.noun == "counterparts", let chain = counterpartChain(index) {
            return chain
        }
        if agent.nature == .person, !isPluralForm(mention), isDefinite(mention),
            let holder = holder(of: agent.noun, index)
        {
            return holder
        }
        if isPluralForm(mention), agent.nature == .person, isNumberedTwo(mention), let two = two(index) { return two }
        if isDefinite(mention) {
            let same = [sameNominal(agent.noun, index), namedBody(agent.noun, index)].compactMap { $0 }
            if let last = same.max(by: { lastMention($0, before: index) < lastMention($1, before: index) }) {
                return last
            }
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
        // "Its team in Goma": whose it is says more than where it is.
        let owner = reading.isOther ? nil : countryOfPossessor(index)
        let country = (reading.isLocated ? owner ?? reading.country : reading.country ?? owner) ?? impliedCountry(index)
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
    func isBareDefinite(_ index: Int) -> Bool {
        let head = found[index].head
        let hasArticle = doc.children(of: head).contains { doc.tokens[$0].dep == .det && doc.tokens[$0].lower == "the" }
        return hasArticle
            && !doc.children(of: head).contains { child in
                // "Thanked the country *for taking* them in" says nothing about whose it is.
                ["of", "for"].contains(doc.tokens[child].lower) && doc.child(of: child, .pcomp) == nil
            }
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

    /// The mention of whoever a phrase's possessor is, joined to a chain.
    mutating func possessor(_ index: Int) -> Int? {
        guard let possessor = doc.child(of: found[index].head, .poss), let mention = mentionAtHead[possessor] else {
            return nil
        }
        if chainOf[mention] < 0, found[mention].form == .pronoun, let chain = pronounChain(mention) {
            join(mention, to: chain)
        }
        return chainOf[mention] >= 0 ? mention : nil
    }

    /// The country of whoever "his", "their" or "its" stands for.
    mutating func countryOfPossessor(_ index: Int) -> String? {
        guard let mention = possessor(index), chains[chainOf[mention]].kind != .group else { return nil }
        return chains[chainOf[mention]].actor.country
    }

    /// "His Jordanian counterpart" holds the office of the one whose counterpart it is, in that country.
    private mutating func counterpartChain(_ index: Int) -> Int? {
        let reading = found[index].reading
        guard let mention = possessor(index) else { return nil }
        let model = chains[chainOf[mention]].actor
        if isNumberedTwo(found[index]) {
            guard let members = pair(before: index),
                !members.contains(where: { chains[$0].actor.country == model.country })
            else { return nil }
            return groupChain(members, sectors: model.sectors, role: model.role)
        }
        guard reading.country != nil else { return nil }
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
        let noun = RoleNames.canonical(noun)
        let role = reading.role.map(RoleNames.canonical) ?? noun
        let candidates = chains.indices.filter { chain in
            guard chains[chain].kind == .person,
                RoleNames.fits(role, chains[chain].roles)
                    || role != noun && RoleNames.fits(noun, chains[chain].roles)
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
                && !isForeign(chain, to: index)
        }
    }

    /// Whether "the government" in a report on one state would be that of another, spoken of earlier.
    private func isForeign(_ chain: Int, to index: Int) -> Bool {
        guard let story = focus.story, let country = chains[chain].actor.country, country != story,
            found[index].reading.country == nil, isBareDefinite(index),
            let sector = found[index].reading.sectors.first, EntityChains.stateSectors.contains(sector)
        else { return false }
        let last = lastMention(chain, before: index)
        return last < 0 || doc.sentenceIndex(of: found[index].head) - doc.sentenceIndex(of: found[last].head) > 1
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
    func isNumberedTwo(_ mention: FoundMention) -> Bool {
        doc.children(of: mention.head).contains { ["two", "both"].contains(doc.tokens[$0].lower) }
    }

    /// The two persons that the report spoke of last, in this sentence and the two before.
    func twoPersons(before index: Int) -> [Int]? {
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
}

private let communityNouns: Set<String> = {
    let singular = [
        "country", "nation", "state", "republic", "side", "neighbor", "neighbour", "rival", "foe", "adversary",
        "archenemy", "arch-enemy", "archrival", "arch-rival", "belligerent", "warring party", "warring side",
        "warring faction", "party",
    ]
    return Set(singular + singular.map(regularPlural))
}()
