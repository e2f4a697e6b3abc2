/// The morphological features of a token (Universal Dependencies FEATS).
package struct Morphology: Sendable, Hashable {
    /// Features sorted by name, `Number=Sing|Person=3`; empty when there are none.
    package let text: String

    package static let none = Morphology("")

    /// - Parameter features: FEATS in any order; `_` stands for none.
    init(_ features: String) {
        let pairs = features == "_" ? [] : features.split(separator: "|").map(Self.withSortedValues)
        text = pairs.sorted { $0.unicodeScalars.lexicographicallyPrecedes($1.unicodeScalars) }.joined(separator: "|")
    }

    /// The value of a feature, nil when the token does not have it.
    subscript(feature: String) -> String? {
        for pair in text.split(separator: "|") {
            let parts = pair.split(separator: "=", maxSplits: 1)
            if parts.count == 2, parts[0] == feature { return String(parts[1]) }
        }
        return nil
    }

    private static func withSortedValues(_ pair: Substring) -> String {
        guard let equals = pair.firstIndex(of: "=") else { return String(pair) }
        let values = pair[pair.index(after: equals)...].split(separator: ",").sorted().joined(separator: ",")
        return pair[...equals] + values
    }
}
