import Dates
import Tokens

/// Joins mentions of the same actor: names first, from the whole report, then nominals and pronouns in the order of
/// the text, each with what precedes it. What cannot be joined stays a chain of its own, with what it says itself.
struct EntityChains {
    let doc: Doc
    let knowledge: ActorKnowledge
    let date: CalendarDate?
    let found: [FoundMention]
    let focus: FocusCountry
    var chains: [Chain] = []
    /// Chain of each mention; -1 before it is joined.
    var chainOf: [Int]
    /// Mention by its head token.
    let mentionAtHead: [Int: Int]
    private var named: [Int: Int] = [:]
    private var states: [String: Int] = [:]
    private var organizations: [String: Int] = [:]

    init(doc: Doc, knowledge: ActorKnowledge, date: CalendarDate?, found: [FoundMention], focus: FocusCountry) {
        self.doc = doc
        self.knowledge = knowledge
        self.date = date
        self.found = found
        self.focus = focus
        chainOf = [Int](repeating: -1, count: found.count)
        var heads: [Int: Int] = [:]
        for (index, mention) in found.enumerated() { heads[mention.head] = index }
        mentionAtHead = heads
    }

    mutating func resolve() -> (mentions: [ActorMention], entities: [ActorEntity]) {
        for index in found.indices where found[index].nameWords.count > 1 || isKnownPerson(index) {
            if let chain = personChain(index) { join(index, to: chain) }
        }
        implyCountries()
        for index in found.indices where chainOf[index] < 0 {
            if let chain = chain(of: index) { join(index, to: chain) }
        }
        learnFromOffices()
        implyCountries()
        return result()
    }

    /// "President Calderon" without a country serves the state that the report is about.
    private mutating func implyCountries() {
        for chain in chains.indices where chains[chain].kind == .person && chains[chain].actor.country == nil {
            guard let first = chains[chain].mentions.min(by: { found[$0].head < found[$1].head }),
                chains[chain].actor.sectors.contains(where: EntityChains.stateSectors.contains),
                !awaitsOwner(first)
            else { continue }
            chains[chain].actor.country = focus.country(ofOfficialAt: found[first].head)
        }
    }

    /// "*Its* foreign minister, Ana Vega": whose minister she is, is known when the pronoun is.
    private func awaitsOwner(_ index: Int) -> Bool {
        let token = doc.tokens[found[index].head]
        guard token.dep == .appos, let office = mentionAtHead[token.head], chainOf[office] < 0 else { return false }
        return doc.child(of: token.head, .poss) != nil
    }

    /// Sectors of those who act for a state.
    static let stateSectors: Set<Sector> = [
        .government, .legislature, .judiciary, .military, .police, .intelligence, .opposition,
    ]

    /// Makes the mention part of a chain, which learns from it.
    mutating func join(_ index: Int, to chain: Int) {
        chainOf[index] = chain
        chains[chain].mentions.append(index)
        let reading = found[index].reading
        if chains[chain].kind == .person {
            var country = reading.country
            if country == nil, chains[chain].actor.country == nil, !reading.isOther {
                country = countryOfPossessor(index)
            }
            chains[chain].learn(country: country, sectors: reading.sectors, role: reading.role)
            if let agent = reading.agent {
                chains[chain].roles.insert(RoleNames.canonical(knowledge.agents[agent].noun))
            }
            if found[index].nameWords.count > chains[chain].words.count { chains[chain].words = found[index].nameWords }
        }
    }

    mutating func add(_ chain: Chain) -> Int {
        chains.append(chain)
        return chains.count - 1
    }

    private mutating func chain(of index: Int) -> Int? {
        let mention = found[index]
        switch mention.reading.head {
        case _ where mention.form == .pronoun: return pronounChain(index)
        case .person: return personChain(index)
        case .state, .capital: return stateChain(mention.reading)
        case .organization, .unknown: return organizationChain(index)
        case .region, .people, .agent: return nominalChain(index)
        }
    }

