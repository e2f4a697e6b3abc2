import Dates
import Export
import Grounding
import Store
import Testing

struct GdeltTests {
    /// Columns as the codebook of GDELT 2.0 lists them.
    private static let columns = """
        GLOBALEVENTID SQLDATE MonthYear Year FractionDate Actor1Code Actor1Name Actor1CountryCode Actor1KnownGroupCode \
        Actor1EthnicCode Actor1Religion1Code Actor1Religion2Code Actor1Type1Code Actor1Type2Code Actor1Type3Code \
        Actor2Code Actor2Name Actor2CountryCode Actor2KnownGroupCode Actor2EthnicCode Actor2Religion1Code \
        Actor2Religion2Code Actor2Type1Code Actor2Type2Code Actor2Type3Code IsRootEvent EventCode EventBaseCode \
        EventRootCode QuadClass GoldsteinScale NumMentions NumSources NumArticles AvgTone Actor1Geo_Type \
        Actor1Geo_FullName Actor1Geo_CountryCode Actor1Geo_ADM1Code Actor1Geo_ADM2Code Actor1Geo_Lat Actor1Geo_Long \
        Actor1Geo_FeatureID Actor2Geo_Type Actor2Geo_FullName Actor2Geo_CountryCode Actor2Geo_ADM1Code \
        Actor2Geo_ADM2Code Actor2Geo_Lat Actor2Geo_Long Actor2Geo_FeatureID ActionGeo_Type ActionGeo_FullName \
        ActionGeo_CountryCode ActionGeo_ADM1Code ActionGeo_ADM2Code ActionGeo_Lat ActionGeo_Long ActionGeo_FeatureID \
        DATEADDED SOURCEURL
        """.split(separator: " ").map(String.init)

    private func record(_ event: StoredEvent, row: Int = 0) throws -> [String: String] {
        let rows = try SampleEvents.rows(.gdelt, [event])
        #expect(GdeltTests.columns.count == 61)
        #expect(rows.allSatisfy { $0.count == 61 })
        return Dictionary(uniqueKeysWithValues: zip(GdeltTests.columns, rows[row]))
    }

