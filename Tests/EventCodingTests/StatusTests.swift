import Testing

/// What kind of reality the words give an act.
struct StatusTests {
    private func withAuxiliary(_ words: String, tag: String = "MD") throws -> [String] {
        try CodedText.events(
            """
            Russia Russia NNP nsubj 3 B-GPE
            \(words) \(words) \(tag) aux 3
            attack attack VB ROOT 0
            Ukraine Ukraine NNP dobj 3 B-GPE
            . . . punct 3
            """)
    }

    @Test func mayIsHypothetical() throws {
        #expect(try withAuxiliary("may") == ["ASSAULT, hypothetical, RUS > UKR"])
    }

    @Test func anAnnouncedAttackIsAThreat() throws {
        #expect(try withAuxiliary("will") == ["THREATEN violence, future, RUS > UKR"])
    }

    @Test func anAnnouncedVisitIsAPromise() throws {
        #expect(
            try CodedText.events(
                """
                Macron Macron NNP nsubj 3 B-PERSON
                will will MD aux 3
                visit visit VB ROOT 0
                China China NNP dobj 3 B-GPE
                . . . punct 3
                """) == ["AGREE, future, FRA > CHN"])
    }

    @Test func notIsNegated() throws {
        #expect(
            try CodedText.events(
                """
                Russia Russia NNP nsubj 4 B-GPE
                did do VBD aux 4
                not not RB neg 4
                attack attack VB ROOT 0
                Ukraine Ukraine NNP dobj 4 B-GPE
                . . . punct 4
                """) == ["ASSAULT, negated, RUS > UKR"])
    }

    @Test func whatOneWillNotDoIsRefused() throws {
        #expect(
            try CodedText.events(
                """
                Russia Russia NNP nsubj 4 B-GPE
                will will MD aux 4
                not not RB neg 4
                release release VB ROOT 0
                prisoners prisoner NNS dobj 4
                . . . punct 4
                """) == ["REJECT yield, actual, RUS > prisoners"])
    }

    @Test func aYearLongAgoIsHistorical() throws {
        #expect(
            try CodedText.events(
                """
                Russia Russia NNP nsubj 2 B-GPE
                attacked attack VBD ROOT 0
                Georgia Georgia NNP dobj 2 B-GPE
                in in IN prep 2
                2008 2008 CD pobj 4 B-DATE
                . . . punct 2
                """) == ["ASSAULT, historical, RUS > GEO"])
    }

    @Test func aPurposeIsNoEvent() throws {
        #expect(
            try CodedText.events(
                """
                Russia Russia NNP nsubj 2 B-GPE
                moved move VBD ROOT 0
                to to TO aux 4
                attack attack VB advcl 2
                Ukraine Ukraine NNP dobj 4 B-GPE
                . . . punct 2
                """) == [])
    }

    @Test func aConditionIsNoEvent() throws {
        #expect(
            try CodedText.events(
                """
                If if IN mark 3
                Russia Russia NNP nsubj 3 B-GPE
                attacks attack VBZ advcl 7
                Ukraine Ukraine NNP dobj 3 B-GPE
                , , , punct 7
                prices price NNS nsubj 7
                rise rise VBP ROOT 0
                . . . punct 7
                """) == [])
    }

    @Test func whatNobodyDidIsNoEvent() throws {
        #expect(
            try CodedText.events(
                """
                No no DT det 2
                group group NN nsubj 4
                has have VBZ aux 4
                attacked attack VBN ROOT 0
                Ukraine Ukraine NNP dobj 4 B-GPE
                . . . punct 4
                """) == [])
    }
}
