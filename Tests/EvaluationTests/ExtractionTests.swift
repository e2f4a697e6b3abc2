import Foundation
import Ingest
import Testing

@testable import Evaluation

@Suite struct ExtractionScoreTests {
    private func score(_ gold: String, _ predicted: String) -> (precision: Double, recall: Double) {
        var score = ExtractionScore()
        return score.add(gold: gold, predicted: predicted)
    }

    @Test func countsRunsOfFourWordsAsOftenAsTheyOccur() {
        // Gold: abcd bcde cdef; predicted: abcd bcde, then dex(y) and more.
        let result = score("a b c d e f", "a b c d e x")
        #expect(result.precision == 2.0 / 3)
        #expect(result.recall == 2.0 / 3)
        #expect(score("a b c d", "a b c d a b c d").precision == 1.0 / 5)
    }

    @Test func leavesPunctuationOutButNotCase() {
        #expect(score("“One, two – three: four.”", "One two three four").precision == 1)
        #expect(score("one two three four", "One two three four").precision == 0)
    }

    @Test func shortTextsAreOneRun() {
        #expect(score("one two", "one two").recall == 1)
        #expect(score("one two", "one two three").recall == 0)
    }

    @Test func aPageWithoutPredictionCountsForRecallAlone() {
        var total = ExtractionScore()
        total.add(gold: "a b c d", predicted: "a b c d")
        total.add(gold: "a b c d", predicted: "")
        #expect(total.precision == 1)
        #expect(total.recall == 0.5)
        #expect(abs(total.f1 - 2.0 / 3) < 1e-9)
    }
}

@Suite struct ArticleTrainerTests {
    private func example(_ article: String, _ menu: String) -> ArticleTrainer.Example {
        let html = "<ul>" + "<li><a href='/'>\(menu)</a></li>" + "</ul><div><p>\(article)</p></div>"
        return ArticleTrainer.Example(gold: article, page: ArticlePage(Array(html.utf8)))
    }

    @Test func learnsWhatSeparatesTextFromMenus() {
        let examples = (0..<6).map { number in
            example(
                "Report \(number) says that the delegations met on Monday for several hours and agreed to talk again.",
                "Section \(number) of the menu")
        }
        let priors = [Float](repeating: 0, count: BlockFeatures.names.count + 1)
        let model = ArticleTrainer.train(examples, priors: priors)
        let probabilities = model.probabilities(examples[0].features)
        #expect(probabilities.count == 2)
        #expect(probabilities[0] < 0.5)
        #expect(probabilities[1] > 0.5)
    }
}
