import Foundation
import Tokens

/// Decides attributions with log-linear models over the tree, the quotation marks and the words: first the heads of
/// cues, then for each its extent, its source, and the edges of its content.
package struct AttributionModel: Sendable {
    /// The certainty from which an attribution is kept; chosen on a fifth of the training articles, held out.
    package static let threshold: Float = 0.23
    /// The same within what somebody says, where annotations are missing and nothing can be chosen by them: higher.
    private static let innerThreshold: Float = 0.45
    /// How much the certainty of source and content counts beside that of the cue; chosen likewise.
    private static let share: Float = 0.25
    /// The probability of a cue's head below which nothing more is asked.
    private static let least: Float = 0.15

    private let weights: AttributionWeights

    package init(weights: AttributionWeights) { self.weights = weights }

    /// In the order of the text; no two have a cue word in common. First those of the report itself, as annotators mark
    /// them; then, in what they hold, those of their speakers.
    package func attributions(in text: AttributionText) -> [Attribution] {
        let outer = apart(
            attributions(.cueHead, among: text.doc.tokens.indices.filter(text.isCueCandidate), in: text), in: text)
        let cues = outer.map(\.by.cue)
        var holders = [Int](repeating: -1, count: text.doc.count)
        for (index, attribution) in outer.enumerated() {
            for range in attribution.content { for token in range { holders[token] = index } }
        }
        for cue in cues { for token in cue { holders[token] = -1 } }
        let candidates = holders.indices.filter { holders[$0] >= 0 && text.isCueCandidate($0) }
        let inner = attributions(.innerCueHead, among: candidates, in: text).filter { found in
            let holder = outer[holders[found.by.head]]
            return !cues.contains { $0.overlaps(found.by.cue) }
                && found.spans.allSatisfy { span in holder.content.contains { $0.contains(span) } }
        }
        return (outer + inner).sorted { $0.by.cue.lowerBound < $1.by.cue.lowerBound }
    }

    /// Those of which none lies within another: of two that do, the more certain stays.
    private func apart(_ attributions: [Attribution], in text: AttributionText) -> [Attribution] {
        var isSaid = [Bool](repeating: false, count: text.doc.count)
        var isCue = isSaid
        return attributions.sorted { $0.certainty > $1.certainty }.filter { attribution in
            guard !attribution.by.cue.contains(where: { isSaid[$0] }),
                !attribution.content.contains(where: { $0.contains { isCue[$0] } })
            else { return false }
            for token in attribution.by.cue { isCue[token] = true }
            for range in attribution.content { for token in range { isSaid[token] = true } }
            return true
        }.sorted { $0.by.cue.lowerBound < $1.by.cue.lowerBound }
    }

    private func attributions(
        _ decision: AttributionDecision, among candidates: [Int], in text: AttributionText
    ) -> [Attribution] {
        var list = FeatureList(decision)
        var result: [Attribution] = []
        for token in candidates {
            text.cueHeadFeatures(token, into: &list)
            let probability = 1 / (1 + expf(-weights.score(list.hashes)))
            guard probability >= AttributionModel.least else { continue }
            var found = attribution(head: token, in: text)
            found.certainty *= probability
            guard
                found.certainty >= (decision == .cueHead ? AttributionModel.threshold : AttributionModel.innerThreshold)
            else { continue }
            if let last = result.last, found.by.cue.lowerBound <= last.by.cue.upperBound {
                // Two heads in one cue: the more certain stays.
                guard last.certainty < found.certainty else { continue }
                result.removeLast()
            }
            result.append(found)
        }
        return result
    }

    /// The likeliest attribution whose cue has the given head, as certain as the answers that make it.
    private func attribution(head: Int, in text: AttributionText) -> Attribution {
        let start = answers(CueStart(text, head: head))[0]
        // Where the cue ends and where the content begins is one decision: the likeliest pair.
        var best: (attribution: Attribution, logarithm: Float)?
        var source: (tokens: ClosedRange<Int>?, logarithm: Float)?
        for (index, end) in answers(CueEnd(text, head: head)).prefix(3).enumerated()
        where index == 0 || end.logarithm > AttributionModel.rare {
            let cue = start.candidate...end.candidate
            let known = source.map {
                $0.tokens?.overlaps(cue) ?? false ? self.source(head: head, cue: cue, in: text) : $0
            }
            let from = known ?? self.source(head: head, cue: cue, in: text)
            source = from
            let by = Attributor(head: head, cue: cue, source: from.tokens)
            let (before, after) = contentEdges(of: by, in: text)
            let total = end.logarithm + before.logarithm + after.logarithm
            guard total > best?.logarithm ?? -.infinity else { continue }
            let first = extent(before, by, .before, text)
            let last = extent(after, by, .after, text)
            let rest = from.logarithm + first.logarithm + last.logarithm
            let certainty = expf(start.logarithm + end.logarithm + AttributionModel.share * rest)
            best = (Attribution(by: by, before: first.tokens, after: last.tokens, certainty: certainty), total)
        }
        return best?.attribution
            ?? Attribution(
                by: Attributor(head: head, cue: head...head, source: nil), before: nil, after: nil, certainty: 0)
    }

    private func source(
        head: Int, cue: ClosedRange<Int>, in text: AttributionText
    ) -> (tokens: ClosedRange<Int>?, logarithm: Float) {
        let carrier = answers(SourceHead(text, head: head, cue: cue))[0]
        guard carrier.candidate != noCandidate, !cue.contains(carrier.candidate) else {
            return (nil, carrier.logarithm)
        }
        let start = answers(SourceStart(text, head: carrier.candidate, cue: cue))[0]
        let end = answers(SourceEnd(text, head: carrier.candidate, cue: cue))[0]
        return (start.candidate...end.candidate, carrier.logarithm + start.logarithm + end.logarithm)
    }

    /// The likeliest edges of the content next to the cue.
    private func contentEdges(of by: Attributor, in text: AttributionText) -> (before: Answer, after: Answer) {
        let after = answers(ContentEdge(text, by: by, side: .after))
        let before = answers(ContentEdge(text, by: by, side: .before))
        guard after[0].candidate == noCandidate, before[0].candidate == noCandidate else {
            return (before[0], after[0])
        }
        // There is content on one side at least: the one where it costs less.
        let costAfter = after.count > 1 ? after[0].logarithm - after[1].logarithm : .infinity
        let costBefore = before.count > 1 ? before[0].logarithm - before[1].logarithm : .infinity
        if costAfter <= costBefore, after.count > 1 { return (before[0], after[1]) }
        return before.count > 1 ? (before[1], after[0]) : (before[0], after[0])
    }

    private func extent(
        _ inner: Answer, _ by: Attributor, _ side: Side, _ text: AttributionText
    ) -> (tokens: ClosedRange<Int>?, logarithm: Float) {
        guard inner.candidate != noCandidate else { return (nil, inner.logarithm) }
        let outer = answers(ContentExtent(text, by: by, side: side, inner: inner.candidate))[0]
        let tokens = min(inner.candidate, outer.candidate)...max(inner.candidate, outer.candidate)
        return (tokens, inner.logarithm + outer.logarithm)
    }

    private typealias Answer = (candidate: Int, logarithm: Float)

    /// The logarithm of the probability below which a second answer is not followed up.
    private static let rare = logf(0.1)

    /// The candidates with the logarithms of their probabilities, best first.
    private func answers(_ question: some Question) -> [Answer] {
        var list = FeatureList(question.decision)
        var scored: [Answer] = []
        scored.reserveCapacity(question.candidates.count)
        for position in question.candidates.indices {
            question.features(at: position, into: &list)
            scored.append((question.candidates[position], weights.score(list.hashes)))
        }
        let top = scored.map(\.logarithm).max() ?? 0
        let total = top + logf(scored.reduce(0) { $0 + expf($1.logarithm - top) })
        return scored.sorted { $0.logarithm > $1.logarithm }.map { ($0.candidate, $0.logarithm - total) }
    }
}
