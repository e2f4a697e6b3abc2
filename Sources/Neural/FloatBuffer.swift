/// A row-major matrix of 32-bit floats in memory aligned to 64 bytes.
///
/// Weights are filled once, before they are shared, and never written again; scratch buffers belong to one worker. The
/// compiler cannot check either, hence `@unchecked`: outside this module nothing can write to one.
package final class FloatBuffer: @unchecked Sendable {
    package private(set) var rows: Int
    package let columns: Int
    private var capacity: Int
    private(set) var base: UnsafeMutablePointer<Float>

    /// All zero.
    package init(rows: Int, columns: Int) {
        self.rows = rows
        self.columns = columns
        capacity = max(rows * columns, 16)
        base = FloatBuffer.allocate(capacity)
    }

    /// - Precondition: `values.count == rows * columns`; what is missing stays zero.
    package convenience init(rows: Int, columns: Int, values: [Float]) {
        self.init(rows: rows, columns: columns)
        for (index, value) in values.prefix(rows * columns).enumerated() { base[index] = value }
    }

    deinit { base.deallocate() }

    /// Makes room for `count` rows; what was there is lost when the buffer must grow.
    func resize(rows count: Int) {
        if count * columns > capacity {
            base.deallocate()
            capacity = count * columns + count * columns / 4
            base = FloatBuffer.allocate(capacity)
        }
        rows = count
    }

    func row(_ index: Int) -> UnsafeMutablePointer<Float> { base + index * columns }

    /// A copy of one row.
    package func values(ofRow index: Int) -> [Float] {
        precondition(index >= 0 && index < rows, "row out of range")
        return Array(UnsafeBufferPointer(start: row(index), count: columns))
    }

    private static func allocate(_ count: Int) -> UnsafeMutablePointer<Float> {
        let raw = UnsafeMutableRawPointer.allocate(byteCount: count * MemoryLayout<Float>.stride, alignment: 64)
        let base = raw.bindMemory(to: Float.self, capacity: count)
        base.initialize(repeating: 0, count: count)
        return base
    }
}
