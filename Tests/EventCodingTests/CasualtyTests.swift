import Testing

/// An attack and the people it killed are one act, wherever the dead are told.
struct CasualtyTests {
    private let attack = """
        Germany Germany NNP nsubj 2 B-GPE
        shelled shell VBD ROOT 0
        Chad Chad NNP dobj 2 B-GPE
        . . . punct 2
        """

    @Test func theDeadOfTheNextSentenceAreTheAttacks() throws {
        #expect(
            try CodedText.events(
                attack + """

                    Iranian iranian JJ amod 6 B-NORP
                    soldiers soldier NNS nsubjpass 8
                    were be VBD auxpass 8
                    killed kill VBN ROOT 0
                    . . . punct 8
                    """
            ) == ["ASSAULT heavy-weapons, actual, DEU > TCD"])
    }

    @Test func theDeadOfAnotherPlaceAreNot() throws {
        #expect(
            try CodedText.events(
                attack + """

                    Elsewhere elsewhere RB advmod 9
                    Iranian iranian JJ amod 7 B-NORP
                    soldiers soldier NNS nsubjpass 9
                    were be VBD auxpass 9
                    killed kill VBN ROOT 0
                    . . . punct 9
                    """
            ).count == 2)
    }

    @Test func theWoundedAreToldWithTheDeadWhateverTheParserJoinsThemTo() throws {
        #expect(
            try CodedText.events(
                """
                Germany Germany NNP nsubj 2 B-GPE
                condemned condemn VBD ROOT 0
                an an DT det 4
                attack attack NN dobj 2
                on on IN prep 4
                Chad Chad NNP pobj 5 B-GPE
                in in IN prep 10
                which which WDT pobj 7
                soldiers soldier NNS nsubjpass 10
                killed kill VBN relcl 4
                and and CC cc 2
                others other NNS nsubjpass 14
                were be VBD auxpass 14
                wounded wound VBN conj 2
                """
            ).filter { $0.hasPrefix("ASSAULT") } == ["ASSAULT, actual, - > TCD"])
    }

    @Test func anActBesideADeathIsAnother() throws {
        #expect(
            try CodedText.events(
                """
                Germany Germany NNP nsubj 2 B-GPE
                killed kill VBD ROOT 0
                a a DT det 4
                soldier soldier NN dobj 2
                and and CC cc 2
                shelling shelling NN nsubj 9
                of of IN prep 6
                Chad Chad NNP pobj 7 B-GPE
                left leave VBD conj 2
                two two CD nummod 11
                men man NNS nsubj 12
                wounded wound VBN ccomp 9
                """
            ).filter { $0.hasPrefix("ASSAULT") }.count == 2)
    }

    @Test func anAttackNamedByAGerundKills() throws {
        #expect(
            try CodedText.events(
                """
                Shelling shell VBG nsubj 2
                killed kill VBD ROOT 0
                a a DT det 5
                German german JJ amod 5
                soldier soldier NN dobj 2
                """
            ) == ["ASSAULT heavy-weapons, actual, - > DEU"])
    }
}
