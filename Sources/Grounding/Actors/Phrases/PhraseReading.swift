/// What a phrase says about one actor.
struct PhraseReading: Sendable, Equatable {
    /// What the head of the phrase is.
    enum Head: Sendable, Equatable {
        case state, capital, region, people, person, organization, agent
        /// Nothing that the knowledge has.
        case unknown
    }
    var head: Head = .unknown
    /// A proper name: canonical where the knowledge has it, else as written.
    var name: String?
    var country: String?
    /// Whether the country only says where the actor is ("its team in Goma").
    var isLocated = false
    var sectors: [Sector] = []
    var role: String?
    /// Index into `ActorKnowledge.actors`.
    var namedActor: Int?
    /// Words of a personal name.
    var personName: Range<Int>?
    var isPlural = false
    /// Whether the head is somebody else than its possessor: "Iran's rival".
    var isOther = false
    /// Words that gave any of it.
    var used: Set<Int> = []
    /// Words of the head item.
    var headWords: Range<Int> = 0..<0
    var agent: Int?
}
