import Foundation
import Lexicon

/// The project's own tables of places in data/places, as drafts for the index.
struct PlaceTables {
    var writer = PlaceIndexWriter()
    /// First-level units by `country` and GeoNames' code.
    private(set) var units: [String: Int] = [:]
    /// ISO alpha-3 by alpha-2.
    private(set) var alpha3: [String: String] = [:]
    /// Folded names of capitals by country.
    private(set) var capitals: [String: [UInt8]] = [:]

    /// - Throws: `TableError` naming file and line.
    init(folder: URL) throws(TableError) {
        func table(_ name: String) throws(TableError) -> Rows {
            Rows(try Table(contentsOf: folder.appendingPathComponent(name)))
        }
        try addCountries(table("countries.tsv"))
        try addFirstLevel(table("admin1.tsv"))
        try addSecondLevel(table("admin2.tsv"))
        try addAbbreviations(table("abbreviations.tsv"))
        for name in ["regions.tsv", "natural.tsv", "facilities.tsv"] { try addOwn(table(name)) }
    }

    private mutating func addCountries(_ rows: Rows) throws(TableError) {
        for row in try rows.read() {
            let country = try row.text("country")
            alpha3[try row.text("iso2")] = country
            capitals[country] = PlaceName.folded(try row.text("capital"))
            for people in try row.list("demonyms") { writer.add(people: people, of: country) }
            _ = writer.add(
                PlaceIndexWriter.Draft(
                    name: try row.text("name"), spellings: try row.list("variants"), kind: .country, country: country,
                    latitude: try row.number("lat"), longitude: try row.number("lon"),
                    population: Int(try row.number("population")), geonames: Int(try row.text("geonames"))))
        }
    }

    private mutating func addFirstLevel(_ rows: Rows) throws(TableError) {
        for row in try rows.read() {
            let country = try row.text("country")
            let position = writer.add(
                PlaceIndexWriter.Draft(
                    name: try row.text("name"), spellings: try row.list("variants"), kind: .admin1, country: country,
                    latitude: try row.number("lat"), longitude: try row.number("lon"),
                    population: Int(try row.number("population")), geonames: Int(try row.text("geonames"))))
            units["\(country) \(try row.text("code"))"] = position
        }
    }

    private mutating func addSecondLevel(_ rows: Rows) throws(TableError) {
        for row in try rows.read() {
            let country = try row.text("country")
            _ = writer.add(
                PlaceIndexWriter.Draft(
                    name: try row.text("name"), spellings: try row.list("variants"), kind: .admin2, country: country,
                    admin1: units["\(country) \(try row.text("admin1"))"], latitude: try row.number("lat"),
                    longitude: try row.number("lon"), population: Int(try row.number("population"))))
        }
    }

    private mutating func addAbbreviations(_ rows: Rows) throws(TableError) {
        for row in try rows.read() {
            guard let unit = units["\(try row.text("country")) \(try row.text("code"))"] else {
                throw row.error("no unit of that country and code in admin1.tsv")
            }
            for abbreviation in try row.list("abbreviations") { writer.add(abbreviation: abbreviation, of: unit) }
            let alone = try row.list("alone")
            writer.update(unit) { $0.variants += alone }
        }
    }

    /// A row of the project's own that names an administrative unit already there adds its spellings to it.
    private mutating func addOwn(_ rows: Rows) throws(TableError) {
        var known: [StringPair: [Int]] = [:]
        for (position, draft) in writer.drafts.enumerated() where draft.kind.isAdministrative {
            for name in [draft.name] + draft.spellings {
                known[StringPair(draft.country, PlaceName.folded(name)), default: []].append(position)
            }
        }
        for row in try rows.read() {
            let draft = try row.draft()
            let names = [draft.name] + draft.spellings
            let same = names.flatMap { known[StringPair(draft.country, PlaceName.folded($0))] ?? [] }.first {
                let unit = writer.drafts[$0]
                return unit.kind == draft.kind
                    && distance(unit.latitude, unit.longitude, draft.latitude, draft.longitude) < 300
            }
            if let same, draft.kind.isAdministrative {
                writer.update(same) {
                    $0.spellings += names + [$0.name]
                    $0.name = draft.name
                    $0.latitude = draft.latitude
                    $0.longitude = draft.longitude
                }
            } else {
                _ = writer.add(draft)
            }
        }
    }
}

private struct StringPair: Hashable {
    let country: String
    let name: [UInt8]
    init(_ country: String, _ name: [UInt8]) {
        self.country = country
        self.name = name
    }
}

/// The rows of a table by the names of its columns.
struct Rows {
    let table: Table

    init(_ table: Table) { self.table = table }

    func read() throws(TableError) -> [NamedRow] { table.rows.map { NamedRow(table: table, row: $0) } }
}

struct NamedRow {
    let table: Table
    let row: Table.Row

    func text(_ column: String) throws(TableError) -> String { row.fields[try table.column(column)] }

    func list(_ column: String) throws(TableError) -> [String] {
        try text(column).split(separator: "|").map(String.init)
    }

    func number(_ column: String) throws(TableError) -> Double {
        let field = try text(column)
        guard let number = Double(field) else { throw error("'\(field)' in column \(column) is no number") }
        return number
    }

    func error(_ problem: String) -> TableError { TableError(file: table.name, line: row.line, problem: problem) }

    /// A row of regions.tsv, natural.tsv, facilities.tsv or towns.tsv.
    func draft() throws(TableError) -> PlaceIndexWriter.Draft {
        guard let kind = PlaceKind(rawValue: try text("kind")) else { throw error("no kind '\(try text("kind"))'") }
        return PlaceIndexWriter.Draft(
            name: try text("name"), spellings: try list("variants"), kind: kind, country: try text("country"),
            latitude: try number("lat"), longitude: try number("lon"), population: 0)
    }
}
