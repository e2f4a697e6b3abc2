import Foundation

extension AttributionScores {
    /// The scores as a table for people.
    package var table: String {
        let heading = "                   precision    recall        F1      gold predicted"
        return
            ([heading] + Role.allCases.map { row("exact \($0.rawValue)", exact[$0]) }
            + Role.allCases.map { row("overlap \($0.rawValue)", overlap[$0]) }
            + [row("complete", complete)]).joined(separator: "\n")
    }

    private func row(_ name: String, _ score: SpanScore?) -> String {
        let score = score ?? SpanScore()
        let figures = [score.precision, score.recall, score.f1].map { String(format: "%10.3f", $0) }.joined()
        return name.padding(toLength: 18, withPad: " ", startingAt: 0) + figures
            + String(format: "%10d%10d", score.gold, score.predicted)
    }
}
