import Lexicon

/// A sentence with alternatives, as the files of `data/relations` write them:
///
///     {A} [has] (agreed|promised) to help {R $refugees} [in $place]
///
/// `(a|b)` one of several, `[a|b]` one of several or nothing, `$name` one of the words of a list, `{A}` and `{R}` the marked
/// actor and recipient, `{A text}` with a text of their own. Parts may stand inside one another.
indirect enum SentencePattern: Sendable, Equatable {
    case text(String)
    case sequence([SentencePattern])
    case choice([SentencePattern])
    case list(String)
    case actor(SentencePattern)
    case recipient(SentencePattern)

    /// - Throws: `PatternError` for brackets that do not match or a mark that is neither A nor R.
    init(_ source: String) throws(PatternError) {
        var reader = PatternReader(source)
        self = try reader.alternatives(until: nil)
    }

    /// How many sentences it stands for when each list counts as two words; grows no further than a million.
    var variety: Double {
        let count: Double =
            switch self {
            case .text: 1
            case .sequence(let parts): parts.reduce(1) { $0 * $1.variety }
            case .choice(let parts): parts.reduce(0) { $0 + $1.variety }
            case .list: 2
            case .actor(let inner), .recipient(let inner): inner.variety
            }
        return min(count, 1_000_000)
    }
}

struct PatternError: Error, Equatable {
    let problem: String
}

private struct PatternReader {
    private let source: [Character]
    private var position = 0

    init(_ source: String) { self.source = Array(source) }

    mutating func alternatives(until end: Character?) throws(PatternError) -> SentencePattern {
        var options = [try sequence(until: end)]
        while position < source.count, source[position] == "|" {
            position += 1
            options.append(try sequence(until: end))
        }
        if let end {
            guard position < source.count, source[position] == end else {
                throw PatternError(problem: "'\(end)' is missing")
            }
            position += 1
        }
        return options.count == 1 ? options[0] : .choice(options)
    }

    private mutating func sequence(until end: Character?) throws(PatternError) -> SentencePattern {
        var parts: [SentencePattern] = []
        var text = ""
        func flush() { if !text.isEmpty { parts.append(.text(text)) }; text = "" }
        while position < source.count, source[position] != "|", source[position] != end {
            let character = source[position]
            position += 1
            switch character {
            case "(":
                flush()
                parts.append(try alternatives(until: ")"))
            case "[":
                flush()
                parts.append(.choice([.sequence([]), try alternatives(until: "]")]))
            case "{":
                flush()
                parts.append(try mark())
            case "$" where position < source.count && source[position].isLowercase:
                flush()
                let start = position
                while position < source.count, source[position].isLetter { position += 1 }
                parts.append(.list(String(source[start..<position])))
            case ")", "]", "}": throw PatternError(problem: "'\(character)' closes nothing")
            default: text.append(character)
            }
        }
        flush()
        return parts.count == 1 ? parts[0] : .sequence(parts)
    }

    private mutating func mark() throws(PatternError) -> SentencePattern {
        guard position < source.count, source[position] == "A" || source[position] == "R" else {
            throw PatternError(problem: "a mark is {A} or {R}")
        }
        let isActor = source[position] == "A"
        position += 1
        if position < source.count, source[position] == " " { position += 1 }
        var inner = try alternatives(until: "}")
        if inner == .sequence([]) { inner = .list(isActor ? "actor" : "recipient") }
        return isActor ? .actor(inner) : .recipient(inner)
    }
}
