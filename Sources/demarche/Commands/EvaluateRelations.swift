import Analysis
import EventCoding
import Evaluation
import Foundation
import Lexicon

extension EvaluationTask {
    static let relations = EvaluationTask(
        name: "relations",
        summary: "the PLOVER root of a marked pair, against a table of labelled sentences",
        arguments: "FILE.tsv [--predictions OUT.tsv]",
        run: { arguments in
            let options = try Options(arguments, valued: TextInputs.evaluationOptions.union(["--predictions"]))
            guard options.operands.count == 1 else { throw UsageError("expected one file") }
            let data = try DataFolder.locate(options["--data"])
            let model = try RelationModel(data: data)
            let reader = try docSource(options, data).makeReader()
            var score = RelationsScore()
            var predictions = "id\tpredicted_root\trule\n"
            for item in try RelationsGold.read(URL(fileURLWithPath: options.operands[0])) {
                let doc = try reader.doc(of: item.text)
                let answer = model.classify(MarkedPair(doc: doc, actor: item.actor, recipient: item.recipient))
                if let gold = item.root { score.add(gold: gold, predicted: answer.root) }
                let rule = answer.reasons.joined(separator: " ").replacing("\t", with: " ")
                predictions += "\(item.id)\t\(answer.root.rawValue)\t\(rule)\n"
            }
            if let path = options["--predictions"] {
                try Data(predictions.utf8).write(to: URL(fileURLWithPath: path))
            }
            print(score.table())
            return .done
        })
}
