import Foundation
import Testing

@testable import Language

@Suite struct PipelineConfigurationTests {
    private static let config = """
        [nlp]
        lang = "en"
        pipeline = ["tok2vec","tagger","parser","senter","attribute_ruler","lemmatizer","ner"]
        disabled = ["senter"]
        tokenizer = {"@tokenizers":"spacy.Tokenizer.v1"}
        [components.tok2vec]
        factory = "tok2vec"
        [components.tok2vec.model]
        @architectures = "spacy.Tok2Vec.v2"
        [components.tok2vec.model.embed]
        @architectures = "spacy.MultiHashEmbed.v2"
        width = ${components.tok2vec.model.encode:width}
        attrs = ["NORM","SHAPE"]
        rows = [50,20]
        include_static_vectors = false
        [components.tok2vec.model.encode]
        @architectures = "spacy.MaxoutWindowEncoder.v2"
        width = 16
        depth = 4
        window_size = 1
        maxout_pieces = 3
        [components.tagger]
        factory = "tagger"
        [components.tagger.model]
        @architectures = "spacy.Tagger.v2"
        normalize = false
        [components.tagger.model.tok2vec]
        @architectures = "spacy.Tok2VecListener.v1"
        upstream = "tok2vec"
        [components.parser]
        factory = "parser"
        [components.parser.model]
        @architectures = "spacy.TransitionBasedParser.v2"
        state_type = "parser"
        extra_state_tokens = false
        use_upper = true
        [components.parser.model.tok2vec]
        @architectures = "spacy.Tok2VecListener.v1"
        upstream = "tok2vec"
        [components.attribute_ruler]
        factory = "attribute_ruler"
        [components.lemmatizer]
        factory = "lemmatizer"
        mode = "rule"
        overwrite = false
        [components.ner]
        factory = "ner"
        [components.ner.model]
        @architectures = "spacy.TransitionBasedParser.v2"
        state_type = "ner"
        extra_state_tokens = false
        use_upper = true
        [components.ner.model.tok2vec]
        @architectures = "spacy.Tok2Vec.v2"
        [components.ner.model.tok2vec.embed]
        @architectures = "spacy.MultiHashEmbed.v2"
        width = 8
        attrs = ["NORM"]
        rows = [30]
        include_static_vectors = false
        [components.ner.model.tok2vec.encode]
        @architectures = "spacy.MaxoutWindowEncoder.v2"
        width = 8
        depth = 2
        window_size = 1
        maxout_pieces = 2
        """
    private static let meta = """
        {"lang":"en","name":"small","version":"1.2.3",
         "pipeline":["tok2vec","tagger","parser","attribute_ruler","lemmatizer","ner"]}
        """

    /// Reads a folder that holds the two files; nil leaves a file out.
    private func read(config: String?, meta: String?) throws -> PipelineConfiguration {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("pipeline-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        try config?.write(to: folder.appendingPathComponent("config.cfg"), atomically: true, encoding: .utf8)
        try meta?.write(to: folder.appendingPathComponent("meta.json"), atomically: true, encoding: .utf8)
        return try PipelineConfiguration(folder: folder)
    }

    @Test func readsWhatAPublishedPipelineSays() throws {
        let configuration = try read(config: Self.config, meta: Self.meta)
        #expect(configuration.name == "en_small")
        #expect(configuration.version == "1.2.3")
        #expect(configuration.components == ["tok2vec", "tagger", "parser", "attribute_ruler", "lemmatizer", "ner"])
        #expect(
            configuration.encoder
                == PipelineConfiguration.Encoder(
                    width: 16, depth: 4, pieces: 3, attributes: ["NORM", "SHAPE"], rows: [50, 20],
                    includesStaticVectors: false))
        #expect(configuration.recognizerEncoder.depth == 2)
    }

    @Test(
        "what the engine does not compute is refused, and named",
        arguments: [
            ("spacy.Tagger.v2", "spacy.Tagger.v1", "[components.tagger.model] @architectures is 'spacy.Tagger.v1'"),
            ("lang = \"en\"", "lang = \"de\"", "[nlp] lang is 'de' where 'en' is expected"),
            ("window_size = 1", "window_size = 2", "window_size is 2 where 1 is expected"),
            ("mode = \"rule\"", "mode = \"lookup\"", "[components.lemmatizer] mode is 'lookup'"),
            ("use_upper = true", "use_upper = false", "use_upper is false where true is expected"),
            ("\"lemmatizer\",\"ner\"]", "\"ner\",\"lemmatizer\"]", "are expected"),
            ("factory = \"ner\"", "factory = \"beam_ner\"", "[components.ner] factory is 'beam_ner'"),
            ("rows = [50,20]", "rows = 50", "rows is 50 where a list of whole numbers is expected"),
        ])
    func refuses(old: String, new: String, problem: String) throws {
        do {
            _ = try read(config: Self.config.replacingOccurrences(of: old, with: new), meta: Self.meta)
            Issue.record("no error")
        } catch let error as ModelError {
            #expect(error.file.hasSuffix("config.cfg"))
            #expect(error.problem.contains(problem))
        }
    }

    @Test(
        "a missing or damaged file is named",
        arguments: [
            (nil, meta, "config.cfg"), (config, nil, "meta.json"), (config, "{\"lang\":", "meta.json"),
            ("", meta, "config.cfg"),
        ] as [(String?, String?, String)])
    func damaged(config: String?, meta: String?, file: String) throws {
        do {
            _ = try read(config: config, meta: meta)
            Issue.record("no error")
        } catch let error as ModelError {
            #expect(error.file.hasSuffix(file))
        }
    }
}
