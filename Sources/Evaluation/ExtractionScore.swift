/// The measure of the article-extraction benchmark.
///
/// A text is the multiset of its runs of four words (words as they are written, punctuation left out; a shorter text
/// is one run). A page's precision is the share of the predicted runs that are in the gold text, its recall the share
/// of the gold runs that were predicted, each counted as often as it occurs. Precision and recall are averaged over
/// the pages, and F1 is the harmonic mean of the two averages.
package struct ExtractionScore: Sendable {
    private var precisions: [Double] = []
    private var recalls: [Double] = []

    package init() {}

    /// - Returns: the page's own precision and recall.
    @discardableResult
    package mutating func add(gold: String, predicted: String) -> (precision: Double, recall: Double) {
        let goldRuns = ExtractionScore.runs(of: gold)
        let predictedRuns = ExtractionScore.runs(of: predicted)
        let goldCount = goldRuns.values.reduce(0, +)
        let predictedCount = predictedRuns.values.reduce(0, +)
        let common = goldRuns.reduce(0) { $0 + min($1.value, predictedRuns[$1.key, default: 0]) }
        let precision = predictedCount == 0 ? 0 : Double(common) / Double(predictedCount)
        let recall = goldCount == 0 ? 0 : Double(common) / Double(goldCount)
        // As the benchmark has it: a page without predicted text counts for recall alone.
        if predictedCount > 0 { precisions.append(precision) }
        if goldCount > 0 { recalls.append(recall) }
        return (precision, recall)
    }

    package var precision: Double { ExtractionScore.mean(precisions) }
    package var recall: Double { ExtractionScore.mean(recalls) }
    package var f1: Double {
        let sum = precision + recall
        return sum == 0 ? 0 : 2 * precision * recall / sum
    }

    private static func mean(_ values: [Double]) -> Double {
        values.isEmpty ? 0 : values.reduce(0, +) / Double(values.count)
    }

    /// How often each run of four words occurs, by a hash of the run.
    static func runs(of text: String) -> [UInt64: Int] {
        runs(of: words(of: text)).reduce(into: [:]) { $0[$1, default: 0] += 1 }
    }

    static func runs(of words: [UInt64]) -> [UInt64] {
        guard !words.isEmpty else { return [] }
        return (0..<max(1, words.count - 3)).map { start in
            words[start..<min(words.count, start + 4)].reduce(14_695_981_039_346_656_037) { hash, word in
                (hash ^ word) &* 1_099_511_628_211 &+ hash >> 29
            }
        }
    }

    /// Hashes of the words: letters, digits and underscores of any script.
    static func words(of text: String) -> [UInt64] {
        var words: [UInt64] = []
        let start: UInt64 = 14_695_981_039_346_656_037
        var hash = start
        var isInside = false
        for scalar in text.unicodeScalars {
            if isWordScalar(scalar) {
                hash = (hash ^ UInt64(scalar.value)) &* 1_099_511_628_211
                isInside = true
            } else if isInside {
                words.append(hash)
                hash = start
                isInside = false
            }
        }
        if isInside { words.append(hash) }
        return words
    }

    private static func isWordScalar(_ scalar: Unicode.Scalar) -> Bool {
        if scalar.isASCII { return scalar == "_" || scalar.properties.isAlphabetic || ("0"..."9").contains(scalar) }
        switch scalar.properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .decimalNumber,
            .letterNumber, .otherNumber:
            return true
        default: return false
        }
    }
}
