import Evaluation
import Foundation
import Ingest
import Lexicon

extension EvaluationTask {
    static let extraction = EvaluationTask(
        name: "extraction",
        summary: "article text of HTML pages against pages labelled by hand",
        arguments: "FOLDER [--predictions OUT.json] [--cross-validate N] [--train WEIGHTS.tsv] [--worst N]",
        run: { arguments in
            let options = try Options(
                arguments, valued: ["--predictions", "--data", "--cross-validate", "--train", "--worst"])
            guard options.operands.count == 1 else { throw UsageError("expected one folder of labelled pages") }
            let data = try DataFolder.locate(options["--data"])
            let model = try ArticleModel(contentsOf: data.file(articleModelFile))
            let gold = try ExtractionGold(folder: options.operands[0])
            let folds = try options.integer("--cross-validate", in: 2...gold.pages.count)

            var predictions: [String] = []
            var examples: [ArticleTrainer.Example] = []
            let needsExamples = folds != nil || options["--train"] != nil
            let clock = ContinuousClock()
            var time = Duration.zero
            for page in gold.pages {
                let start = clock.now
                let article = ArticlePage(try TextFile.bytes(of: page.file))
                let text = article.text(by: model)
                time += clock.now - start
                predictions.append(text)
                if needsExamples { examples.append(ArticleTrainer.Example(gold: page.articleBody, page: article)) }
            }
            if let folds {
                predictions = ArticleTrainer.crossValidate(examples, folds: folds, priors: model.priors)
            }
            if let path = options["--train"] {
                let trained = ArticleTrainer.train(examples, priors: model.priors)
                try trained.table(comment: weightsComment(pages: examples.count))
                    .write(toFile: path, atomically: true, encoding: .utf8)
            }
            if let path = options["--predictions"] { try write(predictions, of: gold, to: path) }
            report(predictions, gold, worst: try options.integer("--worst", in: 0...10_000) ?? 0)
            let seconds = Double(time.components.seconds) + Double(time.components.attoseconds) / 1e18
            print(String(format: "speed      %.0f pages/s on one core", Double(gold.pages.count) / max(seconds, 1e-9)))
            return .done
        })
}

/// Where the data folder keeps the weights that tell an article from its page.
let articleModelFile = "article/weights.tsv"

private func weightsComment(pages: Int) -> String {
    """
    Weights of the blocks' features, trained on \(pages) labelled pages, and the priors they were drawn to.
    Priors are set by hand. Made by: demarche evaluate extraction FOLDER --train THIS-FILE
    """
}

private func write(_ predictions: [String], of gold: ExtractionGold, to path: String) throws {
    let object = Dictionary(
        uniqueKeysWithValues: zip(gold.pages, predictions).map { ($0.id, ["articleBody": $1]) })
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
    try encoder.encode(object).write(to: URL(fileURLWithPath: path))
}

private func report(_ predictions: [String], _ gold: ExtractionGold, worst: Int) {
    var score = ExtractionScore()
    var pages: [(id: String, precision: Double, recall: Double)] = []
    for (page, text) in zip(gold.pages, predictions) {
        let (precision, recall) = score.add(gold: page.articleBody, predicted: text)
        pages.append((page.id, precision, recall))
    }
    for page in pages.sorted(by: { $0.precision + $0.recall < $1.precision + $1.recall }).prefix(worst) {
        print(String(format: "%@  precision %.3f  recall %.3f", page.id, page.precision, page.recall))
    }
    print("pages      \(gold.pages.count)")
    print(String(format: "F1         %.4f", score.f1))
    print(String(format: "precision  %.4f", score.precision))
    print(String(format: "recall     %.4f", score.recall))
}
