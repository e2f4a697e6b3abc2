import Export
import Grounding
import Store
import Testing

struct PhoenixTests {
    @Test func theTwentySixColumnsAreThoseOfTheAlliance() throws {
        let heading = try SampleEvents.text(.phoenix, []).split(separator: "\n").first
        #expect(
            heading == """
                EventID\tDate\tYear\tMonth\tDay\tSourceActorFull\tSourceActorEntity\tSourceActorRole\t\
                SourceActorAttribute\tTargetActorFull\tTargetActorEntity\tTargetActorRole\tTargetActorAttribute\t\
                EventCode\tEventRootCode\tPentaClass\tGoldsteinScore\tIssues\tLat\tLon\tLocationName\tStateName\t\
                CountryCode\tSentenceID\tURLs\tNewsSources
                """)
        #expect(try SampleEvents.text(.phoenix, [], withHeading: false).isEmpty)
    }

    @Test func actorsAreTakenApartIntoCodes() throws {
        let lines = try SampleEvents.text(.phoenix, [SampleEvents.arrest]).split(separator: "\n")
        #expect(
            lines.last == """
                7000\t20240506\t2024\t05\t06\tPERCOP\tPER\tCOP\t\tPERLABOPP\tPER\t\tLAB;OPP\t173\t17\t4\t-5.0\t\t\
                -12.04318\t-77.02824\tLima\tLima region\tPER\treport1_4\thttps://example.org/lima\tGazette
                """)
    }

    @Test func organizationsKeepTheirCode() throws {
        let rows = try SampleEvents.rows(.phoenix, [SampleEvents.meeting]).dropFirst()
        #expect(rows.count == 6)
        #expect(Array(rows[rows.startIndex][5...12]) == ["USA", "USA", "", "", "RUSGOVMIL", "RUS", "GOV", "MIL"])
        #expect(Array(rows[rows.startIndex + 1][9...12]) == ["IGOUNO", "IGO", "", "UNO"])
        #expect(rows[rows.startIndex][15] == "1")
    }

    @Test(arguments: [
        (Sector.journalist, "PERMED", "MED"), (.medical, "PERHLH", ""), (.partiallyRecognized, "PERSEP", ""),
    ])
    func sectorsThatTwoOntologiesNameUnlike(sector: Sector, code: String, role: String) throws {
        var event = SampleEvents.arrest
        event.recipients = [SampleEvents.party("somebody", "PER", [sector])]
        let row = try SampleEvents.record(.phoenix, event)
        #expect(row["TargetActorFull"] == code)
        #expect(row["TargetActorRole"] == role)
    }

    @Test func whatHasNoCodeOnEitherSideHasNoRow() throws {
        #expect(try SampleEvents.rows(.phoenix, [SampleEvents.demonstration]).count == 1)
    }

    @Test func collapsedEventsKeepEverySource() throws {
        var event = SampleEvents.arrest
        var origin = event.origin
        origin.id = "report2"
        origin.sources = [StoredEvent.Source(file: "b.txt", url: "https://example.net/b", publisher: "Herald")]
        event.evidence = [StoredEvent.Evidence(number: 99, id: "x", origin: origin, sentenceIndex: 0)]
        let row = try SampleEvents.record(.phoenix, event)
        #expect(row["SentenceID"] == "report1_4;report2_1")
        #expect(row["URLs"] == "https://example.org/lima;https://example.net/b")
        #expect(row["NewsSources"] == "Gazette;Herald")
    }
}
