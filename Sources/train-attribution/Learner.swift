import EventCoding
import Foundation

/// Learns the weights of features by stochastic gradient descent with AdaGrad steps (Duchi et al. 2011). A share of the
/// features is left out at each step, so that none is relied on alone; the weights are averaged over the later steps.
struct Learner {
    private static let rate: Float = 0.25
    /// The share of features left out.
    private static let dropped: Float = 0.5

    private var weights = [Float](repeating: 0, count: 1 << FeatureList.bits)
    private var squares = [Float](repeating: 0, count: 1 << FeatureList.bits)
    private var sums: [Float] = []
    private var summed: Float = 0
    var random = SplitMix(state: 42)

    /// The average of the weights at each call of `accumulate`, less the share left out: they were learnt with fewer
    /// features than they will be used with. Features without weight are not among them.
    var average: [(hash: UInt32, weight: Float)] {
        let factor = (1 - Learner.dropped) / max(1, summed)
        return sums.enumerated().lazy.filter { $0.element != 0 }.map { (UInt32($0.offset), $0.element * factor) }
    }

    mutating func accumulate() {
        if sums.isEmpty { sums = [Float](repeating: 0, count: weights.count) }
        for index in weights.indices { sums[index] += weights[index] }
        summed += 1
    }

    /// One step of logistic regression.
    mutating func learn(_ features: FeatureList, isTrue: Bool) {
        let kept = thinned(features)
        let probability = 1 / (1 + expf(-score(kept)))
        step(kept, gradient: probability - (isTrue ? 1 : 0))
    }

    /// One step of the softmax over a question's candidates; none when the answer is not among them.
    mutating func learn(_ question: some Question, answer: Int) {
        guard let right = question.candidates.firstIndex(of: answer) else { return }
        var list = FeatureList(question.decision)
        var kept: [[UInt32]] = []
        var scores: [Float] = []
        for position in question.candidates.indices {
            question.features(at: position, into: &list)
            kept.append(thinned(list))
            scores.append(score(kept[position]))
        }
        let top = scores.max() ?? 0
        let total = scores.reduce(0) { $0 + expf($1 - top) }
        for position in scores.indices {
            let gradient = expf(scores[position] - top) / total - (position == right ? 1 : 0)
            if abs(gradient) > 1e-4 { step(kept[position], gradient: gradient) }
        }
    }

    private mutating func thinned(_ features: FeatureList) -> [UInt32] {
        features.hashes.filter { _ in random.uniform() >= Learner.dropped }
    }

    private func score(_ hashes: [UInt32]) -> Float {
        var sum: Float = 0
        for hash in hashes { sum += weights[Int(hash)] }
        return sum
    }

    private mutating func step(_ hashes: [UInt32], gradient: Float) {
        let square = gradient * gradient
        for hash in hashes {
            let index = Int(hash)
            squares[index] += square
            weights[index] -= Learner.rate * gradient / (squares[index].squareRoot() + 0.1)
        }
    }
}

/// A small random generator with a seed (Steele, Lea and Flood 2014), so that training gives the same weights each time.
struct SplitMix: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }

    /// 0 to 1, 1 excluded.
    mutating func uniform() -> Float { Float(next() >> 40) / Float(1 << 24) }
}
