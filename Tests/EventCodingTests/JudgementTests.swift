import Testing

/// What parties think of the acts of others.
struct JudgementTests {
    /// "Germany called Chad's vote <mark> a charade".
    private func calling(_ mark: String) throws -> [String] {
        try CodedText.events(
            """
            Germany Germany NNP nsubj 2 B-GPE
            called call VBD ROOT 0
            Chad Chad NNP poss 5 B-GPE
            's 's POS case 3
            vote vote NN dobj 2
            \(mark)
            diplomacy diplomacy NN oprd 2
            """)
    }

    @Test func whatSomethingIsCalledInQuotationMarksIsACharge() throws {
        #expect(try calling("\" \" `` punct 7") == ["ACCUSE disapprove, actual, DEU > TCD"])
        #expect(try calling("mere mere JJ amod 7") == [])
    }

    /// "Iran accused Chad of theft, a claim Germany <verb>", the claim's clause being read as its content.
    private func reacting(_ clause: String) throws -> [String] {
        try CodedText.events(
            """
            Iran Iran NNP nsubj 2 B-GPE
            accused accuse VBD ROOT 0
            Chad Chad NNP dobj 2 B-GPE
            of of IN prep 2
            theft theft NN pobj 4
            , , , punct 2
            a a DT det 8
            claim claim NN dobj 2
            \(clause)
            """)
    }

    @Test func aClauseBehindANounMayLeaveItOut() throws {
        #expect(
            try reacting("Germany Germany NNP nsubj 10 B-GPE\ndismissed dismiss VBD ccomp 8").contains(
                "REJECT, actual, DEU > IRN"))
    }

    @Test func aPrepositionAtTheEndTakesTheNounBefore() throws {
        #expect(
            try reacting("Germany Germany NNP nsubj 10 B-GPE\nscoffed scoff VBD relcl 8\nat at IN prep 10").contains {
                $0.hasSuffix("DEU > IRN")
            })
    }

    /// "France said there <was> <what> that Iran was behind the flood".
    private func evidence(_ words: String) throws -> [String] {
        try CodedText.events(
            """
            France France NNP nsubj 2 B-GPE
            said say VBD ROOT 0
            there there EX expl 4
            was be VBD ccomp 2
            \(words)
            that that IN mark 9
            Iran Iran NNP nsubj 9 B-GPE
            was be VBD acl 6
            behind behind IN prep 9
            the the DT det 12
            flood flood NN pobj 10
            """)
    }

    @Test func whatThereIsNoDoubtOfIsSaid() throws {
        #expect(try evidence("no no DT det 6\ndoubt doubt NN attr 4") == ["ACCUSE allege, actual, FRA > IRN"])
        #expect(try evidence("clear clear JJ amod 6\nproof proof NN attr 4") == ["ACCUSE allege, actual, FRA > IRN"])
    }

    @Test func whatThereIsNoProofOfIsNotSaid() throws {
        #expect(try evidence("no no DT det 6\nproof proof NN attr 4") == [])
        #expect(try evidence("some some DT det 6\ndoubt doubt NN attr 4") == [])
    }

    @Test func whoHasHimselfToBlameIsAccusedAndNotAsked() throws {
        #expect(
            try CodedText.events(
                """
                France France NNP nsubj 2 B-GPE
                said say VBD ROOT 0
                Iran Iran NNP nsubj 4 B-GPE
                had have VBD ccomp 2
                itself itself PRP dobj 4
                to to TO aux 7
                blame blame VB xcomp 4
                """) == ["ACCUSE disapprove, actual, FRA > IRN"])
    }

    /// "Chad <verb> not to <deed>".
    private func undertaking(_ verb: String, _ deed: String) throws -> [String] {
        try CodedText.events(
            """
            Chad Chad NNP nsubj 2 B-GPE
            \(verb) ROOT 0
            not not RB neg 5
            to to TO aux 5
            \(deed) xcomp 2
            Iran Iran NNP dobj 5 B-GPE
            """)
    }

    @Test func whatOneVowsNotToDoIsRefused() throws {
        #expect(try undertaking("vowed vow VBD", "meet meet VB") == ["REJECT meet, actual, TCD > IRN"])
    }

    @Test func whatOneDecidesNotToDoIsRefused() throws {
        #expect(try undertaking("decided decide VBD", "meet meet VB") == ["REJECT meet, actual, TCD > IRN"])
    }

    @Test func whoAgreesNotToAttackThreatensNobody() throws {
        #expect(try undertaking("agreed agree VBD", "attack attack VB") == ["AGREE, actual, TCD > IRN"])
    }

    /// "France said Iran's law was a step <way>".
    private func step(_ way: String) throws -> [String] {
        try CodedText.events(
            """
            France France NNP nsubj 2 B-GPE
            said say VBD ROOT 0
            Iran Iran NNP poss 5 B-GPE
            's 's POS case 3
            law law NN nsubj 6
            was be VBD ccomp 2
            a a DT det 8
            step step NN attr 6
            \(way) \(way) RB advmod 6
            """)
    }

    @Test func theHeadOfAPhraseMayStandInFront() throws {
        #expect(try step("backwards") == ["ACCUSE disapprove, actual, FRA > IRN"])
        #expect(try step("sideways") == [])
    }

    @Test func whoIsKeenForSomebodyToActAsksForIt() throws {
        #expect(
            try CodedText.events(
                """
                France France NNP nsubj 2 B-GPE
                is be VBZ ROOT 0
                keen keen JJ acomp 2
                for for IN mark 7
                Iran Iran NNP nsubj 7 B-GPE
                to to TO aux 7
                release release VB advcl 2
                prisoners prisoner NNS dobj 7
                """) == ["REQUEST yield, actual, FRA > IRN"])
    }
}
