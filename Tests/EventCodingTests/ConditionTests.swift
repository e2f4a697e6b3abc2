import Testing

/// What an entry demands beyond its frame.
struct ConditionTests {
    /// "France said Iran <modal> <verb> Germany".
    private func said(_ modal: String, subject: String = "Iran Iran NNP nsubj 5 B-GPE") throws -> [String] {
        try CodedText.events(
            """
            France France NNP nsubj 2 B-GPE
            said say VBD ROOT 0
            \(subject)
            \(modal) \(modal) MD aux 5
            release release VB ccomp 2
            prisoners prisoner NNS dobj 5
            . . . punct 2
            """)
    }

    @Test func whatSomebodyMustDoIsDemandedOfHim() throws {
        #expect(try said("must") == ["REQUEST yield, actual, FRA > IRN"])
        #expect(try said("should") == ["REQUEST yield, actual, FRA > IRN"])
    }

    @Test func whatSomebodyWillDoIsNotDemanded() throws {
        #expect(try said("will").allSatisfy { !$0.contains("REQUEST") })
    }

    @Test func whatOneMustDoOneselfIsNotDemanded() throws {
        #expect(try said("must", subject: "it it PRP nsubj 5").allSatisfy { !$0.contains("REQUEST") })
    }

    /// "France asked <mark> prisoners <aux> released".
    private func asked(_ mark: String, _ aux: String) throws -> [String] {
        try CodedText.events(
            """
            France France NNP nsubj 2 B-GPE
            asked ask VBD ROOT 0
            \(mark)
            prisoners prisoner NNS nsubjpass 6
            \(aux)
            released release VBN ccomp 2
            . . . punct 2
            """)
    }

    @Test func theBareVerbSaysWhatShallBeAndTheFiniteOneWhatIs() throws {
        let that = "that that IN mark 6"
        #expect(try asked(that, "be be VB auxpass 6").map { $0.prefix(13) } == ["REQUEST yield"])
        #expect(try asked("whether whether IN mark 6", "were be VBD auxpass 6").allSatisfy { !$0.hasPrefix("REQUEST") })
    }

    @Test func aGerundSaysWhatIsSuggested() throws {
        let suggested = "France France NNP nsubj 2 B-GPE\nsuggested suggest VBD ROOT 0\n"
        #expect(
            try CodedText.events(suggested + "holding hold VBG xcomp 2\ntalks talk NNS dobj 3").map { $0.prefix(5) }
                == ["AGREE"])
        #expect(
            try CodedText.events(
                suggested + "Chad Chad NNP nsubj 4 B-GPE\nheld hold VBD ccomp 2\nprisoners prisoner NNS dobj 4"
            ).allSatisfy { !$0.hasPrefix("AGREE") })
    }

    /// "<attacker> attacked Bernie Sanders".
    private func attacked(by attacker: String) throws -> [String] {
        try CodedText.events(
            attacker + """

                attacked attack VBD ROOT 0
                Bernie Bernie NNP compound 5 B-PERSON
                Sanders Sanders NNP dobj 3 I-PERSON
                """)
    }

    @Test func politiciansAttackEachOtherWithWords() throws {
        #expect(
            try attacked(by: "Ted Ted NNP compound 2 B-PERSON\nCruz Cruz NNP nsubj 3 I-PERSON")
                == ["ACCUSE disapprove, actual, USA > USA"])
        #expect(
            try attacked(by: "the the DT det 2\nrebels rebel NNS nsubj 3").map { $0.prefix(7) } == ["ASSAULT"])
    }

    @Test func callingAPersonIsTelephoning() throws {
        let call = """
            Macron Macron NNP nsubj 2 B-PERSON
            called call VBD ROOT 0
            Aliyev Aliyev NNP dobj 2 B-PERSON
            on on IN prep 2
            Friday Friday NNP pobj 4 B-DATE
            """
        #expect(try CodedText.events(call).map { $0.prefix(13) } == ["CONSULT phone"])
        #expect(try CodedText.events(call + "\nliar liar NN oprd 2").allSatisfy { !$0.hasPrefix("CONSULT") })
    }

    @Test func aReportAccusesForThoseWhoIssuedIt() throws {
        #expect(
            try CodedText.events(
                """
                Germany Germany NNP nsubj 2 B-GPE
                published publish VBD ROOT 0
                a a DT det 4
                report report NN dobj 2
                accusing accuse VBG acl 4
                Chad Chad NNP dobj 5 B-GPE
                of of IN prep 5
                murder murder NN pobj 7
                """
            ).map { $0.split(separator: ",").last } == [" DEU > TCD"])
    }

    @Test func anOrderIsTheActOrdered() throws {
        #expect(
            try CodedText.events(
                """
                Germany Germany NNP nsubj 2 B-GPE
                ordered order VBD ROOT 0
                the the DT det 4
                arrest arrest NN dobj 2
                of of IN prep 4
                rebels rebel NNS pobj 5
                """) == ["COERCE arrest, actual, DEU > rebels"])
    }

    /// "France warned that <subject> would attack Germany".
    private func warned(_ subject: String) throws -> [String] {
        try CodedText.events(
            """
            France France NNP nsubj 2 B-GPE
            warned warn VBD ROOT 0
            that that IN mark 6
            \(subject)
            would would MD aux 6
            attack attack VB ccomp 2
            Germany Germany NNP dobj 6 B-GPE
            """)
    }

    @Test func aWarningOfWhatOneWillDoIsAThreat() throws {
        #expect(try warned("it it PRP nsubj 6") == ["THREATEN violence, actual, FRA > DEU"])
        #expect(
            try warned("Iran Iran NNP nsubj 6 B-GPE").allSatisfy { !$0.hasPrefix("THREATEN violence, actual, FRA") })
    }
}
