import Foundation
import Lexicon
import Testing

@testable import Grounding

@Suite struct PlaceTablesTests {
    private func table(_ name: String) throws -> Table {
        try Table(contentsOf: DataFolder.locate().file("places/\(name)"))
    }

    @Test func makeAnIndexWithCountriesRegionsAndTheirSpellings() throws {
        let data = try PlaceIndexBuilder.data(tables: DataFolder.locate().file("places"), geonames: nil)
        let index = try PlaceIndex(data, name: "own places")
        func place(_ name: String) -> Place? { index.matches(PlaceName.key(name)).first.map { index.place($0.id) } }
        #expect(place("the UK")?.country == "GBR")
        #expect(place("Nagorno Karabakh") == place("Artsakh"))
        #expect(place("Crimean Bridge") != nil && place("Crimean Bridge") == place("Kerch Bridge"))
        #expect(place("Laçın")?.country == "AZE")
        #expect(place("Black Sea")?.country == nil)
        #expect(place("Johnston County, N.C.") == nil)
        #expect(index.country(ofPeople: PlaceName.key("Azeri")).map(index.code) == "AZE")
    }

    @Test(arguments: ["regions.tsv", "natural.tsv", "facilities.tsv", "towns.tsv"])
    func ownTablesHaveRealPointsKnownCountriesAndNoDuplicates(name: String) throws {
        let countries = Set(try Rows(table("countries.tsv")).read().map { try $0.text("country") })
        var seen: Set<[String]> = []
        for row in try Rows(table(name)).read() {
            let draft = try row.draft()
            #expect((-90...90).contains(draft.latitude) && (-180...180).contains(draft.longitude), "\(draft.name)")
            #expect(draft.country.isEmpty || countries.contains(draft.country), "\(draft.name): \(draft.country)")
            #expect(seen.insert([draft.name, draft.country]).inserted, "\(draft.name) twice in \(name)")
            #expect(!draft.name.isEmpty && Set(draft.spellings).count == draft.spellings.count, "\(draft.name)")
        }
    }

    @Test func countriesHaveUniqueCodesAndNames() throws {
        let rows = try Rows(table("countries.tsv")).read()
        #expect(Set(try rows.map { try $0.text("country") }).count == rows.count)
        #expect(Set(try rows.map { try $0.text("iso2") }).count == rows.count)
        #expect(Set(try rows.map { PlaceName.folded(try $0.text("name")) }).count == rows.count)
    }

    @Test func aRowAtFaultIsNamedWithItsLine() throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("places-\(UUID().uuidString)")
        try FileManager.default.copyItem(at: DataFolder.locate().file("places"), to: folder)
        defer { try? FileManager.default.removeItem(at: folder) }
        let broken = "name\tvariants\tkind\tcountry\tlat\tlon\nNowhere\t\tregion\tUSA\tnorth\t1\n"
        try Data(broken.utf8).write(to: folder.appendingPathComponent("regions.tsv"))
        let error = #expect(throws: TableError.self) {
            try PlaceIndexBuilder.data(tables: folder, geonames: nil)
        }
        #expect(error?.description == "regions.tsv:2: 'north' in column lat is no number")
    }
}
