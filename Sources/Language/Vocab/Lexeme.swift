import Tokens

/// A word form and what follows from its spelling alone.
///
/// The 64-bit keys are those of spaCy's `StringStore`; the model's hash embeddings are indexed by them.
package struct Lexeme: Sendable {
    package let text: String
    package let lower: String
    /// `StringKey(lower)`, as lexicons compare it.
    package let lowerHash: StringKey

    /// Key of the text itself.
    package let orth: UInt64
    package let lowerKey: UInt64
    /// Key of the normal form: "wouldn't" is written in several ways, "€" counts as "$".
    /// A token made by a tokenizer exception has its own, see `RawToken.norm`.
    package let normKey: UInt64
    /// Key of the first code point.
    package let prefixKey: UInt64
    /// Key of the last three code points.
    package let suffixKey: UInt64
    /// Key of the word's shape: "Xxxxx" for "Vienna", "dd.d" for "12.5".
    package let shapeKey: UInt64
    /// Whether the word is white space only.
    package let isSpace: Bool
}

extension Lexeme {
    /// - Parameters:
    ///   - word: valid UTF-8, not empty.
    ///   - norms: the vocabulary's normal forms.
    init(_ word: Span<UInt8>, norms: NormTable) {
        let orth = StringStore.key(word)
        let text = word.withUnsafeBufferPointer { String(decoding: $0, as: UTF8.self) }
        let lower = text.pythonLowercased()
        let lowerKey = StringStore.key(lower)
        self.text = text
        self.lower = lower
        self.orth = orth
        self.lowerKey = lowerKey
        lowerHash = StringKey(lower)
        normKey = norms[orth] ?? lowerKey
        prefixKey = StringStore.key(word.extracting(0..<scalarEnd(word, from: 0)))
        suffixKey = StringStore.key(word.extracting(scalarStart(word, back: 3)..<word.count))
        shapeKey = StringStore.key(wordShape(text))
        isSpace = text.unicodeScalars.allSatisfy(\.isPythonSpace)
    }
}

/// The byte offset after the code point that begins at `start`.
private func scalarEnd(_ bytes: Span<UInt8>, from start: Int) -> Int {
    var end = start + 1
    while end < bytes.count, bytes[end] & 0xC0 == 0x80 { end += 1 }
    return end
}

/// The byte offset at which the last `count` code points begin; 0 when there are fewer.
private func scalarStart(_ bytes: Span<UInt8>, back count: Int) -> Int {
    var start = bytes.count
    var left = count
    while start > 0, left > 0 {
        start -= 1
        if bytes[start] & 0xC0 != 0x80 { left -= 1 }
    }
    return start
}

/// Letters as X or x, digits as d, other characters as themselves; runs are cut after four.
func wordShape(_ text: String) -> String {
    guard text.unicodeScalars.prefix(100).count < 100 else { return "LONG" }
    var shape = String.UnicodeScalarView()
    var last: Unicode.Scalar?
    var run = 0
    for scalar in text.unicodeScalars {
        let symbol: Unicode.Scalar =
            scalar.isPythonAlpha
            ? (scalar.properties.isUppercase ? "X" : "x") : scalar.isPythonDigit ? "d" : scalar
        run = symbol == last ? run + 1 : 0
        last = symbol
        if run < 4 { shape.append(symbol) }
    }
    return String(shape)
}
