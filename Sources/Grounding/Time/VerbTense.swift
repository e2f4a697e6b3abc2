import Tokens

/// Whether the clause a time stands in is about what was or what will be.
enum VerbTense: Sendable, Equatable {
    case past, present, future

    /// The tense of the verb that governs a token; `nil` where no verb does (headlines, lists).
    init?(governing token: Int, in doc: Doc) {
        var node = token
        var crossedNoun = false
        for _ in 0..<12 {
            let current = doc.tokens[node]
            if current.pos == .verb || current.pos == .auxiliary, let tense = VerbTense(of: node, in: doc) {
                self = tense
                return
            }
            guard current.head != node else { break }
            if current.pos == .noun || current.pos == .properNoun, node != token { crossedNoun = true }
            node = current.head
        }
        _ = crossedNoun
        return nil
    }

    /// The tense of one verb with its auxiliaries; `nil` for participles that stand alone, whose tense their head has.
    private init?(of verb: Int, in doc: Doc) {
        let token = doc.tokens[verb]
        var hasPastAuxiliary = false
        var hasPresentAuxiliary = false
        for child in doc.children(of: verb) {
            let auxiliary = doc.tokens[child]
            guard auxiliary.dep == .aux || auxiliary.dep == .auxpass else { continue }
            switch auxiliary.lower {
            case "will", "'ll", "’ll", "shall", "wo", "can", "may", "must", "should":
                self = .future
                return
            case "would", "could", "might":
                self = .future
                return
            case "to":
                // "plans to meet on Friday" looks ahead; so does "to meet".
                self = VerbTense.infinitive(verb, in: doc)
                return
            default: break
            }
            switch auxiliary.tag {
            case .vbd: hasPastAuxiliary = true
            case .vbz, .vbp: hasPresentAuxiliary = true
            default: break
            }
        }
        if hasPastAuxiliary {
            self = VerbTense.announces(verb, in: doc) ? .future : .past
            return
        }
        switch token.tag {
        case .vbd: self = .past
        case .vbn:
            guard hasPresentAuxiliary else { return nil }
            self = VerbTense.announces(verb, in: doc) ? .future : .past
        case .vbg:
            guard hasPresentAuxiliary else { return nil }
            self = .future
        case .vbz, .vbp: self = .present
        case .vb, .md: self = .future
        default: return nil
        }
    }

    /// "was due to leave on Sunday", "is scheduled for Monday".
    private static func announces(_ verb: Int, in doc: Doc) -> Bool {
        ["schedule", "expect", "plan", "set", "slate", "due"].contains(doc.tokens[verb].lemma)
            && doc.tokens[verb].tag == .vbn
    }

    /// An infinitive looks ahead, unless its verb reports what came about ("managed to leave on Sunday").
    private static func infinitive(_ verb: Int, in doc: Doc) -> VerbTense {
        let head = doc.tokens[doc.tokens[verb].head]
        return ["manage", "fail", "use", "happen", "begin", "start", "continue", "go on"].contains(head.lemma)
            && (head.tag == .vbd || head.tag == .vbn) ? .past : .future
    }
}
