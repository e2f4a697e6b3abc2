import Foundation
import Tokens

/// A multinomial logistic regression over named features that says what the actor of a marked pair does to its recipient.
/// Immutable.
package struct RelationModel: Sendable {
    package struct Decision: Sendable {
        package let root: RelationRoot
        /// Probability of each root, in the order of `RelationRoot.allCases`.
        package let probabilities: [Double]
        /// The features that spoke most for the root against the second best, strongest first.
        package let reasons: [String]
    }

    /// Feature keys, ascending: the lower 32 bits of a name's `StringKey`.
    let keys: [UInt32]
    /// Row-major, `keys.count` × `RelationRoot.count`.
    let weights: [Float]
    let bias: [Float]

    package init(keys: [UInt32], weights: [Float], bias: [Float]) {
        self.keys = keys
        self.weights = weights
        self.bias = bias
    }

    /// The key of a feature's name.
    package static func key(_ name: String) -> UInt32 { UInt32(truncatingIfNeeded: StringKey(name).value) }

    /// - Parameter features: each name once.
    package func decide(_ features: [RelationFeature]) -> Decision {
        let count = RelationRoot.count
        var scores = bias.map(Double.init)
        var known: [(feature: RelationFeature, row: Int)] = []
        for feature in features {
            guard let row = row(of: RelationModel.key(feature.name)) else { continue }
            known.append((feature, row))
            for root in 0..<count { scores[root] += feature.value * Double(weights[row * count + root]) }
        }
        let order = scores.indices.sorted { (scores[$0], $1) > (scores[$1], $0) }
        let best = order[0]
        let top = scores[best]
        let exponentials = scores.map { exp($0 - top) }
        let sum = exponentials.reduce(0, +)
        let margins = known.map { feature, row in
            let difference = weights[row * count + best] - weights[row * count + order[1]]
            return (feature.name, feature.value * Double(difference))
        }
        return Decision(
            root: RelationRoot.allCases[best], probabilities: exponentials.map { $0 / sum },
            reasons: margins.sorted { ($0.1, $1.0) > ($1.1, $0.0) }.prefix(4).filter { $0.1 > 0 }.map(\.0))
    }

    private func row(of key: UInt32) -> Int? {
        var low = 0
        var high = keys.count
        while low < high {
            let middle = (low + high) / 2
            if keys[middle] < key { low = middle + 1 } else { high = middle }
        }
        return low < keys.count && keys[low] == key ? low : nil
    }
}
