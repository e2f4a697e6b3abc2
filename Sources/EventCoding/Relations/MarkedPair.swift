import Tokens

/// A sentence with an actor and a recipient marked in it.
package struct MarkedPair: Sendable {
    package let doc: Doc
    package let actor: Range<Int>
    package let recipient: Range<Int>

    /// - Parameters:
    ///   - actor: UTF-8 bytes of the marked actor; the tokens that it touches count. `recipient` likewise.
    package init(doc: Doc, actor: ByteSpan, recipient: ByteSpan) {
        self.doc = doc
        self.actor = MarkedPair.tokens(actor, doc)
        self.recipient = MarkedPair.tokens(recipient, doc)
    }

    private static func tokens(_ bytes: ByteSpan, _ doc: Doc) -> Range<Int> {
        let touched = doc.tokens.indices.filter {
            doc.tokens[$0].start < bytes.upperBound && doc.tokens[$0].end > bytes.lowerBound
        }
        guard let first = touched.first, let last = touched.last else { return 0..<0 }
        return first..<last + 1
    }

    func isMarked(_ token: Int) -> Bool { actor.contains(token) || recipient.contains(token) }
}
