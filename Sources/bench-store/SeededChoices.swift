/// Choices that are the same for the same seed (SplitMix64, Steele et al. 2014).
struct SeededChoices {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    private mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    /// From 0 to below 1.
    mutating func unit() -> Double { Double(next() >> 11) / 9_007_199_254_740_992 }

    mutating func happens(_ probability: Double) -> Bool { unit() < probability }

    mutating func below(_ bound: Int) -> Int { Int(unit() * Double(bound)) }

    mutating func one<Element>(of elements: [Element]) -> Element { elements[below(elements.count)] }
}

/// Elements that are chosen by weight.
struct Weighted<Element: Sendable>: Sendable {
    let elements: [Element]
    private let sums: [Double]

    init(_ elements: [(Element, weight: Double)]) {
        self.elements = elements.map(\.0)
        var sum = 0.0
        sums = elements.map { element in
            sum += element.weight
            return sum
        }
    }

    /// Weights that fall with the rank, as those of words and names do (Zipf).
    init(byRank elements: [Element]) {
        self.init(elements.enumerated().map { ($1, weight: 1 / Double($0 + 2)) })
    }

    func choose(_ choices: inout SeededChoices) -> Element {
        let at = choices.unit() * (sums.last ?? 0)
        var low = 0
        var high = sums.count - 1
        while low < high {
            let middle = (low + high) / 2
            if sums[middle] <= at { low = middle + 1 } else { high = middle }
        }
        return elements[low]
    }
}
