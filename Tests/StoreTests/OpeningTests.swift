import Foundation
import Testing

@testable import Store

struct OpeningTests {
    private let folder: URL

    init() throws {
        folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    }

    private func path(_ name: String) -> String { folder.appendingPathComponent(name).path }

    private func kind(_ body: () throws -> Void) -> StoreError.Kind? {
        do {
            try body()
            return nil
        } catch { return (error as? StoreError)?.kind }
    }

    @Test func makesAStoreAndOpensItAgain() throws {
        _ = try Store(writing: path("new.db"))
        _ = try Store(writing: path("new.db"))
        var events = try Store(reading: path("new.db")).events()
        #expect(try events.next() == nil)
    }

    @Test func everyFilterIsAnsweredByAnEmptyStore() throws {
        let store = try Store(writing: path("empty.db"))
        var filter = EventFilter()
        filter.actors = ["x'y"]
        filter.recipients = ["France"]
        filter.speakers = ["Macron"]
        filter.countries = ["FRA"]
        filter.actorCountries = ["FRA", "DEU"]
        filter.recipientCountries = ["FRA"]
        filter.sectors = [.government]
        filter.types = [.consult]
        filter.modes = ["phone"]
        filter.quads = [.verbalCooperation]
        filter.statuses = [.actual]
        filter.places = ["Paris"]
        filter.near = EventFilter.Circle(latitude: 48.8, longitude: 2.3, kilometres: 10)
        filter.from = .init("2024-01-01")
        filter.text = "talks"
        var events = try store.events(matching: filter)
        #expect(try events.next() == nil)
        filter.run = 3
        events = try store.events(matching: filter, order: .date, limit: 5)
        #expect(try events.next() == nil)
    }

    @Test func refusesAFilterWithoutAWord() throws {
        let store = try Store(writing: path("empty.db"))
        var filter = EventFilter()
        filter.text = "--"
        #expect(kind { _ = try store.events(matching: filter) } == .request)
    }

    @Test func refusesWhatIsNoStore() throws {
        try Data("This is a text about nothing in particular, and not short.".utf8).write(
            to: folder.appendingPathComponent("text.db"))
        #expect(kind { _ = try Store(writing: path("text.db")) } == .notADatabase)
        #expect(kind { _ = try Store(reading: path("missing.db")) } == .cannotOpen)
        let other = try Database(file: path("other.db"), access: .writing)
        try other.execute("CREATE TABLE t (a)")
        #expect(kind { _ = try Store(writing: path("other.db")) } == .otherDatabase)
        let newer = try Database(file: path("newer.db"), access: .writing)
        try newer.execute("PRAGMA application_id = \(Schema.applicationID); PRAGMA user_version = 99")
        #expect(kind { _ = try Store(writing: path("newer.db")) } == .newerSchema)
    }
}
