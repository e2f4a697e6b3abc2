import Foundation
import Tokens

/// Decides attributions with a log-linear model over the tree, the quotation marks and the words: first the heads of
/// cues, then for each its extent, its source, and the edges of its content.
package struct AttributionModel: Sendable {
    /// The probability from which a token counts as the head of a cue; chosen on articles left out of training.
    package static let threshold: Float = 0.4

    private let weights: AttributionWeights

    package init(weights: AttributionWeights) { self.weights = weights }

    /// In the order of the text; no two have a cue word in common.
    package func attributions(in text: AttributionText) -> [Attribution] {
        var list = FeatureList(.cueHead)
        var result: [Attribution] = []
        for token in text.doc.tokens.indices where text.isCueCandidate(token) {
            text.cueHeadFeatures(token, into: &list)
            let probability = 1 / (1 + expf(-weights.score(list.hashes)))
            guard probability >= AttributionModel.threshold else { continue }
            var found = attribution(head: token, in: text)
            found.probability = probability
            if let last = result.last, found.by.cue.lowerBound <= last.by.cue.upperBound {
                // Two heads in one cue: the likelier stays.
                guard last.probability < probability else { continue }
                result.removeLast()
            }
            result.append(found)
        }
        return result
    }

    /// The likeliest attribution whose cue has the given head.
    package func attribution(head: Int, in text: AttributionText) -> Attribution {
        let start = answers(CueStart(text, head: head), most: 1)[0].candidate
        // Where the cue ends and where the content begins is one decision: the likeliest pair.
        var best: (attribution: Attribution, logarithm: Float)?
        var source: ClosedRange<Int>?
        for (index, end) in answers(CueEnd(text, head: head), most: 3).enumerated() {
            let cue = start...end.candidate
            if index == 0 || source.map({ $0.overlaps(cue) }) ?? false {
                source = self.source(head: head, cue: cue, in: text)
            }
            let (found, logarithm) = content(of: Attributor(head: head, cue: cue, source: source), in: text)
            let total = end.logarithm + logarithm
            if total > best?.logarithm ?? -.infinity { best = (found, total) }
        }
        return best?.attribution
            ?? Attribution(
                by: Attributor(head: head, cue: head...head, source: nil), before: nil, after: nil, probability: 0)
    }

    private func source(head: Int, cue: ClosedRange<Int>, in text: AttributionText) -> ClosedRange<Int>? {
        let carrier = answers(SourceHead(text, head: head, cue: cue), most: 1)[0].candidate
        guard carrier != noCandidate, !cue.contains(carrier) else { return nil }
        let start = answers(SourceStart(text, head: carrier, cue: cue), most: 1)[0].candidate
        let end = answers(SourceEnd(text, head: carrier, cue: cue), most: 1)[0].candidate
        return start...end
    }

    /// The likeliest content, and the logarithm of the probability of its edges next to the cue.
    private func content(of by: Attributor, in text: AttributionText) -> (Attribution, Float) {
        var after = answers(ContentEdge(text, by: by, side: .after), most: 2, least: 0)
        var before = answers(ContentEdge(text, by: by, side: .before), most: 2, least: 0)
        // There is content on one side at least: the one where it costs less.
        if after[0].candidate == noCandidate, before[0].candidate == noCandidate {
            let costAfter = after.count > 1 ? after[0].logarithm - after[1].logarithm : .infinity
            let costBefore = before.count > 1 ? before[0].logarithm - before[1].logarithm : .infinity
            if costAfter <= costBefore, after.count > 1 {
                after.removeFirst()
            } else if before.count > 1 {
                before.removeFirst()
            }
        }
        let result = Attribution(
            by: by, before: extent(before[0].candidate, by, .before, text),
            after: extent(after[0].candidate, by, .after, text), probability: 1)
        return (result, after[0].logarithm + before[0].logarithm)
    }

    private func extent(_ inner: Int, _ by: Attributor, _ side: Side, _ text: AttributionText) -> ClosedRange<Int>? {
        guard inner != noCandidate else { return nil }
        let outer = answers(ContentExtent(text, by: by, side: side, inner: inner), most: 1)[0].candidate
        return min(inner, outer)...max(inner, outer)
    }

    /// The likeliest candidates, best first: one at least, and of the others those with a probability above `least`.
    private func answers(
        _ question: some Question, most: Int, least: Float = 0.1
    ) -> [(candidate: Int, logarithm: Float)] {
        var list = FeatureList(question.decision)
        var scored: [(candidate: Int, logarithm: Float)] = []
        for position in question.candidates.indices {
            question.features(at: position, into: &list)
            scored.append((question.candidates[position], weights.score(list.hashes)))
        }
        guard most > 1 else { return scored.max { $0.logarithm < $1.logarithm }.map { [$0] } ?? [] }
        let top = scored.map(\.logarithm).max() ?? 0
        let total = top + logf(scored.reduce(0) { $0 + expf($1.logarithm - top) })
        scored.sort { $0.logarithm > $1.logarithm }
        let floor = total + logf(max(least, .leastNormalMagnitude))
        return scored.prefix(most).enumerated().filter { $0.offset == 0 || $0.element.logarithm > floor }
            .map { ($0.element.candidate, $0.element.logarithm - total) }
    }
}
