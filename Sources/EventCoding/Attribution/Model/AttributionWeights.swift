import Foundation

/// The weights of the attribution model, by feature hash.
///
/// 2^20 slots of 16 bits: the upper 20 bits of a feature's hash choose the slot, its lower 4 bits must equal the slot's
/// lower 4 bits, or the feature has no weight; the slot's upper 12 bits are the weight as a signed number in units of
/// `unit`. Of features that share a slot, training keeps the heaviest.
///
/// The file: `ATTRWT02`, the unit (IEEE 754, 32 bits), then the slots; all little endian.
package struct AttributionWeights: Sendable {
    static let slotBits: UInt64 = 20
    private static let magic = Array("ATTRWT02".utf8)

    private let slots: [UInt16]
    let unit: Float

    /// - Parameter weights: with the hashes of their features, of 24 bits.
    package init(weights: some Collection<(hash: UInt32, weight: Float)>) {
        var heaviest = [Float](repeating: 0, count: 1 << AttributionWeights.slotBits)
        var slots = [UInt16](repeating: 0, count: heaviest.count)
        let largest = weights.reduce(0) { max($0, abs($1.weight)) }
        let unit = max(largest, 1e-6) / 2047
        for (hash, weight) in weights where abs(weight) > heaviest[Int(hash >> 4)] {
            let steps = Int16((weight / unit).rounded())
            heaviest[Int(hash >> 4)] = abs(weight)
            slots[Int(hash >> 4)] = UInt16(bitPattern: steps << 4) | UInt16(hash & 15)
        }
        self.slots = slots
        self.unit = unit
    }

    /// - Throws: `AttributionWeightsError` for a file that cannot be read or is none of these.
    package init(contentsOf url: URL) throws(AttributionWeightsError) {
        let bytes: [UInt8]
        do { bytes = Array(try Data(contentsOf: url)) } catch {
            throw AttributionWeightsError(file: url.path, problem: "cannot be read: \(error.localizedDescription)")
        }
        try self.init(bytes, name: url.path)
    }

    /// - Parameter name: what errors call the bytes.
    init(_ bytes: [UInt8], name: String) throws(AttributionWeightsError) {
        let magic = AttributionWeights.magic
        let count = 1 << AttributionWeights.slotBits
        let size = magic.count + 4 + 2 * count
        guard bytes.starts(with: magic) else {
            throw AttributionWeightsError(
                file: name, problem: "does not begin with \(String(decoding: magic, as: UTF8.self))")
        }
        guard bytes.count == size else {
            throw AttributionWeightsError(file: name, problem: "has \(bytes.count) bytes where \(size) are expected")
        }
        unit = Float(bitPattern: (0..<4).reduce(0) { $0 | UInt32(bytes[magic.count + $1]) << UInt32(8 * $1) })
        let first = magic.count + 4
        slots = (0..<count).map { UInt16(bytes[first + 2 * $0]) | UInt16(bytes[first + 1 + 2 * $0]) << 8 }
    }

    /// The bytes of the file.
    package var serialized: [UInt8] {
        var bytes = AttributionWeights.magic
        for shift in stride(from: UInt32(0), to: 32, by: 8) {
            bytes.append(UInt8(truncatingIfNeeded: unit.bitPattern >> shift))
        }
        for slot in slots {
            bytes.append(UInt8(truncatingIfNeeded: slot))
            bytes.append(UInt8(truncatingIfNeeded: slot >> 8))
        }
        return bytes
    }

    /// The sum of the weights of the features.
    @inline(__always)
    package func score(_ features: FeatureList) -> Float { Float(features.sum(steps)) * unit }

    /// The weight of the feature with the given hash, in units.
    ///
    /// Without a branch: whether a slot is the feature's is a toss-up, and a branch guessed wrong would wait for the slot
    /// to come from memory, where a sum lets all its slots come at once.
    @inline(__always)
    func steps(of hash: UInt32) -> Int32 {
        let slot = slots[Int(hash >> 4)]
        let difference = Int32(truncatingIfNeeded: (UInt32(slot) ^ hash) & 15)
        // All ones where the lower bits are the same, else zero.
        let isSame = (difference &- 1) >> 31
        return Int32(Int16(bitPattern: slot) >> 4) & isSame
    }
}

/// A file of weights at fault: which, and what is wrong with it.
package struct AttributionWeightsError: Error, Equatable, CustomStringConvertible {
    package let file: String
    package let problem: String
    package var description: String {
        "\(file) \(problem): restore it from the repository, or make it anew with train-attribution"
    }
}
