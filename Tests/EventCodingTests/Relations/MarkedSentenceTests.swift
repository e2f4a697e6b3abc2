import Testing

@testable import EventCoding

@Suite struct MarkedSentenceTests {
    @Test func marksGiveTextAndByteRanges() throws {
        let marked = try MarkedSentence("<s>São Tomé</s> praised <t>Ghana</t>, and <t>Ghana</t> was glad.")
        #expect(marked.text == "São Tomé praised Ghana, and Ghana was glad.")
        #expect(marked.actor == [0..<10])
        #expect(marked.recipient == [19..<24, 30..<35])
    }

    @Test func aMarkMayBeMissingOrLieInside() throws {
        #expect(try MarkedSentence("<s>Teachers</s> went on strike.").recipient.isEmpty)
        #expect(try MarkedSentence("<s>The <t>Malian</t> army</s> fired.").recipient == [4..<10])
    }

    @Test(arguments: ["<s>Ghana praised Togo.", "Ghana</s> praised Togo.", "<t>Ghana <t>praised</t> Togo</t>."])
    func marksOutOfPlaceAreErrors(_ text: String) {
        #expect(throws: MarkError.self) { try MarkedSentence(text) }
    }

    @Test func angleBracketsThatAreNoMarksStay() throws {
        #expect(try MarkedSentence("a < b <x>c</x> <s").text == "a < b <x>c</x> <s")
    }
}
