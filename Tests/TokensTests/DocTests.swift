import TestSupport
import Testing
import Tokens

struct DocTests {
    private let table = """
        Miller Miller NNP nsubj 2 B-PERSON
        said say VBD ROOT 0
        Blinken Blinken NNP nsubj 4 B-PERSON
        called call VBD ccomp 2
        Aliyev Aliyev NNP dobj 4 B-PERSON
        . . . punct 2

        Talks talk NNS nsubj 2
        failed fail VBD ROOT 0
        . . . punct 2
        """

    @Test func derivesSentencesEntitiesAndText() throws {
        let doc = try handBuiltDoc(table)
        #expect(doc.text == "Miller said Blinken called Aliyev. Talks failed.")
        #expect(doc.sentences == [0..<6, 6..<9])
        #expect(doc.entities.map { doc.text(of: $0.tokens) } == ["Miller", "Blinken", "Aliyev"])
        #expect(doc.sentenceIndex(of: 5) == 0)
        #expect(doc.sentenceIndex(of: 6) == 1)
        #expect(doc.entity(at: 4)?.label == .person)
        #expect(doc.entity(at: 5) == nil)
    }

    @Test func walksTheTree() throws {
        let doc = try handBuiltDoc(table)
        #expect(Array(doc.children(of: 1)) == [0, 3, 5])
        #expect(doc.child(of: 3, .dobj) == 4)
        #expect(doc.subtree(of: 3) == 2..<5)
        #expect(doc.ancestors(of: 4) == [3, 1])
        #expect(doc.isAncestor(1, of: 2))
        #expect(!doc.isAncestor(2, of: 2))
        #expect(doc.head(of: 2..<5) == 3)
    }

    @Test func followsConjunctionsToTheEnd() throws {
        let doc = try handBuiltDoc(
            """
            Armenia Armenia NNP nsubj 6
            , , , punct 1
            Iran Iran NNP conj 1
            and and CC cc 3
            Turkey Turkey NNP conj 3
            met meet VBD ROOT 0
            """)
        #expect(doc.conjuncts(of: 0) == [0, 2, 4])
    }

    @Test func labelsAreNumberedFromOneInTheirOrder() {
        #expect(PennTag.allCases.map(\.number) == Array(1...PennTag.allCases.count))
        #expect(PartOfSpeech.allCases.map(\.number) == Array(1...PartOfSpeech.allCases.count))
        #expect(Dependency.allCases.map(\.number) == Array(1...Dependency.allCases.count))
        #expect(EntityLabel.allCases.map(\.number) == Array(1...EntityLabel.allCases.count))
    }

    @Test func refusesTokensThatDoNotFit() {
        let overlapping = [
            Token(start: 0, end: 2, spaceAfter: false, lower: "ab", lemma: "ab", head: 0),
            Token(start: 1, end: 3, spaceAfter: false, lower: "bc", lemma: "bc", head: 0),
        ]
        #expect(problem("abc", overlapping) == .offsets(1, 3))
        let headless = [Token(start: 0, end: 1, spaceAfter: false, lower: "a", lemma: "a", head: 4)]
        #expect(problem("a", headless) == .head(4))
    }

    private func problem(_ text: String, _ tokens: [Token]) -> DocError.Problem? {
        do {
            _ = try Doc(text: text, tokens: tokens)
            return nil
        } catch { return error.problem }
    }
}
