/// y = W·x + b.
package struct LinearLayer: Sendable {
    package let outputs: Int
    let inputs: Int
    let weights: FloatBuffer
    let bias: FloatBuffer

    /// - Parameters:
    ///   - weights: shape (outputs, inputs).
    ///   - bias: shape (outputs).
    package init(outputs: Int, inputs: Int, weights: [Float], bias: [Float]) {
        self.outputs = outputs
        self.inputs = inputs
        self.weights = FloatBuffer(rows: outputs, columns: inputs, values: weights)
        self.bias = FloatBuffer(rows: 1, columns: outputs, values: bias)
    }

    /// - Parameters:
    ///   - input: rows × `inputs`.
    ///   - output: becomes rows × `outputs`.
    package func apply(_ input: FloatBuffer, into output: FloatBuffer) {
        output.resize(rows: input.rows)
        gemm(
            input.base, rows: input.rows, depth: inputs, stride: input.columns, weights: weights.base,
            columns: outputs, into: output.base)
        for row in 0..<input.rows {
            let target = output.base + row * outputs
            for column in 0..<outputs { target[column] += bias.base[column] }
        }
    }

    /// The index of each row's greatest output; the first of equals.
    package func bestOutputs(_ input: FloatBuffer, scratch: FloatBuffer, into best: inout [Int]) {
        apply(input, into: scratch)
        best.removeAll(keepingCapacity: true)
        for row in 0..<input.rows {
            let scores = scratch.base + row * outputs
            var index = 0
            for column in 1..<outputs where scores[column] > scores[index] { index = column }
            best.append(index)
        }
    }
}
