import Analysis
import Evaluation
import Foundation
import Grounding
import Ingest
import Lexicon
import Tokens

extension EvaluationTask {
    static let times = EvaluationTask(
        name: "times",
        summary: "time expressions of the body against TimeML files, as TempEval-3's scorer counts them",
        arguments: "FILE.tml… [--predictions OUT.tsv]",
        run: { arguments in
            let options = try Options(arguments, valued: TextInputs.evaluationOptions.union(["--predictions"]))
            guard !options.operands.isEmpty else { throw UsageError("no file given") }
            let data = try DataFolder.locate(options["--data"])
            let reader = try docSource(options, data).makeReader()
            let tagger = try TimeTagger(data: data)
            var score = TimesScore()
            var lines = ["file\tresult\ttext\tvalue\ttype\tfound_text\tfound_value\tfound_type"]
            var read = 0
            for path in options.operands {
                do {
                    let file = try TextFile.read(path)
                    let document = try TimeMLDocument(Array(file.text.utf8))
                    let doc = try reader.doc(of: document.text)
                    let found = tagger.expressions(in: doc, published: document.created).map {
                        TimeMLDocument.Timex(bytes: $0.bytes, type: $0.kind.rawValue, value: $0.value)
                    }
                    let outcomes = score.add(found: found, gold: document.timexes)
                    let name = URL(fileURLWithPath: path).lastPathComponent
                    lines += outcomes.map { line($0, name, doc) }
                    read += 1
                } catch { warn(error is InputError ? "\(error)" : "\(path): \(error)") }
            }
            if let path = options["--predictions"] {
                try Data((lines.joined(separator: "\n") + "\n").utf8).write(to: URL(fileURLWithPath: path))
            }
            print(table(score, files: read))
            return read < options.operands.count ? .someInputsFailed : .done
        })
}

/// One expression of the predictions file: gold and found, and how they agree.
private func line(_ outcome: TimesScore.Outcome, _ file: String, _ doc: Doc) -> String {
    let result: String
    switch (outcome.gold, outcome.found) {
    case (let gold?, let found?):
        result = [
            gold.bytes == found.bytes ? "strict" : "relaxed", gold.value == found.value ? nil : "value",
            gold.type == found.type ? nil : "type",
        ].compactMap { $0 }.joined(separator: "-")
    case (_?, nil): result = "missed"
    default: result = "spurious"
    }
    let fields = [outcome.gold, outcome.found].flatMap { timex in
        [timex.map { doc.text(bytes: $0.bytes) } ?? "", timex?.value ?? "", timex?.type ?? ""]
    }
    let flat = fields.map { $0.split(whereSeparator: \.isWhitespace).joined(separator: " ") }
    return ([file, result] + flat).joined(separator: "\t")
}

private func table(_ score: TimesScore, files: Int) -> String {
    func row(_ name: String, _ score: SpanScore) -> String {
        name.padding(toLength: 10, withPad: " ", startingAt: 0)
            + [score.precision, score.recall, score.f1].map { String(format: "%10.4f", $0) }.joined()
    }
    return """
        \(files) files, \(score.gold) gold expressions, \(score.found) found, \(score.relaxedMatches) match
                   precision    recall        F1
        \(row("strict", score.strict))
        \(row("relaxed", score.relaxed))
        \(row("value", score.value))
        \(row("type", score.type))
        """
}
