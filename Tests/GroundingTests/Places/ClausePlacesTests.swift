import TestSupport
import Testing
import Tokens

@testable import Grounding

@Suite struct ClausePlacesTests {
    /// The text of the place stated for the first token of a lemma.
    private func place(of lemma: String, in table: String) throws -> String? {
        let doc = try handBuiltDoc(table)
        let resolver = try smallResolver()
        let places = resolver.places(in: doc, published: nil)
        let token = try #require(doc.tokens.firstIndex { $0.lemma == lemma })
        return resolver.clausePlaces(in: doc, places: places).place(of: token).map { doc.text(of: places[$0].tokens) }
    }

    @Test func aPrepositionOfTheVerbStatesIt() throws {
        #expect(
            try place(
                of: "meet",
                in: """
                    Envoys envoy NNS nsubj 2
                    met meet VBD ROOT 0
                    in in IN prep 2
                    the the DT det 5
                    town town NN pobj 3
                    of of IN prep 5
                    Lachin Lachin NNP pobj 6 B-GPE
                    . . . punct 2
                    """) == "Lachin")
    }

    @Test func aPartOfAClauseTakesItsPlace() throws {
        let table = """
            Envoys envoy NNS nsubj 2
            held hold VBD ROOT 0
            talks talk NNS dobj 2
            in in IN prep 2
            Tbilisi Tbilisi NNP pobj 4 B-GPE
            . . . punct 2
            """
        #expect(try place(of: "talk", in: table) == "Tbilisi")
        #expect(try place(of: "hold", in: table) == "Tbilisi")
    }

    @Test func whatIsSaidHasNoPlaceFromWhereItIsSaid() throws {
        let table = """
            In in IN prep 5
            Tbilisi Tbilisi NNP pobj 1 B-GPE
            , , , punct 5
            Ivanov Ivanov NNP nsubj 5 B-PERSON
            said say VBD ROOT 0
            troops troop NNS nsubj 7
            attacked attack VBD ccomp 5
            villages village NNS dobj 7
            . . . punct 5
            """
        #expect(try place(of: "attack", in: table) == nil)
        #expect(try place(of: "say", in: table) == "Tbilisi")
    }

    @Test func theSubjectsPlaceIsNotTheActs() throws {
        #expect(
            try place(
                of: "condemn",
                in: """
                    Leaders leader NNS nsubj 4
                    in in IN prep 1
                    Paris Paris NNP pobj 2 B-GPE
                    condemned condemn VBD ROOT 0
                    it it PRP dobj 4
                    . . . punct 4
                    """) == nil)
    }

    @Test func movementHasItsGoalAndNotItsSource() throws {
        #expect(
            try place(
                of: "travel",
                in: """
                    She she PRP nsubj 2
                    travelled travel VBD ROOT 0
                    from from IN prep 2
                    Paris Paris NNP pobj 3 B-GPE
                    to to IN prep 2
                    Tbilisi Tbilisi NNP pobj 5 B-GPE
                    . . . punct 2
                    """) == "Tbilisi")
    }

    @Test func whatIsStormedIsWhere() throws {
        #expect(
            try place(
                of: "storm",
                in: """
                    Rebels rebel NNS nsubj 2
                    stormed storm VBD ROOT 0
                    Idlib Idlib NNP dobj 2 B-GPE
                    . . . punct 2
                    """) == "Idlib")
    }

    @Test func aRemovalIsWhereItsSourceIs() throws {
        let table = """
            Rebels rebel NNS nsubj 2
            %1 %2 VBD ROOT 0
            troops troop NNS dobj 2
            out out IN prep 2
            of of IN prep 4
            Idlib Idlib NNP pobj 5 B-GPE
            . . . punct 2
            """
        let driven = table.replacing("%1", with: "drove").replacing("%2", with: "drive")
        #expect(try place(of: "drive", in: driven) == "Idlib")
        let made = table.replacing("%1", with: "recruited").replacing("%2", with: "recruit")
        #expect(try place(of: "recruit", in: made) == nil)
    }

    @Test func aPhraseInsideAPhraseStatesIt() throws {
        #expect(
            try place(
                of: "stop",
                in: """
                    Gunmen gunman NNS nsubj 2
                    stopped stop VBD ROOT 0
                    cars car NNS dobj 2
                    near near IN prep 2
                    a a DT det 6
                    post post NN pobj 4
                    in in IN prep 6
                    Idlib Idlib NNP compound 9 B-GPE
                    province province NN pobj 7
                    . . . punct 2
                    """) == "Idlib")
    }

    @Test func aRequestIsNowhere() throws {
        let table = """
            Envoys envoy NNS nsubj 2
            met meet VBD ROOT 0
            in in IN prep 2
            Georgia Georgia NNP poss 6 B-GPE
            's 's POS case 4
            %@ %@ NN pobj 3
            . . . punct 2
            """
        #expect(try place(of: "meet", in: table.replacing("%@", with: "interest")) == nil)
        #expect(try place(of: "meet", in: table.replacing("%@", with: "town")) == "Georgia")
    }

    @Test func aNameOfItsOwnIsNotTheTownsInIt() throws {
        #expect(
            try place(
                of: "meet",
                in: """
                    Envoys envoy NNS nsubj 2
                    met meet VBD ROOT 0
                    in in IN prep 2
                    Tbilisi Tbilisi NNP compound 5 B-GPE
                    House House NNP pobj 3
                    . . . punct 2
                    """) == nil)
    }

    @Test func theObjectIsWhereWhatItIsOneOfIs() throws {
        let table = """
            Troops troop NNS nsubj 2
            killed kill VBD ROOT 0
            members member NNS dobj 2
            of of IN prep 3
            gangs gang NNS pobj 4
            near near IN prep 5
            Tbilisi Tbilisi NNP pobj 6 B-GPE
            . . . punct 2
            """
        #expect(try place(of: "kill", in: table) == "Tbilisi")
    }

    @Test func aClauseOfPlaceTellsOfThePlaceItDescribes() throws {
        let table = """
            Envoys envoy NNS nsubj 2
            left leave VBD ROOT 0
            Tbilisi Tbilisi NNP dobj 2 B-GPE
            %1
            they they PRP nsubj 6
            met meet VBD relcl 3
            . . . punct 2
            """
        #expect(try place(of: "meet", in: table.replacing("%1", with: "where where WRB advmod 6")) == "Tbilisi")
        #expect(try place(of: "meet", in: table.replacing("%1", with: "which which WDT dobj 6")) == nil)
    }

    @Test func whatHappenedAfterwardsMayHaveHappenedElsewhere() throws {
        let table = """
            Troops troop NNS nsubj 2
            left leave VBD ROOT 0
            in in IN prep 2
            Tbilisi Tbilisi NNP pobj 3 B-GPE
            after after IN mark 7
            rebels rebel NNS nsubj 7
            attacked attack VBD advcl 2
            . . . punct 2
            """
        #expect(try place(of: "attack", in: table) == nil)
    }

    @Test func aCountryActedForIsNoPlace() throws {
        let table = """
            Envoys envoy NNS nsubj 2
            met meet VBD ROOT 0
            in in IN prep 2
            the the DT det 5
            name name NN pobj 3
            of of IN prep 5
            France France NNP pobj 6 B-GPE
            . . . punct 2
            """
        #expect(try place(of: "meet", in: table) == nil)
        #expect(try place(of: "meet", in: table.replacing("name name", with: "north north")) == "France")
    }
}
