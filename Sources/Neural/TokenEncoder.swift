/// spaCy's `Tok2Vec`: hash embeddings of a token's attributes, a mixing layer, and residual window convolutions.
///
/// What lies before the second convolution depends on one token's attributes alone, except for a sum over three
/// neighbours: a worker caches it for every distinct token (`EncoderWorkspace`), so only the later convolutions are
/// computed for running text.
package final class TokenEncoder: Sendable {
    package let width: Int
    /// The cache key of a row that stands between two texts; as many rows as there are convolutions keep them apart.
    package static let padding: UInt64 = 0
    package var separation: Int { convolutions.count }
    let embeddings: [HashEmbedding]
    let staticVectors: StaticVectors?
    let mixing: MaxoutLayer
    let convolutions: [MaxoutLayer]
    /// The first convolution's weights for the token before, itself, and the token after:
    /// three matrices of `pieces * width` × `width`.
    let firstThirds: [FloatBuffer]

    /// - Parameters:
    ///   - embeddings: one an attribute, in the order of the keys that `encode` is given.
    ///   - convolutions: each takes `3 * width` inputs.
    package init(
        embeddings: [HashEmbedding], staticVectors: StaticVectors?, mixing: MaxoutLayer, convolutions: [MaxoutLayer]
    ) {
        width = mixing.width
        self.embeddings = embeddings
        self.staticVectors = staticVectors
        self.mixing = mixing
        self.convolutions = convolutions
        let width = width
        firstThirds = (0..<3).map { third in
            guard let first = convolutions.first else { return FloatBuffer(rows: 0, columns: width) }
            let part = FloatBuffer(rows: first.pieces * width, columns: width)
            for row in 0..<part.rows {
                for column in 0..<width {
                    part.base[row * width + column] = first.weights.base[row * 3 * width + third * width + column]
                }
            }
            return part
        }
    }

    /// Vectors of the tokens of one text, or of several with rows of padding between them.
    /// - Parameters:
    ///   - cacheKeys: what tells distinct tokens apart, one a row: equal keys must have equal attributes.
    ///   - workspace: one worker's own; its cache is filled on the way.
    ///   - attributes: the attribute keys of the token of a row, in the order of the embeddings, and its row in the
    ///     static vectors (-1 for none). Called only for tokens that the cache does not hold.
    ///   - output: becomes rows × `width`; rows of padding hold nothing of use.
    package func encode(
        cacheKeys: [UInt64], workspace: EncoderWorkspace, output: FloatBuffer,
        attributes: (_ row: Int) -> (keys: [UInt64], vectorRow: Int)
    ) {
        output.resize(rows: cacheKeys.count)
        var start = 0
        while start < cacheKeys.count {
            let end = min(start + EncoderWorkspace.chunk, cacheKeys.count)
            encodeChunk(start..<end, cacheKeys, workspace, output, attributes)
            start = end
        }
    }

    /// Each convolution looks one token further, so a chunk is computed with as many rows on either side as there are
    /// convolutions. Rows outside the text start as zeros and are convolved like the others, as thinc's padding is.
    private func encodeChunk(
        _ chunk: Range<Int>, _ cacheKeys: [UInt64], _ space: EncoderWorkspace, _ output: FloatBuffer,
        _ attributes: (Int) -> (keys: [UInt64], vectorRow: Int)
    ) {
        let halo = convolutions.count
        let first = chunk.lowerBound - halo
        let rows = chunk.count + 2 * halo
        space.findSlots(first: first, rows: rows, keys: cacheKeys)
        fillMissing(space, attributes)
        space.values.resize(rows: rows)
        space.loadEmbeddings(rows: rows, width: width)
        for (index, layer) in convolutions.enumerated() {
            space.products.resize(rows: rows)
            if index == 0 {
                space.sumFirstConvolution(rows: rows, columns: layer.pieces * width, width: width)
            } else {
                space.fillWindows(rows: rows, width: width)
                gemm(
                    space.windows.base, rows: rows, depth: 3 * width, stride: 3 * width,
                    weights: layer.weights.base, columns: layer.pieces * width, into: space.products.base)
            }
            layer.activate(space.products.base, rows: rows, into: space.values.base, residual: true)
        }
        (output.base + chunk.lowerBound * width).update(
            from: space.values.base + halo * width, count: chunk.count * width)
    }

    /// Computes the cached part for all tokens that `findSlots` did not find.
    private func fillMissing(
        _ space: EncoderWorkspace, _ attributes: (Int) -> (keys: [UInt64], vectorRow: Int)
    ) {
        let count = space.missing.count
        guard count > 0 else { return }
        let inputs = mixing.inputs
        space.attributeVectors.resize(rows: count)
        space.mixed.resize(rows: count)
        space.mixProducts.resize(rows: count)
        for (row, miss) in space.missing.enumerated() {
            let (keys, vectorRow) = attributes(miss.token)
            let target = space.attributeVectors.base + row * inputs
            for (column, embedding) in embeddings.enumerated() {
                embedding.vector(of: keys[column], into: target + column * width)
            }
            staticVectors?.project(row: vectorRow, into: target + embeddings.count * width)
        }
        gemm(
            space.attributeVectors.base, rows: count, depth: inputs, stride: inputs, weights: mixing.weights.base,
            columns: mixing.pieces * width, into: space.mixProducts.base)
        mixing.activate(space.mixProducts.base, rows: count, into: space.mixed.base, residual: false)
        for (third, weights) in firstThirds.enumerated() where weights.rows > 0 {
            space.thirds.resize(rows: count)
            gemm(
                space.mixed.base, rows: count, depth: width, stride: width, weights: weights.base,
                columns: weights.rows, into: space.thirds.base)
            space.storeThird(third, width: width, columns: weights.rows)
        }
        space.storeEmbeddings(width: width)
    }
}
