/// Precision, recall and F1 from counts of what was predicted, what is gold, and what of each agrees.
package struct SpanScore: Sendable, Equatable {
    package var predicted = 0
    package var gold = 0
    /// Predicted ones that agree with a gold one.
    package var predictedRight = 0
    /// Gold ones that agree with a predicted one; the same number when spans must be equal.
    package var goldFound = 0

    package init() {}

    package var precision: Double { predicted == 0 ? 0 : Double(predictedRight) / Double(predicted) }
    package var recall: Double { gold == 0 ? 0 : Double(goldFound) / Double(gold) }
    package var f1: Double {
        precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall)
    }
}

/// Scores of attributions against gold ones, summed over articles (micro average).
///
/// - exact: a source, cue or content counts when all its fragments are equal to a gold one's, to the character (as
///   Newell et al. 2018 and CofeNet, Wang et al. 2022, count). Each distinct span of an article counts once, however
///   many attributions share it.
/// - overlap: it counts when it has a character in common with a gold one of the same role.
/// - complete: source (or none), cue and content of one attribution are all exact.
package struct AttributionScores: Sendable, Equatable {
    package enum Role: String, Sendable, CaseIterable {
        case source, cue, content
    }

    package private(set) var exact: [Role: SpanScore] = [:]
    package private(set) var overlap: [Role: SpanScore] = [:]
    package private(set) var complete = SpanScore()

    package init() {}

    /// Adds one article.
    package mutating func add(predicted: [AttributionSpans], gold: [AttributionSpans]) {
        for role in Role.allCases {
            let ours = Set(predicted.compactMap { $0[role] })
            let theirs = Set(gold.compactMap { $0[role] })
            exact[role, default: SpanScore()].add(
                predicted: ours.count, gold: theirs.count, predictedRight: ours.intersection(theirs).count,
                goldFound: ours.intersection(theirs).count)
            overlap[role, default: SpanScore()].add(
                predicted: ours.count, gold: theirs.count, predictedRight: overlapping(ours, theirs),
                goldFound: overlapping(theirs, ours))
        }
        let ours = Set(predicted)
        let theirs = Set(gold)
        let both = ours.intersection(theirs).count
        complete.add(predicted: ours.count, gold: theirs.count, predictedRight: both, goldFound: both)
    }

    /// How many of `some` have a character in common with one of `others`.
    private func overlapping(_ some: Set<AttributionSpans.Spans>, _ others: Set<AttributionSpans.Spans>) -> Int {
        // Gaps between merged fragments make a sorted list of disjoint ranges that a binary search can use.
        var merged: [Range<Int>] = []
        for range in others.joined().sorted(by: { $0.lowerBound < $1.lowerBound }) {
            if let last = merged.last, range.lowerBound <= last.upperBound {
                merged[merged.count - 1] = last.lowerBound..<max(last.upperBound, range.upperBound)
            } else {
                merged.append(range)
            }
        }
        func touches(_ range: Range<Int>) -> Bool {
            var low = 0
            var high = merged.count
            while low < high {
                let middle = (low + high) / 2
                if merged[middle].upperBound <= range.lowerBound { low = middle + 1 } else { high = middle }
            }
            return low < merged.count && merged[low].overlaps(range)
        }
        return some.count { $0.contains(where: touches) }
    }
}

extension SpanScore {
    mutating func add(predicted: Int, gold: Int, predictedRight: Int, goldFound: Int) {
        self.predicted += predicted
        self.gold += gold
        self.predictedRight += predictedRight
        self.goldFound += goldFound
    }
}

extension AttributionSpans {
    subscript(role: AttributionScores.Role) -> Spans? {
        switch role {
        case .source: source
        case .cue: cue
        case .content: content
        }
    }
}
