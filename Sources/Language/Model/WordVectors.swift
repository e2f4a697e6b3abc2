import Foundation
import Neural

/// A pipeline's static word vectors: the folder's `vocab/vectors` (NumPy's .npy) and `vocab/key2row`.
package struct WordVectors: Sendable {
    package let vectors: FloatBuffer
    /// Open addressing over the keys; -1 marks a free place.
    private let keys: [UInt64]
    private let rows: [Int32]

    /// `nil` when the pipeline has none.
    /// - Throws: `ModelError` that names the file.
    init?(vocabulary folder: URL) throws(ModelError) {
        let vectorsFile = folder.appendingPathComponent("vectors")
        guard FileManager.default.fileExists(atPath: vectorsFile.path) else { return nil }
        let (shape, values) = try WordVectors.readNumPy(vectorsFile)
        guard shape[0] > 0, shape[1] > 0 else { return nil }
        vectors = FloatBuffer(rows: shape[0], columns: shape[1], values: values)
        let rowsFile = folder.appendingPathComponent("key2row")
        let bytes = try readModelFile(rowsFile)
        var keys: [UInt64] = []
        var rows: [Int32] = []
        var size = 0
        try MessagePack.forEachInteger(inMap: bytes, file: rowsFile.path) { count in
            size = 16
            while size < 2 * count { size *= 2 }
            keys = [UInt64](repeating: 0, count: size)
            rows = [Int32](repeating: -1, count: size)
        } entry: { key, row in
            var place = WordVectors.home(key, size)
            while rows[place] >= 0, keys[place] != key { place = (place + 1) & (size - 1) }
            keys[place] = key
            rows[place] = Int32(truncatingIfNeeded: row)
        }
        self.keys = keys
        self.rows = rows
    }

    /// The row of a word by the key of its text; -1 when it has no vector.
    package func row(of key: UInt64) -> Int {
        guard !keys.isEmpty else { return -1 }
        var place = WordVectors.home(key, keys.count)
        while rows[place] >= 0 {
            if keys[place] == key { return Int(rows[place]) }
            place = (place + 1) & (keys.count - 1)
        }
        return -1
    }

    private static func home(_ key: UInt64, _ size: Int) -> Int {
        Int(truncatingIfNeeded: (key &* 0x9e37_79b9_7f4a_7c15) >> 24) & (size - 1)
    }

    /// NumPy format 1.0 to 3.0 (NEP 1): magic, version, header length, a Python dictionary, then the data.
    private static func readNumPy(_ url: URL) throws(ModelError) -> (shape: [Int], values: [Float]) {
        let bytes = try readModelFile(url)
        func fail(_ problem: String) -> ModelError { ModelError(file: url.path, problem: problem) }
        guard bytes.count > 12, bytes.starts(with: [0x93] + Array("NUMPY".utf8)) else {
            throw fail("is no NumPy array file")
        }
        let isLong = bytes[6] >= 2
        let length =
            Int(bytes[8]) | Int(bytes[9]) << 8 | (isLong ? Int(bytes[10]) << 16 | Int(bytes[11]) << 24 : 0)
        let start = (isLong ? 12 : 10) + length
        guard start <= bytes.count else { throw fail("is truncated in its header") }
        let header = String(decoding: bytes[(isLong ? 12 : 10)..<start], as: UTF8.self)
        guard header.contains("'<f4'"), header.contains("'fortran_order': False"),
            let open = header.range(of: "'shape': (")?.upperBound, let close = header[open...].firstIndex(of: ")")
        else { throw fail("holds \(header) where 32-bit floats in rows are expected") }
        let shape = header[open..<close].split(separator: ",").compactMap {
            Int($0.trimmingCharacters(in: .whitespaces))
        }
        guard shape.count == 2 else { throw fail("has shape \(shape) where rows and columns are expected") }
        let count = shape[0] * shape[1]
        guard bytes.count == start + count * 4 else {
            throw fail("has \(bytes.count - start) bytes of data where shape \(shape) needs \(count * 4)")
        }
        let values = [Float](unsafeUninitializedCapacity: count) { buffer, filled in
            bytes.withUnsafeBytes { raw in
                UnsafeMutableRawBufferPointer(buffer).copyMemory(from: UnsafeRawBufferPointer(rebasing: raw[start...]))
            }
            filled = count
        }
        return (shape, values)
    }
}
