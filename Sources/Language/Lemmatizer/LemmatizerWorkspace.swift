import Tokens

/// One worker's memory of lemmas, by lexeme, part of speech and features; as large as the lexemes' table at most.
package final class LemmatizerWorkspace {
    private struct Key: Hashable {
        let lexeme: Int
        let pos: UInt8
        let morph: Int
    }

    private let lemmatizer: Lemmatizer
    private var lemmas: [Key: Lemma] = [:]
    private var generation = -1

    init(_ lemmatizer: Lemmatizer) { self.lemmatizer = lemmatizer }

    /// Sets the lemma of every token that has none.
    /// - Parameters:
    ///   - annotations: with part of speech and features; one a token.
    ///   - lexemes: those the tokens' numbers refer to.
    ///   - morphologies: those the annotations' numbers refer to; always the same for one workspace.
    package func annotate(
        _ annotations: inout [TokenAnnotation], of tokens: ArraySlice<RawToken>, lexemes: LexemeTable,
        morphologies: [Morphology]
    ) {
        if generation != lexemes.generation {
            generation = lexemes.generation
            lemmas.removeAll(keepingCapacity: true)
        }
        for (index, token) in zip(annotations.indices, tokens) where annotations[index].lemma == nil {
            let annotation = annotations[index]
            let key = Key(
                lexeme: token.lexeme, pos: UInt8(annotation.pos.number), morph: annotation.morph)
            if let known = lemmas[key] {
                annotations[index].lemma = known
                continue
            }
            let lexeme = lexemes[key.lexeme]
            let lemma = Lemma(
                lemmatizer.lemma(
                    of: lexeme.text, lower: lexeme.lower, pos: annotation.pos,
                    morphology: morphologies[annotation.morph]))
            lemmas[key] = lemma
            annotations[index].lemma = lemma
        }
    }
}
