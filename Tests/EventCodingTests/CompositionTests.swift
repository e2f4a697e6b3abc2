import Testing

/// The outer and the inner act decide together.
struct CompositionTests {
    /// "France <verb> to <inner> Germany".
    private func infinitive(_ verb: String, _ lemma: String, _ inner: String) throws -> [String] {
        try CodedText.events(
            """
            France France NNP nsubj 2 B-GPE
            \(verb) \(lemma) VBD ROOT 0
            to to TO aux 4
            \(inner) \(inner) VB xcomp 2
            Germany Germany NNP dobj 4 B-GPE
            . . . punct 2
            """)
    }

    @Test func agreedToMeet() throws {
        #expect(try infinitive("agreed", "agree", "meet") == ["AGREE, actual, FRA > DEU"])
    }

    @Test func refusedToMeet() throws {
        #expect(try infinitive("refused", "refuse", "meet") == ["REJECT meet, actual, FRA > DEU"])
    }

    @Test func threatenedToAttack() throws {
        #expect(try infinitive("threatened", "threaten", "attack") == ["THREATEN violence, actual, FRA > DEU"])
    }

    @Test func vowedToAttackIsAThreatAndVowedToMeetAPromise() throws {
        #expect(try infinitive("vowed", "vow", "attack") == ["THREATEN violence, actual, FRA > DEU"])
        #expect(try infinitive("vowed", "vow", "visit") == ["AGREE, actual, FRA > DEU"])
    }

    @Test func failedToAttackIsNegated() throws {
        #expect(try infinitive("failed", "fail", "attack") == ["ASSAULT, negated, FRA > DEU"])
    }

    @Test func whoIsToActIsAsked() throws {
        #expect(
            try CodedText.events(
                """
                France France NNP nsubj 2 B-GPE
                urged urge VBD ROOT 0
                Russia Russia NNP dobj 2 B-GPE
                to to TO aux 5
                release release VB xcomp 2
                prisoners prisoner NNS dobj 5
                . . . punct 2
                """) == ["REQUEST yield, actual, FRA > RUS"])
    }

    @Test func severalActsAskedForAreOneRequest() throws {
        #expect(
            try CodedText.events(
                """
                France France NNP nsubj 2 B-GPE
                urged urge VBD ROOT 0
                Russia Russia NNP dobj 2 B-GPE
                to to TO aux 5
                release release VB xcomp 2
                prisoners prisoner NNS dobj 5
                and and CC cc 5
                withdraw withdraw VB conj 5
                . . . punct 2
                """) == ["REQUEST yield, actual, FRA > RUS"])
    }

    @Test func aDemandThatIsRejectedWasMade() throws {
        #expect(
            try CodedText.events(
                """
                Germany Germany NNP nsubj 2 B-GPE
                rejected reject VBD ROOT 0
                a a DT det 4
                demand demand NN dobj 2
                by by IN prep 4
                Chad Chad NNP pobj 5 B-GPE
                to to TO aux 8
                withdraw withdraw VB acl 4
                """
            ).map { String($0.prefix(6)) }.sorted() == ["REJECT", "REQUES"])
    }

    @Test func aStrikeThatIsCalledOffWasOn() throws {
        #expect(
            try CodedText.events(
                """
                Germany Germany NNP nsubj 2 B-GPE
                suspended suspend VBD ROOT 0
                its its PRP$ poss 4
                strike strike NN dobj 2
                """
            ).map { $0.prefix(14) }.contains("PROTEST strike"))
    }

    @Test func whoDecidesDoesWhatIsDecided() throws {
        #expect(
            try CodedText.events(
                """
                Germany Germany NNP nsubj 2 B-GPE
                condemned condemn VBD ROOT 0
                the the DT det 4
                decision decision NN dobj 2
                by by IN prep 4
                Iran Iran NNP pobj 5 B-GPE
                to to TO aux 8
                attack attack VB acl 4
                Chad Chad NNP dobj 8 B-GPE
                """
            ).contains("ASSAULT, actual, IRN > TCD"))
    }

    @Test func whatSomebodyCameToSayWasSaid() throws {
        let rose = { (tense: String) in
            try CodedText.events(
                """
                Germany Germany NNP nsubj 2 B-GPE
                rose rise \(tense) ROOT 0
                to to TO aux 4
                condemn condemn VB advcl 2
                Chad Chad NNP dobj 4 B-GPE
                """)
        }
        #expect(try rose("VBD") == ["ACCUSE disapprove, actual, DEU > TCD"])
        #expect(try rose("VB").isEmpty)
    }

    @Test func aCrowdThatGathersToDemandIsOneProtest() throws {
        #expect(
            try CodedText.events(
                """
                Workers worker NNS nsubj 2
                marched march VBD ROOT 0
                through through IN prep 2
                Berlin Berlin NNP pobj 3 B-GPE
                to to TO aux 6
                condemn condemn VB advcl 2
                Chad Chad NNP dobj 6 B-GPE
                """
            ).allSatisfy { $0.hasPrefix("PROTEST") })
    }

    @Test func aDenialIsARefusalOfTheCharge() throws {
        #expect(
            try CodedText.events(
                """
                Russia Russia NNP nsubj 2 B-GPE
                denied deny VBD ROOT 0
                attacking attack VBG xcomp 2
                Ukraine Ukraine NNP dobj 3 B-GPE
                . . . punct 2
                """) == ["REJECT, actual, RUS > -"])
    }

    @Test func theEndOfAnAttackIsACeasefire() throws {
        #expect(
            try CodedText.events(
                """
                Russia Russia NNP nsubj 2 B-GPE
                halted halt VBD ROOT 0
                attacks attack NNS dobj 2
                on on IN prep 3
                Ukraine Ukraine NNP pobj 4 B-GPE
                . . . punct 2
                """) == ["RETREAT ceasefire, actual, RUS > UKR"])
    }
}
