/// Splits what lies between white space into tokens: prefixes and suffixes come off until none is left or an exception
/// appears, then the middle is an exception, a URL, or split at its infixes.
///
/// spaCy's algorithm, step for step: what is looked up when decides the result.
struct ChunkSplitter: Sendable {
    /// A piece of the chunk that becomes a token.
    struct Piece: Equatable {
        let range: Range<Int>
        /// Key of the normal form, when an exception gives one.
        let norm: UInt64?

        init(_ range: Range<Int>, norm: UInt64? = nil) {
            self.range = range
            self.norm = norm
        }
    }

    let rules: TokenizerRules

    /// The pieces, in order, covering the chunk.
    /// - Parameters:
    ///   - chunk: not empty; when it is not valid UTF-8 it stays whole.
    ///   - useExceptions: false while the exceptions themselves are split, see `ExceptionPhrases`.
    func split(
        _ chunk: UnsafeBufferPointer<UInt8>, useExceptions: Bool = true, workspace: RegexWorkspace
    ) -> [Piece] {
        guard isValid(chunk) else { return [Piece(0..<chunk.count)] }
        var run = Run(rules: rules, chunk: chunk, useExceptions: useExceptions, workspace: workspace)
        run.takeAffixes()
        run.splitMiddle()
        return run.pieces + run.suffixes.reversed()
    }

    /// Whether any affix pattern finds something in a word.
    func hasAffix(_ word: UnsafeBufferPointer<UInt8>, workspace: RegexWorkspace) -> Bool {
        let run = Run(rules: rules, chunk: word, useExceptions: false, workspace: workspace)
        let all = 0..<word.count
        return run.prefixLength(all) > 0 || run.suffixLength(all) > 0
            || rules.infix?.firstMatch(in: word, workspace: workspace) != nil
    }

    private func isValid(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        bytes.allSatisfy { $0 < 0x80 } || String(validating: bytes, as: UTF8.self) != nil
    }
}

private struct Run {
    let rules: TokenizerRules
    let chunk: UnsafeBufferPointer<UInt8>
    let useExceptions: Bool
    let workspace: RegexWorkspace
    /// What is left between the affixes.
    var middle: Range<Int>
    var pieces: [ChunkSplitter.Piece] = []
    /// From the outermost inward.
    var suffixes: [ChunkSplitter.Piece] = []

    init(rules: TokenizerRules, chunk: UnsafeBufferPointer<UInt8>, useExceptions: Bool, workspace: RegexWorkspace) {
        self.rules = rules
        self.chunk = chunk
        self.useExceptions = useExceptions
        self.workspace = workspace
        middle = 0..<chunk.count
    }

    mutating func takeAffixes() {
        var lastCount = 0
        while !middle.isEmpty, middle.count != lastCount {
            if matchesStart(rules.tokenMatch, middle) || isException(middle) { return }
            lastCount = middle.count
            let prefix = prefixLength(middle)
            let withoutPrefix = middle.lowerBound + prefix..<middle.upperBound
            if prefix > 0, isException(withoutPrefix) {
                takePrefix(prefix)
                return
            }
            let suffix = suffixLength(withoutPrefix)
            if suffix > 0, isException(middle.lowerBound..<middle.upperBound - suffix) {
                takeSuffix(suffix)
                return
            }
            if prefix > 0 { takePrefix(prefix) }
            if suffix > 0 { takeSuffix(suffix) }
        }
    }

    mutating func splitMiddle() {
        guard !middle.isEmpty else { return }
        if useExceptions, let tokens = rules.exception(for: slice(middle).span) {
            var start = middle.lowerBound
            for token in tokens {
                pieces.append(.init(start..<start + token.text.count, norm: token.norm))
                start += token.text.count
            }
        } else if matchesStart(rules.tokenMatch, middle) || matchesStart(rules.urlMatch, middle) {
            pieces.append(.init(middle))
        } else {
            splitAtInfixes()
        }
    }

