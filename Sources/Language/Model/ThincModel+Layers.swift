import Foundation
import Neural

/// The layers of spaCy's architectures, built from a thinc model file.
extension ThincModel {
    /// `spacy.Tok2Vec.v2` with `MultiHashEmbed.v2` and `MaxoutWindowEncoder.v2`.
    /// - Parameters:
    ///   - configuration: what `config.cfg` says of it.
    ///   - vectors: the pipeline's static vectors, for a model that includes them.
    /// - Returns: the encoder and the attributes it embeds, in order.
    func tokenEncoder(
        _ configuration: PipelineConfiguration.Encoder, vectors: FloatBuffer?
    ) throws(ModelError) -> (TokenEncoder, [TokenAttribute]) {
        try configuration.check(self)
        guard
            let extract = layers.first(where: {
                $0.name == "extract_features" && $0.attributes["columns"]?.array?.first?.text != nil
            }),
            let names = extract.attributes["columns"]?.array
        else { throw ModelError(file: file, problem: "has no layer extract_features with the names of attributes") }
        var attributes: [TokenAttribute] = []
        for name in names {
            guard let text = name.text, let attribute = TokenAttribute(rawValue: text) else {
                throw ModelError(
                    file: file,
                    problem:
                        "embeds attribute \(name) where one of \(TokenAttribute.allCases.map(\.rawValue)) is expected")
            }
            attributes.append(attribute)
        }
        guard attributes.map(\.rawValue) == configuration.attributes else {
            throw ModelError(
                file: file,
                problem: "embeds \(attributes.map(\.rawValue)) where config.cfg gives \(configuration.attributes)")
        }
        let embeddings = try hashEmbeddings()
        let maxouts = layers(named: "maxout")
        let norms = layers(named: "layernorm")
        guard embeddings.count == attributes.count, norms.count == maxouts.count, !maxouts.isEmpty else {
            throw ModelError(
                file: file,
                problem:
                    "has \(embeddings.count) embeddings, \(maxouts.count) maxout and \(norms.count) norm layers where \(attributes.count) embeddings and as many maxout as norm layers are expected"
            )
        }
        var built: [MaxoutLayer] = []
        for (maxout, norm) in zip(maxouts, norms) { built.append(try maxoutLayer(maxout, norm)) }
        let width = try dimension("nO", of: maxouts[0])
        let statics = try staticVectors(vectors, width: width)
        let inputs = width * (embeddings.count + (statics == nil ? 0 : 1))
        guard try dimension("nI", of: maxouts[0]) == inputs else {
            throw ModelError(
                file: file, problem: "mixes \(maxouts[0].dimensions["nI"] ?? 0) inputs where \(inputs) are embedded")
        }
        for maxout in maxouts.dropFirst() where maxout.dimensions["nI"] != 3 * width {
            throw ModelError(file: file, problem: "has a convolution whose window is not one token on either side")
        }
        let encoder = TokenEncoder(
            embeddings: embeddings, staticVectors: statics, mixing: built[0], convolutions: Array(built.dropFirst()))
        return (encoder, attributes)
    }

    private func hashEmbeddings() throws(ModelError) -> [HashEmbedding] {
        var result: [HashEmbedding] = []
        for layer in layers(named: "hashembed") {
            let rows = try dimension("nV", of: layer)
            let width = try dimension("nO", of: layer)
            guard let seed = layer.attributes["seed"]?.integer, let seed = UInt32(exactly: seed) else {
                throw ModelError(file: file, problem: "hashembed layer \(layer.index) lacks its seed")
            }
            result.append(
                HashEmbedding(
                    rows: rows, width: width, seed: seed, values: try tensor("E", of: layer, shape: [rows, width])))
        }
        return result
    }

    private func staticVectors(_ vectors: FloatBuffer?, width: Int) throws(ModelError) -> StaticVectors? {
        guard let layer = layers(named: "static_vectors").first else { return nil }
        guard let vectors, vectors.columns == layer.dimensions["nM"] else {
            throw ModelError(
                file: file,
                problem:
                    "needs static vectors of \(layer.dimensions["nM"] ?? 0) columns; the pipeline has \(vectors?.columns ?? 0)"
            )
        }
        return StaticVectors(
            vectors: vectors, width: width,
            projection: try tensor("W", of: layer, shape: [width, vectors.columns]))
    }

    private func maxoutLayer(_ maxout: Layer, _ norm: Layer) throws(ModelError) -> MaxoutLayer {
        let width = try dimension("nO", of: maxout)
        let inputs = try dimension("nI", of: maxout)
        let pieces = try dimension("nP", of: maxout)
        guard width % 8 == 0 else {
            throw ModelError(file: file, problem: "has a layer of width \(width) where a multiple of 8 is expected")
        }
        return MaxoutLayer(
            width: width, pieces: pieces, inputs: inputs,
            weights: try tensor("W", of: maxout, shape: [width, pieces, inputs]),
            bias: try tensor("b", of: maxout, shape: [width, pieces]),
            gain: try tensor("G", of: norm, shape: [width]), shift: try tensor("b", of: norm, shape: [width]))
    }

    /// `spacy.Tagger.v2` above a shared encoder: one output a label.
    func taggerOutput(labels: Int) throws(ModelError) -> LinearLayer {
        guard let layer = layers(named: "softmax").first else {
            throw ModelError(file: file, problem: "has no softmax layer")
        }
        return try linear(layer, outputs: labels)
    }

    /// `spacy.TransitionBasedParser.v2` with an upper layer.
    func transitionScorer(classes: Int, features: Int) throws(ModelError) -> TransitionScorer {
        guard let top = layers.first, let lowerIndex = top.references["lower"],
            let upperIndex = top.references["upper"], layers.indices.contains(lowerIndex),
            layers.indices.contains(upperIndex), upperIndex >= 0
        else { throw ModelError(file: file, problem: "has no lower and upper layer: use_upper = true is expected") }
        let lower = layers[lowerIndex]
        let linears = layers(named: "linear").filter { $0.index != upperIndex }
        guard let reduction = linears.first, linears.count == 1 else {
            throw ModelError(
                file: file, problem: "has \(linears.count) linear layers below the states where 1 is expected")
        }
        let hidden = try dimension("nO", of: lower)
        let pieces = try dimension("nP", of: lower)
        let width = try dimension("nI", of: lower)
        guard hidden % 8 == 0 else {
            throw ModelError(file: file, problem: "has \(hidden) hidden units where a multiple of 8 is expected")
        }
        return TransitionScorer(
            reduction: try linear(reduction, outputs: width), features: features, hidden: hidden, pieces: pieces,
            lowerWeights: try tensor("W", of: lower, shape: [features, hidden, pieces, width]),
            lowerBias: try tensor("b", of: lower, shape: [hidden, pieces]),
            padding: try tensor("pad", of: lower, shape: [1, features, hidden, pieces]),
            upper: try linear(layers[upperIndex], outputs: classes))
    }

    private func linear(_ layer: Layer, outputs: Int) throws(ModelError) -> LinearLayer {
        let inputs = try dimension("nI", of: layer)
        return LinearLayer(
            outputs: outputs, inputs: inputs, weights: try tensor("W", of: layer, shape: [outputs, inputs]),
            bias: try tensor("b", of: layer, shape: [outputs]))
    }
}

/// The attributes of a token that a model may embed.
enum TokenAttribute: String, CaseIterable, Sendable {
    case norm = "NORM"
    case prefix = "PREFIX"
    case suffix = "SUFFIX"
    case shape = "SHAPE"
    case spaceAfter = "SPACY"
    case isSpace = "IS_SPACE"
}
