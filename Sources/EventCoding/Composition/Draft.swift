/// An event in the making: what it is and which tokens take part, before names, times and places are filled in.
struct Draft: Sendable, Equatable {
    var type: EventType
    var modes: [String]
    /// Whether words beside the act may tell another mode.
    var isModeOpen: Bool
    var contexts: [String]
    var cameo: String?
    /// Heads of noun phrases.
    var actors: [Int]
    var recipients: [Int]
    /// Parties that act together with the actors: actors of a reciprocal event, recipients of a promise to meet them.
    var coactors: [Int]
    /// The word that names the act.
    var trigger: Int
    /// Words whose clauses say when, where and whether: the act itself first, then the acts it is part of.
    var anchors: [Int]
    /// What the lexicon says about the reality of the act.
    var status: Status?
    /// The statement that is the act.
    var telling: Voices.Telling?
    /// Whether all parties stand as actors.
    var isReciprocal: Bool
    /// A weapon or act named as the means.
    var instrument: Int?
    var fixed: [Int]
    /// Entries that decided, outermost first.
    var rule: String
    var specificity: Int
}
