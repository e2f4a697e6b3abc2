import Neural
import Tokens

/// Parses texts one after another. Holds one worker's scratch space and caches, whose size is bounded: not shared.
package final class LanguageReader {
    private let model: LanguageModel
    private let tokenizing: TokenizerWorkspace
    private let encoding: EncoderWorkspace
    private let parsing: ScorerWorkspace
    private let recognizing: ScorerWorkspace
    private let recognizerEncoding: EncoderWorkspace
    private let vectors: FloatBuffer
    private let recognizerVectors: FloatBuffer
    private let tagScores: FloatBuffer
    private var raw: [RawToken] = []
    private var cacheKeys: [UInt64] = []
    private var isSpace: [Bool] = []

    init(_ model: LanguageModel) {
        self.model = model
        tokenizing = model.tokenizer.makeWorkspace()
        encoding = EncoderWorkspace(model.encoder)
        recognizerEncoding = EncoderWorkspace(model.recognizer.encoder)
        parsing = model.parser.makeWorkspace()
        recognizing = model.recognizer.makeWorkspace()
        vectors = FloatBuffer(rows: 0, columns: model.encoder.width)
        recognizerVectors = FloatBuffer(rows: 0, columns: model.recognizer.encoder.width)
        tagScores = FloatBuffer(rows: 0, columns: model.tagger.output.outputs)
    }

    /// - Throws: `DocError` only for a text whose tokens do not fit it, which no tokenizer makes.
    package func parse(_ text: String) throws(DocError) -> Doc {
        tokenizing.evictIfFull()
        model.tokenizer.tokenize(Array(text.utf8), into: &raw, workspace: tokenizing)
        describeTokens()
        encode(model.encoder, model.attributes, encoding, into: vectors)
        let tags = model.tagger.tags(vectors, scratch: tagScores)
        let parse = model.parser.parse(vectors, isSpace: isSpace, workspace: parsing)
        encode(model.recognizer.encoder, model.recognizer.attributes, recognizerEncoding, into: recognizerVectors)
        let entities = model.recognizer.tags(
            recognizerVectors, isSpace: isSpace, sentenceStarts: parse.sentenceStarts, workspace: recognizing)
        return try assemble(text, tags, parse, entities)
    }

    private func describeTokens() {
        cacheKeys.removeAll(keepingCapacity: true)
        isSpace.removeAll(keepingCapacity: true)
        for token in raw {
            let lexeme = tokenizing.lexemes[token.lexeme]
            // Equal spelling, norm and space after make equal attributes.
            var key = lexeme.orth ^ (token.norm &* 0x9e37_79b9_7f4a_7c15)
            if token.spaceAfter { key = ~key }
            cacheKeys.append(key)
            isSpace.append(lexeme.isSpace)
        }
    }

    private func encode(
        _ encoder: TokenEncoder, _ attributes: [TokenAttribute], _ workspace: EncoderWorkspace, into output: FloatBuffer
    ) {
        encoder.encode(cacheKeys: cacheKeys, workspace: workspace, output: output) { index in
            let token = raw[index]
            let lexeme = tokenizing.lexemes[token.lexeme]
            var keys: [UInt64] = []
            for attribute in attributes { keys.append(attribute.key(of: token, lexeme)) }
            return (keys, model.vectors?.row(of: lexeme.orth) ?? -1)
        }
    }

    private func assemble(
        _ text: String, _ tags: [PennTag], _ parse: DependencyParser.Parse, _ entities: [EntityTag]
    ) throws(DocError) -> Doc {
        var tokens: [Token] = []
        tokens.reserveCapacity(raw.count)
        for (index, token) in raw.enumerated() {
            let lexeme = tokenizing.lexemes[token.lexeme]
            tokens.append(
                Token(
                    start: token.start, end: token.end, spaceAfter: token.spaceAfter, lower: lexeme.lower,
                    lowerKey: lexeme.lowerHash, lemma: lexeme.lower, lemmaKey: lexeme.lowerHash, tag: tags[index],
                    pos: .none, morph: "", head: parse.heads[index], dep: parse.labels[index],
                    startsSentence: parse.sentenceStarts[index], entity: entities[index]))
        }
        return try Doc(text: text, tokens: tokens)
    }
}

extension TokenAttribute {
    /// The key by which the attribute's value is embedded.
    fileprivate func key(of token: RawToken, _ lexeme: Lexeme) -> UInt64 {
        switch self {
        case .norm: token.norm
        case .prefix: lexeme.prefixKey
        case .suffix: lexeme.suffixKey
        case .shape: lexeme.shapeKey
        case .spaceAfter: token.spaceAfter ? 1 : 0
        case .isSpace: lexeme.isSpace ? 1 : 0
        }
    }
}
