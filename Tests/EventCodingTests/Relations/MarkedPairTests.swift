import TestSupport
import Testing
import Tokens

@testable import EventCoding

@Suite struct MarkedPairTests {
    private func pair(_ marked: String, _ tree: String) throws -> MarkedPair {
        MarkedPair(try MarkedSentence(marked), in: try handBuiltDoc(tree))
    }

    private func words(_ tokens: [Int], _ pair: MarkedPair) -> [String] { tokens.map { pair.doc.text(of: $0) } }

    @Test func pathLeadsThroughTheInnerVerb() throws {
        let pair = try pair(
            "<s>Togo</s> agreed to free <t>rebels</t> .",
            """
            Togo Togo NNP nsubj 2 B-GPE
            agreed agree VBD ROOT 0
            to to TO aux 4
            free free VB xcomp 2
            rebels rebel NNS dobj 4
            . . . punct 2
            """)
        #expect(words(pair.path, pair) == ["agreed", "free"])
        #expect(words([pair.governor], pair) == ["agreed"])
        #expect(words(pair.between, pair) == ["agreed", "to", "free"])
    }

    @Test func coreReachesBelowTheGovernorWhenThePathDoesNot() throws {
        let pair = try pair(
            "<s>Togo</s> and <t>Ghana</t> agreed to cut tariffs .",
            """
            Togo Togo NNP nsubj 4 B-GPE
            and and CC cc 1
            Ghana Ghana NNP conj 1 B-GPE
            agreed agree VBD ROOT 0
            to to TO aux 6
            cut cut VB xcomp 4
            tariffs tariff NNS dobj 6
            . . . punct 4
            """)
        #expect(pair.path.isEmpty)
        #expect(words(pair.core, pair) == ["agreed", "cut"])
        #expect(words(pair.objects, pair) == ["tariffs"])
    }

    @Test func anActorAloneHasThePathToTheRoot() throws {
        let pair = try pair(
            "<s>Teachers</s> went on strike",
            """
            Teachers teacher NNS nsubj 2
            went go VBD ROOT 0
            on on IN prep 2
            strike strike NN pobj 3
            """)
        #expect(pair.recipientHead == nil)
        #expect(words(pair.path, pair) == ["went"])
        #expect(words(pair.adjuncts, pair) == ["on"])
    }

    @Test func nothingMarkedGivesTheRoot() throws {
        let pair = try pair("It rained", "It it PRP nsubj 2\nrained rain VBD ROOT 0")
        #expect(words([pair.governor], pair) == ["rained"])
    }
}
