/// Multinomial logistic regression with L2, fitted by AdaGrad over shuffled examples.
struct Learner {
    struct Example {
        let features: [Int]
        let label: Int
        let weight: Float
    }
    let classes: Int
    let rate: Float
    let decay: Float
    let epochs: Int

    /// Weights, `classes` a feature.
    func fit(_ examples: [Example], features: Int) -> [Float] {
        var weights = [Float](repeating: 0, count: features * classes)
        var squares = [Float](repeating: 1e-6, count: features * classes)
        var order = Array(examples.indices)
        var random: UInt64 = 42
        var scores = [Float](repeating: 0, count: classes)
        for _ in 0..<epochs {
            for index in stride(from: order.count - 1, to: 0, by: -1) {
                random = random &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                order.swapAt(index, Int(random >> 33) % (index + 1))
            }
            for index in order {
                let example = examples[index]
                for label in 0..<classes { scores[label] = 0 }
                for feature in example.features {
                    for label in 0..<classes { scores[label] += weights[feature * classes + label] }
                }
                softmax(&scores)
                for feature in example.features {
                    for label in 0..<classes {
                        let place = feature * classes + label
                        let error = (scores[label] - (label == example.label ? 1 : 0)) * example.weight
                        let gradient = error + decay * weights[place]
                        squares[place] += gradient * gradient
                        weights[place] -= rate * gradient / squares[place].squareRoot()
                    }
                }
            }
        }
        return weights
    }

    func classify(_ features: [Int], _ weights: [Float]) -> Int {
        var scores = [Float](repeating: 0, count: classes)
        for feature in features {
            for label in 0..<classes { scores[label] += weights[feature * classes + label] }
        }
        return scores.indices.max { scores[$0] < scores[$1] } ?? 0
    }

    private func softmax(_ scores: inout [Float]) {
        let greatest = scores.max() ?? 0
        var sum: Float = 0
        for index in scores.indices {
            scores[index] = exponential(scores[index] - greatest)
            sum += scores[index]
        }
        for index in scores.indices { scores[index] /= sum }
    }
}
