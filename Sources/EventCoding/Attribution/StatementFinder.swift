import Grounding
import Lexicon
import Tokens

/// Finds statements: who said what, with which words.
package struct StatementFinder: Sendable {
    private let cues: CueLexicon

    /// - Throws: `TableError` for a data file at fault, naming file and line.
    package init(data: DataFolder) throws { cues = try CueLexicon(data: data) }

    package func statements(in doc: Doc, mentions: Mentions) -> [Statement] {
        let marks = QuotationMarks(in: doc)
        var statements: [Statement] = []
        for cue in doc.tokens.indices where cues.isCue(doc.tokens[cue]) {
            if let statement = statement(cue: cue, in: doc, marks: marks) { statements.append(statement) }
        }
        let entities = MentionHeads(mentions)
        for index in statements.indices {
            guard let speaker = statements[index].speaker else { continue }
            statements[index].speakerEntity = entities.entity(headedIn: speaker, of: doc)
        }
        let index = StatementIndex(statements)
        for child in statements.indices {
            let whole = statements[child].cue ?? statements[child].content[0]
            statements[child].parent = index.holding(whole).last { $0 != child }
        }
        return statements
    }

    private func statement(cue: Int, in doc: Doc, marks: QuotationMarks) -> Statement? {
        let isAccordingTo = doc.tokens[cue].lower == "according"
        let speaker = isAccordingTo ? accordingTo(cue, in: doc) : subject(of: cue, in: doc)
        var ranges: [Range<Int>] = []
        if isAccordingTo {
            let clause = doc.subtree(of: doc.tokens[cue].head)
            let phrase = doc.subtree(of: cue)
            ranges = without(phrase, in: clause)
        } else if let complement = doc.child(of: cue, .ccomp) {
            let clause = doc.subtree(of: complement)
            let own = min(cue, speaker?.lowerBound ?? cue)..<max(cue + 1, speaker?.upperBound ?? 0)
            ranges = without(own, in: clause)
        } else if let quotation = quotation(near: cue, in: doc, marks: marks) {
            ranges = [quotation.tokens]
        }
        let content = ranges.map { trimmed($0, in: doc) }.filter { !$0.isEmpty }.map { doc.byteRange(of: $0) }
        guard !content.isEmpty else { return nil }
        let quoted = ranges.contains { range in range.contains { marks.quotation(at: $0) != nil } }
        let tokens = isAccordingTo ? cue..<min(cue + 2, doc.count) : cue..<cue + 1
        return Statement(
            speaker: speaker.map { doc.byteRange(of: $0) }, cue: doc.byteRange(of: tokens), content: content,
            kind: quoted ? .mixed : .indirect)
    }

    private func accordingTo(_ cue: Int, in doc: Doc) -> Range<Int>? {
        guard let to = doc.child(of: cue, .prep), let object = doc.child(of: to, .pobj) else { return nil }
        return withinParagraph(doc.subtree(of: object), in: doc)
    }

    private func subject(of cue: Int, in doc: Doc) -> Range<Int>? {
        var verb = cue
        for _ in 0..<4 {
            if let agent = doc.child(of: verb, .agent), let object = doc.child(of: agent, .pobj) {
                return withinParagraph(doc.subtree(of: object), in: doc)
            }
            if let subject = doc.child(of: verb, .nsubj) { return withinParagraph(doc.subtree(of: subject), in: doc) }
            guard [.conj, .xcomp, .advcl].contains(doc.tokens[verb].dep) else { break }
            verb = doc.tokens[verb].head
        }
        return nil
    }

    /// A quotation that begins right after the cue, or with at most a short phrase between ("told reporters: “").
    private func quotation(near cue: Int, in doc: Doc, marks: QuotationMarks) -> Quotation? {
        for token in doc.tokens.indices[(cue + 1)...].prefix(5) {
            if let quotation = marks.quotation(at: token) {
                return quotation.tokens.lowerBound == token ? quotation : nil
            }
            if doc.beginsParagraph(token) { return nil }
        }
        return nil
    }

    /// From the last beginning of a paragraph: a headline is often parsed as one with what follows.
    private func withinParagraph(_ range: Range<Int>, in doc: Doc) -> Range<Int> {
        let start = range.last { doc.beginsParagraph($0) } ?? range.lowerBound
        return start..<range.upperBound
    }

    /// What a range keeps when a part in its midst is taken out.
    private func without(_ part: Range<Int>, in range: Range<Int>) -> [Range<Int>] {
        guard range.overlaps(part) else { return [range] }
        return [
            range.lowerBound..<max(range.lowerBound, part.lowerBound),
            min(range.upperBound, part.upperBound)..<range.upperBound,
        ]
    }

    private func trimmed(_ range: Range<Int>, in doc: Doc) -> Range<Int> {
        var range = range
        while let first = range.first, [.comma, .space, .sentenceEnd, .colon].contains(doc.tokens[first].tag) {
            range = range.dropFirst()
        }
        while let last = range.last, [.comma, .space, .sentenceEnd, .colon].contains(doc.tokens[last].tag) {
            range = range.dropLast()
        }
        return range
    }
}
