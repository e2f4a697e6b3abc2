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

    @Test func aListReadAsAnAppositionIsAList() throws {
        #expect(
            try CodedText.events(
                """
                Mali Mali NNP nsubj 7 B-GPE
                , , , punct 1
                Chad Chad NNP appos 1 B-GPE
                and and CC cc 3
                Niger Niger NNP conj 3 B-GPE
                , , , punct 1
                condemned condemn VBD ROOT 0
                Iran Iran NNP dobj 7 B-GPE
                """) == ["ACCUSE disapprove, actual, MLI+TCD+NER > IRN"])
    }

    @Test func whoseStandsForTheNounItDescribes() throws {
        #expect(
            try CodedText.events(
                """
                Croatia Croatia NNP nsubj 8 B-GPE
                , , , punct 1
                whose whose WP$ poss 4
                minister minister NN nsubj 5
                condemned condemn VBD relcl 1
                Iran Iran NNP dobj 5 B-GPE
                , , , punct 1
                slept sleep VBD ROOT 0
                """) == ["ACCUSE disapprove, actual, HRV > IRN"])
    }

    @Test func whoJudgesTheTreatmentOfTheirOwnDoesNotBlameThem() throws {
        #expect(
            try CodedText.events(
                """
                China China NNP nsubj 2 B-GPE
                condemned condemn VBD ROOT 0
                the the DT det 4
                treatment treatment NN dobj 2
                of of IN prep 4
                its its PRP$ poss 7
                citizens citizen NNS pobj 5
                """) == ["ACCUSE disapprove, actual, CHN > -"])
    }

    @Test func aSemicolonPartsTwoSubjects() throws {
        #expect(
            try CodedText.events(
                """
                Iran Iran NNP nsubj 2 B-GPE
                waited wait VBD ccomp 5
                ; ; : punct 5
                Taipei Taipei NNP nsubj 5 B-GPE
                laughed laugh VBD ROOT 0
                and and CC cc 5
                thanked thank VBD conj 5
                Palau Palau NNP dobj 7 B-GPE
                """
            ).contains { $0.hasSuffix("TWN > PLW") })
    }

    @Test func theForcesThatAreMovedAreNoRecipient() throws {
        #expect(
            try CodedText.events(
                """
                France France NNP nsubj 2 B-GPE
                called call VBD ROOT 0
                out out RP prt 2
                the the DT det 5
                navy navy NN dobj 2
                to to TO aux 7
                help help VB xcomp 2
                """
            ).allSatisfy { $0.hasSuffix("FRA > -") })
    }

    @Test func aCurfewOnAPlaceNamesNobody() throws {
        #expect(
            try CodedText.events(
                """
                A a DT det 2
                curfew curfew NN nsubjpass 4
                was be VBD auxpass 4
                imposed impose VBN ROOT 0
                in in IN prep 4
                the the DT det 7
                city city NN pobj 5
                """) == ["COERCE curfew, actual, - > -"])
    }

    @Test func whoReceivesIsVisited() throws {
        #expect(
            try CodedText.events(
                """
                The the DT det 2
                president president NN nsubj 3
                received receive VBD ROOT 0
                the the DT det 6
                Kenyan kenyan JJ amod 6 B-NORP
                minister minister NN dobj 3
                in in IN prep 3
                France France NNP pobj 7 B-GPE
                """
            ).contains { $0.hasPrefix("CONSULT visit, actual, KEN > ") })
    }

    @Test func whoIsInTalksTakesPartInThem() throws {
        #expect(
            try CodedText.events(
                """
                France France NNP nsubj 8 B-GPE
                , , , punct 1
                in in IN prep 1
                talks talk NNS pobj 3
                with with IN prep 4
                Iran Iran NNP pobj 5 B-GPE
                , , , punct 1
                slept sleep VBD ROOT 0
                """) == ["CONSULT, actual, FRA+IRN > -"])
    }

    @Test func aChargeWithinAChargeIsAgainstTheSame() throws {
        #expect(
            try CodedText.events(
                """
                China China NNP nsubj 2 B-GPE
                charged charge VBD ROOT 0
                that that IN mark 5
                Washington Washington NNP nsubj 5 B-GPE
                interferes interfere VBZ ccomp 2
                in in IN prep 5
                affairs affair NNS pobj 6
                """
            ).contains { $0.hasPrefix("ACCUSE") && $0.hasSuffix("CHN > USA") })
    }

    @Test func theNounBehindAndIsTheSubjectOfTheVerbThatFollowsIt() throws {
        #expect(
            try CodedText.events(
                """
                Chad Chad NNP nsubj 2 B-GPE
                waited wait VBD ROOT 0
                on on IN prep 2
                Friday Friday NNP pobj 3 B-DATE
                and and CC cc 4
                Niger Niger NNP conj 4 B-GPE
                condemned condemn VBD conj 2
                Iran Iran NNP dobj 7 B-GPE
                """) == ["ACCUSE disapprove, actual, NER > IRN"])
    }

    @Test func aParticipleJoinedToAnAdjectiveHasTheSubjectOfTheClause() throws {
        #expect(
            try CodedText.events(
                """
                Gunmen gunman NNS nsubj 2
                came come VBD ROOT 0
                , , , punct 2
                making make VBG advcl 2
                homes home NNS dobj 4
                empty empty JJ ccomp 4
                and and CC cc 6
                shooting shoot VBG conj 6
                at at IN prep 8
                villagers villager NNS pobj 9
                """
            ).contains { $0.hasSuffix("Gunmen > villagers") })
    }

    @Test func whoTravelsIsTheVisitor() throws {
        #expect(
            try CodedText.events(
                """
                The the DT det 3
                French french JJ amod 3 B-NORP
                minister minister NN nsubj 4
                slept sleep VBD ROOT 0
                during during IN prep 4
                a a DT det 7
                visit visit NN pobj 5
                to to IN prep 7
                Chad Chad NNP pobj 8 B-GPE
                """) == ["CONSULT visit, actual, FRA > TCD"])
    }

    @Test func whatTheSpeakerCallsADeedSaysWhoDidIt() throws {
        #expect(
            try CodedText.events(
                """
                France France NNP nsubj 2 B-GPE
                deplored deplore VBD ROOT 0
                what what WP dobj 5
                it it PRP nsubj 5
                termed term VBD ccomp 2
                interference interference NN oprd 5
                by by IN prep 5
                Iran Iran NNP pobj 7 B-GPE
                """
            ).contains { $0.hasPrefix("ACCUSE") && $0.hasSuffix("FRA > IRN") })
    }

    @Test func whoseMembershipIsSuspendedIsPunished() throws {
        #expect(
            try CodedText.events(
                """
                The the DT det 3
                African african NNP compound 3 B-ORG
                Union Union NNP nsubj 4 I-ORG
                suspended suspend VBD ROOT 0
                Guinea Guinea NNP poss 7 B-GPE
                's 's POS case 5
                membership membership NN dobj 4
                """
            ).contains { $0.hasPrefix("SANCTION") && $0.hasSuffix("> GIN") })
    }

    @Test func bothCampsAreParties() throws {
        #expect(
            try CodedText.events(
                """
                France France NNP nsubj 2 B-GPE
                urged urge VBD ROOT 0
                both both DT det 4
                camps camp NNS dobj 2
                to to TO aux 6
                talk talk VB xcomp 2
                """) == ["REQUEST meet, actual, FRA > both camps"])
    }

    @Test func whatStandsBeforeTheSubjectSaysWhere() throws {
        #expect(
            try CodedText.events(
                """
                In in IN prep 5
                parliament parliament NN pobj 1
                , , , punct 5
                lawmakers lawmaker NNS nsubj 5
                rejected reject VBD ROOT 0
                an an DT det 8
                opposition opposition NN compound 8
                motion motion NN dobj 5
                """
            ).contains { $0.hasPrefix("REJECT") && $0.hasSuffix("lawmakers > opposition") })
    }

    @Test func aNameInApposingIsWhoAGroupIs() throws {
        #expect(
            try CodedText.events(
                """
                One one CD nsubj 6
                of of IN prep 1
                them they PRP pobj 2
                , , , punct 1
                Hamas Hamas NNP appos 1 B-ORG
                condemned condemn VBD ROOT 0
                Iran Iran NNP dobj 6 B-GPE
                """
            ).contains { $0.hasSuffix("PSE > IRN") })
    }

    @Test func whomADeathBefellIsNotToBlame() throws {
        #expect(
            try CodedText.events(
                """
                France France NNP nsubj 2 B-GPE
                deplored deplore VBD ROOT 0
                the the DT det 4
                fate fate NN dobj 2
                of of IN prep 4
                the the DT det 8
                Uyghur Uyghur NNP compound 8 B-NORP
                students student NNS pobj 5
                """
            ).allSatisfy { $0.hasSuffix("FRA > -") })
    }

    @Test func countedHeadsAreOfTheirClass() throws {
        #expect(
            try CodedText.events(
                """
                Thousands thousand NNS nsubj 4
                of of IN prep 1
                troops troop NNS pobj 2
                arrived arrive VBD ROOT 0
                in in IN prep 4
                Chad Chad NNP pobj 5 B-GPE
                """
            ).contains { $0.hasPrefix("MOBILIZE troops") })
    }
}
