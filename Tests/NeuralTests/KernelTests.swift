import Foundation
import Testing

@testable import Neural

/// The vectorised kernels against plain loops.
struct KernelTests {
    private static func numbers(_ count: Int, seed: UInt64) -> [Float] {
        var state = seed
        return (0..<count).map { _ in
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Float(Int64(bitPattern: state) >> 40) / Float(1 << 23)
        }
    }

    private static func layer(width: Int, pieces: Int, inputs: Int) -> (MaxoutLayer, (_ x: [Float]) -> [Float]) {
        let weights = numbers(width * pieces * inputs, seed: 1)
        let bias = numbers(width * pieces, seed: 2)
        let gain = numbers(width, seed: 3)
        let shift = numbers(width, seed: 4)
        let layer = MaxoutLayer(
            width: width, pieces: pieces, inputs: inputs, weights: weights, bias: bias, gain: gain, shift: shift)
        func plain(_ x: [Float]) -> [Float] {
            var best: [Float] = []
            for output in 0..<width {
                let candidates = (0..<pieces).map { piece in
                    let row = (output * pieces + piece) * inputs
                    return bias[output * pieces + piece]
                        + (0..<inputs).reduce(Float(0)) { $0 + weights[row + $1] * x[$1] }
                }
                best.append(candidates.max() ?? 0)
            }
            let mean = best.reduce(0, +) / Float(width)
            let variance = best.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Float(width)
            return best.indices.map { (best[$0] - mean) / (variance + 1e-8).squareRoot() * gain[$0] + shift[$0] }
        }
        return (layer, plain)
    }

    private static func isClose(_ left: [Float], _ right: [Float]) -> Bool {
        left.count == right.count && zip(left, right).allSatisfy { abs($0 - $1) < 1e-3 }
    }

    /// An encoder over three attributes, and the same computed plainly for one text.
    private static func encoder(width: Int) -> (TokenEncoder, (_ keys: [[UInt64]]) -> [[Float]]) {
        let tables = (0..<3).map { numbers(50 * width, seed: 10 + UInt64($0)) }
        let (mixing, mix) = layer(width: width, pieces: 3, inputs: 3 * width)
        let convolutions = (0..<3).map { _ in layer(width: width, pieces: 3, inputs: 3 * width) }
        let encoder = TokenEncoder(
            embeddings: tables.enumerated().map {
                HashEmbedding(rows: 50, width: width, seed: UInt32($0.offset), values: $0.element)
            }, staticVectors: nil, mixing: mixing, convolutions: convolutions.map(\.0))
        func plain(_ keys: [[UInt64]]) -> [[Float]] {
            var rows = keys.map { attributes in
                mix(
                    attributes.enumerated().flatMap { index, key in
                        let hash = murmurHash3(key, seed: UInt32(index))
                        return (0..<width).map { column in
                            [hash.0, hash.1, hash.2, hash.3].reduce(Float(0)) {
                                $0 + tables[index][Int($1 % 50) * width + column]
                            }
                        }
                    })
            }
            let zero = [Float](repeating: 0, count: width)
            let padding = Array(repeating: zero, count: convolutions.count)
            rows = padding + rows + padding
            for (_, convolve) in convolutions {
                rows = rows.indices.map { row in
                    let window = (row - 1...row + 1).flatMap { rows.indices.contains($0) ? rows[$0] : zero }
                    return zip(rows[row], convolve(window)).map(+)
                }
            }
            return Array(rows[convolutions.count..<rows.count - convolutions.count])
        }
        return (encoder, plain)
    }

    @Test func maxoutEqualsPlainLoops() {
        let (layer, plain) = KernelTests.layer(width: 16, pieces: 3, inputs: 24)
        let inputs = KernelTests.numbers(5 * 24, seed: 9)
        let products = FloatBuffer(rows: 5, columns: 48)
        let output = FloatBuffer(rows: 5, columns: 16)
        let x = FloatBuffer(rows: 5, columns: 24, values: inputs)
        gemm(x.base, rows: 5, depth: 24, stride: 24, weights: layer.weights.base, columns: 48, into: products.base)
        layer.activate(products.base, rows: 5, into: output.base, residual: false)
        for row in 0..<5 {
            #expect(KernelTests.isClose(output.values(ofRow: row), plain(Array(inputs[row * 24..<row * 24 + 24]))))
        }
    }

