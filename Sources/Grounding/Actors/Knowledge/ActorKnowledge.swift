import Lexicon
import Tokens

/// What the program knows of the world's actors, read from `data/knowledge`: plain-text tables of facts, dated where
/// facts change. Immutable, shared by all workers.
final class ActorKnowledge: Sendable {
    /// What a modifier does to the head it stands before.
    enum Effect: String, Sendable {
        /// Gives its sectors, nothing more.
        case adds = ""
        /// The head is no longer what it says.
        case former
        /// The head is in opposition.
        case opposition
        /// The words between this and the next noun name somebody else ("Iran-backed", "anti-Assad").
        case other
        /// Says nothing about the actor ("senior", "top").
        case neutral
    }
    /// A common noun of `agents.tsv`.
    struct Agent: Sendable, Equatable {
        enum Nature: String, Sendable {
            case person, people, body, equipment
        }
        let noun: String
        let nature: Nature
        let plural: Bool
    }
    let trie: NameTrie
    let senses: [Sense]
    let actors: [NamedActor]
    let agents: [Agent]
    let effects: [Effect]
    /// People by the folded last word of their name.
    let families: [StringKey: [Int]]
    /// Canonical names of states by code.
    let stateNames: [String: String]

    /// - Throws: `TableError` for a table at fault, naming file and line.
    init(data: DataFolder) throws(TableError) {
        let tables = try KnowledgeTables(data: data)
        trie = tables.trie
        senses = tables.senses
        actors = tables.actors
        agents = tables.agents
        effects = tables.effects
        families = tables.families
        stateNames = tables.stateNames
    }
}
