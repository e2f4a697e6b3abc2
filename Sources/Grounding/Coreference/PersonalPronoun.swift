import Tokens

/// The pronouns that stand for actors of a report.
enum PersonalPronoun: Sendable {
    case he, she, they, it
    /// "Both" and "the two" in the place of a noun.
    case both

    init?(_ token: Token) {
        switch token.lower {
        case "he", "him", "his", "himself": self = .he
        case "she", "her", "hers", "herself": self = .she
        case "they", "them", "their", "theirs", "themselves": self = .they
        case "it", "its", "itself":
            // "It is said that", "it rained" name nobody.
            guard token.dep != .expl else { return nil }
            self = .it
        case "both":
            guard [.nsubj, .nsubjpass, .dobj, .pobj].contains(token.dep) else { return nil }
            self = .both
        case "two":
            guard [.nsubj, .nsubjpass, .dobj, .pobj, .conj].contains(token.dep) else { return nil }
            self = .both
        default: return nil
        }
    }
}
