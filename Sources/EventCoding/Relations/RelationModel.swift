import Foundation
import Lexicon
import Tokens

/// A multinomial logistic regression over `RelationFeatures`, trained by `train-relations`.
///
/// The file holds, little endian: `DREL0001`, the number of features (UInt32), the weight of one step (Float32), then
/// for each feature its 64-bit key, ascending, and a signed byte of steps for each root.
package struct RelationModel: Sendable {
    private static let magic = Array("DREL0001".utf8)
    private let keys: [UInt64]
    private let steps: [Int8]
    private let step: Float

    package struct Answer: Sendable {
        package let root: RelationRoot
        /// The features that spoke most for it, strongest first.
        package let reasons: [String]
    }

    /// - Throws: `TableError` for a file that is missing, truncated or of another kind.
    package init(data: DataFolder) throws(TableError) {
        let url = data.file("relations/weights.bin")
        guard let file = try? Data(contentsOf: url) else {
            throw TableError(file: url.path, line: 0, problem: "cannot be read: make it with train-relations")
        }
        let bytes = Array(file)
        let classes = RelationRoot.allCases.count
        func word(_ offset: Int, _ count: Int) -> UInt64 {
            (0..<count).reduce(0) { $0 | UInt64(bytes[offset + $1]) << UInt64(8 * $1) }
        }
        guard bytes.count >= 16, Array(bytes[0..<8]) == RelationModel.magic else {
            throw TableError(file: url.path, line: 0, problem: "is no relation model of this version")
        }
        let count = Int(word(8, 4))
        guard bytes.count == 16 + count * (8 + classes) else {
            throw TableError(
                file: url.path, line: 0,
                problem: "has \(bytes.count) bytes where \(count) features need \(16 + count * (8 + classes))")
        }
        step = Float(bitPattern: UInt32(word(12, 4)))
        keys = (0..<count).map { word(16 + $0 * (8 + classes), 8) }
        steps = (0..<count).flatMap { row in
            (0..<classes).map { Int8(bitPattern: bytes[16 + row * (8 + classes) + 8 + $0]) }
        }
    }

    /// Always one root: the one with the greatest sum of weights.
    package func classify(_ pair: MarkedPair) -> Answer {
        let classes = RelationRoot.allCases.count
        let rows = RelationFeatures.names(pair).compactMap { name in row(StringKey(name).value).map { (name, $0) } }
        var scores = [Float](repeating: 0, count: classes)
        for (_, row) in rows {
            for index in 0..<classes { scores[index] += Float(steps[row * classes + index]) * step }
        }
        let best = scores.indices.max { scores[$0] < scores[$1] } ?? 0
        let reasons = rows.sorted { steps[$0.1 * classes + best] > steps[$1.1 * classes + best] }
        return Answer(root: RelationRoot.allCases[best], reasons: reasons.prefix(3).map(\.0))
    }

    private func row(_ key: UInt64) -> Int? {
        var low = 0
        var high = keys.count
        while low < high {
            let middle = (low + high) / 2
            if keys[middle] < key { low = middle + 1 } else { high = middle }
        }
        return low < keys.count && keys[low] == key ? low : nil
    }

    /// The file's bytes for trained weights; those that round to nothing are left out.
    /// - Parameter weights: by feature key, one weight a root.
    package static func encode(_ weights: [UInt64: [Float]]) -> [UInt8] {
        let greatest = weights.values.reduce(Float(0)) { max($0, $1.map(abs).max() ?? 0) }
        let step = max(greatest, 1e-6) / 127
        var rows: [(UInt64, [Int8])] = []
        for (key, values) in weights {
            let rounded = values.map { Int8(($0 / step).rounded()) }
            if rounded.contains(where: { abs(Int($0)) > 1 }) { rows.append((key, rounded)) }
        }
        rows.sort { $0.0 < $1.0 }
        var bytes = magic
        func append(_ value: UInt64, _ count: Int) {
            for shift in 0..<count { bytes.append(UInt8(truncatingIfNeeded: value >> UInt64(8 * shift))) }
        }
        append(UInt64(rows.count), 4)
        append(UInt64(step.bitPattern), 4)
        for (key, values) in rows {
            append(key, 8)
            for value in values { bytes.append(UInt8(bitPattern: value)) }
        }
        return bytes
    }

    /// Keys of the features that hold for a pair, for the trainer.
    package static func keys(_ pair: MarkedPair) -> [UInt64] {
        RelationFeatures.names(pair).map { StringKey($0).value }
    }
}
