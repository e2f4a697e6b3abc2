extension PipelineConfiguration.Encoder {
    /// - Throws: `ModelError` when a model file holds another encoder than `config.cfg` describes.
    func check(_ model: ThincModel) throws(ModelError) {
        func expect<Value: Equatable>(_ what: String, _ found: Value, _ expected: Value) throws(ModelError) {
            guard found == expected else {
                throw ModelError(
                    file: model.file, problem: "has \(what) \(found) where config.cfg gives \(expected)")
            }
        }
        try expect("rows of embeddings", model.layers(named: "hashembed").map { $0.dimensions["nV"] ?? 0 }, rows)
        let maxouts = model.layers(named: "maxout")
        try expect("a count of convolutions", maxouts.count - 1, depth)
        try expect("layers of width", Set(maxouts.map { $0.dimensions["nO"] ?? 0 }), [width])
        try expect("static vectors", !model.layers(named: "static_vectors").isEmpty, includesStaticVectors)
        for convolution in maxouts.dropFirst() {
            try expect("maxout pieces", convolution.dimensions["nP"] ?? 0, pieces)
        }
    }
}