    private mutating func splitAtInfixes() {
        let text = slice(middle)
        let base = middle.lowerBound
        var start = 0
        var offset = 0
        var lastWasEmpty = false
        while offset <= text.count,
            let match = rules.infix?.firstMatch(
                in: text, from: offset, lastWasEmpty ? .nonEmptyAtStart : .anywhere, workspace: workspace)
        {
            offset = match.upperBound
            lastWasEmpty = match.isEmpty
            // An infix at the very beginning splits nothing off.
            if match.lowerBound == 0 { continue }
            if match.lowerBound > start { pieces.append(.init(base + start..<base + match.lowerBound)) }
            if !match.isEmpty { pieces.append(.init(base + match.lowerBound..<base + match.upperBound)) }
            start = match.upperBound
        }
        if start < text.count { pieces.append(.init(base + start..<base + text.count)) }
    }

    private mutating func takePrefix(_ length: Int) {
        pieces.append(.init(middle.lowerBound..<middle.lowerBound + length))
        middle = middle.lowerBound + length..<middle.upperBound
    }

    private mutating func takeSuffix(_ length: Int) {
        suffixes.append(.init(middle.upperBound - length..<middle.upperBound))
        middle = middle.lowerBound..<middle.upperBound - length
    }

    /// Length in bytes of the prefix to take off; 0 for none.
    func prefixLength(_ range: Range<Int>) -> Int {
        let text = slice(range)
        guard let match = rules.prefix?.firstMatch(in: text, workspace: workspace) else { return 0 }
        if match.lowerBound == 0 { return match.count }
        return byteLength(ofFirst: scalarCount(text, match), in: text)
    }

    /// Length in bytes of the suffix to take off; 0 for none.
    func suffixLength(_ range: Range<Int>) -> Int {
        let text = slice(range)
        guard let suffix = rules.suffix, let match = firstSuffixMatch(suffix, in: text) else { return 0 }
        if match.upperBound == text.count { return match.count }
        return byteLength(ofLast: scalarCount(text, match), in: text)
    }

    /// The leftmost match. Published suffixes are short, or repeat one mark and so also match from within; in a long
    /// text only its end is searched then, and all of it when a match there might have begun earlier.
    private func firstSuffixMatch(_ suffix: RegularExpression, in text: UnsafeBufferPointer<UInt8>) -> Range<Int>? {
        let window = 128
        guard text.count > 4 * window else { return suffix.firstMatch(in: text, workspace: workspace) }
        var offset = text.count - window
        while text[offset] & 0xC0 == 0x80 { offset += 1 }
        guard let match = suffix.firstMatch(in: text, from: offset, workspace: workspace) else { return nil }
        return match.count < window / 2 ? match : suffix.firstMatch(in: text, workspace: workspace)
    }

    /// Python's `pattern.match(text)`.
    private func matchesStart(_ pattern: RegularExpression?, _ range: Range<Int>) -> Bool {
        pattern?.firstMatch(in: slice(range), .anchored, workspace: workspace) != nil
    }

    private func isException(_ range: Range<Int>) -> Bool {
        useExceptions && !range.isEmpty && rules.exception(for: slice(range).span) != nil
    }

    private func slice(_ range: Range<Int>) -> UnsafeBufferPointer<UInt8> { .init(rebasing: chunk[range]) }
}

/// Code points that begin in a range.
private func scalarCount(_ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Int {
    text[range].reduce(0) { $1 & 0xC0 == 0x80 ? $0 : $0 + 1 }
}

/// Bytes of the first `count` code points.
private func byteLength(ofFirst count: Int, in text: UnsafeBufferPointer<UInt8>) -> Int {
    var left = count
    for (offset, byte) in text.enumerated() where byte & 0xC0 != 0x80 {
        if left == 0 { return offset }
        left -= 1
    }
    return text.count
}

/// Bytes of the last `count` code points.
private func byteLength(ofLast count: Int, in text: UnsafeBufferPointer<UInt8>) -> Int {
    var left = count
    var offset = text.count
    while offset > 0, left > 0 {
        offset -= 1
        if text[offset] & 0xC0 != 0x80 { left -= 1 }
    }
    return text.count - offset
}
