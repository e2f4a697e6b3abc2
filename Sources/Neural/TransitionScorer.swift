/// Scores the transitions of a parser state (spaCy's `TransitionBasedParser` with an upper layer): a reduction of token
/// vectors, a maxout layer over feature tokens whose products are computed once a token, and a linear output.
package struct TransitionScorer: Sendable {
    /// Transitions scored.
    package let classes: Int
    /// Tokens that describe a state.
    package let features: Int
    let hidden: Int
    let pieces: Int
    let reduction: LinearLayer
    /// `features * pieces * hidden` × reduced width; a feature's rows are pieces first.
    let lower: FloatBuffer
    let lowerBias: FloatBuffer
    /// Products for an absent token: `features` × `pieces * hidden`.
    let padding: FloatBuffer
    /// `hidden` × classes, padded to whole vectors.
    let upper: FloatBuffer
    let upperBias: FloatBuffer

    /// - Parameters:
    ///   - lowerWeights: thinc's `W` of `PrecomputableAffine`, shape (features, hidden, pieces, reduced width).
    ///   - lowerBias: shape (hidden, pieces).
    ///   - padding: shape (1, features, hidden, pieces).
    ///   - upper: the output layer, `hidden` inputs.
    package init(
        reduction: LinearLayer, features: Int, hidden: Int, pieces: Int, lowerWeights: [Float], lowerBias: [Float],
        padding: [Float], upper: LinearLayer
    ) {
        precondition(hidden % 8 == 0, "the kernels take widths in steps of eight")
        self.reduction = reduction
        self.features = features
        self.hidden = hidden
        self.pieces = pieces
        classes = upper.outputs
        let depth = reduction.outputs
        let width = pieces * hidden
        lower = FloatBuffer(rows: features * width, columns: depth)
        self.lowerBias = FloatBuffer(rows: 1, columns: width)
        self.padding = FloatBuffer(rows: features, columns: width)
        for unit in 0..<hidden {
            for piece in 0..<pieces {
                let column = piece * hidden + unit
                self.lowerBias.base[column] = lowerBias[unit * pieces + piece]
                for feature in 0..<features {
                    let source = (feature * hidden + unit) * pieces + piece
                    self.padding.row(feature)[column] = padding[source]
                    for index in 0..<depth {
                        lower.row(feature * width + column)[index] = lowerWeights[source * depth + index]
                    }
                }
            }
        }
        let padded = (classes + 7) / 8 * 8
        self.upper = FloatBuffer(rows: hidden, columns: padded)
        upperBias = FloatBuffer(rows: 1, columns: padded)
        for output in 0..<classes {
            upperBias.base[output] = upper.bias.base[output]
            for unit in 0..<hidden { self.upper.row(unit)[output] = upper.weights.row(output)[unit] }
        }
    }
}

