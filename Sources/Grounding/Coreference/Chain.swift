import Tokens

/// The mentions of one actor while they are being joined.
struct Chain {
    enum Kind {
        case person, state, organization
        /// People or bodies named by a common noun.
        case nominal
        /// Several chains together: "the two sides".
        case group
    }
    let kind: Kind
    var actor: Actor
    /// Folded words of a personal name, the fullest so far.
    var words: [StringKey] = []
    /// Offices and agent nouns by which the person was called, lower case.
    var roles: Set<String> = []
    var isPlural = false
    /// Whether a nominal names a person, whom "it" cannot stand for.
    var isPersonal = false
    /// `nil` when nothing says.
    var isWoman: Bool?
    /// Chains of a group.
    var members: [Int] = []
    var mentions: [Int] = []

    init(kind: Kind, actor: Actor) {
        self.kind = kind
        self.actor = actor
    }

    /// Takes over what another mention says and this does not know yet.
    mutating func learn(country: String?, sectors: [Sector], role: String?) {
        if actor.country == nil { actor.country = country }
        if actor.sectors.isEmpty { actor.sectors = sectors }
        if let role, !role.isEmpty {
            if actor.role == nil { actor.role = role }
            roles.insert(RoleNames.canonical(role))
        }
    }
}

/// One name for offices that are called in several ways.
enum RoleNames {
    private static let synonyms: [String: String] = [
        "premier": "prime minister", "top diplomat": "foreign minister", "secretary of state": "foreign minister",
        "minister of foreign affairs": "foreign minister", "foreign secretary": "foreign minister",
        "minister of defence": "defense minister", "defence minister": "defense minister",
        "defense secretary": "defense minister", "secretary of defense": "defense minister",
        "spokesman": "spokesperson", "spokeswoman": "spokesperson", "head of state": "president",
        "chairwoman": "chairman", "monarch": "king", "secretary-general": "secretary general",
    ]

    /// The last words decide: "State Department spokesman" is a spokesperson.
    static func canonical(_ role: String) -> String {
        let lower = role.lowercased()
        if let known = synonyms[lower] { return known }
        guard let space = lower.utf8.lastIndex(of: UInt8(ascii: " ")) else { return lower }
        let last = lower[lower.utf8.index(after: space)...]
        return endings[StringKey(utf8: last.utf8)]?.first { lower.hasSuffix($0.ending) }?.canonical ?? lower
    }

    /// What roles can end in, after a space, by the last word.
    private static let endings = Dictionary(grouping: synonyms.map { (ending: " " + $0.key, canonical: $0.value) }) {
        StringKey(utf8: $0.ending.split(separator: " ").last.map { Array($0.utf8) } ?? [])
    }

    /// Whether a common noun may call somebody who holds one of the offices.
    /// - Parameter noun: as `canonical` gives it.
    static func fits(_ noun: String, _ roles: Set<String>) -> Bool {
        roles.contains(noun) || roles.contains { $0.hasSuffix(" " + noun) }
    }
}
