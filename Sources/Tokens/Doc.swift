/// The analysed text of a report: tokens with tags, lemmas, dependency tree and named entities.
///
/// A Doc is immutable, and one object however many rules hold it. Offsets are UTF-8 bytes inside and Unicode code points in
/// every output; `codePoints` converts.
package final class Doc: Sendable {
    package let text: String
    package let tokens: [Token]
    /// Sentences as token ranges, in order, covering all tokens.
    package let sentences: [Range<Int>]
    package let entities: [Entity]
    package let codePoints: CodePointOffsets
    let tree: Tree
    private let bytes: [UInt8]

    /// A named entity as the engine labels it, before any knowledge is applied.
    package struct Entity: Sendable, Equatable {
        package let tokens: Range<Int>
        package let label: EntityLabel
    }

    /// Tokens that are neither punctuation nor white space.
    package var wordCount: Int { tokens.lazy.filter { $0.pos != .space && $0.pos != .punctuation }.count }

    /// - Precondition: offsets ascend and lie inside `text`; heads are indices of tokens. `DocError` otherwise.
    package init(text: String, tokens: [Token]) throws(DocError) {
        let bytes = Array(text.utf8)
        try Doc.check(tokens, byteCount: bytes.count)
        self.text = text
        self.bytes = bytes
        self.tokens = tokens
        codePoints = CodePointOffsets(bytes)
        sentences = Doc.sentences(of: tokens)
        entities = Doc.entities(of: tokens)
        tree = Tree(tokens)
    }

    package var count: Int { tokens.count }

    /// The exact text of one token.
    package func text(of token: Int) -> String { text(bytes: tokens[token].start..<tokens[token].end) }

    /// The exact text from the first to the last token of a range, with what lies between them; empty for an empty range.
    package func text(of range: Range<Int>) -> String { text(bytes: byteRange(of: range)) }

    package func text(bytes range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

    /// The UTF-8 bytes of the text from the first to the last token of a range; none for an empty range.
    package func utf8(of range: Range<Int>) -> ArraySlice<UInt8> { bytes[byteRange(of: range)] }

    /// Whether a token begins with an upper-case letter of any script.
    package func isCapitalised(_ token: Int) -> Bool {
        let start = tokens[token].start
        guard start < tokens[token].end else { return false }
        if bytes[start] < 0x80 { return (0x41...0x5A).contains(bytes[start]) }
        return text(of: token).unicodeScalars.first?.properties.isUppercase ?? false
    }

    /// Whether a token begins with an ASCII capital letter.
    package func startsWithCapital(_ token: Int) -> Bool {
        let start = tokens[token].start
        return start < bytes.count && (0x41...0x5A).contains(bytes[start])
    }

    /// Whether a token begins with an ASCII digit.
    package func startsWithDigit(_ token: Int) -> Bool {
        let start = tokens[token].start
        return start < bytes.count && (0x30...0x39).contains(bytes[start])
    }

    /// UTF-8 byte range of a token range.
    package func byteRange(of range: Range<Int>) -> Range<Int> {
        guard !range.isEmpty else {
            let at = range.lowerBound < tokens.count ? tokens[range.lowerBound].start : bytes.count
            return at..<at
        }
        return tokens[range.lowerBound].start..<tokens[range.upperBound - 1].end
    }

    /// Code-point range of a token range, as outputs show it.
    package func codePointRange(of range: Range<Int>) -> Range<Int> { codePoints.range(ofBytes: byteRange(of: range)) }

    /// Index of the sentence that holds a token.
    package func sentenceIndex(of token: Int) -> Int {
        var low = 0
        var high = sentences.count - 1
        while low < high {
            let middle = (low + high + 1) / 2
            if sentences[middle].lowerBound <= token { low = middle } else { high = middle - 1 }
        }
        return low
    }

    /// The entity that holds a token, if any.
    package func entity(at token: Int) -> Entity? {
        var low = 0
        var high = entities.count
        while low < high {
            let middle = (low + high) / 2
            if entities[middle].tokens.upperBound <= token { low = middle + 1 } else { high = middle }
        }
        guard low < entities.count, entities[low].tokens.contains(token) else { return nil }
        return entities[low]
    }

    private static func check(_ tokens: [Token], byteCount: Int) throws(DocError) {
        var previous = 0
        for (index, token) in tokens.enumerated() {
            guard token.start >= previous, token.end >= token.start, token.end <= byteCount else {
                throw DocError(token: index, problem: .offsets(token.start, token.end))
            }
            guard tokens.indices.contains(token.head) else {
                throw DocError(token: index, problem: .head(token.head))
            }
            previous = token.end
        }
    }

    private static func sentences(of tokens: [Token]) -> [Range<Int>] {
        var result: [Range<Int>] = []
        var start = 0
        for index in tokens.indices.dropFirst() where tokens[index].startsSentence {
            result.append(start..<index)
            start = index
        }
        if !tokens.isEmpty { result.append(start..<tokens.count) }
        return result
    }

    private static func entities(of tokens: [Token]) -> [Entity] {
        var result: [Entity] = []
        for (index, token) in tokens.enumerated() {
            switch token.entity {
            case .outside: continue
            case .begin(let label): result.append(Entity(tokens: index..<index + 1, label: label))
            case .inside(let label):
                if let last = result.last, last.tokens.upperBound == index, last.label == label {
                    result[result.count - 1] = Entity(tokens: last.tokens.lowerBound..<index + 1, label: label)
                } else {
                    result.append(Entity(tokens: index..<index + 1, label: label))
                }
            }
        }
        return result
    }
}

/// A Doc that cannot be: the token at fault and what is wrong with it.
package struct DocError: Error, Equatable, CustomStringConvertible {
    package enum Problem: Sendable, Equatable {
        case offsets(Int, Int)
        case head(Int)
    }
    package let token: Int
    package let problem: Problem

    package var description: String {
        switch problem {
        case .offsets(let start, let end):
            "token \(token): bytes \(start)..<\(end) overlap the one before or leave the text"
        case .head(let head): "token \(token): its head \(head) is no token of this text"
        }
    }
}
