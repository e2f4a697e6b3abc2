import Tokens

/// Quotations that go on without a cue of their own: a paragraph of quoted speech after the one that names its speaker.
///
/// A quotation counts when no attribution holds it, a sentence or paragraph begins with it, and the last attribution
/// before it holds quoted speech and ends in the same or the last paragraph. It is a statement without a cue, by the
/// same speaker to the same addressee.
struct ContinuedQuotations {
    private struct Continuation {
        /// Index of the attribution whose speech goes on.
        let of: Int
        let tokens: Range<Int>
    }
    /// A shorter quotation is a title or a word held at a distance.
    private static let shortest = 4

    private let doc: Doc
    private var found: [Continuation] = []

    init(in text: AttributionText, _ attributions: [Attribution]) {
        doc = text.doc
        var paragraphs = [Int](repeating: 0, count: doc.count + 1)
        for token in doc.tokens.indices { paragraphs[token + 1] = paragraphs[token] + (text.paragraph[token] ? 1 : 0) }
        func paragraph(of token: Int) -> Int { paragraphs[token + 1] }
        var isHeld = [Bool](repeating: false, count: doc.count)
        for attribution in attributions {
            for range in attribution.content { for token in range { isHeld[token] = true } }
        }
        let spoken = attributions.indices.filter { index in
            text.kindOfSpeech(in: attributions[index].content) != .indirect
        }.sorted { attributions[$0].end < attributions[$1].end }
        var next = 0
        var last: (attribution: Int, end: Int)?
        for quotation in text.marks.quotations {
            let first = quotation.tokens.lowerBound
            while next < spoken.count, attributions[spoken[next]].end < first {
                let end = attributions[spoken[next]].end
                if end > last?.end ?? -1 { last = (spoken[next], end) }
                next += 1
            }
            guard let speech = last, quotation.tokens.count >= ContinuedQuotations.shortest + 2,
                text.paragraph[first] || doc.tokens[first].startsSentence
                    || first > 0 && doc.tokens[first - 1].tag == .sentenceEnd,
                paragraph(of: first) - paragraph(of: speech.end) <= 1,
                !quotation.tokens.contains(where: { isHeld[$0] })
            else { continue }
            found.append(Continuation(of: speech.attribution, tokens: quotation.tokens))
            last = (speech.attribution, quotation.tokens.upperBound - 1)
        }
    }

    /// - Parameter statements: those of the attributions, in their order.
    func statements(of statements: [Statement]) -> [Statement] {
        found.map { continuation in
            let spoken = statements[continuation.of]
            return Statement(
                speaker: spoken.speaker, cue: nil, content: [doc.byteRange(of: continuation.tokens)], kind: .direct,
                addressee: spoken.addressee)
        }
    }
}
