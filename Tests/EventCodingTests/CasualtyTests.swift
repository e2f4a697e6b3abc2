import Testing

/// An attack and the people it killed are one act, wherever the dead are told.
struct CasualtyTests {
    private func shelled(then sentence: String) throws -> [String] {
        try CodedText.events(
            """
            Germany Germany NNP nsubj 2 B-GPE
            shelled shell VBD ROOT 0
            Chad Chad NNP dobj 2 B-GPE
            . . . punct 2

            \(sentence)
            """)
    }

    @Test func theDeadOfTheNextSentenceAreTheAttacks() throws {
        #expect(
            try shelled(
                then: """
                    Iranian iranian JJ amod 2 B-NORP
                    soldiers soldier NNS nsubjpass 4
                    were be VBD auxpass 4
                    killed kill VBN ROOT 0
                    """) == ["ASSAULT heavy-weapons, actual, DEU > TCD"])
    }

    @Test func theDeadOfAnotherPlaceAreNot() throws {
        #expect(
            try shelled(
                then: """
                    Elsewhere elsewhere RB advmod 5
                    Iranian iranian JJ amod 3 B-NORP
                    soldiers soldier NNS nsubjpass 5
                    were be VBD auxpass 5
                    killed kill VBN ROOT 0
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