    // MARK: Persons

    private func isKnownPerson(_ index: Int) -> Bool {
        found[index].reading.head == .person && found[index].reading.namedActor != nil
    }

    private mutating func personChain(_ index: Int) -> Int? {
        let mention = found[index]
        if let known = mention.reading.namedActor, let chain = named[known] { return chain }
        if mention.reading.namedActor == nil, let chain = personChain(named: mention.nameWords, before: mention.head) {
            return chain
        }
        var actorIndex = mention.reading.namedActor
        if actorIndex == nil, mention.nameWords.count == 1 { actorIndex = holderOfOffice(mention) }
        if let actorIndex, let chain = named[actorIndex] { return chain }
        if actorIndex == nil, !looksLikePerson(mention) { return nil }
        var actor = Actor(
            name: mention.reading.name ?? writtenName(mention), country: mention.reading.country,
            sectors: mention.reading.sectors, role: mention.reading.role)
        var isWoman: Bool?
        if let actorIndex {
            let standing = knowledge.actors[actorIndex].standing(on: date, isPerson: true)
            actor.name = knowledge.actors[actorIndex].name
            actor.country = actor.country ?? standing.country
            if actor.sectors.isEmpty { actor.sectors = standing.sectors }
            actor.role = actor.role ?? standing.role
            isWoman = knowledge.actors[actorIndex].isWoman
        }
        var chain = Chain(kind: .person, actor: actor)
        chain.words = mention.nameWords
        chain.isWoman = isWoman
        if let role = actor.role { chain.roles.insert(RoleNames.canonical(role)) }
        let added = add(chain)
        if let actorIndex { named[actorIndex] = added }
        return added
    }

    /// Whether unknown capitals name a person: the engine says so, or a title stands before them.
    private func looksLikePerson(_ mention: FoundMention) -> Bool {
        switch doc.tokens[mention.head].entity.label {
        case .person: true
        case .facility, .location, .geopolitical: false
        default: !mention.reading.sectors.isEmpty
        }
    }

    /// A person of the report whose name holds all these words, or ends in the same two; the one mentioned last before
    /// the token, else the first after it.
    private func personChain(named words: [StringKey], before token: Int) -> Int? {
        guard let last = words.last else { return nil }
        let candidates = chains.indices.filter { chain in
            guard chains[chain].kind == .person, !chains[chain].words.isEmpty else { return false }
            let known = chains[chain].words
            return words.count == 1 ? known.last == last || known.first == last : words.allSatisfy(known.contains)
        }
        return candidates.max { nearness($0, token) < nearness($1, token) }
    }

    /// Greater for a chain mentioned closer before the token; below zero for one mentioned only after it.
    private func nearness(_ chain: Int, _ token: Int) -> Int {
        let heads = chains[chain].mentions.map { found[$0].head }
        if let before = heads.last(where: { $0 < token }) { return before + 1 }
        return -(heads.first ?? .max / 2)
    }

    /// A person known by the family name alone: the only one of that name in office at the time, whom neither country
    /// nor the engine's label contradicts.
    private func holderOfOffice(_ mention: FoundMention) -> Int? {
        guard let date, let word = mention.nameWords.last, doc.tokens[mention.head].entity.label != .organization else {
            return nil
        }
        let holders = (knowledge.families[word] ?? []).filter { index in
            knowledge.actors[index].periods.contains { period in
                period.holds(on: date) && (mention.reading.country == nil || period.country == mention.reading.country)
            }
        }
        return holders.count == 1 ? holders[0] : nil
    }

    private func writtenName(_ mention: FoundMention) -> String {
        guard !mention.nameWords.isEmpty else { return doc.text(of: mention.tokens) }
        var start = mention.head
        while start > mention.tokens.lowerBound, doc.tokens[start - 1].pos == .properNoun,
            mention.head - start + 1 < mention.nameWords.count
        {
            start -= 1
        }
        return doc.text(of: start..<mention.head + 1)
    }

