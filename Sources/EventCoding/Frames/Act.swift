import Lexicon

/// A lexicon entry whose frame holds at a token: the entry, and the tokens that fill its slots.
struct Act: Sendable, Equatable {
    /// The word that is the act.
    let trigger: Int
    /// Index into `EventLexicon.entries`.
    let entry: Int
    var passive = false
    /// Heads of noun phrases; what is coordinated with them belongs to them.
    var actors: [Int] = []
    var recipients: [Int] = []
    var coactors: [Int] = []
    /// What was done by the recipient: a noun or a clause.
    var deeds: [Int] = []
    /// Verbs or nouns of inner acts, coordinated ones each.
    var inner: [Int] = []
    /// Tokens that the frame asks for by word or class.
    var fixed: [Int] = []
    /// A weapon or an act in the place of the actor ("a car bomb killed …").
    var instrument: Int?
    /// The statement whose speaker does it by saying so.
    var telling: Voices.Telling?
    /// How much of the frame is said; of several entries the most specific is taken.
    var specificity = 0

    mutating func bind(_ slot: FramePattern.Slot, to token: Int, coordinated: [Int]) {
        switch slot {
        case .actor: actors.append(token)
        case .recipient: recipients.append(token)
        case .coactor: coactors.append(token)
        case .deed: deeds.append(token)
        case .act: inner += coordinated
        case .anything: break
        }
    }
}

/// Why a frame does not hold at a token.
enum Mismatch: Error, Sendable, Equatable {
    case category
    case particle
    /// A word that must modify the noun does not.
    case modifier
    /// Nothing stands in the place of a complement.
    case missing(FramePattern.Complement)
    /// What stands there does not fit.
    case unfit(FramePattern.Complement, token: Int)
    /// The subject or agent can neither act nor be a means.
    case subject(token: Int)
    case notSeveral
    /// It has an object and must not.
    case transitive
    case notArmed
    case notCivilian
    case noDebate
    case notPerson
    case notObliged
    case notOwn
    case notTold
    case notNegated
    case negated
    case notAhead
    case ahead
    case unconditional
    case notQuoted
    case noInnerAct
}
