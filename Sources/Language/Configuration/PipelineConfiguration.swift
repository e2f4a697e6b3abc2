import Foundation

/// What `config.cfg` and `meta.json` of a pipeline folder say, checked against what this engine computes.
package struct PipelineConfiguration: Sendable {
    /// A token encoder: `spacy.Tok2Vec.v2` of `MultiHashEmbed.v2` and `MaxoutWindowEncoder.v2`.
    package struct Encoder: Sendable, Equatable {
        package let width: Int
        /// Convolutions.
        package let depth: Int
        package let pieces: Int
        /// Embedded attributes and the rows of their tables.
        package let attributes: [String]
        package let rows: [Int]
        package let includesStaticVectors: Bool
    }

    /// A pipeline's name and version, as `meta.json` gives them.
    package let name: String
    package let version: String
    /// Components that run, in order.
    package let components: [String]
    /// Of the shared encoder, component `tok2vec`.
    package let encoder: Encoder
    /// Of the entity recognizer's own encoder.
    package let recognizerEncoder: Encoder

    private struct Meta: Decodable {
        let lang: String
        let name: String
        let version: String
        let pipeline: [String]
    }

    /// The components of the published English pipelines that annotate, in the order they run.
    private static let expectedComponents = ["tok2vec", "tagger", "parser", "attribute_ruler", "lemmatizer", "ner"]

    /// - Throws: `ModelError` that names the file, what it says and what was expected.
    package init(folder: URL) throws(ModelError) {
        let config = try ConfigFile.read(folder.appendingPathComponent("config.cfg"))
        let meta = try Self.meta(folder.appendingPathComponent("meta.json"))
        let nlp = try config.section("nlp")
        try nlp.expect("lang", .string("en"))
        try nlp.section("tokenizer").expect("@tokenizers", .string("spacy.Tokenizer.v1"))
        let disabled = try nlp.strings("disabled")
        components = try nlp.strings("pipeline").filter { !disabled.contains($0) }
        guard components == Self.expectedComponents, meta.pipeline == components else {
            throw ModelError(
                file: config.file,
                problem:
                    "runs \(components), meta.json lists \(meta.pipeline), where \(Self.expectedComponents) are expected",
                remedy: "use an English pipeline as published for spaCy 3.7 or 3.8")
        }
        name = "\(meta.lang)_\(meta.name)"
        version = meta.version
        let all = try config.section("components")
        for component in components { try all.section(component).expect("factory", .string(component)) }
        encoder = try Self.encoder(all.section("tok2vec").section("model"))
        try Self.checkTagger(all.section("tagger").section("model"))
        try Self.checkTransitions(all.section("parser").section("model"), state: "parser")
        try Self.checkListener(all.section("parser").section("model").section("tok2vec"))
        try Self.checkTransitions(all.section("ner").section("model"), state: "ner")
        recognizerEncoder = try Self.encoder(all.section("ner").section("model").section("tok2vec"))
        try all.section("lemmatizer").expect("mode", .string("rule"))
        try all.section("lemmatizer").expect("overwrite", .bool(false))
    }

    private static func meta(_ url: URL) throws(ModelError) -> Meta {
        let data = Data(try readModelFile(url))
        do { return try JSONDecoder().decode(Meta.self, from: data) } catch {
            throw ModelError(
                file: url.path, problem: "is not JSON with lang, name, version and pipeline, or is cut short")
        }
    }

    private static func encoder(_ model: ConfigSection) throws(ModelError) -> Encoder {
        try model.expect("@architectures", .string("spacy.Tok2Vec.v2"))
        let embed = try model.section("embed")
        try embed.expect("@architectures", .string("spacy.MultiHashEmbed.v2"))
        let encode = try model.section("encode")
        try encode.expect("@architectures", .string("spacy.MaxoutWindowEncoder.v2"))
        try encode.expect("window_size", .number(1))
        try embed.expect("width", .number(Double(try encode.integer("width"))))
        return Encoder(
            width: try encode.integer("width"), depth: try encode.integer("depth"),
            pieces: try encode.integer("maxout_pieces"), attributes: try embed.strings("attrs"),
            rows: try embed.integers("rows"), includesStaticVectors: try embed.bool("include_static_vectors"))
    }

    private static func checkTagger(_ model: ConfigSection) throws(ModelError) {
        try model.expect("@architectures", .string("spacy.Tagger.v2"))
        try model.expect("normalize", .bool(false))
        try checkListener(model.section("tok2vec"))
    }

    private static func checkTransitions(_ model: ConfigSection, state: String) throws(ModelError) {
        try model.expect("@architectures", .string("spacy.TransitionBasedParser.v2"))
        try model.expect("state_type", .string(state))
        try model.expect("extra_state_tokens", .bool(false))
        try model.expect("use_upper", .bool(true))
    }

    private static func checkListener(_ model: ConfigSection) throws(ModelError) {
        try model.expect("@architectures", .string("spacy.Tok2VecListener.v1"))
        try model.expect("upstream", .string("tok2vec"))
    }
}