/// One worker's scratch space for a `TransitionScorer`, prepared for one text at a time.
///
/// The products of feature tokens are computed in blocks of tokens when a state first needs one, and kept for the
/// blocks used last, so that memory stays bounded for texts of any length.
package final class ScorerWorkspace {
    private static let blockSize = 512
    private static let keptBlocks = 16

    private let scorer: TransitionScorer
    private let reduced: FloatBuffer
    private let activations: FloatBuffer
    package let scores: FloatBuffer
    private var blocks: [FloatBuffer] = []
    /// Which block of the text each kept buffer holds, and when it was last used.
    private var heldBlocks: [Int] = []
    private var lastUse: [Int] = []
    private var use = 0
    /// Buffer of each block of the text; -1 when it must be computed.
    private var bufferOfBlock: [Int] = []

    package init(_ scorer: TransitionScorer) {
        self.scorer = scorer
        reduced = FloatBuffer(rows: 0, columns: scorer.reduction.outputs)
        activations = FloatBuffer(rows: 1, columns: scorer.pieces * scorer.hidden)
        scores = FloatBuffer(rows: 1, columns: scorer.upper.columns)
    }

    /// Begins a text, or several. `vectors` is rows × the encoder's width.
    package func prepare(_ vectors: FloatBuffer) {
        scorer.reduction.apply(vectors, into: reduced)
        let count = (vectors.rows + ScorerWorkspace.blockSize - 1) / ScorerWorkspace.blockSize
        bufferOfBlock = [Int](repeating: -1, count: count)
        for index in heldBlocks.indices { heldBlocks[index] = -1 }
    }

    /// Fills `scores` for a state.
    /// - Parameter tokens: rows of the feature tokens; below 0 for an absent one.
    package func score(_ tokens: [Int]) {
        let width = scorer.pieces * scorer.hidden
        let vectors = width / 8
        let sums = UnsafeMutableRawPointer(activations.base).assumingMemoryBound(to: SIMD8<Float>.self)
        let bias = vectorPointer(scorer.lowerBias.base)
        for index in 0..<vectors { sums[index] = bias[index] }
        for (feature, token) in tokens.enumerated() {
            let source = vectorPointer(
                token < 0 ? UnsafePointer(scorer.padding.row(feature)) : products(of: token) + feature * width)
            for index in 0..<vectors { sums[index] += source[index] }
        }
        let hiddenVectors = scorer.hidden / 8
        for index in 0..<hiddenVectors {
            var value = sums[index]
            for piece in 1..<scorer.pieces {
                let other = sums[piece * hiddenVectors + index]
                value.replace(with: other, where: other .> value)
            }
            sums[index] = value
        }
        multiplyUpper()
    }

    private func multiplyUpper() {
        let columns = scorer.upper.columns / 8
        let target = UnsafeMutableRawPointer(scores.base).assumingMemoryBound(to: SIMD8<Float>.self)
        let bias = vectorPointer(scorer.upperBias.base)
        let weights = vectorPointer(scorer.upper.base)
        let hidden = activations.base
        for index in 0..<columns { target[index] = bias[index] }
        var unit = 0
        while unit < scorer.hidden {
            let first = hidden[unit]
            let second = hidden[unit + 1]
            let third = hidden[unit + 2]
            let fourth = hidden[unit + 3]
            let row = weights + unit * columns
            for index in 0..<columns {
                target[index] +=
                    (row[index] * first + row[columns + index] * second)
                    + (row[2 * columns + index] * third + row[3 * columns + index] * fourth)
            }
            unit += 4
        }
    }

    package func score(ofClass index: Int) -> Float { scores.base[index] }

    /// The class with the greatest score among those of a range; the first of equals.
    package func best(in classes: Range<Int>) -> (index: Int, score: Float)? {
        guard var best = classes.first else { return nil }
        for index in classes where scores.base[index] > scores.base[best] { best = index }
        return (best, scores.base[best])
    }

    private func products(of token: Int) -> UnsafePointer<Float> {
        let block = token / ScorerWorkspace.blockSize
        let buffer = bufferOfBlock[block]
        let held = buffer >= 0 ? buffer : compute(block)
        return UnsafePointer(blocks[held].row(token % ScorerWorkspace.blockSize))
    }

    private func compute(_ block: Int) -> Int {
        let columns = scorer.features * scorer.pieces * scorer.hidden
        use += 1
        let buffer: Int
        if let free = heldBlocks.firstIndex(of: -1) {
            buffer = free
        } else if blocks.count < ScorerWorkspace.keptBlocks {
            buffer = blocks.count
            blocks.append(FloatBuffer(rows: 0, columns: columns))
            heldBlocks.append(-1)
            lastUse.append(0)
        } else {
            buffer = lastUse.indices.min { lastUse[$0] < lastUse[$1] } ?? 0
            bufferOfBlock[heldBlocks[buffer]] = -1
        }
        heldBlocks[buffer] = block
        lastUse[buffer] = use
        bufferOfBlock[block] = buffer
        let start = block * ScorerWorkspace.blockSize
        let rows = min(ScorerWorkspace.blockSize, reduced.rows - start)
        blocks[buffer].resize(rows: rows)
        gemm(
            reduced.row(start), rows: rows, depth: reduced.columns, stride: reduced.columns,
            weights: scorer.lower.base, columns: columns, into: blocks[buffer].base)
        return buffer
    }
}
