import Testing

/// What denies an act, and what a denial makes of it.
struct NegationTests {
    /// "Russia <words> attack<ed> Ukraine <joint> bomb<ed> Chad", as a table whose first verb is token `verb`.
    private func attacking(_ opening: String, verb: Int, _ tag: String, joint: String) throws -> [String] {
        try CodedText.events(
            """
            Russia Russia NNP nsubj \(verb) B-GPE
            \(opening)
            attack attack \(tag) ROOT 0
            Ukraine Ukraine NNP dobj \(verb) B-GPE
            \(joint) \(joint) CC cc \(verb)
            bomb bomb \(tag) conj \(verb)
            Chad Chad NNP dobj \(verb + 3) B-GPE
            """
        ).map { $0.components(separatedBy: ",")[1] }
    }

    @Test func neitherAndNorDenyBoth() throws {
        #expect(
            try attacking("neither neither CC preconj 3", verb: 3, "VBD", joint: "nor") == [" negated", " negated"])
    }

    @Test func notHoldsForBothBareForms() throws {
        #expect(
            try attacking("did do VBD aux 4\nnot not RB neg 4", verb: 4, "VB", joint: "or") == [" negated", " negated"])
    }

    @Test func notOnlyDeniesNothing() throws {
        #expect(
            try attacking("not not RB preconj 4\nonly only RB advmod 4", verb: 4, "VBD", joint: "but")
                == [" actual", " actual"])
        #expect(
            try attacking("not not RB neg 4\nonly only RB advmod 4", verb: 4, "VBD", joint: "but")
                == [" actual", " actual"])
    }

    @Test func whatIsNoLongerDoneHasEnded() throws {
        #expect(
            try CodedText.events(
                """
                Germany Germany NNP nsubj 5 B-GPE
                is be VBZ aux 5
                no no RB neg 4
                longer long RB advmod 5
                arming arm VBG ROOT 0
                Chad Chad NNP dobj 5 B-GPE
                """) == ["SANCTION discontinue, actual, DEU > TCD"])
    }

    @Test func notBeingReadyIsARefusal() throws {
        #expect(
            try CodedText.events(
                """
                Germany Germany NNP nsubj 2 B-GPE
                is be VBZ ROOT 0
                not not RB neg 2
                ready ready JJ acomp 2
                to to TO aux 6
                meet meet VB xcomp 4
                Chad Chad NNP dobj 6 B-GPE
                """) == ["REJECT meet, actual, DEU > TCD"])
    }

    @Test func notAllowingIsARefusalNow() throws {
        func allowing(_ auxiliary: String) throws -> [String] {
            try CodedText.events(
                """
                Germany Germany NNP nsubj 4 B-GPE
                \(auxiliary) aux 4
                not not RB neg 4
                let let VB ROOT 0
                Chad Chad NNP nsubj 6 B-GPE
                vote vote VB ccomp 4
                """)
        }
        #expect(try allowing("did do VBD") == ["REJECT, actual, DEU > TCD"])
        #expect(try allowing("will will MD") == ["REJECT, actual, DEU > TCD"])
    }

    @Test func whoeverDeniesAnActRejectsACharge() throws {
        #expect(
            try CodedText.events(
                """
                Germany Germany NNP nsubj 2 B-GPE
                denies deny VBZ ROOT 0
                arming arm VBG xcomp 2
                Chad Chad NNP dobj 3 B-GPE
                """) == ["REJECT, actual, DEU > -"])
    }

    @Test func whatIsFearedIsNotAsserted() throws {
        #expect(
            try CodedText.events(
                """
                Traders trader NNS nsubj 2
                feared fear VBD ROOT 0
                Germany Germany NNP nsubj 4 B-GPE
                arming arm VBG xcomp 2
                Chad Chad NNP dobj 4 B-GPE
                """) == [])
    }

    @Test func whatIsAwaitedHasNotComeAbout() throws {
        func staying(_ preposition: String) throws -> [String] {
            try CodedText.events(
                """
                Prices price NNS nsubj 3
                will will MD aux 3
                stay stay VB ROOT 0
                high high JJ acomp 3
                \(preposition) \(preposition) IN prep 3
                the the DT det 7
                release release NN pobj 5
                of of IN prep 7
                prisoners prisoner NNS pobj 8
                by by IN prep 7
                Chad Chad NNP pobj 10 B-GPE
                """)
        }
        #expect(try staying("until") == [])
        #expect(try staying("without") == [])
        #expect(try staying("after") == ["RETREAT release, actual, TCD > prisoners"])
    }
}
