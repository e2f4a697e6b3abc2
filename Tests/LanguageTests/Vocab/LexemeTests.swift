import Testing

@testable import Language

@Suite struct LexemeTests {
    /// A word and what spaCy 3.8 gives for it: lower case, normal form, prefix, suffix, shape.
    private static let words:
        [(word: String, lower: String, norm: String, prefix: String, suffix: String, shape: String)] = [
            ("Vienna", "vienna", "vienna", "V", "nna", "Xxxxx"),
            ("mark", "mark", "mark", "m", "ark", "xxxx"),
            ("€", "€", "$", "€", "€", "€"),
            ("12.5", "12.5", "12.5", "1", "2.5", "dd.d"),
            ("ΣΊΣΥΦΟΣ", "σίσυφος", "σίσυφος", "Σ", "ΦΟΣ", "XXXX"),
            ("wouldn’t", "wouldn’t", "wouldn’t", "w", "n’t", "xxxx’x"),
            ("”", "”", "\"", "”", "”", "”"),
            ("naïve", "naïve", "naïve", "n", "ïve", "xxxx"),
            ("İstanbul", "i\u{307}stanbul", "i\u{307}stanbul", "İ", "bul", "Xxxxx"),
            ("ab", "ab", "ab", "a", "ab", "xx"),
            ("IIIIIIx", "iiiiiix", "iiiiiix", "I", "IIx", "XXXXx"),
            ("²Ⅷé", "²ⅷé", "²ⅷé", "²", "²Ⅷé", "dⅧx"),
        ]

    @Test("attributes are spaCy's", arguments: words.indices)
    func attributes(index: Int) {
        let expected = Self.words[index]
        let lexeme = Lexeme(Array(expected.word.utf8).span, norms: NormTable())
        #expect(lexeme.text == expected.word)
        #expect(lexeme.lower == expected.lower)
        #expect(lexeme.orth == StringStore.key(expected.word))
        #expect(lexeme.lowerKey == StringStore.key(expected.lower))
        #expect(lexeme.normKey == StringStore.key(expected.norm))
        #expect(lexeme.prefixKey == StringStore.key(expected.prefix))
        #expect(lexeme.suffixKey == StringStore.key(expected.suffix))
        #expect(lexeme.shapeKey == StringStore.key(expected.shape))
        #expect(!lexeme.isSpace)
    }

    @Test func aWordOfHundredCodePointsHasNoShapeOfItsOwn() {
        #expect(wordShape(String(repeating: "é", count: 99)) == "xxxx")
        #expect(wordShape(String(repeating: "é", count: 100)) == "LONG")
    }

    @Test func theVocabularysNormalFormsGoFirst() {
        let norms = NormTable(lexemeNorm: [StringStore.key("€"): "euro"])
        #expect(Lexeme(Array("€".utf8).span, norms: norms).normKey == StringStore.key("euro"))
    }

    @Test(
        "white space is Python's",
        arguments: [("\u{1C}", true), ("\u{85}", true), ("\u{3000}\n", true), ("\u{200B}", false), ("\u{180E}", false)])
    func space(text: String, isSpace: Bool) {
        #expect(Lexeme(Array(text.utf8).span, norms: NormTable()).isSpace == isSpace)
    }

    @Test func capitalSigmaDependsOnItsPlace() {
        #expect("ΑΣ".pythonLowercased() == "ας")
        #expect("ΑΣΑ".pythonLowercased() == "ασα")
        #expect("Σ".pythonLowercased() == "σ")
        #expect("Α.Σ.".pythonLowercased() == "α.ς.")
    }

    @Test func aTableNumbersWordsOnceUntilItIsEmptied() {
        let table = LexemeTable(norms: NormTable())
        let kyiv = table.index(of: Array("Kyiv".utf8).span)
        let other = table.index(of: Array("Kiev".utf8).span)
        #expect(kyiv != other)
        #expect(table.index(of: Array("Kyiv".utf8).span) == kyiv)
        #expect(table[kyiv].text == "Kyiv")
        let generation = table.generation
        table.removeAll()
        #expect(table.count == 0)
        #expect(table.generation != generation)
    }
}