    // MARK: States and organisations

    private mutating func stateChain(_ reading: PhraseReading) -> Int? {
        guard let country = reading.country else { return nil }
        return stateChain(country: country, name: reading.name, sectors: reading.sectors)
    }

    /// The chain of a state; its capital speaks for it.
    mutating func stateChain(country: String, name: String?, sectors: [Sector]) -> Int {
        let breakaway = sectors.filter { $0 == .partiallyRecognized }
        let key = breakaway.isEmpty ? country : "\(country) \(name ?? "")"
        if let known = states[key] { return known }
        let actor = Actor(
            name: breakaway.isEmpty ? knowledge.stateNames[country] ?? name ?? country : name ?? country,
            country: country, sectors: breakaway)
        let chain = add(Chain(kind: .state, actor: actor))
        states[key] = chain
        return chain
    }

    private mutating func organizationChain(_ index: Int) -> Int {
        let mention = found[index]
        let name = mention.reading.name ?? doc.text(of: bareName(mention))
        if let known = organizations[name] { return known }
        if mention.reading.head == .unknown,
            let person = personChain(named: [StringKey(utf8: folded(name))], before: mention.head)
        {
            return person
        }
        var chain = Chain(
            kind: .organization,
            actor: Actor(name: name, country: mention.reading.country, sectors: mention.reading.sectors))
        chain.roles = []
        let added = add(chain)
        organizations[name] = added
        if let acronym = acronym(after: mention) { organizations[acronym] = added }
        return added
    }

    private func folded(_ name: String) -> [UInt8] {
        var bytes: [UInt8] = []
        appendFolded(Array(name.utf8)[...], to: &bytes)
        return bytes
    }

    /// Without an article.
    private func bareName(_ mention: FoundMention) -> Range<Int> {
        let first = mention.tokens.lowerBound
        return doc.tokens[first].pos == .determiner && mention.tokens.count > 1
            ? first + 1..<mention.tokens.upperBound : mention.tokens
    }

    /// "World Food Programme (WFP)": the letters in brackets.
    private func acronym(after mention: FoundMention) -> String? {
        let open = mention.tokens.upperBound
        guard open + 2 < doc.count, doc.text(of: open) == "(", doc.text(of: open + 2) == ")" else { return nil }
        let text = doc.text(of: open + 1)
        return text.utf8.count > 1 && text.utf8.allSatisfy { (0x41...0x5A).contains($0) } ? text : nil
    }

    // MARK: Result

    private func result() -> (mentions: [ActorMention], entities: [ActorEntity]) {
        var entityOf = [Int](repeating: -1, count: chains.count)
        var mentions: [ActorMention] = []
        var members: [[Int]] = []
        var order: [Int] = []
        for (index, mention) in found.enumerated() where chainOf[index] >= 0 {
            let chain = chainOf[index]
            if entityOf[chain] < 0 {
                entityOf[chain] = order.count
                order.append(chain)
                members.append([])
            }
            members[entityOf[chain]].append(mentions.count)
            mentions.append(
                ActorMention(
                    tokens: mention.tokens, head: mention.head, form: mention.form, entity: entityOf[chain]))
        }
        let entities = zip(order, members).map { chain, mentions in
            ActorEntity(actors: actors(of: chain), mentions: mentions)
        }
        return (mentions, entities)
    }

    /// The actors of a chain; a group's are its members', with the group's own sectors ("the two leaders").
    func actors(of chain: Int) -> [Actor] {
        guard chains[chain].kind == .group else { return [chains[chain].actor] }
        return chains[chain].members.flatMap { member in
            actors(of: member).map { actor in
                guard !chains[chain].actor.sectors.isEmpty else { return actor }
                return Actor(
                    name: actor.name, country: actor.country, sectors: chains[chain].actor.sectors,
                    role: chains[chain].actor.role)
            }
        }
    }
}
