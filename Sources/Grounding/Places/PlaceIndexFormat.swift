/// The layout of the binary index of places, version 1. All numbers are little endian; all offsets count bytes.
///
/// ```
/// header    magic "DMPLACES", version u32, section count u32, file length u64, checksum u64 of all after the header,
///           then for each section: offset u64, length u64
/// text      UTF-8 of all names
/// places    32 bytes each: name offset u32, name length u16, kind u8, capital u8, country u16, 0 u16, admin1 u32 (a place),
///           latitude and longitude i32 (1e-5 degrees), population u32, GeoNames id u32
/// countries 8 bytes each: three ASCII letters and 0, place u32; number 0 is no country
/// keys      u64 each, ascending: the keys of folded names
/// starts    u32 each, one more than keys: where a key's postings begin
/// postings  u32 each: place, with the highest bit set where the name is a variant
/// prefixes  u32 each, 65,537: the first key of each value of a key's upper 16 bits
/// people    12 bytes each, ascending: key u64 of an adjective or demonym, country u32
/// units     12 bytes each, ascending: key u64 of an abbreviation of a first-level unit, place u32
/// ```
enum PlaceIndexFormat {
    static let magic: [UInt8] = Array("DMPLACES".utf8)
    static let version: UInt32 = 1
    static let headerLength = 32 + 16 * Section.allCases.count
    static let placeLength = 32
    static let countryLength = 8
    static let pairLength = 12
    static let variantBit: UInt32 = 0x8000_0000
    /// In a place's `admin1`: none.
    static let none: UInt32 = .max

    enum Section: Int, CaseIterable {
        case text, places, countries, keys, starts, postings, prefixes, people, units
    }

    /// Four interleaved multiply-and-add sums over the 64-bit words of the data, and over its last bytes.
    static func checksum(_ bytes: UnsafeRawBufferPointer) -> UInt64 {
        let factor: UInt64 = 0x9e37_79b9_7f4a_7c15
        var a: UInt64 = 1
        var b: UInt64 = 2
        var c: UInt64 = 3
        var d: UInt64 = 4
        var offset = 0
        while offset + 32 <= bytes.count {
            a = (a ^ bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self)) &* factor
            b = (b ^ bytes.loadUnaligned(fromByteOffset: offset + 8, as: UInt64.self)) &* factor
            c = (c ^ bytes.loadUnaligned(fromByteOffset: offset + 16, as: UInt64.self)) &* factor
            d = (d ^ bytes.loadUnaligned(fromByteOffset: offset + 24, as: UInt64.self)) &* factor
            offset += 32
        }
        for byte in bytes[offset...] { a = (a ^ UInt64(byte)) &* factor }
        return (((((a >> 29) ^ a ^ b) &* factor) ^ c) &* factor) ^ d
    }
}

/// An index of places, or a file it is made from, that cannot be used: which file, why, and what to do.
package struct PlaceIndexError: Error, Equatable, CustomStringConvertible {
    package let file: String
    package let problem: String

    package var description: String { "\(file): \(problem)" }
}
