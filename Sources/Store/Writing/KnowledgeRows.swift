import Grounding

/// The rows of actors and places, which reports share, and their numbers.
final class KnowledgeRows {
    /// Numbers kept in memory of either kind; the rest is looked up.
    private static let capacity = 50_000

    private let database: Database
    private var actors: [Actor: Int] = [:]
    private var places: [Place: Int] = [:]

    init(_ database: Database) { self.database = database }

    func forgetNumbers() {
        actors.removeAll()
        places.removeAll()
    }

    func number(of actor: Actor) throws -> Int {
        if let known = actors[actor] { return known }
        let number = try stored(actor)
        if actors.count == KnowledgeRows.capacity { actors.removeAll(keepingCapacity: true) }
        actors[actor] = number
        return number
    }

    func number(of place: Place) throws -> Int {
        if let known = places[place] { return known }
        let number = try stored(place)
        if places.count == KnowledgeRows.capacity { places.removeAll(keepingCapacity: true) }
        places[place] = number
        return number
    }

    private func stored(_ actor: Actor) throws -> Int {
        let sectors = actor.sectors.map(\.rawValue).joined(separator: " ")
        let known = try database.statement(
            """
            SELECT id FROM actors
            WHERE name = ? AND ifnull(country, '') = ? AND sectors = ? AND ifnull(role, '') = ?
            """
        ).number([.text(actor.name), .text(actor.country ?? ""), .text(sectors), .text(actor.role ?? "")])
        if let known { return known }
        try database.statement("INSERT INTO actors (name, country, sectors, role) VALUES (?, ?, ?, ?)")
            .run([.text(actor.name), SQLValue(actor.country), .text(sectors), SQLValue(actor.role)])
        let number = database.lastInsertedRow
        try database.statement("INSERT INTO actors_fts (rowid, name) VALUES (?, ?)")
            .run([.integer(number), .text(actor.name)])
        return number
    }

    private func stored(_ place: Place) throws -> Int {
        let known = try database.statement(
            """
            SELECT id FROM places
            WHERE name = ? AND latitude = ? AND longitude = ? AND ifnull(country, '') = ?
                AND ifnull(admin1, '') = ? AND ifnull(admin2, '') = ? AND ifnull(geonames, 0) = ?
                AND ifnull(kind, '') = ?
            """
        ).number([
            .text(place.name), .real(place.latitude), .real(place.longitude), .text(place.country ?? ""),
            .text(place.admin1 ?? ""), .text(place.admin2 ?? ""), .integer(place.geonames ?? 0),
            .text(place.kind?.rawValue ?? ""),
        ])
        if let known { return known }
        try database.statement(
            """
            INSERT INTO places (name, country, admin1, admin2, latitude, longitude, geonames, kind)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?)
            """
        ).run([
            .text(place.name), SQLValue(place.country), SQLValue(place.admin1), SQLValue(place.admin2),
            .real(place.latitude), .real(place.longitude), SQLValue(place.geonames), SQLValue(place.kind?.rawValue),
        ])
        let number = database.lastInsertedRow
        try database.statement(
            "INSERT INTO places_fts (rowid, name, country, admin1, admin2) VALUES (?, ?, ?, ?, ?)"
        ).run([
            .integer(number), .text(place.name), SQLValue(place.country), SQLValue(place.admin1),
            SQLValue(place.admin2),
        ])
        let (latitude, longitude) = (SQLValue.real(place.latitude), SQLValue.real(place.longitude))
        try database.statement("INSERT INTO places_rtree VALUES (?, ?, ?, ?, ?)")
            .run([.integer(number), latitude, latitude, longitude, longitude])
        return number
    }
}
