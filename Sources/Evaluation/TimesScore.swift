/// Scores of time expressions as TempEval-3 counts them (UzZaman et al. 2013, SemEval-2013 task 1, A), summed over
/// documents.
///
/// - strict: a found expression has exactly the extent of a gold one.
/// - relaxed: it has a character in common with one. Each gold expression is matched with one found expression at most,
///   and the other way round.
/// - value, type: the attribute is equal, as text, in a relaxed match. Their F1 is relaxed F1 times the share of
///   relaxed matches whose attribute is right; so precision and recall are right ones over found and over gold.
///
/// The document creation time is given and does not count.
package struct TimesScore: Sendable, Equatable {
    package private(set) var gold = 0
    package private(set) var found = 0
    package private(set) var strictMatches = 0
    package private(set) var relaxedMatches = 0
    package private(set) var valueMatches = 0
    package private(set) var typeMatches = 0

    package init() {}

    /// How one gold or found expression fared.
    package struct Outcome: Sendable, Equatable {
        package let gold: TimeMLDocument.Timex?
        package let found: TimeMLDocument.Timex?
    }

    package var strict: SpanScore { score(strictMatches) }
    package var relaxed: SpanScore { score(relaxedMatches) }
    package var value: SpanScore { score(valueMatches) }
    package var type: SpanScore { score(typeMatches) }

    /// Adds one document and says how each expression fared, in order of the text.
    ///
    /// - Parameters: both in order of the text.
    @discardableResult
    package mutating func add(found: [TimeMLDocument.Timex], gold: [TimeMLDocument.Timex]) -> [Outcome] {
        var free = Set(found.indices)
        var outcomes: [Outcome] = []
        var matchOf: [Int: Int] = [:]
        // Equal extents first, so that no overlapping neighbour takes them.
        for (index, timex) in gold.enumerated() {
            guard let equal = found.indices.first(where: { free.contains($0) && found[$0].bytes == timex.bytes }) else {
                continue
            }
            matchOf[index] = equal
            free.remove(equal)
        }
        for (index, timex) in gold.enumerated() where matchOf[index] == nil {
            guard let near = found.indices.first(where: { free.contains($0) && found[$0].bytes.overlaps(timex.bytes) })
            else { continue }
            matchOf[index] = near
            free.remove(near)
        }
        for (index, timex) in gold.enumerated() {
            let match = matchOf[index].map { found[$0] }
            outcomes.append(Outcome(gold: timex, found: match))
            guard let match else { continue }
            relaxedMatches += 1
            if match.bytes == timex.bytes { strictMatches += 1 }
            if match.value == timex.value { valueMatches += 1 }
            if match.type == timex.type { typeMatches += 1 }
        }
        outcomes += free.map { Outcome(gold: nil, found: found[$0]) }
        self.gold += gold.count
        self.found += found.count
        return outcomes.sorted { $0.start < $1.start }
    }

    private func score(_ matches: Int) -> SpanScore {
        var score = SpanScore()
        score.add(predicted: found, gold: gold, predictedRight: matches, goldFound: matches)
        return score
    }
}

extension TimesScore.Outcome {
    /// Where it begins in the text.
    package var start: Int { gold?.bytes.lowerBound ?? found?.bytes.lowerBound ?? 0 }
}
