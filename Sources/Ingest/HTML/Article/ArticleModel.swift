import Foundation

/// A linear model that tells, from a block's features, how likely the block belongs to the article.
///
/// Its weights were trained on labelled pages; each is held near a weight set by hand beforehand (the prior), so that
/// what is rare in the training pages but sure ("Read more: …" is no part of an article) stays sure.
package struct ArticleModel: Sendable {
    /// A block is taken at this probability.
    package static let threshold: Float = 0.5

    /// In the order of `BlockFeatures.names`, the constant last.
    package let weights: [Float]
    package let priors: [Float]

    package init(weights: [Float], priors: [Float]) {
        self.weights = weights
        self.priors = priors
    }

    /// Reads a table of `feature`, `prior` and `weight`, tab-separated, with `#` comments.
    ///
    /// - Throws: `InputError` for a file that cannot be read or does not have exactly the features of this program.
    package init(contentsOf url: URL) throws(InputError) {
        let file = try TextFile.read(url.path)
        var rows: [String: (prior: Float, weight: Float)] = [:]
        for line in file.text.split(separator: "\n") where !line.hasPrefix("#") && !line.hasPrefix("feature\t") {
            let fields = line.split(separator: "\t")
            guard fields.count == 3, let prior = Float(fields[1]), let weight = Float(fields[2]) else {
                throw InputError(file: url.path, problem: "'\(line)' is not feature, prior and weight")
            }
            rows[String(fields[0])] = (prior, weight)
        }
        var weights: [Float] = []
        var priors: [Float] = []
        for name in BlockFeatures.names + [ArticleModel.constant] {
            guard let row = rows[name] else {
                throw InputError(file: url.path, problem: "no weight for '\(name)': train the model again")
            }
            weights.append(row.weight)
            priors.append(row.prior)
        }
        guard rows.count == weights.count else {
            throw InputError(
                file: url.path, problem: "has weights for features this program lacks: train the model again")
        }
        self.init(weights: weights, priors: priors)
    }

    static let constant = "constant"

    /// The table `init(contentsOf:)` reads.
    package func table(comment: String) -> String {
        let rows = zip(BlockFeatures.names + [ArticleModel.constant], zip(priors, weights)).map { name, values in
            "\(name)\t\(values.0)\t\(String(format: "%.4f", values.1))"
        }
        return comment.split(separator: "\n").map { "# \($0)\n" }.joined() + "feature\tprior\tweight\n"
            + rows.joined(separator: "\n") + "\n"
    }

    /// The probability of each block.
    package func probabilities(_ features: BlockFeatures) -> [Float] {
        (0..<features.count).map { block in
            let sum = features[block].reduce(weights[weights.count - 1]) { $0 + weights[Int($1)] }
            return 1 / (1 + exp(-sum))
        }
    }
}
