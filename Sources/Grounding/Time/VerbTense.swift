import Lexicon
import Tokens

/// Whether the clause a time stands in is about what was, is, or will be.
enum VerbTense: Sendable, Equatable {
    case past, present, future
}

/// Tells the tense of clauses, with `data/time/verbs.tsv` for the verbs whose form does not say it all. Immutable.
struct TenseReader: Sendable {
    private enum VerbClass: String {
        case scheduled, opening, ahead, back
    }

    private let scheduled: Set<StringKey>
    private let opening: Set<StringKey>
    private let ahead: Set<StringKey>
    private let back: Set<StringKey>

    /// - Throws: `TableError` that names file and line.
    init(_ verbs: Table) throws(TableError) {
        var classes: [VerbClass: Set<StringKey>] = [:]
        let columns = try (lemma: verbs.column("lemma"), kind: verbs.column("class"))
        for row in verbs.rows {
            guard let kind = VerbClass(rawValue: row.fields[columns.kind]) else {
                throw TableError(
                    file: verbs.name, line: row.line,
                    problem: "class '\(row.fields[columns.kind])' is none of scheduled, opening, ahead, back")
            }
            guard classes[kind, default: []].insert(StringKey(row.fields[columns.lemma])).inserted else {
                throw TableError(
                    file: verbs.name, line: row.line, problem: "'\(row.fields[columns.lemma])' is there already")
            }
        }
        scheduled = classes[.scheduled, default: []]
        opening = classes[.opening, default: []]
        ahead = classes[.ahead, default: []]
        back = classes[.back, default: []]
    }

    /// The tense of the verb that governs a token; `nil` where no verb does (headlines, lists).
    func tense(governing token: Int, in doc: Doc) -> VerbTense? {
        if isScheduled(token, in: doc) { return .future }
        var node = token
        // Deeper nesting than this does not occur in sentences people write.
        for _ in 0..<24 {
            let current = doc.tokens[node]
            if current.pos == .verb || current.pos == .auxiliary, let tense = tense(of: node, in: doc) { return tense }
            if current.pos == .adjective, scheduled.contains(current.lemmaKey) { return .future }
            guard current.head != node else { break }
            node = current.head
        }
        return nil
    }

    /// "Called a strike *for* Friday": a day for which something is set lies ahead, in whatever tense it was set.
    private func isScheduled(_ token: Int, in doc: Doc) -> Bool {
        let preposition = doc.tokens[token].head
        return doc.tokens[token].dep == .pobj && doc.tokens[preposition].lower == "for"
            && doc.tokens[doc.tokens[preposition].head].pos == .noun
    }

    /// The tense of one verb with its auxiliaries; `nil` for participles that stand alone, whose tense their head has.
    private func tense(of verb: Int, in doc: Doc) -> VerbTense? {
        let token = doc.tokens[verb]
        var auxiliaryTag: PennTag?
        for child in doc.children(of: verb) {
            let auxiliary = doc.tokens[child]
            guard auxiliary.dep == .aux || auxiliary.dep == .auxpass else { continue }
            if auxiliary.tag == .md { return .future }
            if auxiliary.tag == .to { return infinitive(verb, in: doc) }
            if auxiliaryTag != .vbd { auxiliaryTag = auxiliary.tag }
        }
        if auxiliaryTag == nil, [.vbz, .vbp, .vb].contains(token.tag), back.contains(token.lemmaKey) { return .past }
        switch token.tag {
        case .vbn where scheduled.contains(token.lemmaKey): return .future
        // "mourning beginning on Saturday" looks ahead; other participles have the tense of their verb.
        case .vbg where auxiliaryTag == nil: return opening.contains(token.lemmaKey) ? .future : nil
        case .vbn where auxiliaryTag == nil: return nil
        case .vbg where auxiliaryTag == .vbz || auxiliaryTag == .vbp: return .future
        case .vbd, .vbn, .vbg: return .past
        case .vbz, .vbp: return .present
        case .vb, .md: return auxiliaryTag == .vbd ? .past : .future
        default: return nil
        }
    }

    /// "agreed to meet on Friday" looks ahead, "came from behind to win on Friday" does not.
    private func infinitive(_ verb: Int, in doc: Doc) -> VerbTense {
        guard !doc.isRoot(verb) else { return .future }
        let head = doc.tokens[verb].head
        let governor = doc.tokens[head]
        guard governor.pos == .verb || governor.pos == .auxiliary, !ahead.contains(governor.lemmaKey) else {
            return .future
        }
        return tense(governing: head, in: doc) == .past ? .past : .future
    }
}
