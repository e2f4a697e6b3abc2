import Analysis
import EventCoding
import Evaluation
import Foundation
import Lexicon

extension EvaluationTask {
    static let relations = EvaluationTask(
        name: "relations",
        summary:
            "what a marked actor does to a marked recipient: one of 15 PLOVER roots, quads, cooperation or conflict",
        arguments: "FILE.tsv [--predictions OUT.tsv]",
        run: { arguments in
            let options = try Options(arguments, valued: TextInputs.evaluationOptions.union(["--predictions"]))
            guard options.operands.count == 1 else { throw UsageError("expected one file") }
            let pairs = try RelationsGold.read(URL(fileURLWithPath: options.operands[0]))
            let data = try DataFolder.locate(options["--data"])
            let coder = try RelationCoder(data: data)
            let reader = try docSource(options, data).makeReader()
            var score = RelationsScore()
            var lines = ["id\tpredicted_root\trule"]
            var failed = false
            for pair in pairs {
                do {
                    let decision = coder.relation(pair.marked, in: try reader.doc(of: pair.marked.text))
                    if let gold = pair.root { score.add(predicted: decision.root, gold: gold) }
                    lines.append("\(pair.id)\t\(decision.root.rawValue)\t\(decision.rule)")
                } catch {
                    warn("\(options.operands[0]): pair \(pair.id): \(error)")
                    failed = true
                }
            }
            if let path = options["--predictions"] {
                try Data((lines.joined(separator: "\n") + "\n").utf8).write(to: URL(fileURLWithPath: path))
            }
            print(score.table)
            return failed ? .someInputsFailed : .done
        })
}

extension RelationModel.Decision {
    /// Probability and the features that decided, on one line.
    fileprivate var rule: String {
        let probability = String(format: "p=%.2f", probabilities[root.index])
        return ([probability] + reasons).joined(separator: "; ").replacingOccurrences(of: "\t", with: " ")
            .replacingOccurrences(of: "\n", with: " ")
    }
}
