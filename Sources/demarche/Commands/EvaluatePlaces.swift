import Analysis
import Evaluation
import Foundation
import Grounding
import Ingest
import Lexicon
import Tokens

extension EvaluationTask {
    static let places = EvaluationTask(
        name: "places",
        summary: "toponyms and their coordinates against LGL, GeoVirus or GeoWebNews XML",
        arguments: "FILE.xml… [--predictions OUT.jsonl]",
        run: { arguments in
            let options = try Options(arguments, valued: TextInputs.evaluationOptions.union(["--predictions"]))
            guard !options.operands.isEmpty else { throw UsageError("no file given") }
            let data = try DataFolder.locate(options["--data"])
            let reader = try docSource(options, data).makeReader()
            let resolver = try placeResolver(data)
            let countries = PlacesCountries(resolver.index, alpha3: try PlaceResolver.alpha3(data: data))
            var all = PlacesScore()
            var predictions = ""
            var code = ExitCode.done
            for path in options.operands {
                var score = PlacesScore()
                do {
                    let articles = try PlacesArticle.articles(in: path)
                    for article in articles where !article.text.isEmpty {
                        let doc = try reader.doc(of: article.text)
                        let found = resolver.places(in: doc, published: nil)
                        let lines = found.map { PlaceLine($0, in: doc, file: article.name) }
                        score.add(
                            lines.map { PlacesScore.Predicted(range: $0.range, place: $0.place) }, gold: article,
                            country: countries.country)
                        predictions += PlaceLine.jsonLines(lines)
                    }
                    let misplaced = articles.map(\.misplaced).reduce(0, +)
                    if misplaced > 0 { warn("\(path): \(misplaced) annotations left out: name and offsets disagree") }
                    print(table(score, name: URL(fileURLWithPath: path).lastPathComponent))
                    all = all + score
                } catch {
                    warn(error is InputError ? "\(error)" : "\(path): \(error)")
                    code = .someInputsFailed
                }
            }
            if options.operands.count > 1 { print(table(all, name: "all")) }
            if let path = options["--predictions"] { try Data(predictions.utf8).write(to: URL(fileURLWithPath: path)) }
            return code
        })

    private static func table(_ score: PlacesScore, name: String) -> String {
        func figure(_ value: Double) -> String { String(format: "%9.3f", value) }
        func row(_ matches: Int) -> String {
            figure(score.precision(matches)) + figure(score.recall(matches)) + figure(score.f1(matches))
        }
        return """
            \(name): \(score.gold) toponyms with coordinates, \(score.predicted) predicted
                         precision   recall       F1
            exact spans  \(row(score.exact))
            overlapping  \(row(score.overlapping))
            of the \(score.exact) matched:
              country right   \(figure(score.countryAccuracy)) of \(score.countries)
              within 161 km   \(figure(score.within161))
              median error    \(String(format: "%9.1f km", score.medianError))
              mean error      \(String(format: "%9.1f km", score.meanError))

            """
    }
}
