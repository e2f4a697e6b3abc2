/// A maxout unit with layer normalisation, as thinc's `Maxout(nO, nI, nP) >> LayerNorm`.
///
/// The rows of the weights are reordered to pieces first: row `p * width + o` is output `o` of piece `p`, so that the
/// maximum over pieces runs over whole vectors.
package struct MaxoutLayer: Sendable {
    let width: Int
    let pieces: Int
    let inputs: Int
    /// `pieces * width` × `inputs`.
    let weights: FloatBuffer
    /// `pieces * width`.
    let bias: FloatBuffer
    /// Gain and shift of the normalisation, `width` each.
    let gain: FloatBuffer
    let shift: FloatBuffer

    /// - Parameters:
    ///   - weights: thinc's `W`, shape (width, pieces, inputs).
    ///   - bias: thinc's `b`, shape (width, pieces).
    ///   - gain: layer norm's `G`, shape (width); `shift` its `b`.
    package init(width: Int, pieces: Int, inputs: Int, weights: [Float], bias: [Float], gain: [Float], shift: [Float]) {
        precondition(width % 8 == 0, "the kernels take widths in steps of eight")
        self.width = width
        self.pieces = pieces
        self.inputs = inputs
        let reorderedWeights = FloatBuffer(rows: pieces * width, columns: inputs)
        let reorderedBias = FloatBuffer(rows: 1, columns: pieces * width)
        for output in 0..<width {
            for piece in 0..<pieces {
                let row = piece * width + output
                reorderedBias.base[row] = bias[output * pieces + piece]
                let source = (output * pieces + piece) * inputs
                for column in 0..<inputs { reorderedWeights.base[row * inputs + column] = weights[source + column] }
            }
        }
        self.weights = reorderedWeights
        self.bias = reorderedBias
        self.gain = FloatBuffer(rows: 1, columns: width, values: gain)
        self.shift = FloatBuffer(rows: 1, columns: width, values: shift)
    }

    /// Bias, maximum over pieces and normalisation of `rows` products; the result is added to `x` when `residual`, and
    /// replaces it otherwise.
    /// - Parameters:
    ///   - products: `rows` × `pieces * width`.
    ///   - x: `rows` × `width`.
    func activate(
        _ products: UnsafePointer<Float>, rows: Int, into x: UnsafeMutablePointer<Float>, residual: Bool
    ) {
        let vectors = width / 8
        let bias = vectorPointer(self.bias.base)
        let gain = vectorPointer(self.gain.base)
        let shift = vectorPointer(self.shift.base)
        let scale = 1 / Float(width)
        withUnsafeTemporaryAllocation(of: SIMD8<Float>.self, capacity: vectors) { best in
            for row in 0..<rows {
                let source = vectorPointer(products + row * pieces * width)
                let target = UnsafeMutableRawPointer(x + row * width).assumingMemoryBound(to: SIMD8<Float>.self)
                var sum = SIMD8<Float>.zero
                for index in 0..<vectors {
                    var value = source[index] + bias[index]
                    for piece in 1..<pieces {
                        let other = source[piece * vectors + index] + bias[piece * vectors + index]
                        value.replace(with: other, where: other .> value)
                    }
                    best[index] = value
                    sum += value
                }
                let mean = sum.sum() * scale
                var squares = SIMD8<Float>.zero
                for index in 0..<vectors {
                    let distance = best[index] - mean
                    squares += distance * distance
                }
                // thinc adds 1e-8 to the variance.
                let deviation = 1 / (squares.sum() * scale + 1e-8).squareRoot()
                for index in 0..<vectors {
                    let value = (best[index] - mean) * deviation * gain[index] + shift[index]
                    target[index] = residual ? target[index] + value : value
                }
            }
        }
    }
}

@inline(__always)
func vectorPointer(_ base: UnsafePointer<Float>) -> UnsafePointer<SIMD8<Float>> {
    UnsafeRawPointer(base).assumingMemoryBound(to: SIMD8<Float>.self)
}
