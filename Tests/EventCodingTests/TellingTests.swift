import Testing

/// Acts that lie in what somebody says: the speaker is their actor.
struct TellingTests {
    /// "<speaker> said <clause>", the clause's verb being token `verb`.
    private func said(_ clause: String, speaker: String = "France France NNP nsubj 2 B-GPE") throws -> [String] {
        try CodedText.events("\(speaker)\nsaid say VBD ROOT 0\n\(clause)")
    }

    @Test func whatOneWillNotDoIsRefused() throws {
        #expect(
            try said(
                """
                it it PRP nsubj 6
                would would MD aux 6
                not not RB neg 6
                serve serve VB ccomp 2
                Iran Iran NNP dobj 6 B-GPE
                """
            ).map { $0.prefix(20) } == ["REJECT, actual, FRA "])
    }

    @Test func whatAnotherWillNotDoIsNotRefusedBySaying() throws {
        #expect(
            try said(
                """
                Iran Iran NNP nsubj 6 B-GPE
                would would MD aux 6
                not not RB neg 6
                last last VB ccomp 2
                """) == [])
    }

    @Test func notCommentingIsNoRefusal() throws {
        #expect(
            try said(
                """
                it it PRP nsubj 6
                would would MD aux 6
                not not RB neg 6
                comment comment VB ccomp 2
                """) == [])
    }

    /// "France said Iran was <not> behind the raid".
    private func behind(_ negation: String) throws -> [String] {
        try said(
            """
            Iran Iran NNP nsubj 4 B-GPE
            was be VBD ccomp 2
            \(negation)
            behind behind IN prep 4
            the the DT det 8
            flood flood NN pobj 6
            """)
    }

    @Test func whoIsSaidToBeBehindSomethingIsAccused() throws {
        #expect(try behind("indeed indeed RB advmod 4") == ["ACCUSE allege, actual, FRA > IRN"])
    }

    @Test func whoIsSaidNotToBeBehindItIsNotAccused() throws {
        #expect(try behind("not not RB neg 4") == [])
    }

    @Test func nobodyIsAccusedByTheReportItself() throws {
        #expect(
            try CodedText.events(
                """
                Iran Iran NNP nsubj 2 B-GPE
                was be VBD ROOT 0
                behind behind IN prep 2
                the the DT det 5
                flood flood NN pobj 3
                """) == [])
    }

    @Test func whatIsSaidInTwoChargesIsOneAccusation() throws {
        #expect(
            try said(
                """
                Iran Iran NNP nsubj 5 B-GPE
                had have VBD aux 5
                lied lie VBN ccomp 2
                and and CC cc 5
                broken break VBN conj 5
                its its PRP$ poss 9
                word word NN dobj 7
                """) == ["ACCUSE allege, actual, FRA > IRN"])
    }

    @Test func whatWillHappenUnlessSomebodyGivesWayIsThreatened() throws {
        #expect(
            try CodedText.events(
                """
                France France NNP nsubj 3 B-GPE
                will will MD aux 3
                halve halve VB ROOT 0
                supplies supply NNS dobj 3
                unless unless IN mark 7
                Iran Iran NNP nsubj 7 B-GPE
                pays pay VBZ advcl 3
                """) == ["THREATEN, actual, FRA > IRN"])
    }

    @Test func whatSomebodyNeedsToDoIsDemandedOfHim() throws {
        #expect(
            try said(
                """
                Iran Iran NNP nsubj 4 B-GPE
                needs need VBZ ccomp 2
                to to TO aux 6
                release release VB xcomp 4
                prisoners prisoner NNS dobj 6
                """) == ["REQUEST yield, actual, FRA > IRN"])
    }

    @Test func whoeverWantsSomethingUndoneAsksForIt() throws {
        #expect(
            try CodedText.events(
                """
                Germany Germany NNP nsubj 2 B-GPE
                wants want VBZ ROOT 0
                the the DT det 4
                levy levy NN nsubjpass 7
                to to TO aux 7
                be be VB auxpass 7
                scrapped scrap VBN ccomp 2
                """
            ).map { $0.prefix(7) } == ["REQUEST"])
    }

    @Test func theInfinitiveOfAHeadlineLiesAhead() throws {
        #expect(
            try CodedText.events(
                """
                Germany Germany NNP nsubj 3 B-GPE
                to to TO aux 3
                visit visit VB ROOT 0
                Iran Iran NNP dobj 3 B-GPE
                """
            ).map { $0.contains("future") } == [true])
    }

    @Test func whoHasNotAcceptedARulingHasRejectedIt() throws {
        #expect(
            try CodedText.events(
                """
                Germany Germany NNP nsubj 4 B-GPE
                has have VBZ aux 4
                never never RB neg 4
                accepted accept VBN ROOT 0
                the the DT det 6
                verdict verdict NN dobj 4
                """
            ).map { $0.prefix(19) } == ["REJECT, actual, DEU"])
    }

    @Test func whatOneWillDoInAnswerIsAThreatAlready() throws {
        #expect(
            try CodedText.events(
                """
                Germany Germany NNP nsubj 3 B-GPE
                will will MD aux 3
                punish punish VB ROOT 0
                Chad Chad NNP dobj 3 B-GPE
                """
            ).map { $0.hasPrefix("THREATEN") && $0.hasSuffix("DEU > TCD") } == [true])
    }

    @Test func consequencesThatAreToComeAreAThreatOfWhoAnnouncesThem() throws {
        #expect(
            try said(
                """
                there there EX expl 5
                would would MD aux 5
                be be VB ccomp 2
                consequences consequence NNS attr 5
                """
            ).map { $0.prefix(21) } == ["THREATEN, actual, FRA"])
    }

    @Test func whatAStateSaysWillNotBeDoneIsRefused() throws {
        #expect(
            try said(
                """
                the the DT det 4
                accord accord NN nsubjpass 10
                with with IN prep 4
                Iran Iran NNP pobj 5 B-GPE
                would would MD aux 10
                not not RB neg 10
                be be VB auxpass 10
                signed sign VBN ccomp 2
                """
            ) == ["REJECT assist, actual, FRA > IRN"])
    }

    @Test func aThreatMayHangOnWhatBecomesOfThings() throws {
        #expect(
            try said(
                """
                it it PRP nsubj 5
                would would MD aux 5
                strike strike VB ccomp 2
                if if IN mark 10
                demands demand NNS nsubjpass 10
                were be VBD auxpass 10
                not not RB neg 10
                met meet VBN advcl 5
                """
            ).map { $0.prefix(21) } == ["THREATEN, actual, FRA"])
    }

    @Test func whatOneSaysOneWillNotDoToOthersIsNoDeed() throws {
        #expect(
            try said(
                """
                it it PRP nsubj 6
                would would MD aux 6
                not not RB neg 6
                attack attack VB ccomp 2
                Iran Iran NNP dobj 6 B-GPE
                """) == [])
    }
}
