import Dates
import EventCoding

/// The record: reports, statements and events in one SQLite file. A store is one connection, for one thread; several
/// stores may be open on one file at a time.
package final class Store {
    let database: Database

    package var file: String { database.file }

    /// - Throws: `StoreError` for a file that is no store, is damaged, locked, or of a newer version.
    package convenience init(reading file: String) throws { try self.init(file, .reading) }

    /// Makes the store where there is none.
    /// - Throws: as `init(reading:)`.
    package convenience init(writing file: String) throws { try self.init(file, .writing) }

    private init(_ file: String, _ access: Database.Access) throws {
        database = try Database(file: file, access: access)
        try Schema.prepare(database, access: access)
        // A commit survives the end of the program without waiting for the disk; a loss of power may take the last ones.
        try database.execute(
            "PRAGMA foreign_keys = ON; PRAGMA synchronous = NORMAL; PRAGMA cache_size = -65536; "
                + "PRAGMA wal_autocheckpoint = 4000; PRAGMA temp_store = FILE")
    }

    /// The events that fulfil a filter.
    /// - Parameters:
    ///   - isOneADay: gives one of the events that have day, actors, recipients, event and status in common, the first
    ///     stored, with the others as its evidence.
    ///   - limit: at most so many; `nil` for all.
    package func events(
        matching filter: EventFilter = EventFilter(), order: EventOrder = .stored, isOneADay: Bool = false,
        limit: Int? = nil
    ) throws -> StoredEvents {
        try StoredEvents(
            EventQuery(filter, order: order, limit: limit, in: database), limit: limit, isOneADay: isOneADay,
            in: database)
    }

    /// How many of the events that fulfil a filter have each combination of keys. An event with several actors counts
    /// once for each of them.
    /// - Parameters:
    ///   - isOneADay: counts events as `events(matching:isOneADay:)` gives them.
    ///   - limit: at most so many combinations; `nil` for all.
    package func counts(
        matching filter: EventFilter = EventFilter(), by keys: [CountKey], isOneADay: Bool = false, limit: Int? = nil
    ) throws -> EventCounts {
        try EventCounts(
            EventQuery(filter, order: nil, in: database), by: keys, isOneADay: isOneADay, limit: limit, in: database)
    }

    /// The names in the report of one analysis (`StoredEvent.analysis`), sorted.
    package func storyNames(analysis: Int) throws -> StoryNames {
        let row = try database.statement("SELECT kind, name FROM story_names WHERE analysis_id = ? ORDER BY kind, name")
        try row.bind(analysis, 1)
        defer { row.reset() }
        var names = StoryNames()
        while try row.step() {
            switch row.text(0) {
            case "person": names.people.append(row.text(1))
            case "organization": names.organizations.append(row.text(1))
            default: names.locations.append(row.text(1))
            }
        }
        return names
    }
}
