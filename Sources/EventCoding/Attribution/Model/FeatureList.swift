/// The decisions of the attribution model. Each has weights of its own: its number enters every feature's hash.
package enum AttributionDecision: UInt64, Sendable, CaseIterable {
    case cueHead = 1, cueStart, cueEnd
    case sourceHead, sourceStart, sourceEnd
    case contentBefore, contentAfter, contentStart, contentEnd
    /// As `cueHead`, within what somebody is found to say.
    case innerCueHead
}

/// The features of one candidate, as hashes of 24 bits (the hashing trick: Weinberger et al. 2009). A feature is a
/// template's number with up to three properties of the text.
package struct FeatureList {
    package static let bits: UInt64 = 24
    /// More than nearly every candidate has.
    private static let usual = 96

    /// The first `usual` hashes; in place, since an array would be checked for other owners at each addition.
    private var first = InlineArray<96, UInt32>(repeating: 0)
    /// The others.
    private var rest: [UInt32] = []
    package private(set) var count = 0
    private let seed: UInt64

    package init(_ decision: AttributionDecision) { seed = decision.rawValue &* 0x9E37_79B9_7F4A_7C15 }

    package mutating func clear() {
        count = 0
        if !rest.isEmpty { rest.removeAll(keepingCapacity: true) }
    }

    /// In the order of their addition.
    package var hashes: [UInt32] { (0..<min(count, FeatureList.usual)).map { first[$0] } + rest }

    /// The sum of `value` over the hashes.
    @inline(__always)
    func sum(_ value: (UInt32) -> Int32) -> Int32 {
        var sum: Int32 = 0
        // Through a span: reading an inline array by subscript copies it.
        let known = first.span
        for index in 0..<min(count, FeatureList.usual) { sum &+= value(known[index]) }
        for hash in rest { sum &+= value(hash) }
        return sum
    }

    @inline(__always)
    package mutating func add(_ template: UInt64, _ a: UInt64 = 0, _ b: UInt64 = 0, _ c: UInt64 = 0) {
        var hash = (seed &+ template &* 0xD6E8_FEB8_6659_FD93) ^ a
        hash = (hash ^ (hash >> 32)) &* 0xFF51_AFD7_ED55_8CCD
        hash = (hash ^ b ^ (hash >> 29)) &* 0xC4CE_B9FE_1A85_EC53
        hash = (hash ^ c ^ (hash >> 32)) &* 0x9FB2_1C65_1E98_DF25
        let bits = UInt32(truncatingIfNeeded: hash >> (64 - FeatureList.bits))
        if count < FeatureList.usual { first[count] = bits } else { rest.append(bits) }
        count += 1
    }
}
