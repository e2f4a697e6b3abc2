import Tokens

extension FramePattern {
    /// - Throws: `PatternError` for a text that is no pattern.
    package init(_ text: String) throws(PatternError) {
        var words = text.parts(UInt8(ascii: " "))[...]
        guard let first = words.first else { throw PatternError(problem: "the pattern is empty") }
        if let slot = Slot(rawValue: first) {
            (self.subject, subjectClass) = (slot, nil)
        } else if first.utf8.contains(UInt8(ascii: ":")),
            case .some(.slotOfClass(let slot, let name)) = try? FramePattern.filler(first)
        {
            (self.subject, subjectClass) = (slot, name)
        } else if first.hasSuffix("'s") {
            guard let slot = Slot(rawValue: String(first.dropLast(2))) else {
                throw PatternError(problem: "'\(first)' is no possessor: A's, R's or B's")
            }
            (self.subject, subjectClass) = (slot, nil)
        } else {
            (self.subject, subjectClass) = (nil, nil)
        }
        if subject != nil, !first.hasSuffix("'s") {
            words.removeFirst()
            guard let verb = words.popFirst() else { throw PatternError(problem: "no word after '\(first)'") }
            modifiers = []
            if verb == "be", let next = words.first, !FramePattern.isPreposition(next) {
                guard let adjective = words.popFirst(), Slot(rawValue: adjective) == nil else {
                    throw PatternError(problem: "no adjective after 'be'")
                }
                category = .adjective
                (head, particle) = (try FramePattern.head(adjective), nil)
            } else {
                category = .verb
                let line = UInt8(ascii: "_")
                let parts = verb.parts(line)
                guard let word = parts.first, parts.count <= 2,
                    verb.utf8.count(where: { $0 == line }) == parts.count - 1
                else { throw PatternError(problem: "'\(verb)' is not a verb or verb_particle") }
                head = try FramePattern.head(word)
                particle = parts.count == 2 ? parts[1] : nil
            }
        } else {
            category = .noun
            if first.hasSuffix("'s") { words.removeFirst() }
            let nouns = words.prefix { $0 != "that" && !FramePattern.isPreposition($0) }
            guard let noun = nouns.last else { throw PatternError(problem: "no noun in '\(text)'") }
            words = words.dropFirst(nouns.count)
            modifiers = Array(nouns.dropLast())
            (head, particle) = (try FramePattern.head(noun), nil)
        }
        complements = try FramePattern.complements(words, of: category)
    }

    /// `on`, `on|at`.
    private static func isPreposition(_ word: String) -> Bool {
        guard word.utf8.contains(UInt8(ascii: "|")) else { return prepositionKeys.contains(StringKey(word)) }
        return word.parts(UInt8(ascii: "|")).allSatisfy(prepositions.contains)
    }

    private static let prepositionKeys = Set(prepositions.map { StringKey($0) })

    private static func head(_ word: String) throws(PatternError) -> Head {
        switch try filler(word) {
        case .wordClass(let name): return .wordClass(name)
        case .word(let lemma): return .word(lemma)
        case .slot(let slot), .slotOfClass(let slot, _):
            throw PatternError(problem: "'\(slot.rawValue)' stands where the word should")
        }
    }

    private static func filler(_ text: String) throws(PatternError) -> Filler {
        if text.utf8.first == UInt8(ascii: "{") {
            guard text.utf8.last == UInt8(ascii: "}"), text.utf8.count > 2 else {
                throw PatternError(problem: "'\(text)' is no {class}")
            }
            return .wordClass(String(text.dropFirst().dropLast()))
        }
        if let slot = Slot(rawValue: text) { return .slot(slot) }
        if let colon = text.utf8.firstIndex(of: UInt8(ascii: ":")), let slot = Slot(rawValue: String(text[..<colon])),
            case .wordClass(let name) = try filler(String(text[text.index(after: colon)...]))
        {
            return .slotOfClass(slot, name)
        }
        guard text == text.lowercased(), !text.utf8.contains(where: marks.contains) else {
            throw PatternError(
                problem:
                    "'\(text)' is no slot (\(Slot.allCases.map(\.rawValue).joined(separator: " "))), word or {class}")
        }
        return .word(text)
    }

    /// What no word holds.
    private static let marks = Array("{}|?_".utf8)

    private static func complements(
        _ words: ArraySlice<String>, of category: Category
    ) throws(PatternError) -> [Complement] {
        var words = words
        var result: [Complement] = []
        var bare = 0
        while let word = words.popFirst() {
            if word == "that" {
                guard let next = words.popFirst() else { throw PatternError(problem: "nothing after 'that'") }
                result.append(try complement(.clause, next, of: category))
                continue
            }
            if isPreposition(word) {
                let alternatives = word.parts(UInt8(ascii: "|"))
                guard let next = words.popFirst(), !prepositions.contains(next) else {
                    throw PatternError(problem: "nothing after '\(word)'; a particle is written verb_\(word)")
                }
                let isInfinitive = word == "to" && next.hasPrefix("ACT")
                result.append(
                    try complement(isInfinitive ? .infinitive : .preposition(alternatives), next, of: category))
                continue
            }
            guard category == .verb, bare < 2 else {
                throw PatternError(problem: "'\(word)' has no preposition before it")
            }
            result.append(try complement(bare == 0 ? .object : .second, word, of: category))
            bare += 1
        }
        return result
    }

    private static func complement(
        _ relation: Relation, _ text: String, of category: Category
    ) throws(PatternError) -> Complement {
        let mark = text.utf8.last
        let isMarked = mark == UInt8(ascii: "?") || mark == UInt8(ascii: "!")
        guard !isMarked || mark == (category == .noun ? UInt8(ascii: "!") : UInt8(ascii: "?")) else {
            throw PatternError(problem: "'\(text)': '?' belongs to verbs and adjectives, '!' to nouns")
        }
        return Complement(
            relation, try filler(isMarked ? String(text.dropLast()) : text),
            isOptional: category == .noun ? !isMarked : isMarked)
    }
}
