import EventCoding
import TestSupport
import Testing

@Suite struct TimeTests {
    /// Type and days of each event; published on Thursday, 14 March 2024.
    private func days(_ table: String) throws -> [String] {
        try CodedText.coding(table).coding.events.map { event in
            "\(event.type.rawValue) " + (event.time.interval.map { $0.lowerBound.description } ?? "-")
        }
    }

    private static let shots = """
        Police police NNS nsubj 2
        shot shoot VBD ROOT 0
        rebels rebel NNS dobj 2
        on on IN prep 2
        Monday Monday NNP pobj 4 B-DATE
        . . . punct 2

        """

    @Test func whatGoesOnIsOfTheSameDay() throws {
        let arrests = """

            Troops troop NNS nsubj 2
            arrested arrest VBD ROOT 0
            rebels rebel NNS dobj 2
            . . . punct 2
            """
        #expect(try days(TimeTests.shots + arrests) == ["ASSAULT 2024-03-11", "COERCE 2024-03-11"])
    }

    @Test func whatIsSaidOfItIsNewsOfItsOwn() throws {
        let blame = """

            France France NNP nsubj 2 B-GPE
            condemned condemn VBD ROOT 0
            Russia Russia NNP dobj 2 B-GPE
            . . . punct 2
            """
        #expect(try days(TimeTests.shots + blame) == ["ASSAULT 2024-03-11", "ACCUSE 2024-03-14"])
    }
}
