import Analysis
import EventCoding
import Evaluation
import Lexicon
import Tokens

/// Trains and tests the relation model on gold pairs and the project's own sentences.
struct RelationTrainer {
    /// How much one of the project's own sentences counts beside a gold one.
    private static func weight(_ kind: SentenceGenerator.Kind) -> Double { kind == .pattern ? 0.2 : 0.05 }
    /// Sentences of one pattern at most.
    private let ownLimit = 15
    /// Features that the model's file keeps: those with the largest weights.
    private let kept = 90_000

    private let features: RelationFeatures
    private let reader: any DocReader
    private let own: [LogisticRegression.Example]

    init(data: DataFolder, model: any DocSource) throws {
        features = try RelationFeatures(data: data)
        reader = model.makeReader()
        let sentences = try SentenceGenerator(data: data).sentences(limit: ownLimit)
        let (features, reader) = (features, reader)
        own = try sentences.map { sentence in
            let weight = RelationTrainer.weight(sentence.kind)
            return try RelationTrainer.example(sentence.marked, sentence.root, weight: weight, features, reader)
        }
    }

    func train(_ gold: [RelationsGold]) throws -> RelationModel {
        LogisticRegression().train(try examples(gold) + own).keeping(kept)
    }

    func test(_ pairs: [RelationsGold], trainedOn gold: [RelationsGold]) throws -> RelationsScore {
        var score = RelationsScore()
        try add(pairs, to: &score, model: try train(gold))
        return score
    }

    /// Pairs of one sentence are in one part.
    func crossValidate(_ gold: [RelationsGold], folds: Int) throws -> RelationsScore {
        let parts = gold.map { Int(StringKey($0.marked.text).value % UInt64(folds)) }
        var score = RelationsScore()
        for part in 0..<folds {
            let model = try train(zip(gold, parts).filter { $0.1 != part }.map(\.0))
            try add(zip(gold, parts).filter { $0.1 == part }.map(\.0), to: &score, model: model)
        }
        return score
    }

    private func add(_ pairs: [RelationsGold], to score: inout RelationsScore, model: RelationModel) throws {
        let coder = RelationCoder(features: features, model: model)
        for pair in pairs {
            let decision = coder.relation(pair.marked, in: try reader.doc(of: pair.marked.text))
            if let gold = pair.root { score.add(predicted: decision.root, gold: gold) }
        }
    }

    private func examples(_ gold: [RelationsGold]) throws -> [LogisticRegression.Example] {
        try gold.compactMap { pair in
            try pair.root.map { try RelationTrainer.example(pair.marked, $0, weight: 1, features, reader) }
        }
    }

    private static func example(
        _ marked: MarkedSentence, _ root: RelationRoot, weight: Double, _ features: RelationFeatures,
        _ reader: any DocReader
    ) throws -> LogisticRegression.Example {
        let pair = MarkedPair(marked, in: try reader.doc(of: marked.text))
        let values = features.features(of: pair).map { (RelationModel.key($0.name), $0.value) }
        return LogisticRegression.Example(
            features: Dictionary(values, uniquingKeysWith: +), root: root.index, weight: weight)
    }
}
