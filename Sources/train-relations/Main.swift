import Analysis
import EventCoding
import Evaluation
import Foundation
import Language

func exponential(_ value: Float) -> Float { exp(value) }

/// Trains the relation model.
///
/// usage: train-relations MODEL GOLD.tsv OWN.tsv OUT [FOLDS]
///
/// GOLD.tsv has the columns of `demarche evaluate relations`; OWN.tsv has a label and a marked sentence a line, made from
/// `data/relations/patterns` by `scripts/expand-relations.py`. With FOLDS, cross-validated figures are printed first: the
/// own text is always trained on, the gold folds are held out by sentence. Writes the weights to OUT.
@main
enum TrainRelations {
    static func main() {
        do { try run(Array(CommandLine.arguments.dropFirst())) } catch {
            FileHandle.standardError.write(Data("train-relations: \(error)\n".utf8))
            exit(2)
        }
    }

    private struct Usage: Error, CustomStringConvertible {
        let description = "usage: train-relations MODEL GOLD.tsv OWN.tsv OUT [FOLDS]"
    }

    private static func run(_ arguments: [String]) throws {
        guard arguments.count >= 4 else { throw Usage() }
        let reader = try LanguageModel(folder: URL(fileURLWithPath: arguments[0])).makeLanguageReader()
        let gold = try RelationsGold.read(URL(fileURLWithPath: arguments[1])).filter { $0.root != nil }
        let own = try ownText(arguments[2])
        var numbers: [UInt64: Int] = [:]
        func example(_ item: RelationsGold, _ weight: Float) throws -> Learner.Example {
            let doc = try reader.parseParagraphs(item.text)
            let keys = RelationModel.keys(MarkedPair(doc: doc, actor: item.actor, recipient: item.recipient))
            let features = keys.map { key in
                let number = numbers[key] ?? numbers.count
                numbers[key] = number
                return number
            }
            let label = RelationRoot.allCases.firstIndex { $0 == item.root } ?? 0
            return Learner.Example(features: features, label: label, weight: weight)
        }
        let goldExamples = try gold.map { try example($0, 1) }
        let ownExamples = try own.map { try example($0, 0.3) }
        print("\(gold.count) gold and \(own.count) own sentences, \(numbers.count) features")
        let learner = Learner(classes: RelationRoot.allCases.count, rate: 0.1, decay: 1e-5, epochs: 12)
        if arguments.count > 4, let folds = Int(arguments[4]), folds > 1 {
            var score = RelationsScore()
            for fold in 0..<folds {
                let training = goldExamples.enumerated().filter { $0.offset % folds != fold }.map(\.element)
                let weights = learner.fit(training + ownExamples, features: numbers.count)
                for (index, item) in goldExamples.enumerated() where index % folds == fold {
                    score.add(
                        gold: RelationRoot.allCases[item.label],
                        predicted: RelationRoot.allCases[learner.classify(item.features, weights)])
                }
            }
            print("\(folds)-fold cross-validation by sentence\n\(score.table())")
        }
        let weights = learner.fit(goldExamples + ownExamples, features: numbers.count)
        var byKey: [UInt64: [Float]] = [:]
        for (key, number) in numbers {
            byKey[key] = Array(weights[number * learner.classes..<(number + 1) * learner.classes])
        }
        let bytes = RelationModel.encode(byKey)
        try Data(bytes).write(to: URL(fileURLWithPath: arguments[3]))
        print("\(arguments[3]): \(bytes.count) bytes")
    }

    private static func ownText(_ path: String) throws -> [RelationsGold] {
        try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n").enumerated().compactMap {
            number, line in
            let fields = line.split(separator: "\t")
            guard fields.count >= 2, let root = RelationRoot(rawValue: String(fields[0])) else { return nil }
            return RelationsGold(id: "\(number)", marked: String(fields[fields.count > 2 ? 2 : 1]), root: root)
        }
    }
}
