import Export
import Store
import Testing

struct IcewsTests {
    @Test func theTwentyColumnsAreThoseOfTheDataverse() throws {
        let heading = try SampleEvents.text(.icews, []).split(separator: "\n").first
        #expect(
            heading == """
                Event ID\tEvent Date\tSource Name\tSource Sectors\tSource Country\tEvent Text\tCAMEO Code\tIntensity\t\
                Target Name\tTarget Sectors\tTarget Country\tStory ID\tSentence Number\tPublisher\tCity\tDistrict\t\
                Province\tCountry\tLatitude\tLongitude
                """)
    }

    @Test func countriesAreNamedAndSentencesCountFromOne() throws {
        let lines = try SampleEvents.text(.icews, [SampleEvents.arrest]).split(separator: "\n")
        #expect(
            lines.last == """
                7000\t2024-05-06\tPeruvian National Police\tPolice\tPeru\tArrest, detain, or charge with legal action\t173\t-5.0\t\
                Ana Soto\tLabor,Dissident\tPeru\t41\t4\tGazette\tLima\t\tLima region\tPeru\t-12.04318\t-77.02824
                """)
    }

    @Test func thoseWhoMeetAreBothSourceAndTarget() throws {
        let rows = try SampleEvents.rows(.icews, [SampleEvents.meeting]).dropFirst()
        #expect(
            rows.map { [$0[0], $0[2], $0[4], $0[8], $0[10]] } == [
                ["8000", "United States", "United States", "Russia", "Russian Federation"],
                ["8001", "United States", "United States", "United Nations", ""],
                ["8002", "Russia", "Russian Federation", "United States", "United States"],
                ["8003", "Russia", "Russian Federation", "United Nations", ""],
                ["8004", "United Nations", "", "United States", "United States"],
                ["8005", "United Nations", "", "Russia", "Russian Federation"],
            ])
        #expect(rows.first?[6] == "040")
    }

    @Test func nobodyIsAnUnspecifiedActor() throws {
        let row = try SampleEvents.record(.icews, SampleEvents.demonstration)
        #expect(row["Source Name"] == "thousands of people")
        #expect(row["Source Country"] == "")
        #expect(row["Target Name"] == "Unspecified Actor")
        #expect(row["City"] == "")
        #expect(row["Province"] == "Texas")
        #expect(row["Country"] == "United States")
    }

    @Test func anEventWithoutAnyDayIsLeftOut() throws {
        var event = SampleEvents.arrest
        event.date = nil
        #expect(try SampleEvents.record(.icews, event)["Event Date"] == "2024-05-08")
        event.origin.published = nil
        #expect(try SampleEvents.rows(.icews, [event]).count == 1)
    }
}