    /// Longer than a chunk, and with a cache too small for all its tokens, so that chunks join and slots change hands.
    @Test(arguments: [1, 5, 384, 1500])
    func encoderEqualsPlainConvolutions(count: Int) {
        let (encoder, plain) = KernelTests.encoder(width: 8)
        let words = (0..<count).map { UInt64(1 + $0 * $0 % 1013) }
        let keys = words.map { [$0, $0 &* 7, $0 % 3] }
        let workspace = EncoderWorkspace(encoder, capacity: 1)
        let output = FloatBuffer(rows: 0, columns: 8)
        for _ in 0..<2 {
            encoder.encode(cacheKeys: words, workspace: workspace, output: output) { (keys[$0], -1) }
            let expected = plain(keys)
            for row in 0..<count { #expect(KernelTests.isClose(output.values(ofRow: row), expected[row])) }
        }
    }

    @Test func paddingKeepsTextsApart() {
        let (encoder, plain) = KernelTests.encoder(width: 8)
        let first: [UInt64] = [3, 4, 5]
        let second: [UInt64] = [9, 8]
        let padding = [UInt64](repeating: TokenEncoder.padding, count: encoder.separation)
        let rows = first + padding + second
        let output = FloatBuffer(rows: 0, columns: 8)
        encoder.encode(cacheKeys: rows, workspace: EncoderWorkspace(encoder), output: output) { row in
            ([rows[row], rows[row] &* 7, rows[row] % 3], -1)
        }
        let alone = plain(second.map { [$0, $0 &* 7, $0 % 3] })
        for row in 0..<2 {
            #expect(KernelTests.isClose(output.values(ofRow: first.count + padding.count + row), alone[row]))
        }
    }

    @Test func scorerEqualsPlainLoops() {
        let (features, hidden, pieces, width, classes, tokens) = (3, 8, 2, 8, 11, 700)
        let lower = KernelTests.numbers(features * hidden * pieces * width, seed: 1)
        let bias = KernelTests.numbers(hidden * pieces, seed: 2)
        let padding = KernelTests.numbers(features * hidden * pieces, seed: 3)
        let upperWeights = KernelTests.numbers(classes * hidden, seed: 4)
        let upperBias = KernelTests.numbers(classes, seed: 5)
        let identity = (0..<width * width).map { Float($0 % (width + 1) == 0 ? 1 : 0) }
        let scorer = TransitionScorer(
            reduction: LinearLayer(
                outputs: width, inputs: width, weights: identity, bias: [Float](repeating: 0, count: width)),
            features: features, hidden: hidden, pieces: pieces, lowerWeights: lower, lowerBias: bias, padding: padding,
            upper: LinearLayer(outputs: classes, inputs: hidden, weights: upperWeights, bias: upperBias))
        let vectors = KernelTests.numbers(tokens * width, seed: 6)
        let workspace = ScorerWorkspace(scorer)
        workspace.prepare(FloatBuffer(rows: tokens, columns: width, values: vectors))
        for state in [[0, 5, -1], [699, -1, 2], [-1, -1, -1], [511, 512, 0]] {
            workspace.score(state)
            let unmaxed = (0..<hidden * pieces).map { unit in
                state.enumerated().reduce(bias[unit]) { sum, item in
                    let row = item.offset * hidden * pieces + unit
                    if item.element < 0 { return sum + padding[row] }
                    return sum
                        + (0..<width).reduce(Float(0)) {
                            $0 + lower[row * width + $1] * vectors[item.element * width + $1]
                        }
                }
            }
            let maxed = (0..<hidden).map { unit in unmaxed[unit * pieces..<unit * pieces + pieces].max() ?? 0 }
            let scores = (0..<classes).map { output in
                upperBias[output]
                    + (0..<hidden).reduce(Float(0)) { $0 + upperWeights[output * hidden + $1] * maxed[$1] }
            }
            #expect(KernelTests.isClose((0..<classes).map { workspace.score(ofClass: $0) }, scores))
            #expect(workspace.best(in: 0..<classes)?.index == scores.indices.max { scores[$0] < scores[$1] })
        }
    }

    @Test(arguments: [0, 1, 7, 5000])
    func buffersAreZeroAndAligned(rows: Int) {
        let buffer = FloatBuffer(rows: rows, columns: 96)
        #expect(UInt(bitPattern: buffer.base) % 64 == 0)
        #expect((0..<rows).allSatisfy { buffer.values(ofRow: $0).allSatisfy { $0 == 0 } })
        buffer.resize(rows: 2 * rows + 1)
        #expect(UInt(bitPattern: buffer.base) % 64 == 0)
        #expect(buffer.values(ofRow: 2 * rows) == [Float](repeating: 0, count: 96))
    }

    @Test func productsUseNoKernelsThatThisProcessorOutgrew() {
        prepareProducts()
        let flags = (try? String(contentsOfFile: "/proc/cpuinfo", encoding: .utf8)) ?? ""
        #expect(productKernels != "Prescott" || !flags.contains(" avx2 "))
    }
}
