import Tokens

/// Labels numbered in the order of their declaration, for tables and bit sets.
protocol NumberedLabel: CaseIterable, RawRepresentable<String>, Sendable {}

extension PennTag: NumberedLabel {}
extension Dependency: NumberedLabel {}
extension PartOfSpeech: NumberedLabel {}

extension NumberedLabel {
    /// Position in `allCases`: the number Swift itself keeps for a case of an enumeration without payloads.
    @inline(__always)
    var number: Int { Int(unsafeBitCast(self, to: UInt8.self)) }
}

/// A set of labels of one scheme, of 64 at most.
struct LabelSet<Label: NumberedLabel>: Sendable, Equatable {
    private var bits: UInt64

    static var all: LabelSet { LabelSet(bits: ~0) }

    private init(bits: UInt64) { self.bits = bits }

    /// - Parameter names: published spellings; names outside the scheme are no token's label and are left out.
    init(_ names: [String]) {
        bits = names.compactMap(Label.init(rawValue:)).reduce(0) { $0 | 1 << UInt64($1.number) }
    }

    var inverted: LabelSet { LabelSet(bits: ~bits) }

    func contains(_ label: Label) -> Bool { bits >> UInt64(label.number) & 1 != 0 }

    mutating func formIntersection(_ other: LabelSet) { bits &= other.bits }
}
