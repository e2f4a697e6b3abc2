import Lexicon
import TestSupport
import Tokens

@testable import Grounding

/// A resolver over a handful of places, for tests that need no index.
func smallResolver() throws -> PlaceResolver {
    var writer = PlaceIndexWriter()
    func add(
        _ name: String, _ kind: PlaceKind, _ country: String, _ latitude: Double, _ longitude: Double,
        _ population: Int,
        in unit: Int? = nil, spellings: [String] = [], isCapital: Bool = false
    ) -> Int {
        writer.add(
            .init(
                name: name, spellings: spellings, kind: kind, country: country, admin1: unit, latitude: latitude,
                longitude: longitude, population: population, isCapital: isCapital))
    }
    _ = add("France", .country, "FRA", 46, 2, 67_000_000)
    _ = add("United States", .country, "USA", 39.76, -98.5, 330_000_000, spellings: ["U.S."])
    _ = add("Georgia", .country, "GEO", 42, 43.5, 3_700_000)
    _ = add("Azerbaijan", .country, "AZE", 40.5, 47.5, 10_000_000)
    _ = add("Syria", .country, "SYR", 35, 38, 17_000_000)
    let texas = add("Texas", .admin1, "USA", 31.25, -99.25, 29_000_000)
    let georgia = add("Georgia", .admin1, "USA", 32.75, -83.5, 10_000_000)
    _ = add("Paris", .city, "FRA", 48.85, 2.35, 2_138_551, isCapital: true)
    _ = add("Paris", .city, "USA", 33.66, -95.56, 24_782, in: texas)
    _ = add("Athens", .city, "USA", 33.96, -83.38, 120_000, in: georgia)
    _ = add("Athens", .city, "USA", 32.2, -95.86, 12_800, in: texas)
    _ = add("Dallas", .city, "USA", 32.78, -96.8, 1_300_000, in: texas)
    _ = add("Tbilisi", .city, "GEO", 41.69, 44.83, 1_050_000, isCapital: true)
    _ = add("Lachin", .city, "AZE", 39.64, 46.55, 2_000, spellings: ["Laçın"])
    _ = add("Lachin corridor", .corridor, "AZE", 39.64, 46.55, 0)
    _ = add("Idlib", .city, "SYR", 35.93, 36.63, 128_840)
    _ = add("Idlib", .admin1, "SYR", 35.9, 36.65, 1_500_000)
    writer.add(people: "French", of: "FRA")
    writer.add(people: "Georgian", of: "GEO")
    writer.add(abbreviation: "Tex.", of: texas)
    return PlaceResolver(
        index: try PlaceIndex(writer.data(), name: "small"), words: try PlaceWords(Table(smallWords, name: "words")))
}

private let smallWords = """
    class\tword\tkinds
    locative\tin
    locative\tnear
    locative\tfrom
    source\tfrom
    source\tout
    directional\tto
    goal\tto
    movement\ttravel
    ground\tstorm
    removal\tdrive
    part\tnorth
    modifier\tnorthern
    title\tpresident
    agency\tpolice
    team\tunited
    disease\tvirus
    feature\tprovince\tadmin1
    feature\tcorridor\tcorridor
    feature\ttown\tcity
    """
