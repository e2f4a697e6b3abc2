import Testing

@testable import train_relations

@Suite struct SentencePatternTests {
    @Test func partsStandInsideOneAnother() throws {
        let pattern = try SentencePattern("{A} (met|[has] seen) {R $leader}")
        #expect(
            pattern
                == .sequence([
                    .actor(.list("actor")), .text(" "),
                    .choice([.text("met"), .sequence([.choice([.sequence([]), .text("has")]), .text(" seen")])]),
                    .text(" "), .recipient(.list("leader")),
                ]))
        #expect(pattern.variety == 2 * 3 * 2)
    }

    @Test(arguments: ["(a|b", "a)", "[a", "{X}", "{A"])
    func bracketsOutOfPlaceAreErrors(_ source: String) {
        #expect(throws: PatternError.self) { try SentencePattern(source) }
    }
}
