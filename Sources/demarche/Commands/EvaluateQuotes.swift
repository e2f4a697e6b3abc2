import Analysis
import Evaluation
import EventCoding
import Foundation
import Grounding
import Lexicon

extension EvaluationTask {
    static let quotes = EvaluationTask(
        name: "quotes",
        summary: "attributions against a PolNeAR folder (text, attributions): exact and overlapping spans",
        arguments: "FOLDER [--predictions OUT.jsonl]",
        run: { arguments in
            let options = try Options(arguments, valued: TextInputs.evaluationOptions.union(["--predictions"]))
            guard options.operands.count == 1 else { throw UsageError("expected one folder") }
            let data = try DataFolder.locate(options["--data"])
            let articles = try AnnotatedArticle.articles(in: URL(fileURLWithPath: options.operands[0]))
            let reader = try docSource(options, data).makeReader()
            let grounder = try Grounder(data: data)
            let finder = try StatementFinder(data: data)
            var scores = AttributionScores()
            var predictions: [StatementRecord] = []
            var failed = false
            for article in articles {
                do {
                    let doc = try reader.doc(of: article.text)
                    let mentions = grounder.mentions(in: doc, published: nil)
                    let statements = finder.statements(in: doc, mentions: mentions)
                    let records = StatementRecord.records(
                        of: statements, in: doc, mentions: mentions, file: article.file)
                    scores.add(predicted: records.compactMap(\.attribution), gold: article.attributions)
                    predictions += records.filter { $0.attribution != nil }
                } catch {
                    warn("\(article.file): \(error)")
                    failed = true
                }
            }
            if let path = options["--predictions"] { try write(predictions, to: path) }
            print("\(articles.count) annotated articles\n\(scores.table)")
            return failed ? .someInputsFailed : .done
        })
}

/// One line a statement, as `demarche quotes --format jsonl` writes it.
private func write(_ records: [StatementRecord], to path: String) throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    var lines = Data()
    for record in records { lines += try encoder.encode(record) + Data("\n".utf8) }
    try lines.write(to: URL(fileURLWithPath: path))
}
