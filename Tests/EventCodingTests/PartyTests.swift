import Testing

/// Parties that stand elsewhere than in the slots of the act's own word.
struct PartyTests {
    @Test func aParticipleWithAnObjectIsThePastTenseOfTheSentence() throws {
        #expect(
            try CodedText.events(
                """
                Gunmen gunman NNS nsubj 7
                on on IN prep 1
                motorbikes motorbike NNS pobj 2
                killed kill VBN acl 3
                villagers villager NNS dobj 4
                , , , punct 1
                said say VBD ROOT 0
                """) == ["ASSAULT, actual, Gunmen > villagers"])
    }

    @Test func aDroneOfNobodyKnownIsTheMeansAndNoParty() throws {
        #expect(
            try CodedText.events(
                """
                Ukraine Ukraine NNP nsubjpass 3 B-GPE
                was be VBD auxpass 3
                struck strike VBN ROOT 0
                by by IN agent 3
                a a DT det 6
                drone drone NN pobj 4
                """
            ).map { $0.hasSuffix("- > UKR") } == [true])
    }

    @Test func whoFiredTheMeansIsTheActor() throws {
        #expect(
            try CodedText.events(
                """
                Rockets rocket NNS nsubj 5
                fired fire VBN acl 1
                by by IN agent 2
                Iran Iran NNP pobj 3 B-GPE
                killed kill VBD ROOT 0
                villagers villager NNS dobj 5
                """
            ).contains { $0.hasSuffix("IRN > villagers") })
    }

    @Test func theCrowdToBeDispersedIsWhomForceIsUsedOn() throws {
        #expect(
            try CodedText.events(
                """
                Greek greek JJ amod 2 B-NORP
                police police NNS nsubj 3
                fired fire VBD ROOT 0
                tear tear NN compound 5
                gas gas NN dobj 3
                to to TO aux 7
                disperse disperse VB advcl 3
                migrants migrant NNS dobj 7
                """) == ["ASSAULT crowd-control, actual, GRC > migrants"])
    }

    @Test func aCommonNounBeforeAnAttackSaysWhose() throws {
        #expect(
            try CodedText.events(
                """
                A a DT det 3
                gang gang NN compound 3
                attack attack NN nsubj 4
                killed kill VBD ROOT 0
                villagers villager NNS dobj 4
                """
            ).map { $0.hasSuffix("gang > villagers") } == [true])
    }

    @Test func aReportIsAboutThoseItSaysActed() throws {
        #expect(
            try CodedText.events(
                """
                Germany Germany NNP nsubj 2 B-GPE
                condemned condemn VBD ROOT 0
                reports report NNS dobj 2
                that that IN mark 6
                Iran Iran NNP nsubj 6 B-GPE
                looted loot VBD acl 3
                homes home NNS dobj 6
                """
            ).contains { $0.hasPrefix("ACCUSE") && $0.hasSuffix("DEU > IRN") })
    }

    @Test func aNounInApposingIsThePersonItIntroduces() throws {
        #expect(
            try CodedText.events(
                """
                Her her PRP$ poss 2
                predecessor predecessor NN nsubjpass 7
                , , , punct 2
                Pedro Pedro NNP compound 5 B-PERSON
                Vega Vega NNP appos 2 I-PERSON
                was be VBD auxpass 7
                jailed jail VBN ROOT 0
                """
            ).map { $0.hasSuffix("- > Pedro Vega") } == [true])
    }
}
