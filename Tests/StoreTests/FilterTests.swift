import Dates
import EventCoding
import Grounding
import Testing

@testable import Store

struct FilterTests {
    private let fixture: StoreFixture

    init() throws {
        fixture = try StoreFixture()
        try fixture.code([
            .meeting(file: "1"),
            .meeting(
                day: "2024-04-01", file: "2", type: .assault, status: .hypothetical, mode: "aerial", ending: "added"),
            .meeting(day: "2023-01-01", file: "3", recipient: "Mali", country: "MLI", ending: "reported"),
        ])
    }

    /// The files of the events that fulfil a filter, whichever way the query is driven.
    private func files(_ change: (inout EventFilter) -> Void) throws -> String {
        var filter = EventFilter()
        change(&filter)
        let direct = try fixture.events(filter).map { $0.origin.sources[0].file }.joined()
        let store = try Store(reading: fixture.path)
        // The same conditions as tests of every event, in both forms.
        let conditions = try filter.conditions(in: store.database)
        for isCommon in [false, true] {
            let tests = ["1"] + conditions.map { $0.test(of: "e", isCommon: isCommon) }
            let rows = try store.database.prepare(
                """
                SELECT copies.file FROM events AS e JOIN copies USING (report_id)
                WHERE \(tests.joined(separator: " AND ")) ORDER BY e.id
                """)
            try rows.bind(conditions.flatMap(\.values))
            var tested = ""
            while try rows.step() { tested += rows.text(0) }
            #expect(direct == tested)
        }
        return direct
    }

    @Test func byParties() throws {
        #expect(try files { $0.actors = ["ali bo"] } == "123")
        #expect(try files { $0.actors = ["Niger"] } == "")
        #expect(try files { $0.recipients = ["niger"] } == "12")
        #expect(try files { $0.recipients = ["Niger", "Mali"] } == "123")
        #expect(try files { $0.speakers = ["Reuters"] } == "123")
        #expect(try files { $0.countries = ["MLI"] } == "3")
        #expect(try files { $0.countries = ["GBR"] } == "")
        #expect(try files { $0.actorCountries = ["TCD"] } == "123")
        #expect(try files { $0.recipientCountries = ["TCD"] } == "")
        #expect(try files { $0.sectors = [.government] } == "123")
        #expect(try files { $0.sectors = [.military] } == "")
    }

