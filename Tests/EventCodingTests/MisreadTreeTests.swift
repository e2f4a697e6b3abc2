import Testing

/// Trees that the parser often gets wrong, read as the words mean them.
struct MisreadTreeTests {
    @Test func aPastTenseGoesOnFromTheVerbThatAsksNotFromWhatIsAsked() throws {
        #expect(
            try CodedText.events(
                """
                Germany Germany NNP nsubj 2 B-GPE
                urged urge VBD ROOT 0
                Iran Iran NNP dobj 2 B-GPE
                to to TO aux 5
                withdraw withdraw VB xcomp 2
                and and CC cc 5
                criticised criticise VBD conj 5
                Chad Chad NNP dobj 7 B-GPE
                """) == ["REQUEST yield, actual, DEU > IRN", "ACCUSE disapprove, actual, DEU > TCD"])
    }

    @Test func aParticleTakenForAPrepositionLeavesTheVerbItsObject() throws {
        #expect(
            try CodedText.events(
                """
                Germany Germany NNP nsubj 2 B-GPE
                ruled rule VBD ROOT 0
                out out RP prep 2
                releasing release VBG pcomp 3
                prisoners prisoner NNS dobj 4
                """
            ).map { $0.prefix(25) } == ["REJECT yield, actual, DEU"])
    }

    @Test func whatHappenedInAnAttackIsToldWithIt() throws {
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
                killed kill VBN relcl 6
                """
            ).filter { $0.hasPrefix("ASSAULT") } == ["ASSAULT, actual, - > TCD"])
    }

    @Test func whatStandsBeforeASemicolonIsNoObject() throws {
        #expect(
            try CodedText.events(
                """
                Germany Germany NNP nsubj 2 B-GPE
                attacked attack VBD ccomp 6
                Chad Chad NNP dobj 2 B-GPE
                ; ; : punct 6
                Iran Iran NNP nsubj 6 B-GPE
                stopped stop VBD ROOT 0
                """) == ["ASSAULT, actual, DEU > TCD"])
    }

    @Test func whatIsCalledByANameIsNotHeld() throws {
        #expect(
            try CodedText.events(
                """
                Germany Germany NNP nsubj 2 B-GPE
                called call VBD ROOT 0
                the the DT det 4
                talks talk NNS dobj 2
                a a DT det 6
                gift gift NN oprd 2
                """
            ).allSatisfy { !$0.hasPrefix("CONSULT") })
    }

    @Test func whoSpeaksMayStandBehindTheVerb() throws {
        #expect(
            try CodedText.events(
                """
                It it PRP nsubj 3
                would would MD aux 3
                attack attack VB ccomp 6
                Chad Chad NNP dobj 3 B-GPE
                , , , punct 6
                warned warn VBD ROOT 0
                Germany Germany NNP dobj 6 B-GPE
                """
            ).map { $0.contains("DEU > TCD") } == [true])
    }

    @Test func aPronounInWhatIsSaidStandsForWhoSpeaks() throws {
        #expect(
            try CodedText.events(
                """
                Rebels rebel NNS nsubj 2
                said say VBD ROOT 0
                it it PRP nsubj 4
                condemned condemn VBD ccomp 2
                Chad Chad NNP dobj 4 B-GPE
                """) == ["ACCUSE disapprove, actual, Rebels > TCD"])
    }

    @Test func aParticipleAfterARelativeClauseIsThePastTenseOfTheSentence() throws {
        #expect(
            try CodedText.events(
                """
                France France NNP ROOT 0 B-GPE
                , , , punct 1
                which which WDT nsubj 4
                slept sleep VBD relcl 1
                , , , punct 1
                offered offer VBN acl 1
                to to TO aux 8
                mediate mediate VB xcomp 6
                """
            ).map { $0.hasSuffix("FRA > -") } == [true])
    }

    @Test func anAppositionBeforeItsHeadIsNoList() throws {
        #expect(
            try CodedText.events(
                """
                Chad Chad NNP appos 3 B-GPE
                Niger Niger NNP conj 1 B-GPE
                Mali Mali NNP nsubj 5 B-GPE
                , , , punct 3
                condemned condemn VBD ROOT 0
                Iran Iran NNP dobj 5 B-GPE
                """) == ["ACCUSE disapprove, actual, MLI > IRN"])
    }

    @Test func aParticleMayStandBehindTheObject() throws {
        #expect(
            try CodedText.events(
                """
                Germany Germany NNP nsubj 2 B-GPE
                turned turn VBD ROOT 0
                the the DT det 4
                demand demand NN dobj 2
                down down RB advmod 6
                flat flat JJ oprd 2
                """
            ).map { $0.prefix(6) } == ["REJECT"])
    }

    @Test func howSomethingWasDecidedIsNotWhoDecidedIt() throws {
        #expect(
            try CodedText.events(
                """
                The the DT det 3
                German german JJ amod 3
                minister minister NN nsubjpass 5
                was be VBD auxpass 5
                dismissed dismiss VBN ROOT 0
                by by IN agent 5
                decree decree NN pobj 6
                """
            ) == ["SANCTION expel, actual, - > DEU"])
    }
}
