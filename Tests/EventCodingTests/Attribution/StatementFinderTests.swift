import Grounding
import TestSupport
import Testing
import Tokens

@testable import EventCoding

/// What follows from attributions, whoever found them.
@Suite struct StatementFinderTests {
    private func statements(_ doc: Doc, _ attributions: [Attribution]) throws -> [Statement] {
        try AttributionData.finder().statements(attributions, in: AttributionData.text(doc), mentions: Mentions())
    }

    private func attribution(
        cue: ClosedRange<Int>, source: ClosedRange<Int>? = nil, before: ClosedRange<Int>? = nil,
        after: ClosedRange<Int>? = nil
    ) -> Attribution {
        Attribution(
            by: Attributor(head: cue.lowerBound, cue: cue, source: source), before: before, after: after,
            certainty: 1)
    }

    private static let told = """
        Blinken Blinken NNP nsubj 2 B-PERSON
        told tell VBD ROOT 0
        reporters reporter NNS dobj 2
        that that IN mark 6
        talks talk NNS nsubj 6
        failed fail VBD ccomp 2
        """

    @Test func theObjectOfTellingIsTheAddressee() throws {
        let doc = try handBuiltDoc(StatementFinderTests.told)
        let statement = try #require(try statements(doc, [attribution(cue: 1...1, source: 0...0, after: 3...5)]).first)
        #expect(statement.addressee.map { doc.text(bytes: $0) } == "reporters")
        #expect(statement.kind == .indirect)
    }

    @Test func whatIsSaidToSomebodyHasThemAsAddressee() throws {
        let doc = try handBuiltDoc(
            """
            Miller Miller NNP nsubj 2 B-PERSON
            said say VBD ROOT 0
            to to IN prep 2
            lawmakers lawmaker NNS pobj 3
            that that IN mark 7
            talks talk NNS nsubj 7
            failed fail VBD ccomp 2
            """)
        let statement = try #require(try statements(doc, [attribution(cue: 1...1, source: 0...0, after: 4...6)]).first)
        #expect(statement.addressee.map { doc.text(bytes: $0) } == "lawmakers")
    }

    @Test func thingsAreNotSpokenTo() throws {
        let doc = try handBuiltDoc(
            """
            Miller Miller NNP nsubj 2 B-PERSON
            returned return VBD ROOT 0
            to to IN prep 2
            tables table NNS pobj 3
            that that IN mark 7
            talks talk NNS nsubj 7
            failed fail VBD ccomp 2
            """)
        let statement = try #require(try statements(doc, [attribution(cue: 1...1, source: 0...0, after: 4...6)]).first)
        #expect(statement.addressee == nil)
    }

    @Test func aStatementInsideAnotherHasItAsParent() throws {
        let doc = try wordDoc("Miller said Blinken told Aliyev the checkpoint hurts.")
        let found = try statements(
            doc,
            [
                attribution(cue: 1...1, source: 0...0, after: 2...7),
                attribution(cue: 3...3, source: 2...2, after: 5...7),
            ])
        #expect(found.map(\.parent) == [nil, 0])
    }

    @Test func aQuotationBrokenByItsCueIsOneStatement() throws {
        let doc = try wordDoc("“We will stay,” he said, “and fight.”")
        let found = try statements(doc, [attribution(cue: 7...7, source: 6...6, before: 0...5, after: 9...13)])
        #expect(found.map { $0.content.map { doc.text(bytes: $0) } } == [["“We will stay,”", "“and fight.”"]])
        #expect(found.map(\.kind) == [.direct])
    }

    @Test(arguments: [
        ("He said “we will stay here”", Statement.Kind.direct), ("He said they “will stay here”", .mixed),
        ("He said they will stay here", .indirect),
    ])
    func theKindOfSpeechDependsOnTheMarks(text: String, kind: Statement.Kind) throws {
        let doc = try wordDoc(text)
        #expect(
            try statements(doc, [attribution(cue: 1...1, source: 0...0, after: 2...doc.count - 1)]).map(\.kind) == [
                kind
            ])
    }

    @Test func aParagraphOfQuotedSpeechGoesOnWithTheLastSpeaker() throws {
        let doc = try wordDoc("“We will stay,” Ana said.\n\n“We have no other place to go.”\n\nThe train left.")
        let found = try statements(doc, [attribution(cue: 7...7, source: 6...6, before: 0...5)])
        #expect(found.count == 2)
        #expect(found.last?.cue == nil)
        #expect(found.last?.speaker.map { doc.text(bytes: $0) } == "Ana")
        #expect(found.last?.content.map { doc.text(bytes: $0) } == ["“We have no other place to go.”"])
    }

    @Test func aTitleBetweenMarksOrAFarQuotationGoesOnWithNobody() throws {
        let title = try wordDoc("“We will stay,” Ana said.\n\n“The Bridge” was shown.")
        #expect(try statements(title, [attribution(cue: 7...7, source: 6...6, before: 0...5)]).count == 1)
        let far = try wordDoc("“We will stay,” Ana said.\n\nTrains left.\n\n“We have no other place to go.”")
        #expect(try statements(far, [attribution(cue: 7...7, source: 6...6, before: 0...5)]).count == 1)
    }

    @Test func whatIsJudgedIsPresupposedAndWhatIsSaidIsNot() throws {
        let condemned = try handBuiltDoc(
            """
            Vukic Vukic NNP nsubj 2 B-PERSON
            condemned condemn VBD ROOT 0
            the the DT det 4
            arrest arrest NN dobj 2
            """)
        let source = attribution(cue: 1...1, source: 0...0, after: 2...3)
        #expect(try statements(condemned, [source]).map(\.isPresupposing) == [true])
        let reported = try handBuiltDoc(
            """
            Vukic Vukic NNP nsubj 2 B-PERSON
            reported report VBD ROOT 0
            the the DT det 4
            arrest arrest NN dobj 2
            """)
        #expect(try statements(reported, [source]).map(\.isPresupposing) == [false])
    }
}
