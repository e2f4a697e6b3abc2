import Tokens

/// The pronouns that stand for actors of a report.
enum PersonalPronoun: Sendable {
    case he, she, they, it
    /// "Both" and "the two" in the place of a noun.
    case both

    init?(at token: Int, in doc: Doc) {
        guard let pronoun = PersonalPronoun.forms[doc.tokens[token].lowerKey] else { return nil }
        switch pronoun {
        // "It is said that", "it rained" name nobody.
        case .it where doc.tokens[token].dep == .expl: return nil
        case .both where !PersonalPronoun.standsForBoth(token, in: doc): return nil
        default: self = pronoun
        }
    }

    /// "Both" and "the two" in the place of a noun: "the two agreed", not "killed two".
    private static func standsForBoth(_ token: Int, in doc: Doc) -> Bool {
        switch doc.tokens[token].dep {
        case .nsubj, .nsubjpass, .dobj, .pobj: break
        case .conj where doc.tokens[token].lower == "two": break
        default: return false
        }
        return doc.tokens[token].lower != "two" || token > 0 && doc.tokens[token - 1].lower == "the"
    }

    private static let forms: [StringKey: PersonalPronoun] = {
        let forms: [(PersonalPronoun, [String])] = [
            (.he, ["he", "him", "his", "himself"]), (.she, ["she", "her", "hers", "herself"]),
            (.they, ["they", "them", "their", "theirs", "themselves"]), (.it, ["it", "its", "itself"]),
            (.both, ["both", "two"]),
        ]
        return Dictionary(
            uniqueKeysWithValues: forms.flatMap { pronoun, words in words.map { (StringKey($0), pronoun) } })
    }()
}
