import Testing

/// Who is actor and who recipient, by syntax.
struct RoleTests {
    @Test func subjectAndObjectOfAnActiveVerb() throws {
        #expect(
            try CodedText.events(
                """
                Russia Russia NNP nsubj 2 B-GPE
                attacked attack VBD ROOT 0
                Ukraine Ukraine NNP dobj 2 B-GPE
                . . . punct 2
                """) == ["ASSAULT, actual, RUS > UKR"])
    }

    @Test func aPassiveTurnsThemRound() throws {
        #expect(
            try CodedText.events(
                """
                Ukraine Ukraine NNP nsubjpass 3 B-GPE
                was be VBD auxpass 3
                attacked attack VBN ROOT 0
                by by IN agent 3
                Russia Russia NNP pobj 4 B-GPE
                . . . punct 3
                """) == ["ASSAULT, actual, RUS > UKR"])
    }

    @Test func aPassiveWithoutAgentHasNoActor() throws {
        #expect(
            try CodedText.events(
                """
                Ukraine Ukraine NNP nsubjpass 3 B-GPE
                was be VBD auxpass 3
                attacked attack VBN ROOT 0
                . . . punct 3
                """) == ["ASSAULT, actual, - > UKR"])
    }

    @Test func coordinatedPartiesAreOneEventWithSeveralMembers() throws {
        #expect(
            try CodedText.events(
                """
                France France NNP nsubj 4 B-GPE
                and and CC cc 1
                Germany Germany NNP conj 1 B-GPE
                condemned condemn VBD ROOT 0
                Russia Russia NNP dobj 4 B-GPE
                and and CC cc 5
                Belarus Belarus NNP conj 5 B-GPE
                . . . punct 4
                """) == ["ACCUSE disapprove, actual, FRA+DEU > RUS+BLR"])
    }

    @Test func coordinatedVerbsShareTheirSubject() throws {
        #expect(
            try CodedText.events(
                """
                France France NNP nsubj 2 B-GPE
                condemned condemn VBD ROOT 0
                Russia Russia NNP dobj 2 B-GPE
                and and CC cc 2
                praised praise VBD conj 2
                Ukraine Ukraine NNP dobj 5 B-GPE
                . . . punct 2
                """) == ["ACCUSE disapprove, actual, FRA > RUS", "SUPPORT, actual, FRA > UKR"])
    }

    @Test func aRelativeClauseTakesItsNoun() throws {
        #expect(
            try CodedText.events(
                """
                Russia Russia NNP nsubj 7 B-GPE
                , , , punct 1
                which which WDT nsubj 4
                attacked attack VBD relcl 1
                Ukraine Ukraine NNP dobj 4 B-GPE
                , , , punct 1
                grew grow VBD ROOT 0
                . . . punct 7
                """) == ["ASSAULT, actual, RUS > UKR"])
    }

    @Test func bothPartiesOfAMeetingAreActors() throws {
        #expect(
            try CodedText.events(
                """
                France France NNP nsubj 2 B-GPE
                held hold VBD ROOT 0
                talks talk NNS dobj 2
                with with IN prep 3
                Germany Germany NNP pobj 4 B-GPE
                . . . punct 2
                """) == ["CONSULT, actual, FRA+DEU > -"])
    }

    @Test func possessorAndPhraseOfANoun() throws {
        #expect(
            try CodedText.events(
                """
                France France NNP nsubj 2 B-GPE
                mourned mourn VBD ROOT 0
                after after IN prep 2
                Russia Russia NNP poss 6 B-GPE
                's 's POS case 4
                invasion invasion NN pobj 3
                of of IN prep 6
                Ukraine Ukraine NNP pobj 7 B-GPE
                . . . punct 2
                """) == ["ASSAULT, actual, RUS > UKR"])
    }

    @Test func aLightVerbGivesItsSubjectToTheNoun() throws {
        #expect(
            try CodedText.events(
                """
                Russia Russia NNP nsubj 2 B-GPE
                launched launch VBD ROOT 0
                an a DT det 4
                attack attack NN dobj 2
                on on IN prep 4
                Ukraine Ukraine NNP pobj 5 B-GPE
                . . . punct 2
                """) == ["ASSAULT, actual, RUS > UKR"])
    }

    @Test func whatTheWeaponDoesItsOwnerDoes() throws {
        #expect(
            try CodedText.events(
                """
                A a DT det 4
                Russian russian JJ amod 4 B-NORP
                drone drone NN compound 4
                strike strike NN nsubj 5
                killed kill VBD ROOT 0
                civilians civilian NNS dobj 5
                . . . punct 5
                """) == ["ASSAULT drone, actual, RUS > civilians"])
    }

    @Test func theDoerOfACondemnedDeedIsTheRecipient() throws {
        #expect(
            try CodedText.events(
                """
                France France NNP nsubj 2 B-GPE
                criticized criticize VBD ROOT 0
                Russia Russia NNP poss 5 B-GPE
                's 's POS case 3
                decision decision NN dobj 2
                . . . punct 2
                """) == ["ACCUSE disapprove, actual, FRA > RUS"])
    }

    @Test func whoseRejectedPlanItIsTellsItsParticiple() throws {
        #expect(
            try CodedText.events(
                """
                France France NNP nsubj 2 B-GPE
                rejected reject VBD ROOT 0
                a a DT det 4
                plan plan NN dobj 2
                drafted draft VBN acl 4
                by by IN agent 5
                Egypt Egypt NNP pobj 6 B-GPE
                """) == ["REJECT, actual, FRA > EGY"])
    }

    @Test func anUnknownDeedIsAgreedToForThoseItServes() throws {
        #expect(
            try CodedText.events(
                """
                France France NNP nsubj 2 B-GPE
                agreed agree VBD ROOT 0
                to to TO aux 4
                paint paint VB xcomp 2
                bridges bridge NNS dobj 4
                for for IN prep 4
                Egypt Egypt NNP pobj 6 B-GPE
                """) == ["AGREE, actual, FRA > EGY"])
    }

    @Test func whatAnAttackWreckedIsToldWithTheAttack() throws {
        #expect(
            try CodedText.events(
                """
                Rebels rebel NNS nsubj 2
                fired fire VBD ROOT 0
                mortars mortar NNS dobj 2
                at at IN prep 2
                Chad Chad NNP pobj 4 B-GPE
                , , , punct 2
                wrecking wreck VBG advcl 2
                a a DT det 9
                school school NN dobj 7
                """
            ).map { $0.prefix(31) } == ["ASSAULT heavy-weapons destroy, "])
    }
}
