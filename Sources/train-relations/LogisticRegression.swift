import EventCoding
import Foundation

/// Training of a multinomial logistic regression with L2 regularisation by L-BFGS (Nocedal 1980).
struct LogisticRegression {
    struct Example {
        /// Values of the example's features by their keys.
        let features: [UInt32: Double]
        let root: Int
        let weight: Double
    }

    /// Strength of the prior: the variance of a weight.
    var variance = 30.0
    var iterations = 60
    /// Pairs of steps and gradients kept.
    var memory = 6

    func train(_ examples: [Example]) -> RelationModel {
        let keys = Array(Set(examples.flatMap(\.features.keys))).sorted()
        var objective = Objective(examples, keys: keys, variance: variance)
        let weights = minimize(&objective)
        let bias = keys.count * RelationRoot.count
        return RelationModel(
            keys: keys, weights: weights[..<bias].map(Float.init), bias: weights[bias...].map(Float.init))
    }

    private func minimize(_ objective: inout Objective) -> [Double] {
        var point = [Double](repeating: 0, count: objective.size)
        var (value, gradient) = objective.evaluate(point)
        var steps: [[Double]] = []
        var changes: [[Double]] = []
        for _ in 0..<iterations {
            var direction = twoLoop(gradient, steps, changes)
            var slope = dot(direction, gradient)
            if slope >= 0 {
                direction = gradient.map { -$0 }
                slope = -dot(gradient, gradient)
                steps = []
                changes = []
            }
            guard slope < -1e-9 else { break }
            // Backtracking until the value falls enough (Armijo).
            var length = steps.isEmpty ? min(1, 1 / (-slope).squareRoot()) : 1
            var next = (point: point, value: value, gradient: gradient)
            for _ in 0..<20 {
                next.point = zip(point, direction).map { $0 + length * $1 }
                (next.value, next.gradient) = objective.evaluate(next.point)
                if next.value <= value + 1e-4 * length * slope { break }
                length /= 2
            }
            guard next.value < value else { break }
            let step = zip(next.point, point).map { $0 - $1 }
            let change = zip(next.gradient, gradient).map { $0 - $1 }
            if dot(step, change) > 1e-10 {
                steps.append(step)
                changes.append(change)
                if steps.count > memory {
                    steps.removeFirst()
                    changes.removeFirst()
                }
            }
            (point, value, gradient) = next
        }
        return point
    }

    /// The quasi-Newton direction from what the last steps told about curvature.
    private func twoLoop(_ gradient: [Double], _ steps: [[Double]], _ changes: [[Double]]) -> [Double] {
        var direction = gradient.map { -$0 }
        var factors = [Double](repeating: 0, count: steps.count)
        for index in steps.indices.reversed() {
            factors[index] = dot(steps[index], direction) / dot(steps[index], changes[index])
            add(-factors[index], changes[index], to: &direction)
        }
        if let step = steps.last, let change = changes.last {
            let scale = dot(step, change) / dot(change, change)
            for index in direction.indices { direction[index] *= scale }
        }
        for index in steps.indices {
            let factor = dot(changes[index], direction) / dot(steps[index], changes[index])
            add(factors[index] - factor, steps[index], to: &direction)
        }
        return direction
    }

    private func dot(_ first: [Double], _ second: [Double]) -> Double {
        var sum = 0.0
        for index in first.indices { sum += first[index] * second[index] }
        return sum
    }

    private func add(_ factor: Double, _ vector: [Double], to target: inout [Double]) {
        for index in target.indices { target[index] += factor * vector[index] }
    }
}

/// Negative log-likelihood with its penalty, over examples in compressed rows.
private struct Objective {
    let size: Int
    private let roots = RelationRoot.count
    private let rows: [Int]
    private let columns: [Int32]
    private let values: [Double]
    private let gold: [Int]
    private let importance: [Double]
    private let penalty: Double

    init(_ examples: [LogisticRegression.Example], keys: [UInt32], variance: Double) {
        var positions: [UInt32: Int32] = [:]
        positions.reserveCapacity(keys.count)
        for (index, key) in keys.enumerated() { positions[key] = Int32(index) }
        var rows = [0]
        var columns: [Int32] = []
        var values: [Double] = []
        for example in examples {
            for (key, value) in example.features.sorted(by: { $0.key < $1.key }) {
                guard let position = positions[key] else { continue }
                columns.append(position)
                values.append(value)
            }
            rows.append(columns.count)
        }
        self.rows = rows
        self.columns = columns
        self.values = values
        gold = examples.map(\.root)
        importance = examples.map(\.weight)
        penalty = 1 / variance
        size = (keys.count + 1) * roots
    }

    func evaluate(_ point: [Double]) -> (value: Double, gradient: [Double]) {
        var gradient = [Double](repeating: 0, count: size)
        var value = 0.0
        let bias = size - roots
        var scores = [Double](repeating: 0, count: roots)
        point.withUnsafeBufferPointer { point in
            gradient.withUnsafeMutableBufferPointer { gradient in
                for row in gold.indices {
                    for root in 0..<roots { scores[root] = 0 }
                    for entry in rows[row]..<rows[row + 1] {
                        let start = Int(columns[entry]) * roots
                        let value = values[entry]
                        for root in 0..<roots { scores[root] += value * point[start + root] }
                    }
                    var top = -Double.infinity
                    for root in 0..<roots {
                        scores[root] += point[bias + root]
                        top = max(top, scores[root])
                    }
                    let goldScore = scores[gold[row]]
                    var sum = 0.0
                    for root in 0..<roots {
                        scores[root] = exp(scores[root] - top)
                        sum += scores[root]
                    }
                    value += importance[row] * (top + log(sum) - goldScore)
                    for root in 0..<roots {
                        let error = scores[root] / sum - (root == gold[row] ? 1 : 0)
                        scores[root] = importance[row] * error
                        gradient[bias + root] += scores[root]
                    }
                    for entry in rows[row]..<rows[row + 1] {
                        let start = Int(columns[entry]) * roots
                        let value = values[entry]
                        for root in 0..<roots { gradient[start + root] += value * scores[root] }
                    }
                }
                // The bias is hardly held back.
                for index in 0..<size {
                    let strength = index < bias ? penalty : penalty / 100
                    value += strength * point[index] * point[index] / 2
                    gradient[index] += strength * point[index]
                }
            }
        }
        return (value, gradient)
    }
}
