import Tokens

/// One worker's memory of lemmas, by lexeme, part of speech and features; void when the lexemes' table is emptied.
package final class LemmatizerWorkspace {
    /// A word's part of speech and features, and the lemma they give.
    private struct Analysis {
        let pos: PartOfSpeech
        let morph: Int
        let lemma: Lemma
        /// Number in `analyses` of the same lexeme's next analysis, -1 for none.
        let next: Int
    }

    private let lemmatizer: Lemmatizer
    private var analyses: [Analysis] = []
    /// By lexeme: the number of its newest analysis, -1 for none.
    private var newest: [Int] = []
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
        prepare(lexemes)
        for (index, token) in zip(annotations.indices, tokens) where annotations[index].lemma == nil {
            let (pos, morph) = (annotations[index].pos, annotations[index].morph)
            let number = find(token.lexeme, pos, morph) ?? add(lexemes, token.lexeme, pos, morph, morphologies)
            annotations[index].lemma = analyses[number].lemma
        }
    }

    private func prepare(_ lexemes: LexemeTable) {
        if generation != lexemes.generation {
            generation = lexemes.generation
            analyses.removeAll(keepingCapacity: true)
            newest.removeAll(keepingCapacity: true)
        }
        while newest.count < lexemes.count { newest.append(-1) }
    }

    private func find(_ lexeme: Int, _ pos: PartOfSpeech, _ morph: Int) -> Int? {
        var number = newest[lexeme]
        while number >= 0 {
            if analyses[number].pos.number == pos.number, analyses[number].morph == morph { return number }
            number = analyses[number].next
        }
        return nil
    }

    private func add(
        _ lexemes: LexemeTable, _ lexeme: Int, _ pos: PartOfSpeech, _ morph: Int, _ morphologies: [Morphology]
    ) -> Int {
        let word = lexemes[lexeme]
        let lemma = lemmatizer.lemma(of: word.text, lower: word.lower, pos: pos, morphology: morphologies[morph])
        analyses.append(Analysis(pos: pos, morph: morph, lemma: Lemma(lemma), next: newest[lexeme]))
        newest[lexeme] = analyses.count - 1
        return analyses.count - 1
    }
}
