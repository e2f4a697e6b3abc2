import Testing

/// What relative clauses and participles tell of the noun or verb they hang on.
struct RelativeClauseTests {
    @Test func whatSumsUpASentenceIsTheObjectOfItsClause() throws {
        #expect(
            try CodedText.events(
                """
                Germany Germany NNP nsubj 2 B-GPE
                accused accuse VBD ROOT 0
                Iran Iran NNP dobj 2 B-GPE
                of of IN prep 2
                sabotage sabotage NN pobj 4
                , , , punct 2
                a a DT det 8
                claim claim NN dobj 2
                that that IN mark 11
                Chad Chad NNP nsubj 11 B-GPE
                dismissed dismiss VBD acl 8
                """
            ).contains { $0.hasPrefix("REJECT, actual, TCD") })
    }

    @Test func aRelativeClauseMayHangOnANounFurtherUp() throws {
        #expect(
            try CodedText.events(
                """
                Germany Germany NNP nsubj 2 B-GPE
                lifted lift VBD ROOT 0
                the the DT det 4
                curfew curfew NN dobj 2
                in in IN prep 2
                the the DT det 7
                north north NN pobj 5
                that that WDT mark 11
                Chad Chad NNP nsubj 11 B-GPE
                had have VBD aux 11
                imposed impose VBN ccomp 2
                """
            ).contains { $0.hasPrefix("COERCE curfew, actual, TCD") })
    }

    @Test func coordinatedRelativeClausesShareWhatTheyDescribe() throws {
        #expect(
            try CodedText.events(
                """
                The the DT det 2
                plan plan NN nsubj 9
                which which WDT dobj 5
                Germany Germany NNP nsubj 5 B-GPE
                backed back VBD relcl 2
                and and CC cc 5
                Chad Chad NNP nsubj 8 B-GPE
                rejected reject VBD conj 5
                failed fail VBD ROOT 0
                """
            ).contains { $0.hasPrefix("REJECT, actual, TCD") })
    }

    @Test func aParticipleBehindAPurposeGoesOnFromWhatWasDone() throws {
        #expect(
            try CodedText.events(
                """
                Germany Germany NNP nsubj 2 B-GPE
                sent send VBD ROOT 0
                troops troop NNS dobj 2
                to to TO aux 5
                help help VB advcl 2
                Niger Niger NNP dobj 5 B-GPE
                , , , punct 5
                accusing accuse VBG advcl 5
                Chad Chad NNP dobj 8 B-GPE
                of of IN prep 8
                sabotage sabotage NN pobj 10
                """
            ).contains("ACCUSE allege, actual, DEU > TCD"))
    }

    @Test func aPresentTenseGoesOnFromTheVerbThatUrges() throws {
        #expect(
            try CodedText.events(
                """
                Germany Germany NNP nsubj 2 B-GPE
                urges urge VBZ ROOT 0
                Iran Iran NNP dobj 2 B-GPE
                to to TO aux 5
                withdraw withdraw VB xcomp 2
                and and CC cc 5
                criticises criticise VBZ conj 5
                Chad Chad NNP dobj 7 B-GPE
                """) == ["REQUEST yield, actual, DEU > IRN", "ACCUSE disapprove, actual, DEU > TCD"])
    }

    @Test func aQuestionDemandsNothing() throws {
        #expect(
            try CodedText.events(
                """
                Germany Germany NNP nsubj 2 B-GPE
                asked ask VBD ROOT 0
                whether whether IN mark 6
                Iran Iran NNP nsubj 6 B-GPE
                would would MD aux 6
                withdraw withdraw VB ccomp 2
                """
            ).allSatisfy { !$0.hasPrefix("REQUEST") })
    }

    @Test func aRelativeClauseMayHangOnANounFurtherDown() throws {
        #expect(
            try CodedText.events(
                """
                Germany Germany NNP nsubj 2 B-GPE
                imposed impose VBD ROOT 0
                sanctions sanction NNS dobj 2
                on on IN prep 3
                Iran Iran NNP pobj 4 B-GPE
                that that IN dobj 8
                it it PRP nsubj 8
                accuses accuse VBZ relcl 3
                of of IN prep 8
                sabotage sabotage NN pobj 9
                """
            ).contains { $0.hasPrefix("ACCUSE") && $0.hasSuffix("> IRN") })
    }

    @Test func whoIsSeenDoesWhatIsSeen() throws {
        #expect(
            try CodedText.events(
                """
                A a DT det 2
                reporter reporter NN nsubj 3
                saw see VBD ROOT 0
                Germany Germany NNP dobj 3 B-GPE
                attacking attack VBG advcl 3
                Chad Chad NNP dobj 5 B-GPE
                """) == ["ASSAULT, actual, DEU > TCD"])
    }
}