    @Test func thoseWhoActOnOneAnotherAreEachOthersRecipients() throws {
        try fixture.code([.meeting(file: "4", recipient: "Benin", country: "BEN", isMutual: true, ending: "wrote")])
        #expect(try files { $0.recipientCountries = ["BEN"] } == "4")
        #expect(try files { $0.recipients = ["Ali Bó"] } == "4")
        let dyads = [
            (["TCD"], ["BEN"], "4"), (["BEN"], ["TCD"], "4"), (["TCD"], ["NER"], "12"), (["NER"], ["TCD"], ""),
        ]
        for (actors, recipients, expected) in dyads {
            #expect(
                try files {
                    $0.actorCountries = actors
                    $0.recipientCountries = recipients
                } == expected)
        }
        // Nobody is their own recipient.
        #expect(
            try files {
                $0.actorCountries = ["TCD"]
                $0.recipientCountries = ["TCD"]
            } == "")
        #expect(
            try files {
                $0.actors = ["Benin"]
                $0.recipients = ["Ali Bó"]
            } == "4")
        #expect(
            try files {
                $0.actors = ["Benin"]
                $0.recipients = ["Benin"]
            } == "")
        #expect(try fixture.number("SELECT sum(events) FROM dyad_months WHERE recipient_country = 'TCD'") == 1)
    }

    @Test func oneWhoActsAloneIsNoRecipient() throws {
        try fixture.code([.meeting(file: "4", hasOther: false, ending: "wrote")])
        #expect(try files { $0.recipientCountries = ["TCD"] } == "")
        #expect(try files { $0.actorCountries = ["TCD"] } == "1234")
    }

    @Test func byWhatAndWhen() throws {
        #expect(try files { $0.types = [.assault] } == "2")
        #expect(try files { $0.modes = ["aerial", "none"] } == "2")
        #expect(try files { $0.quads = [.verbalCooperation] } == "13")
        #expect(try files { $0.statuses = [.actual] } == "13")
        #expect(try files { $0.from = CalendarDate("2024-03-01") } == "12")
        #expect(try files { $0.to = CalendarDate("2024-03-01") } == "13")
        #expect(
            try files {
                $0.types = [.consult]
                $0.recipients = ["Niger"]
            } == "1")
    }

    @Test func byPlaceAndText() throws {
        #expect(try files { $0.places = ["niamey"] } == "123")
        #expect(try files { $0.places = ["Niamey Region"] } == "123")
        #expect(try files { $0.places = ["Bamako"] } == "")
        let near = { EventFilter.Circle(latitude: 13.6, longitude: 2.2, kilometres: $0) }
        #expect(try files { $0.near = near(20) } == "123")
        #expect(try files { $0.near = near(5) } == "")
        #expect(try files { $0.text = "reported mali" } == "3")
        #expect(try files { $0.text = "\"met Niger\"" } == "12")
        #expect(try files { $0.text = "report* -- '; DROP TABLE events" } == "")
        #expect(try files { $0.text = "repor*" } == "3")
    }

    @Test func orderAndLimit() throws {
        #expect(try fixture.events(order: .date).map { $0.origin.sources[0].file } == ["3", "1", "2"])
        #expect(try fixture.events(order: .date, limit: 2).count == 2)
        var filter = EventFilter()
        filter.from = CalendarDate("2024-03-01")
        #expect(try fixture.events(filter, order: .date).map { $0.origin.sources[0].file } == ["1", "2"])
        filter.to = CalendarDate("2024-03-31")
        filter.run = 1
        #expect(try fixture.events(filter, order: .date, limit: 1).map { $0.origin.sources[0].file } == ["1"])
    }

    @Test func counts() throws {
        var rows = try Store(reading: fixture.path).counts(by: [.month, .actorCountry, .recipient])
        var counts: [EventCount] = []
        while let count = try rows.next() { counts.append(count) }
        #expect(
            counts.map(\.values) == [
                ["2023-01", "TCD", "Mali"], ["2024-03", "TCD", "Niger"], ["2024-04", "TCD", "Niger"],
            ])
        #expect(counts.map(\.count) == [1, 1, 1])
        var all = try Store(reading: fixture.path).counts(by: [])
        #expect(try all.next() == EventCount(values: [], count: 3))
    }

    @Test(arguments: CountKey.allCases) func everyKeyCounts(key: CountKey) throws {
        var rows = try Store(reading: fixture.path).counts(by: [key])
        var sum = 0
        while let count = try rows.next() { sum += count.count }
        #expect(sum == (key == .country ? 6 : 3))
    }

    @Test func findsPlacesAcrossTheDateLine() throws {
        let store = try Store(writing: fixture.path)
        let rows = KnowledgeRows(store.database)
        let fiji = try rows.number(of: Place(name: "Taveuni", country: "FJI", latitude: -16.8, longitude: 179.97))
        let other = try rows.number(of: Place(name: "Vanua", country: "FJI", latitude: -16.8, longitude: -179.97))
        let pole = try rows.number(of: Place(name: "Pole", country: nil, latitude: 89.99, longitude: 90))
        func places(_ latitude: Double, _ longitude: Double) throws -> Set<Int> {
            let circle = EventFilter.Circle(latitude: latitude, longitude: longitude, kilometres: 100)
            return Set(try PlacesWithin(circle).places(in: store.database))
        }
        #expect(try places(-16.8, 179.9) == [fiji, other])
        #expect(try places(-16.8, -179.9) == [fiji, other])
        #expect(try places(89.9, -90) == [pole])
    }

    @Test func theViewsAgree() throws {
        #expect(try fixture.number("SELECT count(*) FROM events_flat WHERE speaker = 'Reuters'") == 3)
        #expect(try fixture.number("SELECT sum(events) FROM dyad_months WHERE actor_country = 'TCD'") == 2)
    }
}

struct OneADayTests {
    @Test func collapsesEqualEventsAndKeepsTheirSources() throws {
        let fixture = try StoreFixture()
        try fixture.code([
            .meeting(file: "1"), .meeting(file: "2", ending: "reported"),
            .meeting(file: "3", status: .negated, ending: "wrote"),
            .meeting(day: "2024-03-09", file: "4", ending: "added"),
        ])
        let events = try fixture.events(isOneADay: true)
        #expect(events.map { $0.origin.sources[0].file } == ["1", "3", "4"])
        #expect(events[0].evidence.map { $0.origin.sources[0].file } == ["2"])
        #expect(events[1].evidence.isEmpty)
        var filter = EventFilter()
        filter.text = "reported"
        #expect(try fixture.events(filter, isOneADay: true).map { $0.origin.sources[0].file } == ["2"])
        var rows = try Store(reading: fixture.path).counts(by: [.actor], isOneADay: true)
        #expect(try rows.next()?.count == 3)
    }
}
