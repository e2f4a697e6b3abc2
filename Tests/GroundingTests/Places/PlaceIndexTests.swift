import Foundation
import Testing

@testable import Grounding

@Suite struct PlaceIndexTests {
    private func image() -> Data {
        var writer = PlaceIndexWriter()
        _ = writer.add(
            .init(
                name: "Utopia", kind: .country, country: "UTO", latitude: 10, longitude: -20, population: 5_000_000,
                geonames: 7))
        let north = writer.add(
            .init(name: "North", kind: .admin1, country: "UTO", latitude: 11.5, longitude: -20, population: 100_000))
        _ = writer.add(
            .init(
                name: "Amaurot", variants: ["Mist Town"], kind: .city, country: "UTO", admin1: north,
                latitude: 11.12345, longitude: -20.5, population: 40_000, geonames: 8))
        _ = writer.add(
            .init(name: "Amaurot", kind: .city, country: "ERE", latitude: 50, longitude: 5, population: 90_000))
        writer.add(people: "Utopian", of: "UTO")
        writer.add(abbreviation: "Nth.", of: north)
        return writer.data()
    }

    @Test func findsPlacesByNameTheLargerFirst() throws {
        let index = try PlaceIndex(image(), name: "test")
        let matches = index.matches(PlaceName.key("amaurot"))
        #expect(matches.map { index.place($0.id).country } == ["ERE", "UTO"])
        #expect(matches.allSatisfy { !$0.isVariant })
        #expect(index.matches(PlaceName.key("Mist-Town")).map(\.isVariant) == [true])
        #expect(index.matches(PlaceName.key("Nowhere")).isEmpty)
    }

    @Test func keepsEveryFieldOfAPlace() throws {
        let index = try PlaceIndex(image(), name: "test")
        let match = try #require(index.matches(PlaceName.key("Mist Town")).first)
        #expect(
            index.place(match.id)
                == Place(
                    name: "Amaurot", country: "UTO", admin1: "North", latitude: 11.12345, longitude: -20.5, geonames: 8,
                    kind: .city)
        )
        #expect(index.entry(match.id).population == 40_000)
    }

    @Test func knowsPeoplesAndAbbreviations() throws {
        let index = try PlaceIndex(image(), name: "test")
        #expect(index.country(ofPeople: PlaceName.key("Utopian")).map(index.code) == "UTO")
        #expect(index.country(ofPeople: PlaceName.key("Utopia")) == nil)
        #expect(index.unit(abbreviated: PlaceName.key("nth")).map(index.name) == "North")
    }

    @Test func namesADamagedFile() throws {
        let good = image()
        for (damaged, part) in [
            (good.dropLast(9), "truncated"), (good.prefix(20), "truncated"),
            (Data(repeating: 65, count: 500), "no index"),
        ] {
            let error = #expect(throws: PlaceIndexError.self) { try PlaceIndex(Data(damaged), name: "places.bin") }
            #expect(error?.description.contains(part) == true)
            #expect(error?.file == "places.bin")
        }
        var flipped = good
        flipped[good.count - 30] ^= 1
        #expect(throws: PlaceIndexError.self) { try PlaceIndex(flipped, name: "places.bin") }
        var newer = good
        newer[8] = 99
        #expect(throws: PlaceIndexError.self) { try PlaceIndex(newer, name: "places.bin") }
    }

    @Test func mapsAFile() throws {
        let file = FileManager.default.temporaryDirectory.appendingPathComponent("places-\(UUID().uuidString).bin")
        defer { try? FileManager.default.removeItem(at: file) }
        try image().write(to: file)
        #expect(try PlaceIndex(mapping: file).count == 4)
        let missing = #expect(throws: PlaceIndexError.self) {
            try PlaceIndex(mapping: file.appendingPathExtension("no"))
        }
        #expect(missing?.description.contains(file.lastPathComponent) == true)
    }
}
