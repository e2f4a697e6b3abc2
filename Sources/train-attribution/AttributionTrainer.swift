import Analysis
import EventCoding
import Evaluation
import Foundation
import Lexicon
import Tokens

/// Trains and tests the attribution model on annotated articles.
struct AttributionTrainer {
    private let epochs = 6
    /// The first epoch whose weights enter the average.
    private let averagedFrom = 3

    private let lexicon: AttributionLexicon
    private let reader: any DocReader

    init(data: DataFolder, model: any DocSource) throws {
        lexicon = try AttributionLexicon(data: data)
        reader = model.makeReader()
    }

    /// The articles of a folder, read by the engine.
    func articles(in folder: URL) throws -> [TrainingArticle] {
        try AnnotatedArticle.articles(in: folder).map {
            TrainingArticle($0, doc: try reader.doc(of: $0.text), lexicon: lexicon)
        }
    }

    /// A text that several people annotated is learnt once.
    func train(_ articles: [TrainingArticle]) -> AttributionWeights {
        var seen: Set<String> = []
        let articles = articles.filter { seen.insert($0.gold.file).inserted }
        var learner = Learner()
        var order = Array(articles.indices)
        for epoch in 1...epochs {
            order.shuffle(using: &learner.random)
            for (step, index) in order.enumerated() {
                articles[index].learn(&learner)
                if epoch >= averagedFrom, step % 40 == 0 { learner.accumulate() }
            }
        }
        return AttributionWeights(weights: learner.average)
    }

    func test(_ articles: [TrainingArticle], trainedOn gold: [TrainingArticle]) -> AttributionScores {
        var scores = AttributionScores()
        add(articles, to: &scores, weights: train(gold))
        return scores
    }

    /// All annotations of one text are in one part.
    func crossValidate(_ articles: [TrainingArticle], folds: Int) -> AttributionScores {
        let parts = articles.map { Int(StringKey($0.gold.file).value % UInt64(folds)) }
        var scores = AttributionScores()
        for part in 0..<folds {
            let weights = train(zip(articles, parts).filter { $0.1 != part }.map(\.0))
            add(zip(articles, parts).filter { $0.1 == part }.map(\.0), to: &scores, weights: weights)
        }
        return scores
    }

    private func add(_ articles: [TrainingArticle], to scores: inout AttributionScores, weights: AttributionWeights) {
        let model = AttributionModel(weights: weights)
        for article in articles {
            let found = model.attributions(in: article.text).outermost.map { $0.spans(in: article.text.doc) }
            scores.add(predicted: found, gold: article.gold.attributions)
        }
    }
}

extension [Attribution] {
    /// Those that stand in no other's content: PolNeAR marks no others.
    var outermost: [Attribution] {
        filter { inner in !contains { $0.holds(inner) && !inner.holds($0) } }
    }
}

extension Attribution {
    /// The spans that are scored.
    func spans(in doc: Doc) -> AttributionSpans {
        func range(_ tokens: ClosedRange<Int>) -> Range<Int> {
            doc.codePointRange(of: tokens.lowerBound..<tokens.upperBound + 1)
        }
        return AttributionSpans(
            source: by.source.map { [range($0)] }, cue: [range(by.cue)],
            content: [before, after].compactMap { $0.map(range) })
    }
}
