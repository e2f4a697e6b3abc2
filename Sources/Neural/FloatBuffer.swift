import Glibc

/// A row-major matrix of 32-bit floats in memory aligned to 64 bytes.
///
/// Weights are filled once, before they are shared, and never written again; scratch buffers belong to one worker. The
/// compiler cannot check either, hence `@unchecked`: outside this module nothing can write to one.
package final class FloatBuffer: @unchecked Sendable {
    package private(set) var rows: Int
    package let columns: Int
    private var capacity: Int
    private var memory: UnsafeMutableRawPointer
    private(set) var base: UnsafeMutablePointer<Float>

    /// All zero.
    package init(rows: Int, columns: Int) {
        self.rows = rows
        self.columns = columns
        capacity = max(rows * columns, 16)
        (memory, base) = FloatBuffer.allocate(capacity)
    }

    /// - Precondition: `values.count == rows * columns`; what is missing stays zero.
    package convenience init(rows: Int, columns: Int, values: [Float]) {
        self.init(rows: rows, columns: columns)
        for (index, value) in values.prefix(rows * columns).enumerated() { base[index] = value }
    }

    deinit { free(memory) }

    /// Makes room for `count` rows; what was there is lost when the buffer must grow.
    func resize(rows count: Int) {
        if count * columns > capacity {
            free(memory)
            capacity = count * columns + count * columns / 4
            (memory, base) = FloatBuffer.allocate(capacity)
        }
        rows = count
    }

    func row(_ index: Int) -> UnsafeMutablePointer<Float> { base + index * columns }

    /// A copy of one row.
    package func values(ofRow index: Int) -> [Float] {
        precondition(index >= 0 && index < rows, "row out of range")
        return Array(UnsafeBufferPointer(start: row(index), count: columns))
    }

    /// Zeros from the system, which gives a page of them only when it is used: of a large cache a short run touches little.
    private static func allocate(
        _ count: Int
    ) -> (memory: UnsafeMutableRawPointer, base: UnsafeMutablePointer<Float>) {
        guard let memory = calloc(count * MemoryLayout<Float>.stride + alignment, 1) else {
            preconditionFailure("no memory for \(count) numbers")
        }
        return (memory, memory.alignedUp(toMultipleOf: alignment).bindMemory(to: Float.self, capacity: count))
    }

    private static let alignment = 64
}
