import Foundation

// The model's file, little endian:
//     "DREL" 0x01            magic, version
//     UInt32                 number of features n
//     Float32 × 15           bias
//     UInt32 × n             keys, ascending
//     Float32 × n            scale of each feature's row
//     Int8 × 15 × n          weights in units of their row's scale / 127
extension RelationModel {
    private static let magic = Array("DREL\u{1}".utf8)

    /// - Throws: `RelationModelError` for a file that cannot be read or is none of this version.
    package init(contentsOf url: URL) throws(RelationModelError) {
        let data: Data
        do { data = try Data(contentsOf: url) } catch {
            throw RelationModelError(file: url.path, problem: "cannot be read: \(error.localizedDescription)")
        }
        do { try self.init(Array(data)) } catch {
            throw RelationModelError(file: url.path, problem: error.problem)
        }
    }

    init(_ bytes: [UInt8]) throws(RelationModelError) {
        let roots = RelationRoot.count
        let header = RelationModel.magic.count + 4 + 4 * roots
        guard bytes.count >= header, bytes.starts(with: RelationModel.magic) else {
            throw RelationModelError(problem: "is no relation model of version 1")
        }
        var position = RelationModel.magic.count
        func word() -> UInt32 {
            defer { position += 4 }
            return (0..<4).reduce(0) { $0 | UInt32(bytes[position + $1]) << UInt32(8 * $1) }
        }
        let count = Int(word())
        guard bytes.count == header + count * (8 + roots) else {
            throw RelationModelError(problem: "has \(bytes.count) bytes where \(count) features need another number")
        }
        let bias = (0..<roots).map { _ in Float(bitPattern: word()) }
        let keys = (0..<count).map { _ in word() }
        let scales = (0..<count).map { _ in Float(bitPattern: word()) / 127 }
        guard zip(keys, keys.dropFirst()).allSatisfy(<) else {
            throw RelationModelError(problem: "has keys out of order")
        }
        var weights: [Float] = []
        weights.reserveCapacity(count * roots)
        for row in 0..<count {
            for root in 0..<roots {
                weights.append(Float(Int8(bitPattern: bytes[position + row * roots + root])) * scales[row])
            }
        }
        self.init(keys: keys, weights: weights, bias: bias)
    }

    /// The bytes of the model's file; weights are rounded to 8 bits a feature's row.
    package var serialized: [UInt8] {
        let roots = RelationRoot.count
        var bytes = RelationModel.magic
        func append(_ word: UInt32) {
            for shift in 0..<4 { bytes.append(UInt8(truncatingIfNeeded: word >> UInt32(8 * shift))) }
        }
        append(UInt32(keys.count))
        bias.forEach { append($0.bitPattern) }
        keys.forEach { append($0) }
        let scales = keys.indices.map { row in (0..<roots).map { abs(weights[row * roots + $0]) }.max() ?? 0 }
        scales.forEach { append($0.bitPattern) }
        for row in keys.indices {
            for root in 0..<roots {
                let units = scales[row] > 0 ? (weights[row * roots + root] / scales[row] * 127).rounded() : 0
                bytes.append(UInt8(bitPattern: Int8(units)))
            }
        }
        return bytes
    }
}

/// A model file at fault.
package struct RelationModelError: Error, Equatable, CustomStringConvertible {
    package var file = ""
    package let problem: String
    package var description: String { "\(file) \(problem): make it anew with train-relations" }
}

extension RelationModel {
    /// The model with only the features that can move a decision most.
    package func keeping(_ limit: Int) -> RelationModel {
        let roots = RelationRoot.count
        let strength = keys.indices.map { row in
            let row = weights[row * roots..<(row + 1) * roots]
            return (row.max() ?? 0) - (row.min() ?? 0)
        }
        let rows = keys.indices.sorted { (strength[$0], keys[$1]) > (strength[$1], keys[$0]) }.prefix(limit).sorted()
        return RelationModel(
            keys: rows.map { keys[$0] }, weights: rows.flatMap { weights[$0 * roots..<($0 + 1) * roots] }, bias: bias)
    }
}
