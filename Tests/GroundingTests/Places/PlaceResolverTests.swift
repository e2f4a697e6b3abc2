import TestSupport
import Testing
import Tokens

@testable import Grounding

@Suite struct PlaceResolverTests {
    /// Toponyms of a hand-built Doc with the country and unit of their places.
    private func places(_ table: String) throws -> [String] {
        let doc = try handBuiltDoc(table)
        return try smallResolver().places(in: doc, published: nil).map { mention in
            let place = mention.place
            let unit = place?.admin1.map { "/\($0)" } ?? ""
            return "\(doc.text(of: mention.tokens)) \(place?.country ?? "?")\(unit)"
        }
    }

    @Test func choosesTheLargerPlaceWithoutOtherEvidence() throws {
        #expect(
            try places(
                """
                They they PRP nsubj 2
                met meet VBD ROOT 0
                in in IN prep 2
                Paris Paris NNP pobj 3 B-GPE
                . . . punct 2
                """) == ["Paris FRA"])
    }

    @Test func aUnitNamedAfterAPlaceDecides() throws {
        #expect(
            try places(
                """
                They they PRP nsubj 2
                met meet VBD ROOT 0
                in in IN prep 2
                Paris Paris NNP pobj 3 B-GPE
                , , , punct 4
                Texas Texas NNP appos 4 B-GPE
                . . . punct 2
                """) == ["Paris USA/Texas", "Texas USA/Texas"])
    }

    @Test func anAbbreviationAfterACommaIsItsUnit() throws {
        #expect(
            try places(
                """
                Police police NNS nsubj 5
                in in IN prep 1
                Paris Paris NNP pobj 2 B-GPE
                , , , punct 3
                Tex. Tex. NNP appos 3 B-PERSON
                agreed agree VBD ROOT 0
                . . . punct 6
                """) == ["Paris USA/Texas", "Tex. USA/Texas"])
    }

    @Test func otherPlacesOfTheReportDecide() throws {
        let dallas = """
            Crews crew NNS nsubj 2
            drove drive VBD ROOT 0
            from from IN prep 2
            Dallas Dallas NNP pobj 3 B-GPE
            to to IN prep 2
            Athens Athens NNP pobj 5 B-GPE
            . . . punct 2
            """
        #expect(try places(dallas) == ["Dallas USA/Texas", "Athens USA/Texas"])
        let georgia = """
            Leaders leader NNS nsubj 4
            of of IN prep 1
            Georgia Georgia NNP pobj 2 B-GPE
            met meet VBD ROOT 0
            in in IN prep 4
            Tbilisi Tbilisi NNP pobj 5 B-GPE
            . . . punct 4
            """
        #expect(try places(georgia) == ["Georgia GEO", "Tbilisi GEO"])
    }

    @Test func theUnitTakesTheSenseThatHoldsThePlaceBeforeIt() throws {
        #expect(
            try places(
                """
                Doctors doctor NNS nsubj 6
                in in IN prep 1
                Athens Athens NNP pobj 2 B-GPE
                , , , punct 3
                Georgia Georgia NNP appos 3 B-GPE
                agreed agree VBD ROOT 0
                . . . punct 6
                """) == ["Athens USA/Georgia", "Georgia USA/Georgia"])
    }

    @Test func aNameTheEngineTookForAPersonIsAPlaceAfterAPreposition() throws {
        #expect(
            try places(
                """
                Shells shell NNS nsubj 2
                fell fall VBD ROOT 0
                near near IN prep 2
                Lachin Lachin NNP pobj 3 B-PERSON
                . . . punct 2
                """) == ["Lachin AZE"])
    }

    @Test func personsPeoplesAndDiseasesAreNoPlaces() throws {
        #expect(
            try places(
                """
                President President NNP compound 2
                Paris Paris NNP nsubj 3 B-PERSON
                met meet VBD ROOT 0
                Georgian georgian JJ amod 5 B-NORP
                troops troops NNS dobj 3
                . . . punct 3

                The the DT det 3
                Athens Athens NNP compound 3 B-GPE
                virus virus NN nsubj 4
                spread spread VBD ROOT 0
                . . . punct 4
                """) == [])
    }

    @Test func aFeatureWordTellsTheKindAndALongerNameWins() throws {
        #expect(
            try places(
                """
                Troops troop NNS nsubj 2
                left leave VBD ROOT 0
                Idlib Idlib NNP compound 4 B-GPE
                province province NN dobj 2 I-GPE
                for for IN prep 2
                the the DT det 8
                Lachin Lachin NNP compound 8 B-GPE
                corridor corridor NN pobj 5
                . . . punct 2
                """) == ["Idlib SYR/Idlib", "Lachin corridor AZE"])
    }

    @Test func authoritiesOfAPlaceNameIt() throws {
        #expect(
            try places(
                """
                Dallas Dallas NNP compound 2 B-ORG
                Police Police NNP nsubj 3 I-ORG
                agreed agree VBD ROOT 0
                . . . punct 3

                Paris Paris NNP compound 2 B-ORG
                United United NNP nsubj 3 I-ORG
                won win VBD ROOT 0
                . . . punct 3
                """) == ["Dallas USA/Texas"])
    }

    @Test func aNameIsAPlaceAgainWhereTheReportHasUsedItSo() throws {
        #expect(
            try places(
                """
                Fires fire NNS nsubj 2
                began begin VBD ROOT 0
                near near IN prep 2
                Lachin Lachin NNP pobj 3 B-GPE
                . . . punct 2

                Lachin Lachin NNP nsubj 2 B-ORG
                burned burn VBD ROOT 0
                . . . punct 2
                """) == ["Lachin AZE", "Lachin AZE"])
    }
}