    @Test func aRowHasNoHeadingAndEveryField() throws {
        let text = try SampleEvents.text(.gdelt, [SampleEvents.arrest])
        #expect(
            text == """
                7000\t20240506\t202405\t2024\t2024.3452\tPERCOP\tPERUVIAN NATIONAL POLICE\tPER\t\t\t\t\tCOP\t\t\t\
                PERLABOPP\tANA SOTO\tPER\t\t\t\t\tLAB\tOPP\t\t0\t173\t173\t17\t4\t-5.0\t1\t1\t1\t\t\
                0\t\t\t\t\t\t\t\t0\t\t\t\t\t\t\t\t\
                4\tLima, Lima region, Peru\tPE\tPE15\t\t-12.04318\t-77.02824\t\t\
                20240508000000\thttps://example.org/lima

                """)
    }

    /// Fractions as the published files have them.
    @Test(arguments: [
        ("2014-02-18", "2014.1315"), ("2007-07-04", "2007.5041"), ("2016-07-01", "2016.4959"),
        ("2023-12-31", "2023.9890"),
        ("2023-01-01", "2023.0027"),
    ])
    func fractionsOfAYear(date: String, fraction: String) throws {
        var event = SampleEvents.arrest
        event.date = CalendarDate(date)
        #expect(try record(event)["FractionDate"] == fraction)
    }

    @Test func fourDigitsOfCameoHaveABase() throws {
        var event = SampleEvents.arrest
        event.cameo = "1823"
        let row = try record(event)
        #expect(row["EventCode"] == "1823")
        #expect(row["EventBaseCode"] == "182")
        #expect(row["EventRootCode"] == "18")
        #expect(row["GoldsteinScale"] == "-10.0")
    }

    @Test(arguments: [
        ("057", "1"), ("071", "2"), ("0871", "2"), ("090", "3"), ("138", "3"), ("141", "4"), ("204", "4"),
    ])
    func quadClasses(code: String, quad: String) throws {
        var event = SampleEvents.arrest
        event.cameo = code
        #expect(try record(event)["QuadClass"] == quad)
    }

    @Test func organizationsAreKnownGroups() throws {
        var event = SampleEvents.meeting
        event.actors = [
            SampleEvents.party("European Union", "EUR", [.government]), SampleEvents.party("Romania", "ROU"),
        ]
        let row = try record(event)
        #expect(row["Actor1Code"] == "IGOEUREECGOV")
        #expect(row["Actor1CountryCode"] == "EUR")
        #expect(row["Actor1KnownGroupCode"] == "EEC")
        #expect(row["Actor1Type1Code"] == "IGO")
        #expect(row["Actor1Type2Code"] == "GOV")
        #expect(row["Actor2Code"] == "ROM")
        #expect(row["IsRootEvent"] == "1")
        #expect(row["ActionGeo_Type"] == "0")
        #expect(row["ActionGeo_FullName"] == "")
    }

    @Test func nobodyIsBlank() throws {
        let row = try record(SampleEvents.demonstration)
        #expect(row["Actor1Code"] == "")
        #expect(row["Actor1Name"] == "THOUSANDS OF PEOPLE")
        #expect(row["Actor2Code"] == "")
        #expect(row["Actor2Name"] == "")
    }

    @Test(arguments: [
        (
            Place(name: "France", country: "FRA", latitude: 46, longitude: 2, kind: .country), "1", "France", "FR",
            "FR", "FR"
        ),
        (
            Place(name: "Texas", country: "USA", admin1: "Texas", latitude: 31.5, longitude: -99.4, kind: .admin1), "2",
            "Texas, United States", "US", "USTX", "TX"
        ),
        (
            Place(name: "Austin", country: "USA", admin1: "Texas", latitude: 30.3, longitude: -97.7, kind: .city), "3",
            "Austin, Texas, United States", "US", "USTX", ""
        ),
        (
            Place(name: "Kandahār", country: "AFG", admin1: "Kandahar", latitude: 31.6, longitude: 65.7, kind: .city),
            "4",
            "Kandahār, Kandahar, Afghanistan", "AF", "AF23", ""
        ),
        (
            Place(name: "Helmand", country: "AFG", admin1: "Helmand", latitude: 31, longitude: 64, kind: .admin1), "5",
            "Helmand, Afghanistan", "AF", "AF10", "10"
        ),
        (
            Place(name: "London", country: "GBR", admin1: "England", latitude: 51.5, longitude: -0.1, kind: .city), "4",
            "London, England, United Kingdom", "UK", "UK", ""
        ),
        (Place(name: "Black Sea", country: nil, latitude: 43, longitude: 35, kind: .sea), "4", "Black Sea", "", "", ""),
    ])
    func placesByTheirLevel(
        place: Place, type: String, name: String, country: String, unit: String, feature: String
    ) throws {
        var event = SampleEvents.arrest
        event.location = StoredEvent.Location(words: SampleEvents.words(place.name), place: place)
        let row = try record(event)
        #expect(row["ActionGeo_Type"] == type)
        #expect(row["ActionGeo_FullName"] == name)
        #expect(row["ActionGeo_CountryCode"] == country)
        #expect(row["ActionGeo_ADM1Code"] == unit)
        #expect(row["ActionGeo_FeatureID"] == feature)
    }

    @Test func mentionsSourcesAndArticlesAreCounted() throws {
        var event = SampleEvents.arrest
        var copy = event.origin
        copy.id = "report2"
        event.evidence = [
            StoredEvent.Evidence(number: 20, id: "y", origin: event.origin, sentenceIndex: 5),
            StoredEvent.Evidence(number: 21, id: "z", origin: copy, sentenceIndex: 5),
        ]
        let row = try record(event)
        #expect(row["NumMentions"] == "3")
        #expect(row["NumSources"] == "1")
        #expect(row["NumArticles"] == "2")
    }
}
