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

    /// Two states named equally often, none of them first in the story.
    private let rivals = """
        Ghana Ghana NNP nsubj 2 B-GPE
        warned warn VBD ROOT 0
        Togo Togo NNP dobj 2 B-GPE
        . . . punct 2


        """

    @Test func aMinisterServesTheStateWhereTheSentenceIsSet() throws {
        let countries = try countries(
            rivals + """
                In in IN prep 6
                Togo Togo NNP pobj 1 B-GPE
                , , , punct 6
                Minister Minister NNP compound 5
                Ekwo Ekwo NNP nsubj 6 B-PERSON
                laughed laugh VBD ROOT 0
                """)
        #expect(countries["Minister Ekwo"] == "TGO")
    }

    @Test func aMinisterTellsOfHisOwnStatesActs() throws {
        let countries = try countries(
            rivals + """
                Togo Togo NNP nsubj 3 B-GPE
                will will MD aux 3
                answer answer VB ccomp 7
                , , , punct 7
                Minister Minister NNP compound 6
                Ekwo Ekwo NNP nsubj 7 B-PERSON
                said say VBD ROOT 0
                """)
        #expect(countries["Minister Ekwo"] == "TGO")
    }

    @Test func aMinisterServesTheStateOfTheSentenceBefore() throws {
        let countries = try countries(
            rivals + """
                Togo Togo NNP nsubj 2 B-GPE
                waited wait VBD ROOT 0
                . . . punct 2

                Minister Minister NNP compound 2
                Ekwo Ekwo NNP nsubj 3 B-PERSON
                laughed laugh VBD ROOT 0
                """)
        #expect(countries["Minister Ekwo"] == "TGO")
    }

    @Test func aMinisterServesTheStateThatTheReportComesFrom() throws {
        let countries = try countries(
            """
            Togo Togo NNP ROOT 0 B-GPE
            – – : punct 1

            Ghana Ghana NNP nsubj 2 B-GPE
            warned warn VBD ROOT 0
            Togo Togo NNP dobj 2 B-GPE
            and and CC cc 2
            Ghana Ghana NNP nsubj 6 B-GPE
            waited wait VBD conj 2
            . . . punct 2

            Ghana Ghana NNP nsubj 2 B-GPE
            waited wait VBD ROOT 0
            while while IN mark 5
            Togo Togo NNP nsubj 5 B-GPE
            laughed laugh VBD advcl 2
            . . . punct 2

            Minister Minister NNP compound 2
            Ekwo Ekwo NNP nsubj 3 B-PERSON
            slept sleep VBD ROOT 0
            """)
        #expect(countries["Minister Ekwo"] == "TGO")
    }

    @Test func aColonAfterCapitalsEndsTheDateline() throws {
        let countries = try countries(
            """
            TOGO Togo NNP nsubj 4 B-GPE
            : : : punct 1
            Ghana Ghana NNP nsubj 4 B-GPE
            warned warn VBD ROOT 0
            Togo Togo NNP dobj 4 B-GPE
            of of IN prep 4
            floods flood NNS pobj 6
            on on IN prep 4
            Friday Friday NNP pobj 8 B-DATE
            . . . punct 4

            Ghana Ghana NNP nsubj 2 B-GPE
            waited wait VBD ROOT 0
            while while IN mark 5
            Togo Togo NNP nsubj 5 B-GPE
            laughed laugh VBD advcl 2
            . . . punct 2

            Minister Minister NNP compound 2
            Ekwo Ekwo NNP nsubj 3 B-PERSON
            slept sleep VBD ROOT 0
            """)
        #expect(countries["Minister Ekwo"] == "TGO")
    }
}
