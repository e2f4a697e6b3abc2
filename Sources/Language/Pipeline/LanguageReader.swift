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
    private let ruling: AttributeRulerWorkspace
    private let lemmatizing: LemmatizerWorkspace
    private let vectors: FloatBuffer
    private let recognizerVectors: FloatBuffer
    private let tagScores: FloatBuffer
    private var rows = TokenRows()
    private var annotations: [TokenAnnotation] = []
    package private(set) var times = LayerTimes()

    init(_ model: LanguageModel) {
        self.model = model
        tokenizing = model.tokenizer.makeWorkspace()
        encoding = EncoderWorkspace(model.encoder)
        recognizerEncoding = EncoderWorkspace(model.recognizer.encoder)
        parsing = model.parser.makeWorkspace()
        ruling = model.ruler.makeWorkspace()
        lemmatizing = model.lemmatizer.makeWorkspace()
        recognizing = model.recognizer.makeWorkspace()
        vectors = FloatBuffer(rows: 0, columns: model.encoder.width)
        recognizerVectors = FloatBuffer(rows: 0, columns: model.recognizer.encoder.width)
        tagScores = FloatBuffer(rows: 0, columns: model.tagger.output.outputs)
    }

    /// The whole text at once, as spaCy parses it: a sentence may run over a line break.
    /// - Throws: `DocError` only for a text whose tokens do not fit it, which no tokenizer makes.
    package func parse(_ text: String) throws(DocError) -> Doc {
        let bytes = Array(text.utf8)
        return try parse(text, bytes, parts: [0..<bytes.count])
    }

    /// Paragraph by paragraph: headlines, datelines and paragraphs do not run into one another. The white space between
    /// paragraphs belongs to no token.
    package func parseParagraphs(_ text: String) throws(DocError) -> Doc {
        let bytes = Array(text.utf8)
        return try parse(text, bytes, parts: Paragraphs.ranges(in: bytes))
    }

    private func parse(_ text: String, _ bytes: [UInt8], parts: [Range<Int>]) throws(DocError) -> Doc {
        times.start()
        tokenizing.evictIfFull()
        rows.removeAll()
        let separation = max(model.encoder.separation, model.recognizer.encoder.separation)
        for part in parts { rows.append(part, of: bytes, model.tokenizer, tokenizing, separation: separation) }
        times.lap(.tokenizer)
        encode(model.encoder, model.attributes, encoding, into: vectors)
        times.lap(.encoder)
        let tags = model.tagger.tags(vectors, scratch: tagScores)
        times.lap(.tagger)
        encode(model.recognizer.encoder, model.recognizer.attributes, recognizerEncoding, into: recognizerVectors)
        times.lap(.recognizerEncoder)
        parsing.prepare(vectors)
        recognizing.prepare(recognizerVectors)
        var tokens: [Token] = []
        tokens.reserveCapacity(rows.raw.count)
        for part in rows.parts where !part.isEmpty {
            let isSpace = rows.isSpace[part]
            let parse = model.parser.parse(rows: part, isSpace: isSpace, workspace: parsing)
            times.lap(.parser)
            let entities = model.recognizer.tags(
                rows: part, isSpace: isSpace, sentenceStarts: parse.sentenceStarts, workspace: recognizing)
            times.lap(.recognizer)
            annotate(rows.raw[part], tags[part], parse.labels)
            append(part, parse, entities, to: &tokens)
            times.lap(.annotation)
        }
        return try Doc(text: text, tokens: tokens)
    }

    private func encode(
        _ encoder: TokenEncoder, _ attributes: [TokenAttribute], _ workspace: EncoderWorkspace, into output: FloatBuffer
    ) {
        encoder.encode(cacheKeys: rows.cacheKeys, workspace: workspace, output: output) { row in
            let token = rows.raw[row]
            let lexeme = tokenizing.lexemes[token.lexeme]
            var keys: [UInt64] = []
            for attribute in attributes { keys.append(attribute.key(of: token, lexeme)) }
            return (keys, model.vectors?.row(of: lexeme.orth) ?? -1)
        }
    }

    /// Sets `annotations`, one a token of the part.
    private func annotate(_ part: ArraySlice<RawToken>, _ tags: ArraySlice<PennTag>, _ labels: [Dependency]) {
        annotations.removeAll(keepingCapacity: true)
        for (tag, label) in zip(tags, labels) { annotations.append(TokenAnnotation(tag: tag, dep: label)) }
        ruling.annotate(&annotations, of: part, lexemes: tokenizing.lexemes)
        lemmatizing.annotate(
            &annotations, of: part, lexemes: tokenizing.lexemes, morphologies: model.ruler.morphologies)
    }

    private func append(
        _ part: Range<Int>, _ parse: DependencyParser.Parse, _ entities: [EntityTag], to tokens: inout [Token]
    ) {
        let first = tokens.count
        for row in part {
            let index = row - part.lowerBound
            let token = rows.raw[row]
            let lexeme = tokenizing.lexemes[token.lexeme]
            let annotation = annotations[index]
            let lemma = annotation.lemma ?? Lemma(lexeme.lower)
            tokens.append(
                Token(
                    start: token.start, end: token.end, spaceAfter: token.spaceAfter, lower: lexeme.lower,
                    lowerKey: lexeme.lowerHash, lemma: lemma.text, lemmaKey: lemma.hash, tag: annotation.tag,
                    pos: annotation.pos, morph: model.ruler.morphologies[annotation.morph].text,
                    head: first + parse.heads[index], dep: annotation.dep, startsSentence: parse.sentenceStarts[index],
                    entity: entities[index]))
        }
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
