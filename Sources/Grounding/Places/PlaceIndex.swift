import Foundation
import Tokens

/// Places by name: GeoNames' populated places, countries, administrative units and the project's own regions.
///
/// One immutable, memory-mapped image, shared by all workers. A look-up costs a hash of the name and a search among the
/// few keys that share its upper bits.
package struct PlaceIndex: Sendable {
    private let memory: PlaceIndexMemory

    /// A place's number in this index.
    package struct ID: Hashable, Sendable, Comparable {
        let number: UInt32
        package static func < (a: ID, b: ID) -> Bool { a.number < b.number }
    }

    /// A country's number in this index.
    package struct CountryID: Hashable, Sendable {
        let number: UInt16
    }

    /// What resolution weighs; strings stay in the image until a place is chosen.
    package struct Entry: Sendable {
        package let id: ID
        package let kind: PlaceKind
        package let country: CountryID?
        package let admin1: ID?
        package let latitude: Double
        package let longitude: Double
        package let population: Int
        package let geonames: Int?
        /// The seat of a country's government.
        package let isCapital: Bool
    }

    /// A place that bears a name, as its main name or as a variant.
    package struct Match: Sendable {
        package let id: ID
        package let isVariant: Bool
    }

    /// - Throws: `PlaceIndexError` naming the file.
    package init(mapping file: URL) throws(PlaceIndexError) { memory = try PlaceIndexMemory(mapping: file) }

    /// An index held in memory, as `PlaceIndexWriter` makes it.
    package init(_ data: Data, name: String) throws(PlaceIndexError) {
        memory = try PlaceIndexMemory(data, name: name)
    }

    /// The number of places.
    package var count: Int { memory.length(.places) / PlaceIndexFormat.placeLength }

    /// Every place of the index.
    package var entries: some Sequence<Entry> { (0..<UInt32(count)).lazy.map { entry(ID(number: $0)) } }

    /// All places of a name, in the order of their prominence.
    package func matches(_ key: StringKey) -> [Match] {
        guard let position = position(of: key.value) else { return [] }
        let start = Int(memory.number(.starts, at: 4 * position, as: UInt32.self))
        let end = Int(memory.number(.starts, at: 4 * position + 4, as: UInt32.self))
        guard start < end, end <= memory.length(.postings) / 4 else { return [] }
        return memory.read(.postings) { postings in
            (start..<end).map { posting in
                let value = postings.number(at: 4 * posting, as: UInt32.self)
                return Match(
                    id: ID(number: value & ~PlaceIndexFormat.variantBit),
                    isVariant: value & PlaceIndexFormat.variantBit != 0)
            }
        }
    }

    package func contains(_ key: StringKey) -> Bool { position(of: key.value) != nil }

    package func entry(_ id: ID) -> Entry {
        let at = Int(id.number) * PlaceIndexFormat.placeLength
        return memory.read(.places) { places in
            let country = places.number(at: at + 8, as: UInt16.self)
            let admin1 = places.number(at: at + 12, as: UInt32.self)
            let geonames = places.number(at: at + 28, as: UInt32.self)
            return Entry(
                id: id, kind: PlaceKind(code: places.number(at: at + 6, as: UInt8.self)) ?? .region,
                country: country == 0 ? nil : CountryID(number: country),
                admin1: admin1 == PlaceIndexFormat.none ? nil : ID(number: admin1),
                latitude: Double(places.number(at: at + 16, as: Int32.self)) / 100_000,
                longitude: Double(places.number(at: at + 20, as: Int32.self)) / 100_000,
                population: Int(places.number(at: at + 24, as: UInt32.self)),
                geonames: geonames == 0 ? nil : Int(geonames),
                isCapital: places.number(at: at + 7, as: UInt8.self) == 1)
        }
    }

    package func name(_ id: ID) -> String {
        let at = Int(id.number) * PlaceIndexFormat.placeLength
        return memory.string(
            .text, at: Int(memory.number(.places, at: at, as: UInt32.self)),
            length: Int(memory.number(.places, at: at + 4, as: UInt16.self)))
    }

    package func place(_ id: ID) -> Place {
        let entry = entry(id)
        let name = name(id)
        return Place(
            name: name, country: entry.country.map(code),
            admin1: entry.kind == .admin1 ? name : entry.admin1.map(self.name),
            admin2: entry.kind == .admin2 ? name : nil, latitude: entry.latitude, longitude: entry.longitude,
            geonames: entry.geonames, kind: entry.kind)
    }

    /// ISO 3166 alpha-3.
    package func code(_ country: CountryID) -> String {
        memory.string(.countries, at: Int(country.number) * PlaceIndexFormat.countryLength, length: 3)
    }

    /// The country as a place.
    package func place(of country: CountryID) -> ID {
        ID(
            number: memory.number(
                .countries, at: Int(country.number) * PlaceIndexFormat.countryLength + 4, as: UInt32.self))
    }

    /// The country of an adjective or demonym ("Ukrainian", "Turk").
    package func country(ofPeople key: StringKey) -> CountryID? {
        pair(.people, key).map { CountryID(number: UInt16(truncatingIfNeeded: $0)) }
    }

    /// The first-level unit of an abbreviation ("Tex.", "TX").
    package func unit(abbreviated key: StringKey) -> ID? { pair(.units, key).map(ID.init) }

    private func position(of key: UInt64) -> Int? {
        let bucket = Int(key >> 48)
        var low = Int(memory.number(.prefixes, at: 4 * bucket, as: UInt32.self))
        var high = Int(memory.number(.prefixes, at: 4 * bucket + 4, as: UInt32.self))
        return memory.read(.keys) { keys in
            while low < high {
                let middle = (low + high) / 2
                let value = keys.number(at: 8 * middle, as: UInt64.self)
                if value == key { return middle }
                if value < key { low = middle + 1 } else { high = middle }
            }
            return nil
        }
    }

    private func pair(_ section: PlaceIndexFormat.Section, _ key: StringKey) -> UInt32? {
        var low = 0
        var high = memory.length(section) / PlaceIndexFormat.pairLength
        return memory.read(section) { pairs in
            while low < high {
                let middle = (low + high) / 2
                let value = pairs.number(at: PlaceIndexFormat.pairLength * middle, as: UInt64.self)
                if value == key.value {
                    return pairs.number(at: PlaceIndexFormat.pairLength * middle + 8, as: UInt32.self)
                }
                if value < key.value { low = middle + 1 } else { high = middle }
            }
            return nil
        }
    }
}
