import EventCoding
import TestSupport
import Testing

/// According to whom an event happened.
@Suite struct VoiceTests {
    /// Type and outermost speaker of each event.
    private func voices(_ table: String) throws -> [String] {
        let (doc, coding) = try CodedText.coding(table)
        return coding.events.map { event in
            let speaker = event.saidBy.first.flatMap { coding.statements[$0].speaker }
            return "\(event.type.rawValue) " + (speaker.map { doc.text(bytes: $0) } ?? "-")
        }
    }

    @Test func whatIsSaidIsTheSpeakers() throws {
        let table = """
            France France NNP nsubj 2 B-GPE
            said say VBD ROOT 0
            rebels rebel NNS nsubj 4
            shelled shell VBD ccomp 2
            troops troop NNS dobj 4
            . . . punct 2
            """
        #expect(try voices(table) == ["ASSAULT France"])
    }

    @Test func whatIsAddedByTheWayIsTheReports() throws {
        let table = """
            France France NNP nsubj 2 B-GPE
            said say VBD ROOT 0
            rebels rebel NNS nsubj 9
            , , , punct 3
            who who WP nsubj 6
            shelled shell VBD relcl 3
            troops troop NNS dobj 6
            , , , punct 3
            were be VBD ccomp 2
            weak weak JJ acomp 9
            . . . punct 2
            """
        #expect(try voices(table) == ["ASSAULT -"])
        // What only tells which ones is part of what is said.
        let restrictive = table.replacing(", , , punct 3\n", with: "there there RB advmod 9\n")
        #expect(try voices(restrictive) == ["ASSAULT France"])
    }

    @Test func whatBecameOfAChargeIsTheReports() throws {
        let table = """
            Chad Chad NNP nsubj 2 B-GPE
            said say VBD ROOT 0
            rebels rebel NNS nsubj 4
            shelled shell VBD ccomp 2
            troops troop NNS dobj 4
            , , , punct 4
            a a DT det 8
            charge charge NN dobj 4
            that that WDT dobj 11
            France France NNP nsubj 11 B-GPE
            rejected reject VBD relcl 8
            . . . punct 2
            """
        #expect(try voices(table).contains("REJECT -"))
    }

    @Test func whatDatesAStatementIsTheReports() throws {
        let table = """
            France France NNP nsubj 2 B-GPE
            said say VBD ROOT 0
            elders elder NNS nsubj 4
            left leave VBD ccomp 2
            two two CD nummod 6
            days day NNS npadvmod 9
            after after IN mark 9
            rebels rebel NNS nsubj 9
            shelled shell VBD advcl 4
            troops troop NNS dobj 9
            . . . punct 2
            """
        #expect(try voices(table) == ["ASSAULT -"])
    }

    @Test func whatOneSaysForOnesOwnSideIsOnesAct() throws {
        let table = """
            %1
            said say VBD ROOT 0
            France France NNP nsubj 5 B-GPE
            had have VBD aux 5
            rejected reject VBN ccomp 2
            the the DT det 7
            offer offer NN dobj 5
            . . . punct 2
            """
        #expect(try voices(table.replacing("%1", with: "Macron Macron NNP nsubj 2 B-PERSON")).first == "REJECT -")
        #expect(try voices(table.replacing("%1", with: "Iran Iran NNP nsubj 2 B-GPE")) == ["REJECT Iran"])
    }
}
