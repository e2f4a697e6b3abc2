import Dates
import EventCoding
import Grounding
import Testing

@testable import Store

struct WritingTests {
    @Test func givesBackAllThatWasFound() throws {
        let fixture = try StoreFixture()
        let coded = try CodedReport.meeting(url: "https://example.org/1")
        try fixture.code([coded])
        let event = try #require(try fixture.events().first)
        let written = coded.coding.events[0]
        #expect(event.id == RecordID.event(written, report: coded.id))
        #expect(event.origin.id == coded.id)
        #expect(event.origin.published == CalendarDate("2024-03-02"))
        #expect(event.origin.sources.map(\.url) == ["https://example.org/1"])
        #expect(event.date == CalendarDate("2024-03-01"))
        #expect(event.type == .consult)
        #expect(event.modes == ["meeting"])
        #expect(event.actors.map(\.actor) == written.actors.map(\.actor))
        // Offsets count code points: the accent before does not shift them.
        #expect(event.actors[0].words == StoredEvent.Words(text: "Chadian minister Ali Bó", start: 0, end: 23))
        #expect(event.trigger == StoredEvent.Words(text: "met", start: 24, end: 27))
        #expect(event.recipients[0].words.text == "Niger")
        #expect(event.location?.place == written.place?.place)
        #expect(event.saidBy.map(\.actor?.name) == ["Reuters"])
        #expect(event.saidBy[0].cue?.text == "said")
        #expect(event.sentence.text == coded.report.text)
        #expect(event.time.basis == .publication)
        #expect(event.rule == "consult:1")
        let names = try Store(reading: fixture.path).storyNames(analysis: event.analysis)
        #expect(names == StoryNames(people: ["Ali Bó"], organizations: ["Reuters"], locations: ["Niger"]))
    }

    @Test func codingAReportTwiceChangesNothing() throws {
        let fixture = try StoreFixture()
        let coded = try CodedReport.meeting()
        #expect(try fixture.code([coded]).reports == 1)
        let before = try fixture.events()
        let counts = try fixture.code([coded])
        #expect((counts.reports, counts.skipped) == (0, 1))
        #expect(try fixture.events() == before)
        // Twice in one batch, too.
        let other = try StoreFixture()
        #expect(try other.code([coded, coded]).reports == 1)
        #expect(try other.events().count == 1)
    }

    @Test func aReportAtASecondAddressIsCodedOnceAndFoundTwice() throws {
        let fixture = try StoreFixture()
        try fixture.code([.meeting(url: "https://example.org/1"), .meeting(url: "https://example.com/2")])
        try fixture.code([.meeting(url: "https://example.net/3")])
        let events = try fixture.events()
        #expect(events.count == 1)
        #expect(
            events[0].origin.sources.map(\.url) == [
                "https://example.org/1", "https://example.com/2", "https://example.net/3",
            ])
    }

    @Test func anotherVersionMakesARunOfItsOwnAndTheLatestIsCurrent() throws {
        let fixture = try StoreFixture()
        try fixture.code([.meeting(), .meeting(recipient: "Mali", country: "MLI")], program: "1")
        try fixture.code([.meeting(type: .support)], program: "2")
        #expect(try fixture.events().map(\.type) == [.consult, .support])
        var filter = EventFilter()
        filter.run = 1
        #expect(try fixture.events(filter).map(\.type) == [.consult, .consult])
        filter.run = 2
        #expect(try fixture.events(filter).map(\.type) == [.support])
        // Runs that divide a report alike share its sentences.
        #expect(try fixture.number("SELECT count(*) FROM sentences") == 2)
        let runs = try Store(reading: fixture.path).runs()
        #expect(runs.map(\.reports) == [2, 1])
        #expect(runs.map(\.currentReports) == [1, 1])
        #expect(runs.allSatisfy { $0.ended != nil })
    }

    @Test func theTextOfAnotherDayIsAnotherReportOfTheSameStory() throws {
        let fixture = try StoreFixture()
        try fixture.code([.meeting(published: "2024-03-02"), .meeting(published: "2024-03-03")])
        let events = try fixture.events()
        #expect(events.count == 2)
        #expect(Set(events.map(\.origin.story)).count == 1)
    }

    @Test func keepsItsWordOnForeignKeysAndIntegrity() throws {
        let fixture = try StoreFixture()
        try fixture.code([.meeting(), .meeting(recipient: "Mali", country: "MLI")])
        let database = try Database(file: fixture.path, access: .reading)
        let check = try database.prepare("PRAGMA integrity_check")
        #expect(try check.step())
        #expect(check.text(0) == "ok")
        #expect(try !database.prepare("PRAGMA foreign_key_check").step())
        for table in ["sentences_fts", "actors_fts", "places_fts"] {
            try database.execute("INSERT INTO \(table) (\(table), rank) VALUES ('integrity-check', 1)")
        }
    }
}
