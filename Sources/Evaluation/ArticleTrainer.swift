import Foundation
import Ingest

/// Trains the model that tells the blocks of an article from the rest of its page.
///
/// Logistic regression: every page counts alike, a block by its share of the page's gold text; each weight is drawn to
/// its prior. Newton's method, so that training takes seconds and always gives the same weights.
package struct ArticleTrainer: Sendable {
    /// One labelled page.
    package struct Example: Sendable {
        package let gold: String
        package let texts: [String]
        package let lengths: [Int]
        package let features: BlockFeatures
        fileprivate let labels: [Bool]
        fileprivate let weights: [Double]

        package init(gold: String, page: ArticlePage) {
            self.gold = gold
            texts = (0..<page.blockCount).map(page.text(ofBlock:))
            lengths = page.blockLengths
            features = page.features
            (labels, weights) = ArticleTrainer.label(texts, gold: gold)
        }
    }

    /// How strongly weights are drawn to their priors.
    private static let pull = 0.02
    /// The constant is hardly drawn at all.
    private static let pullOfConstant = 1e-6
    private static let mostSteps = 40
    private static let longestStep = 2.0

    package static func train(_ examples: [Example], priors: [Float]) -> ArticleModel {
        let size = priors.count
        let center = priors.map(Double.init)
        var weights = center
        let share = 1 / Double(max(1, examples.count))
        for _ in 0..<mostSteps {
            var gradient = [Double](repeating: 0, count: size)
            var curvature = [Double](repeating: 0, count: size * size)
            for example in examples {
                accumulate(example, share: share, weights: weights, into: &gradient, &curvature)
            }
            for index in 0..<size {
                let pull = index == size - 1 ? pullOfConstant : ArticleTrainer.pull
                gradient[index] += pull * (weights[index] - center[index])
                curvature[index * size + index] += pull + 1e-10
            }
            let step = solve(curvature, gradient)
            let longest = step.map(abs).max() ?? 0
            let scale = longest > longestStep ? longestStep / longest : 1
            for index in 0..<size { weights[index] -= scale * step[index] }
            if longest < 1e-3 { break }
        }
        return ArticleModel(weights: weights.map(Float.init), priors: priors)
    }

    /// Predicts each page by a model trained on the pages of the other folds.
    /// - Returns: the predicted texts, in the order of the examples.
    package static func crossValidate(_ examples: [Example], folds: Int, priors: [Float]) -> [String] {
        var texts = [String](repeating: "", count: examples.count)
        for fold in 0..<folds {
            let model = train(examples.indices.filter { $0 % folds != fold }.map { examples[$0] }, priors: priors)
            for index in examples.indices where index % folds == fold {
                let example = examples[index]
                let chosen = ArticlePage.selection(model.probabilities(example.features), lengths: example.lengths)
                texts[index] = chosen.map { example.texts[$0] }.joined(separator: "\n\n")
            }
        }
        return texts
    }

    private static func accumulate(
        _ example: Example, share: Double, weights: [Double], into gradient: inout [Double],
        _ curvature: inout [Double]
    ) {
        let size = weights.count
        for block in 0..<example.features.count {
            // The constant always holds.
            let active = example.features[block].map(Int.init) + [size - 1]
            let sum = active.reduce(0) { $0 + weights[$1] }
            let probability = 1 / (1 + exp(-min(30, max(-30, sum))))
            let weight = example.weights[block] * share
            let error = weight * (probability - (example.labels[block] ? 1 : 0))
            let bend = weight * max(1e-5, probability * (1 - probability))
            for index in active {
                gradient[index] += error
                for other in active { curvature[index * size + other] += bend }
            }
        }
    }

    /// Solves a symmetric, positive definite system by Cholesky's method.
    private static func solve(_ matrix: [Double], _ right: [Double]) -> [Double] {
        let size = right.count
        var lower = matrix
        for column in 0..<size {
            for row in column..<size {
                var sum = matrix[row * size + column]
                for index in 0..<column { sum -= lower[row * size + index] * lower[column * size + index] }
                lower[row * size + column] =
                    row == column ? sum.squareRoot() : sum / lower[column * size + column]
            }
        }
        var solution = right
        for row in 0..<size {
            for index in 0..<row { solution[row] -= lower[row * size + index] * solution[index] }
            solution[row] /= lower[row * size + row]
        }
        for row in (0..<size).reversed() {
            for index in (row + 1)..<size { solution[row] -= lower[index * size + row] * solution[index] }
            solution[row] /= lower[row * size + row]
        }
        return solution
    }

    /// A block belongs to the article when at least half of its runs of four words are in the gold text; one of fewer
    /// words when it is a line of it.
    private static func label(_ texts: [String], gold: String) -> (labels: [Bool], weights: [Double]) {
        let goldRuns = ExtractionScore.runs(of: gold)
        let goldLines = Set(gold.split(separator: "\n").map { ExtractionScore.words(of: String($0)) })
        let goldSize = Double(max(20, ExtractionScore.words(of: gold).count))
        var labels: [Bool] = []
        var weights: [Double] = []
        for text in texts {
            let words = ExtractionScore.words(of: text)
            weights.append(Double(min(words.count, 400)) / goldSize + 0.0005)
            if words.count < 4 {
                labels.append(!words.isEmpty && goldLines.contains(words))
            } else {
                let runs = ExtractionScore.runs(of: words)
                labels.append(runs.count { goldRuns[$0] != nil } * 2 >= runs.count)
            }
        }
        return (labels, weights)
    }
}
