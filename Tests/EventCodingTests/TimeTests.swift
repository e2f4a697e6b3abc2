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

    /// First and last day of each event.
    private func spans(_ table: String) throws -> [String] {
        try CodedText.coding(table).coding.events.map { event in
            "\(event.type.rawValue) " + (event.time.interval.map { "\($0.lowerBound)/\($0.upperBound)" } ?? "-")
        }
    }

    @Test func whatHasGoneOnSinceADayReachesToTheReport() throws {
        let table = """
            Rebels rebel NNS nsubj 3
            have have VBP aux 3
            shelled shell VBN ROOT 0
            troops troop NNS dobj 3
            since since IN prep 3
            Monday Monday NNP pobj 5 B-DATE
            . . . punct 3
            """
        #expect(try spans(table) == ["ASSAULT 2024-03-11/2024-03-14"])
        // "The first attack since Monday" is not of that day.
        let superlative = table.replacing("since since IN prep 3", with: "since since IN prep 4")
        #expect(try spans(superlative) == ["ASSAULT 2024-03-14/2024-03-14"])
        let until = table.replacing("since since", with: "until until")
        #expect(try spans(until) == ["ASSAULT 2024-03-14/2024-03-14"])
    }

    @Test func whatIsDoneNowIsNotOfTheDayOfWhatItFollows() throws {
        let table = """
            Rebels rebel NNS nsubj 3
            %1
            shelling shell VBG ROOT 0
            troops troop NNS dobj 3
            after after IN mark 7
            elders elder NNS nsubj 7
            left leave VBD advcl 3
            on on IN prep 7
            Monday Monday NNP pobj 8 B-DATE
            . . . punct 3
            """
        #expect(try spans(table.replacing("%1", with: "are be VBP aux 3")) == ["ASSAULT 2024-03-14/2024-03-14"])
        #expect(try spans(table.replacing("%1", with: "were be VBD aux 3")) == ["ASSAULT 2024-03-11/2024-03-11"])
    }

    @Test func whatIsDoneForAPurposeIsOfTheDayOfThePurpose() throws {
        let table = """
            Police police NNS nsubj 2
            shot shoot VBD ROOT 0
            rebels rebel NNS dobj 2
            to to TO aux 5
            clear clear VB advcl 2
            roads road NNS dobj 5
            on on IN prep 5
            Monday Monday NNP pobj 7 B-DATE
            . . . punct 2
            """
        #expect(try spans(table) == ["ASSAULT 2024-03-11/2024-03-11"])
    }

    @Test func whileAnotherActsOnADayIsNotThatDay() throws {
        let table = """
            Chad Chad NNP nsubj 4 B-GPE
            on on IN prep 4
            Monday Monday NNP pobj 2 B-DATE
            voted vote VBD ROOT 0
            while while IN mark 7
            rebels rebel NNS nsubj 7
            shelled shell VBD advcl 4
            troops troop NNS dobj 7
            . . . punct 4
            """
        #expect(try spans(table) == ["ASSAULT 2024-03-14/2024-03-14"])
    }

    @Test func whatWasSaidIsNotOfTheDayItSpokeOf() throws {
        let table = """
            Envoys envoy NNS nsubj 3
            will will MD aux 3
            leave leave VB ROOT 0
            on on IN prep 3
            Saturday Saturday NNP pobj 4 B-DATE
            at at IN prep 3
            Chad Chad NNP poss 9 B-GPE
            's 's POS case 7
            request request NN pobj 6
            to to IN prep 9
            Niger Niger NNP pobj 10 B-GPE
            . . . punct 3
            """
        #expect(try spans(table) == ["REQUEST 2024-03-14/2024-03-14"])
    }
}
