import Tokens

/// Whether the clause a time stands in is about what was, is, or will be.
enum VerbTense: Sendable, Equatable {
    case past, present, future

    /// The tense of the verb that governs a token; `nil` where no verb does (headlines, lists).
    init?(governing token: Int, in doc: Doc) {
        var node = token
        // Deeper nesting than this does not occur in sentences people write.
        for _ in 0..<24 {
            let current = doc.tokens[node]
            if current.pos == .verb || current.pos == .auxiliary, let tense = VerbTense(of: node, in: doc) {
                self = tense
                return
            }
            if current.pos == .adjective, VerbTense.announcements.contains(current.lemma) {
                self = .future
                return
            }
            guard current.head != node else { break }
            node = current.head
        }
        return nil
    }

    /// The tense of one verb with its auxiliaries; `nil` for participles that stand alone, whose tense their head has.
    private init?(of verb: Int, in doc: Doc) {
        let token = doc.tokens[verb]
        let announces = VerbTense.announcements.contains(token.lemma) && (token.tag == .vbn || token.tag == .vbd)
        var auxiliaryTag: PennTag?
        for child in doc.children(of: verb) {
            let auxiliary = doc.tokens[child]
            guard auxiliary.dep == .aux || auxiliary.dep == .auxpass else { continue }
            if auxiliary.tag == .md {
                self = .future
                return
            }
            if auxiliary.tag == .to {
                self = VerbTense.infinitive(verb, in: doc)
                return
            }
            if auxiliaryTag != .vbd { auxiliaryTag = auxiliary.tag }
        }
        if auxiliaryTag == nil, VerbTense.looksBack.contains(token.lemma), [.vbz, .vbp, .vb].contains(token.tag) {
            self = .past
            return
        }
        switch token.tag {
        case .vbn where announces: self = .future
        case .vbg where auxiliaryTag == nil:
            // "mourning beginning on Saturday" looks ahead; other participles have the tense of their verb.
            guard VerbTense.openings.contains(token.lemma) else { return nil }
            self = .future
        case .vbn where auxiliaryTag == nil: return nil
        case .vbg where auxiliaryTag == .vbz || auxiliaryTag == .vbp: self = .future
        case .vbd, .vbn, .vbg: self = .past
        case .vbz, .vbp: self = .present
        case .vb, .md: self = auxiliaryTag == .vbd ? .past : .future
        default: return nil
        }
    }

    /// An infinitive looks ahead, unless its verb reports what came about ("managed to leave on Sunday").
    private static func infinitive(_ verb: Int, in doc: Doc) -> VerbTense {
        let head = doc.tokens[doc.tokens[verb].head]
        return cameAbout.contains(head.lemma) && (head.tag == .vbd || head.tag == .vbn) ? .past : .future
    }

    /// What is scheduled lies ahead: "was due to leave on Sunday", "a vote planned for Monday".
    private static let announcements: Set<String> = ["schedule", "expect", "plan", "set", "slate", "due"]
    private static let openings: Set<String> = ["begin", "start"]
    private static let cameAbout: Set<String> = ["manage", "fail", "use", "happen", "begin", "start", "continue"]
    /// "The talks follow a call on Sunday."
    private static let looksBack: Set<String> = ["follow"]
}
