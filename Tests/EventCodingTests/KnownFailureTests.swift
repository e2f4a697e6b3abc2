import Testing

/// What coders of the field are known to get wrong.
struct KnownFailureTests {
    @Test func theCodesOfSeveralActorsAreNotGluedTogether() throws {
        let events = try CodedText.coding(
            """
            France France NNP nsubj 6 B-GPE
            , , , punct 1
            Germany Germany NNP conj 1 B-GPE
            and and CC cc 3
            Poland Poland NNP conj 3 B-GPE
            condemned condemn VBD ROOT 0
            Russia Russia NNP dobj 6 B-GPE
            . . . punct 6
            """
        ).coding.events
        #expect(events.count == 1)
        #expect(events[0].actors.map(\.actor.country) == ["FRA", "DEU", "POL"])
    }

    @Test func aSentenceFullOfNamesIsNotDozensOfEvents() throws {
        let names = ["France", "Germany", "Poland", "Spain", "Italy", "Greece", "Norway"]
        var table = "\(names[0]) \(names[0]) NNP nsubj 8 B-GPE\n"
        for (index, name) in names.enumerated().dropFirst() { table += "\(name) \(name) NNP conj \(index) B-GPE\n" }
        table += "met meet VBD ROOT 0\n. . . punct 8"
        #expect(try CodedText.events(table) == ["CONSULT, actual, FRA+DEU+POL+ESP+ITA+GRC+NOR > -"])
    }

    @Test func whenNothingIsKnownThereIsNoEvent() throws {
        #expect(
            try CodedText.events(
                """
                France France NNP nsubj 2 B-GPE
                considered consider VBD ROOT 0
                the the DT det 4
                matter matter NN dobj 2
                . . . punct 2
                """) == [])
    }

    @Test func anEventIsNotJoinedWithPartiesOfAnotherClause() throws {
        #expect(
            try CodedText.events(
                """
                Rebels rebel NNS nsubj 2
                attacked attack VBD ROOT 0
                a a DT det 4
                village village NN dobj 2
                , , , punct 2
                while while IN mark 8
                France France NNP nsubj 8 B-GPE
                celebrated celebrate VBD advcl 2
                Germany Germany NNP dobj 8 B-GPE
                . . . punct 2
                """) == ["ASSAULT, actual, Rebels > a village"])
    }

    @Test func footballIsNotWar() throws {
        #expect(
            try CodedText.events(
                """
                Spain Spain NNP nsubj 2 B-GPE
                attacked attack VBD ROOT 0
                Italy Italy NNP dobj 2 B-GPE
                in in IN prep 2
                the the DT det 6
                match match NN pobj 4
                before before IN prep 2
                the the DT det 9
                goalkeeper goalkeeper NN pobj 7
                . . . punct 2
                """) == [])
    }

    @Test func sharesAreNotAttacked() throws {
        #expect(
            try CodedText.events(
                """
                Investors investor NNS nsubj 2
                attacked attack VBD ROOT 0
                the the DT det 4
                currency currency NN dobj 2
                and and CC cc 4
                the the DT det 7
                shares share NNS conj 4
                . . . punct 2
                """) == [])
    }

    @Test func aStormIsNoAttacker() throws {
        #expect(
            try CodedText.events(
                """
                The the DT det 2
                storm storm NN nsubj 3
                killed kill VBD ROOT 0
                villagers villager NNS dobj 3
                . . . punct 3
                """) == [])
    }

    @Test func aFilmTellsOfNothingThatHappened() throws {
        #expect(
            try CodedText.events(
                """
                In in IN prep 6
                the the DT det 3
                film film NN pobj 1
                , , , punct 6
                rebels rebel NNS nsubj 6
                kill kill VBP ROOT 0
                the the DT det 8
                king king NN dobj 6
                in in IN prep 6
                the the DT det 12
                final final JJ amod 12
                scene scene NN pobj 9
                . . . punct 6
                """) == [])
    }
}
