import Dates
import Grounding
import Lexicon
import Tokens

/// Why the words of one sentence were coded as they were: every frame tried, and what became of each that holds.
package struct SentenceExplanation: Sendable {
    package struct Frame: Sendable {
        /// The lexicon entry as written.
        package let pattern: String
        package let holds: Bool
        /// What fills its slots, or why it does not hold.
        package let detail: String
    }

    package struct Word: Sendable {
        package let text: String
        /// Those that hold first, the one taken at the head.
        package let frames: [Frame]
        /// What the word came to, one line each; empty when no frame holds.
        package let outcomes: [String]
    }

    /// Index into `Doc.sentences`.
    package let sentence: Int
    package let words: [Word]
}

extension EventCoder {
    /// For each sentence with a word of the lexicon, in the order of the text.
    package func explain(_ doc: Doc, mentions: Mentions, published: CalendarDate?) -> [SentenceExplanation] {
        let statements = statements.statements(in: doc, mentions: mentions)
        var session = CodingSession(self, Scene(doc, mentions: mentions), statements, published, keepsAttempts: true)
        _ = session.events()
        let writer = ExplanationWriter(session: session)
        var words: [Int: [SentenceExplanation.Word]] = [:]
        let attempts = Dictionary(grouping: session.finder.attempts ?? [], by: \.token)
        for (token, tried) in attempts.sorted(by: { $0.key < $1.key }) {
            guard let word = writer.word(token, tried) else { continue }
            words[doc.sentenceIndex(of: token), default: []].append(word)
        }
        return words.keys.sorted().map { SentenceExplanation(sentence: $0, words: words[$0] ?? []) }
    }
}
