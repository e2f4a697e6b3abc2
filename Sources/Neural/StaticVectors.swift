/// Word vectors and their projection to the encoder's width (spaCy's `StaticVectors`).
package struct StaticVectors: Sendable {
    let vectors: FloatBuffer
    /// width × vectors' columns.
    let projection: FloatBuffer

    /// - Parameter projection: thinc's `W`, shape (width, columns of the vectors).
    package init(vectors: FloatBuffer, width: Int, projection: [Float]) {
        self.vectors = vectors
        self.projection = FloatBuffer(rows: width, columns: vectors.columns, values: projection)
    }

    /// Writes the projected vector; zeros for a row below 0.
    func project(row: Int, into target: UnsafeMutablePointer<Float>) {
        guard row >= 0, row < vectors.rows else {
            target.update(repeating: 0, count: projection.rows)
            return
        }
        gemm(
            vectors.row(row), rows: 1, depth: vectors.columns, stride: vectors.columns, weights: projection.base,
            columns: projection.rows, into: target)
    }
}
