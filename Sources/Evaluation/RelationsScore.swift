import EventCoding

/// Scores of predicted roots against gold ones.
///
/// F1 of a class that is neither predicted nor right is 0. Macro-F1 is the plain mean over all classes of a level: 15 roots,
/// 4 quads, and cooperation (quads 1 and 2) against conflict (3 and 4).
package struct RelationsScore: Sendable, Equatable {
    /// `counts[gold][predicted]`, by index of root.
    private var counts = Array(
        repeating: Array(repeating: 0, count: RelationRoot.count), count: RelationRoot.count)

    package init() {}

    package mutating func add(predicted: RelationRoot, gold: RelationRoot) { counts[gold.index][predicted.index] += 1 }

    package var total: Int { counts.joined().reduce(0, +) }

    /// Share of roots that are right, 0 to 1.
    package var accuracy: Double {
        let right = counts.indices.reduce(0) { $0 + counts[$1][$1] }
        return total == 0 ? 0 : Double(right) / Double(total)
    }

    package subscript(root: RelationRoot) -> SpanScore { score { $0 == root } }

    package var rootMacroF1: Double { mean(RelationRoot.allCases.map { self[$0].f1 }) }

    package var quadMacroF1: Double { mean(Quad.allCases.map { quad in score { $0.quad == quad }.f1 }) }

    package var binaryMacroF1: Double {
        mean([true, false].map { side in score { ($0.quad.rawValue > 2) == side }.f1 })
    }

    /// The cells of the confusion table off its diagonal, most frequent first.
    package var confusions: [(gold: RelationRoot, predicted: RelationRoot, count: Int)] {
        let roots = RelationRoot.allCases
        return roots.flatMap { gold in roots.map { (gold, $0, counts[gold.index][$0.index]) } }
            .filter { $0.0 != $0.1 && $0.2 > 0 }
            .sorted { ($1.2, $0.0.index, $0.1.index) < ($0.2, $1.0.index, $1.1.index) }
    }

    /// Counts of a class that several roots may belong to.
    private func score(_ belongs: (RelationRoot) -> Bool) -> SpanScore {
        var score = SpanScore()
        for gold in RelationRoot.allCases {
            for predicted in RelationRoot.allCases {
                let count = counts[gold.index][predicted.index]
                if belongs(gold) { score.gold += count }
                if belongs(predicted) { score.predicted += count }
                if belongs(gold), belongs(predicted) { score.predictedRight += count }
            }
        }
        score.goldFound = score.predictedRight
        return score
    }

    private func mean(_ values: [Double]) -> Double { values.reduce(0, +) / Double(max(values.count, 1)) }
}
