import Dates
import Lexicon
import Tokens

/// The tables of `data/knowledge` while they are read.
struct KnowledgeTables {
    typealias Agent = ActorKnowledge.Agent
    typealias Effect = ActorKnowledge.Effect

    private(set) var trie = NameTrie()
    private(set) var senses: [Sense] = []
    private(set) var actors: [NamedActor] = []
    private(set) var agents: [Agent] = []
    private(set) var effects: [Effect] = []
    private(set) var families: [StringKey: [Int]] = [:]
    private(set) var stateNames: [String: String] = [:]
    private var actorIndex: [String: Int] = [:]
    private var senseIndex: [SenseIdentity: Int] = [:]

    private struct SenseIdentity: Hashable {
        let kind: Sense.Kind
        let name: String
        let country: String?
        let sectors: [Sector]
        let index: Int
    }

    /// - Throws: `TableError` for a table at fault, naming file and line.
    init(data: DataFolder) throws(TableError) {
        try readStates(table("states", data))
        try readTerritories(table("territories", data))
        try readRegions(table("regions", data))
        try readCommunities(table("communities", data))
        for name in ["institutions", "organizations", "armed_groups", "parties", "media_and_companies"] {
            try readOrganizations(table(name, data))
        }
        for name in [
            "people_international", "people_americas", "people_europe", "people_asia", "people_africa_middle_east",
        ] {
            try readPeople(table(name, data))
        }
        try readAgents(table("agents", data))
        try readTitles(table("titles", data))
        try readModifiers(table("modifiers", data))
    }

    private func table(_ name: String, _ data: DataFolder) throws(TableError) -> Table {
        try Table(contentsOf: data.file("knowledge/\(name).tsv"))
    }

    /// Adds names for one sense; the same sense is kept once.
    mutating func add(_ sense: Sense, names: [String], casing: Casing? = nil) {
        let identity = SenseIdentity(
            kind: sense.kind, name: sense.name, country: sense.country, sectors: sense.sectors, index: sense.index)
        let index: Int
        if let known = senseIndex[identity] {
            index = known
        } else {
            index = senses.count
            senseIndex[identity] = index
            senses.append(sense)
        }
        for name in names {
            trie.insert(
                Word.scan(name), NameTrie.Value(sense: Int32(index), casing: casing ?? Casing(of: name)))
        }
    }

    mutating func nameState(_ code: String, _ name: String) { stateNames[code] = name }

    mutating func addAgent(_ agent: Agent) -> Int {
        agents.append(agent)
        return agents.count - 1
    }

    mutating func addEffect(_ effect: Effect) -> Int {
        effects.append(effect)
        return effects.count - 1
    }

    /// The index of a named actor, which gains the period.
    mutating func addPeriod(
        _ period: NamedActor.Period, to name: String, isWoman: Bool = false, family: String? = nil
    ) -> Int {
        if let known = actorIndex[name] {
            actors[known].periods.append(period)
            actors[known].periods.sort { ($0.from ?? CalendarDate(days: .min)) < ($1.from ?? CalendarDate(days: .min)) }
            return known
        }
        let index = actors.count
        actorIndex[name] = index
        actors.append(NamedActor(name: name, isWoman: isWoman, periods: [period]))
        if let family, let key = Word.scan(family).last?.key { families[key, default: []].append(index) }
        return index
    }
}
