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
        let threshold = decision == .cueHead ? AttributionModel.threshold : AttributionModel.innerThreshold
        var list = FeatureList(decision)
        var result: [Attribution] = []
        for token in candidates {
            text.cueHeadFeatures(token, into: &list)
            let probability = 1 / (1 + expf(-weights.score(list)))
            // Each further answer makes an attribution less certain.
            guard probability >= threshold, let found = attribution(head: token, probability, threshold, in: text)
            else {
                continue
            }
            if let last = result.last, found.by.cue.lowerBound <= last.by.cue.upperBound {
                // Two heads in one cue: the more certain stays.
                guard last.certainty < found.certainty else { continue }
                result.removeLast()
            }
            result.append(found)
        }
        return result
    }

    /// The likeliest attribution whose cue has the given head, as certain as the answers that make it; `nil` as soon as
    /// it is less certain than the threshold.
    /// - Parameter probability: that the token is a cue's head.
    private func attribution(
        head: Int, _ probability: Float, _ threshold: Float, in text: AttributionText
    ) -> Attribution? {
        func certainty(_ logarithm: Float) -> Float { expf(logarithm) * probability }
        let start = answers(CueStart(text, head: head))[0]
        guard certainty(start.logarithm) >= threshold else { return nil }
        let ends = answers(CueEnd(text, head: head))
        guard certainty(start.logarithm + ends[0].logarithm) >= threshold else { return nil }
        // Where the cue ends and where the content begins is one decision: the likeliest pair.
        var best: (by: Attributor, edges: (before: Answer, after: Answer), cue: Float, source: Float, total: Float)?
        var source: (tokens: ClosedRange<Int>?, logarithm: Float)?
        for (index, end) in ends.enumerated() where index == 0 || end.logarithm > AttributionModel.rare {
            // What follows makes it no likelier.
            if let best, end.logarithm <= best.total { break }
            let cue = start.candidate...end.candidate
            let known = source.map {
                $0.tokens?.overlaps(cue) ?? false ? self.source(head: head, cue: cue, in: text) : $0
            }
            let from = known ?? self.source(head: head, cue: cue, in: text)
            source = from
            let by = Attributor(head: head, cue: cue, source: from.tokens)
            let edges = contentEdges(of: by, in: text)
            let total = end.logarithm + edges.before.logarithm + edges.after.logarithm
            guard total > best?.total ?? -.infinity else { continue }
            best = (by, edges, start.logarithm + end.logarithm, from.logarithm, total)
        }
        guard let best else { return nil }
        let known = best.source + best.edges.before.logarithm + best.edges.after.logarithm
        guard certainty(best.cue + AttributionModel.share * known) >= threshold else { return nil }
        let first = extent(best.edges.before, best.by, .before, text)
        let last = extent(best.edges.after, best.by, .after, text)
        let rest = best.source + first.logarithm + last.logarithm
        let whole = certainty(best.cue + AttributionModel.share * rest)
        guard whole >= threshold else { return nil }
        return Attribution(by: best.by, before: first.tokens, after: last.tokens, certainty: whole)
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

    /// The likeliest candidates, three at most, with the logarithms of their probabilities, best first.
    private func answers(_ question: some Question) -> [Answer] {
        var list = FeatureList(question.decision)
        let candidates = question.candidates
        var scored: [Answer] = []
        scored.reserveCapacity(candidates.count)
        for position in candidates.indices {
            question.features(at: position, into: &list)
            scored.append((candidates[position], weights.score(list)))
        }
        var best: [Answer] = []
        for answer in scored {
            // Of equal ones the first stays before the others.
            let rank = best.firstIndex { $0.logarithm < answer.logarithm } ?? best.count
            guard rank < AttributionModel.answersKept else { continue }
            if best.count == AttributionModel.answersKept { best.removeLast() }
            best.insert(answer, at: rank)
        }
        let top = best.first?.logarithm ?? 0
        let total = top + logf(scored.reduce(0) { $0 + expf($1.logarithm - top) })
        for index in best.indices { best[index].logarithm -= total }
        return best
    }

    private static let answersKept = 3
}
