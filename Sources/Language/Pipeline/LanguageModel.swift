import Foundation
import Neural

/// spaCy's English pipeline, read from its folder as published. Immutable, shared by all workers; each parses with a
/// `LanguageReader` of its own.
package final class LanguageModel: Sendable {
    package let configuration: PipelineConfiguration
    let tokenizer: Tokenizer
    let encoder: TokenEncoder
    let attributes: [TokenAttribute]
    let vectors: WordVectors?
    let tagger: Tagger
    let parser: DependencyParser
    let recognizer: EntityRecognizer
    let ruler: AttributeRuler
    let lemmatizer: Lemmatizer

    /// - Parameter folder: holds `config.cfg`, `meta.json`, `tokenizer`, `vocab` and a folder for each component.
    /// - Throws: `ModelError` for a file that is missing, truncated, or holds what this engine does not compute.
    package init(folder: URL) throws(ModelError) {
        prepareProducts()
        func component(_ name: String) -> URL { folder.appendingPathComponent(name) }
        configuration = try PipelineConfiguration(folder: folder)
        let norms = try NormTable(vocabulary: component("vocab"))
        tokenizer = try Tokenizer(contentsOf: component("tokenizer"), norms: norms)
        vectors = try WordVectors(vocabulary: component("vocab"))
        let encoderModel = try ThincModel(contentsOf: component("tok2vec/model"))
        (encoder, attributes) = try encoderModel.tokenEncoder(configuration.encoder, vectors: vectors?.vectors)
        tagger = try Tagger(folder: component("tagger"))
        parser = try DependencyParser(folder: component("parser"))
        ruler = try AttributeRuler(contentsOf: component("attribute_ruler/patterns"))
        lemmatizer = try Lemmatizer(folder: component("lemmatizer"))
        recognizer = try EntityRecognizer(
            folder: component("ner"), configuration: configuration.recognizerEncoder, vectors: vectors?.vectors)
    }

    package func makeLanguageReader() -> LanguageReader { LanguageReader(self) }
}
