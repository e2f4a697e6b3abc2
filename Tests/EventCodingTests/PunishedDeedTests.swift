import Testing

/// Deeds inside the act that answers them.
struct PunishedDeedTests {
    @Test func whatIsPunishedWasDone() throws {
        #expect(
            try CodedText.events(
                """
                Germany Germany NNP nsubj 2 B-GPE
                blacklisted blacklist VBD ROOT 0
                generals general NNS dobj 2
                over over IN prep 2
                Chad Chad NNP poss 7 B-GPE
                's 's POS case 5
                attack attack NN pobj 4
                on on IN prep 7
                Niger Niger NNP pobj 8 B-GPE
                """
            ).contains { $0.hasPrefix("ASSAULT") && $0.hasSuffix("TCD > NER") })
    }
}
