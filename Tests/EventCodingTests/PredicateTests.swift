import Testing

/// What is said of a party or an act, and where its parties stand.
struct PredicateTests {
    @Test func aParticipleBehindTheObjectIsItsPredicate() throws {
        #expect(
            try CodedText.events(
                """
                Rebels rebel NNS nsubj 3
                have have VBP aux 3
                kept keep VBN ROOT 0
                the the DT det 5
                roads road NNS dobj 3
                closed close VBN acl 5
                """
            ).contains { $0.hasPrefix("COERCE") && $0.contains("Rebels") })
    }

    @Test func aPrepositionLeftAloneTakesTheNoun() throws {
        #expect(
            try CodedText.events(
                """
                Chad Chad NNP nsubj 2 B-GPE
                left leave VBD ROOT 0
                the the DT det 4
                country country NN dobj 2
                Germany Germany NNP nsubj 6 B-GPE
                apologised apologise VBD relcl 4
                to to IN prep 6
                """
            ).contains { $0.hasPrefix("SUPPORT") && $0.contains("DEU") })
    }

    @Test func aSurnameTakenForAProductIsAParty() throws {
        #expect(
            try CodedText.events(
                """
                Germany Germany NNP nsubj 2 B-GPE
                thanked thank VBD ROOT 0
                Quiroz Quiroz NNP dobj 2 B-PRODUCT
                """) == ["SUPPORT, actual, DEU > Quiroz"])
    }
}
