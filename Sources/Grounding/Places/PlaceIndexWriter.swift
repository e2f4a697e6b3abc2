import Foundation
import Tokens

/// Puts an index of places together, in the layout of `PlaceIndexFormat`.
struct PlaceIndexWriter {
    /// A place before it has its number.
    struct Draft {
        var name: String
        /// Names as good as the first.
        var spellings: [String] = []
        /// Names under which it is less likely meant.
        var variants: [String] = []
        var kind: PlaceKind
        /// ISO 3166 alpha-3; empty for none.
        var country: String
        /// Position among the drafts of the first-level unit it lies in.
        var admin1: Int?
        var latitude: Double
        var longitude: Double
        var population: Int
        var geonames: Int?
        /// The seat of a country's government.
        var isCapital = false
    }

    private(set) var drafts: [Draft] = []
    private var people: [UInt64: String] = [:]
    private var units: [UInt64: Int] = [:]

    mutating func add(_ draft: Draft) -> Int {
        drafts.append(draft)
        return drafts.count - 1
    }

    mutating func update(_ position: Int, _ change: (inout Draft) -> Void) { change(&drafts[position]) }

    /// The adjective or demonym of a country.
    mutating func add(people name: String, of country: String) { people[PlaceName.key(name).value] = country }

    /// An abbreviation of a first-level unit.
    mutating func add(abbreviation: String, of unit: Int) { units[PlaceName.key(abbreviation).value] = unit }

    func data() -> Data {
        let countries = Set(drafts.map(\.country)).union(people.values).subtracting([""]).sorted()
        let numbers = Dictionary(uniqueKeysWithValues: countries.enumerated().map { ($1, UInt16($0 + 1)) })
        var text: [UInt8] = []
        var places = Bytes()
        for draft in drafts {
            let name = Array(draft.name.utf8.prefix(Int(UInt16.max)))
            places.append(UInt32(text.count))
            places.append(UInt16(name.count))
            places.append(draft.kind.code)
            places.append(UInt8(draft.isCapital ? 1 : 0))
            places.append(numbers[draft.country] ?? 0)
            places.append(UInt16(0))
            places.append(draft.admin1.map(UInt32.init) ?? PlaceIndexFormat.none)
            places.append(UInt32(bitPattern: Int32((draft.latitude * 100_000).rounded())))
            places.append(UInt32(bitPattern: Int32((draft.longitude * 100_000).rounded())))
            places.append(UInt32(clamping: draft.population))
            places.append(UInt32(draft.geonames ?? 0))
            text += name
        }
        var states = Bytes()
        states.append(UInt64(0))
        for country in countries {
            let place = drafts.firstIndex { $0.kind == .country && $0.country == country }
            states.append(raw: Array(country.utf8.prefix(3)) + [0])
            states.append(place.map(UInt32.init) ?? PlaceIndexFormat.none)
        }
        var demonyms = Bytes()
        for (key, country) in people.sorted(by: { $0.key < $1.key }) {
            demonyms.append(key)
            demonyms.append(UInt32(numbers[country] ?? 0))
        }
        var abbreviations = Bytes()
        for (key, unit) in units.sorted(by: { $0.key < $1.key }) {
            abbreviations.append(key)
            abbreviations.append(UInt32(unit))
        }
        let names = nameSections()
        return assemble([
            text, places.bytes, states.bytes, names.keys, names.starts, names.postings, names.prefixes, demonyms.bytes,
            abbreviations.bytes,
        ])
    }

    /// Main names before variants, the larger before the smaller.
    private func nameSections() -> (keys: [UInt8], starts: [UInt8], postings: [UInt8], prefixes: [UInt8]) {
        var pairs: [(key: UInt64, variant: Bool, place: Int)] = []
        for (place, draft) in drafts.enumerated() {
            let own = PlaceName.key(draft.name).value
            var seen: Set<UInt64> = [0, own]
            if own != 0 { pairs.append((own, false, place)) }
            for spelling in draft.spellings {
                let key = PlaceName.key(spelling).value
                if seen.insert(key).inserted { pairs.append((key, false, place)) }
            }
            for variant in draft.variants {
                let key = PlaceName.key(variant).value
                if seen.insert(key).inserted { pairs.append((key, true, place)) }
            }
        }
        pairs.sort { a, b in
            if a.key != b.key { return a.key < b.key }
            if a.variant != b.variant { return !a.variant }
            let (left, right) = (drafts[a.place].population, drafts[b.place].population)
            return left != right ? left > right : a.place < b.place
        }
        var keys = Bytes()
        var starts = Bytes()
        var postings = Bytes()
        var counts = [UInt32](repeating: 0, count: 65_537)
        var previous: UInt64?
        for (position, pair) in pairs.enumerated() {
            if pair.key != previous {
                keys.append(pair.key)
                starts.append(UInt32(position))
                counts[Int(pair.key >> 48) + 1] += 1
                previous = pair.key
            }
            postings.append(UInt32(pair.place) | (pair.variant ? PlaceIndexFormat.variantBit : 0))
        }
        starts.append(UInt32(pairs.count))
        var prefixes = Bytes()
        var total: UInt32 = 0
        for count in counts {
            total += count
            prefixes.append(total)
        }
        return (keys.bytes, starts.bytes, postings.bytes, prefixes.bytes)
    }

    private func assemble(_ sections: [[UInt8]]) -> Data {
        var body: [UInt8] = []
        var table = Bytes()
        for section in sections {
            table.append(UInt64(PlaceIndexFormat.headerLength + body.count))
            table.append(UInt64(section.count))
            body += section
            body += [UInt8](repeating: 0, count: (8 - body.count % 8) % 8)
        }
        let checksum = body.withUnsafeBytes { PlaceIndexFormat.checksum($0) }
        var header = Bytes()
        header.append(raw: PlaceIndexFormat.magic)
        header.append(PlaceIndexFormat.version)
        header.append(UInt32(sections.count))
        header.append(UInt64(PlaceIndexFormat.headerLength + body.count))
        header.append(checksum)
        return Data(header.bytes + table.bytes + body)
    }
}

/// Little-endian numbers one after the other.
private struct Bytes {
    private(set) var bytes: [UInt8] = []

    mutating func append(_ number: some FixedWidthInteger & UnsignedInteger) {
        var rest = number
        for _ in 0..<number.bitWidth / 8 {
            bytes.append(UInt8(truncatingIfNeeded: rest))
            rest = rest.bitWidth > 8 ? rest >> 8 : 0
        }
    }

    mutating func append(raw: [UInt8]) { bytes += raw }
}
