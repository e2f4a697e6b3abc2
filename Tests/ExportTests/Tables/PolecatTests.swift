import EventCoding
import Export
import Store
import Testing

struct PolecatTests {
    @Test func theFortyColumnsAreThoseOfTheDataverse() throws {
        let heading = try SampleEvents.text(.polecat, []).split(separator: "\n").first
        #expect(
            heading == """
                Event ID\tEvent Date\tEvent Type\tEvent Mode\tIntensity\tQuad Code\tContexts\tActor Name\tActor Country\t\
                Actor COW\tPrimary Actor Sector\tActor Sectors\tActor Title\tActor Name Raw\tWikipedia Actor ID\t\
                Recipient Name\tRecipient Country\tRecipient COW\tPrimary Recipient Sector\tRecipient Sectors\t\
                Recipient Title\tRecipient Name Raw\tWikipedia Recipient ID\tPlacename\tCity\tDistrict\tProvince\t\
                Country\tLatitude\tLongitude\tGeoNames ID\tRaw Placename\tFeature Type\tSource\tPublication Date\t\
                Story People\tStory Organizations\tStory Locations\tLanguage\tVersion
                """)
    }

    @Test func anEventIsOneRow() throws {
        let names = StoryNames(people: ["Ana Soto"], organizations: ["Police; Bureau", "Union"], locations: [])
        let lines = try SampleEvents.text(.polecat, [SampleEvents.arrest], names: names).split(separator: "\n")
        #expect(
            lines.last == """
                abc123\t2024-05-06\tCOERCE\tarrest\t-7.0\tMATERIAL CONFLICT\tlegal; rights_freedoms\t\
                Peruvian National Police\tPER\t135\tCOP\tCOP\tNone\tPolice\tNone\t\
                Ana Soto\tPER\t135\tLAB\tLAB,OPP\tunion leader\tAna Soto\tNone\t\
                Lima\tLima\tNone\tLima region\tPER\t-12.04318\t-77.02824\t3936456\tLima\tPPL\tGazette\t2024-05-08\t\
                Ana Soto\tPolice, Bureau; Union\tNone\ten\tDemarche run 2
                """)
    }

    @Test func severalPartiesStayInOneRowAndInStep() throws {
        let row = try SampleEvents.record(.polecat, SampleEvents.meeting)
        #expect(row["Actor Name"] == "United States; Russia; United Nations")
        #expect(row["Actor Country"] == "USA; RUS; UNO")
        #expect(row["Actor COW"] == "2; 365; None")
        #expect(row["Primary Actor Sector"] == "None; GOV; None")
        #expect(row["Actor Sectors"] == "None; GOV,MIL; None")
        #expect(row["Recipient Name"] == "None")
        #expect(row["Event Mode"] == "None")
        #expect(row["Country"] == "None")
        #expect(row["Latitude"] == "")
    }

    @Test func aPlaceThatIsNoTownHasNoCity() throws {
        let row = try SampleEvents.record(.polecat, SampleEvents.demonstration)
        #expect(row["Placename"] == "Texas")
        #expect(row["City"] == "None")
        #expect(row["Province"] == "Texas")
        #expect(row["Feature Type"] == "ADM1")
        #expect(row["Actor Name"] == "thousands of people")
        #expect(row["Actor Country"] == "None")
    }

    @Test func aPromiseBearsTheDayOfItsReport() throws {
        var event = SampleEvents.meeting
        event.type = .agree
        event.status = .future
        #expect(try SampleEvents.record(.polecat, event)["Event Date"] == "2024-05-08")
        event.origin.published = nil
        event.date = nil
        #expect(try SampleEvents.record(.polecat, event)["Event Date"] == "None")
    }
}
