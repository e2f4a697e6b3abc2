import Analysis
import EventCoding
import Evaluation
import Foundation
import Grounding
import Language
import Lexicon
import Testing

private let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()
private let model = root.appendingPathComponent("data/models/en_core_web_sm-3.8.0")
private let isModelThere = FileManager.default.fileExists(atPath: model.appendingPathComponent("config.cfg").path)

/// The project's own articles with all their statements marked, read with the language model where it is installed.
@Suite struct QuotesFixturesTests {
    /// The floors are a little under what `demarche evaluate quotes Tests/Fixtures/Quotes` prints.
    @Test(.enabled(if: isModelThere)) func statementsAreFoundAsAReaderMarksThem() throws {
        let data = DataFolder(url: root.appendingPathComponent("data"))
        let reader = try LanguageModel(folder: model).makeReader()
        let finder = try StatementFinder(data: data)
        var scores = AttributionScores()
        let articles = try AnnotatedArticle.articles(in: root.appendingPathComponent("Tests/Fixtures/Quotes"))
        #expect(articles.count == 12)
        for article in articles {
            let doc = try reader.doc(of: article.text)
            let mentions = Mentions()
            let records = StatementRecord.records(
                of: finder.statements(in: doc, mentions: mentions), in: doc, mentions: mentions, file: article.file)
            scores.add(predicted: records.compactMap(\.attribution), gold: article.attributions)
        }
        #expect(try #require(scores.exact[.source]).f1 > 0.85)
        #expect(try #require(scores.exact[.cue]).f1 > 0.8)
        #expect(try #require(scores.exact[.content]).f1 > 0.8)
        #expect(scores.complete.f1 > 0.75)
    }
}
