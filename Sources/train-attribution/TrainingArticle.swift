import Evaluation
import EventCoding
import Tokens

/// One annotated article as the model learns from it: attributions in tokens.
struct TrainingArticle {
    struct Example {
        let attribution: Attribution
        let sourceHead: Int?
    }
    let gold: AnnotatedArticle
    let text: AttributionText
    let isCueHead: [Bool]
    /// Whether the token is said by somebody. PolNeAR marks no attribution inside another's content.
    let isContent: [Bool]
    let examples: [Example]

    init(_ article: AnnotatedArticle, doc: Doc, lexicon: AttributionLexicon) {
        gold = article
        text = AttributionText(doc, lexicon: lexicon)
        let aligner = TokenAligner(doc)
        var isCueHead = [Bool](repeating: false, count: doc.count)
        var examples: [Example] = []
        for attribution in article.attributions {
            guard attribution.cue.count == 1, let cue = aligner.tokens(attribution.cue[0]) else { continue }
            let head = TrainingArticle.head(of: cue, in: doc)
            isCueHead[head] = true
            if let example = TrainingArticle.example(attribution, cue: cue, head: head, aligner, doc) {
                examples.append(example)
            }
        }
        self.isCueHead = isCueHead
        isContent = aligner.inside(article.attributions.flatMap(\.content), count: doc.count)
        self.examples = examples
    }

    /// One pass over what the article teaches.
    func learn(_ learner: inout Learner) {
        for decision in [AttributionDecision.cueHead, .innerCueHead] {
            var list = FeatureList(decision)
            for token in text.doc.tokens.indices where text.isCueCandidate(token) {
                // Within content nothing tells which words the annotators would have marked.
                if decision == .innerCueHead, isContent[token], !isCueHead[token] { continue }
                text.cueHeadFeatures(token, into: &list)
                learner.learn(list, isTrue: isCueHead[token])
            }
        }
        for example in examples { learn(example, &learner) }
    }

    private func learn(_ example: Example, _ learner: inout Learner) {
        let by = example.attribution.by
        learner.learn(CueStart(text, head: by.head), answer: by.cue.lowerBound)
        learner.learn(CueEnd(text, head: by.head), answer: by.cue.upperBound)
        learner.learn(SourceHead(text, head: by.head, cue: by.cue), answer: example.sourceHead ?? noCandidate)
        if let source = by.source, let head = example.sourceHead {
            learner.learn(SourceStart(text, head: head, cue: by.cue), answer: source.lowerBound)
            learner.learn(SourceEnd(text, head: head, cue: by.cue), answer: source.upperBound)
        }
        let before = example.attribution.before
        let after = example.attribution.after
        learner.learn(ContentEdge(text, by: by, side: .before), answer: before?.upperBound ?? noCandidate)
        learner.learn(ContentEdge(text, by: by, side: .after), answer: after?.lowerBound ?? noCandidate)
        if let before {
            learner.learn(
                ContentExtent(text, by: by, side: .before, inner: before.upperBound), answer: before.lowerBound)
        }
        if let after {
            learner.learn(ContentExtent(text, by: by, side: .after, inner: after.lowerBound), answer: after.upperBound)
        }
    }

    /// `nil` when a span is not made of whole tokens, or content and cue overlap.
    private static func example(
        _ gold: AttributionSpans, cue: ClosedRange<Int>, head: Int, _ aligner: TokenAligner, _ doc: Doc
    ) -> Example? {
        var source: ClosedRange<Int>?
        if let spans = gold.source {
            guard spans.count == 1, let range = aligner.tokens(spans[0]) else { return nil }
            source = range
        }
        var before: ClosedRange<Int>?
        var after: ClosedRange<Int>?
        for span in gold.content {
            guard let range = aligner.tokens(span) else { return nil }
            if range.lowerBound > cue.upperBound {
                after = (after?.lowerBound ?? range.lowerBound)...range.upperBound
            } else if range.upperBound < cue.lowerBound {
                before = (before?.lowerBound ?? range.lowerBound)...range.upperBound
            } else {
                return nil
            }
        }
        return Example(
            attribution: Attribution(
                by: Attributor(head: head, cue: cue, source: source), before: before, after: after, certainty: 1),
            sourceHead: source.map { doc.head(of: $0.lowerBound..<$0.upperBound + 1) })
    }

    /// The token that carries a cue: the first word in it that hangs on one outside.
    private static func head(of cue: ClosedRange<Int>, in doc: Doc) -> Int {
        cue.first {
            ![.punctuation, .space].contains(doc.tokens[$0].pos)
                && (doc.isRoot($0) || !cue.contains(doc.tokens[$0].head))
        } ?? cue.lowerBound
    }
}

/// From code points to tokens.
private struct TokenAligner {
    private var starts: [Int: Int] = [:]
    private var ends: [Int: Int] = [:]

    init(_ doc: Doc) {
        for token in doc.tokens.indices where doc.tokens[token].pos != .space {
            let range = doc.codePointRange(of: token..<token + 1)
            starts[range.lowerBound] = token
            ends[range.upperBound] = token
        }
    }

    /// For each token whether it begins in one of the spans.
    func inside(_ spans: [Range<Int>], count: Int) -> [Bool] {
        var result = [Bool](repeating: false, count: count)
        for span in spans { for position in span { if let token = starts[position] { result[token] = true } } }
        return result
    }

    /// The tokens of a span; `nil` when it begins or ends inside one.
    func tokens(_ span: Range<Int>) -> ClosedRange<Int>? {
        guard let first = starts[span.lowerBound], let last = ends[span.upperBound], first <= last else { return nil }
        return first...last
    }
}
