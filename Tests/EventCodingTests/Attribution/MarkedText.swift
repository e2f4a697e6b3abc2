import EventCoding
import Foundation
import Lexicon
import Tokens

@testable import EventCoding

/// Plain words as a Doc, for what looks at marks and paragraphs only: every token hangs on the one before it.
///
/// Words are cut at spaces, marks and final punctuation from words; a full stop ends a sentence; line breaks are kept as
/// the engine keeps them, outside all tokens.
func wordDoc(_ text: String) throws -> Doc {
    var tokens: [Token] = []
    let bytes = Array(text.utf8)
    var startsSentence = true
    func add(_ range: Range<Int>) {
        let word = String(decoding: bytes[range], as: UTF8.self)
        let isMark = ["\"", "“", "”", "«", "»", "‘", "’", "'", "''"].contains(word)
        let tag: PennTag =
            switch word {
            case ".", "?", "!": .sentenceEnd
            case ",": .comma
            case ":": .colon
            default: isMark ? .closingQuote : .nn
            }
        tokens.append(
            Token(
                start: range.lowerBound, end: range.upperBound,
                spaceAfter: range.upperBound < bytes.count && bytes[range.upperBound] == 0x20,
                lower: word.lowercased(), lemma: word.lowercased(), tag: tag, pos: tag == .nn ? .noun : .punctuation,
                head: max(0, tokens.count - 1), dep: .dep, startsSentence: startsSentence))
        startsSentence = tag == .sentenceEnd
    }
    var start = text.startIndex
    while start < text.endIndex {
        let isWord = text[start].isLetter || text[start].isNumber
        var end = text.index(after: start)
        while isWord, end < text.endIndex, text[end].isLetter || text[end].isNumber { end = text.index(after: end) }
        if !text[start].isWhitespace {
            add(text[..<start].utf8.count..<text[..<end].utf8.count)
        }
        start = end
    }
    return try Doc(text: text, tokens: tokens)
}

/// The project's lexicon of attribution, read once.
enum AttributionData {
    private static let lexicon = Result { try AttributionLexicon(data: CodedText.data) }

    static func text(_ doc: Doc) throws -> AttributionText { AttributionText(doc, lexicon: try lexicon.get()) }

    /// A finder whose model knows nothing: for statements made of given attributions.
    static func finder() throws -> StatementFinder {
        StatementFinder(
            lexicon: try lexicon.get(), model: AttributionModel(weights: AttributionWeights(weights: [])))
    }
}
