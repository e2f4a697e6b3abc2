import Dates
import TestSupport
import Testing
import Tokens

@testable import Grounding

/// Whose "the government" is, in reports of one state and of several.
struct FocusCountryTests {
    private func countries(_ table: String) throws -> [String: String?] {
        let doc = try handBuiltDoc(table)
        let (mentions, entities) = try TestKnowledge.resolver.get().actors(in: doc, published: nil)
        var result: [String: String?] = [:]
        for mention in mentions {
            result[doc.text(of: mention.tokens)] = entities[mention.entity].actors.first?.country
        }
        return result
    }

    @Test func theOnlyStateOfTheReport() throws {
        let countries = try countries(
            """
            Floods flood NNS nsubj 2
            hit hit VBD ROOT 0
            Ghana Ghana NNP dobj 2 B-GPE
            . . . punct 2

            The the DT det 2
            government government NN nsubj 3
            sent send VBD ROOT 0
            the the DT det 5
            army army NN dobj 3
            . . . punct 3
            """)
        #expect(countries["The government"] == "GHA")
        #expect(countries["the army"] == "GHA")
    }

    @Test func noneOfSeveral() throws {
        let countries = try countries(
            """
            Ghana Ghana NNP nsubj 2 B-GPE
            warned warn VBD ROOT 0
            Togo Togo NNP dobj 2 B-GPE
            . . . punct 2

            The the DT det 2
            government government NN nsubj 3
            answered answer VBD ROOT 0
            . . . punct 3
            """)
        #expect(countries["The government"] == .some(nil))
    }

    @Test func modifiersNameActors() throws {
        let countries = try countries(
            """
            Turkish turkish JJ amod 2 B-NORP
            strikes strike NNS nsubj 3
            continued continue VBD ROOT 0
            . . . punct 3
            """)
        #expect(countries["Turkish"] == "TUR")
    }
}
