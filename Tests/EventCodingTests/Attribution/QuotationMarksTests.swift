import Testing
import Tokens

@testable import EventCoding

@Suite struct QuotationMarksTests {
    private func quotations(_ text: String) throws -> [String] {
        let doc = try wordDoc(text)
        return QuotationMarks(in: doc).quotations.map {
            doc.text(of: $0.tokens) + ($0.isClosed ? "" : " (open)")
        }
    }

    @Test(arguments: [
        ("He said \"we will stay\" twice.", "\"we will stay\""),
        ("He said “we will stay” twice.", "“we will stay”"),
        ("He said «we will stay» twice.", "«we will stay»"),
        ("He said ‘we will stay’ twice.", "‘we will stay’"),
        ("He said 'we will stay' twice.", "'we will stay'"),
    ])
    func eachKindOfMarkIsRead(text: String, quotation: String) throws {
        #expect(try quotations(text) == [quotation])
    }

    @Test func singleMarksStandInsideDoubleOnes() throws {
        let doc = try wordDoc("“He called it ‘a mistake’ twice.”")
        let marks = QuotationMarks(in: doc)
        #expect(
            marks.quotations.map { doc.text(of: $0.tokens) } == ["“He called it ‘a mistake’ twice.”", "‘a mistake’"])
        #expect(marks.number(at: 5) == 1, "a token is in the outer quotation")
    }

    @Test func aMissingClosingMarkEndsWithTheParagraph() throws {
        #expect(try quotations("“We will stay here.\n\nHe left.") == ["“We will stay here. (open)"])
        #expect(try quotations("“We will stay. He said “no” then.") == ["“We will stay. He said (open)", "“no”"])
    }

    @Test func aMarkThatOpensTheNextParagraphContinuesTheQuotation() throws {
        #expect(
            try quotations("“We will stay.\n\n“We will fight.” He left.") == ["“We will stay.\n\n“We will fight.”"])
    }

    @Test func apostrophesAndInchesAreNoQuotations() throws {
        #expect(try quotations("the ministers ' plan and a 5 \" pipe") == [])
    }
}
