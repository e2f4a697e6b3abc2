import EventCoding
import Foundation

extension RelationsScore {
    /// The scores as people read them: one line a root, then the macro-F1s.
    package var table: String {
        func pad(_ text: String, _ width: Int) -> String { text.padding(toLength: width, withPad: " ", startingAt: 0) }
        var lines = ["\(total) marked pairs", pad("", 18) + " precision    recall        F1      gold predicted"]
        for root in RelationRoot.allCases {
            let score = self[root]
            let figures = [score.precision, score.recall, score.f1].map { String(format: "%10.3f", $0) }.joined()
            lines.append(pad(root.rawValue, 18) + figures + String(format: "%10d%10d", score.gold, score.predicted))
        }
        lines += [
            "",
            pad("root macro-F1", 18) + String(format: "%10.3f", rootMacroF1),
            pad("quad macro-F1", 18) + String(format: "%10.3f", quadMacroF1),
            pad("binary macro-F1", 18) + String(format: "%10.3f", binaryMacroF1),
            pad("accuracy", 18) + String(format: "%10.3f", accuracy),
        ]
        return lines.joined(separator: "\n")
    }
}
