import Tokens

/// The sequences of four words of a text, by which copies and near-duplicates are known (Broder 1997), and their MinHash
/// in bands: texts that share a band are worth comparing.
struct Shingles: Sendable {
    /// Words in a shingle.
    private static let width = 4
    /// Bands, and hash values in each. Texts that share half of their shingles share a band in 93 of 100 cases, texts that
    /// share a tenth in 2.
    private static let bands = 20
    private static let rows = 3

    /// Hashes of the distinct shingles, ascending.
    private let hashes: [UInt64]

    /// Letters are compared without regard to ASCII case; all but letters and digits divides words (ASCII's other characters
    /// and general punctuation).
    init(_ text: String) {
        var words: [UInt64] = []
        var copy = text
        copy.withUTF8 { bytes in
            var hash = Shingles.start
            for index in bytes.indices {
                if let letter = Shingles.letter(index, in: bytes) {
                    hash = (hash ^ UInt64(letter)) &* 0x100_0000_01B3
                } else if hash != Shingles.start {
                    words.append(hash)
                    hash = Shingles.start
                }
            }
            if hash != Shingles.start { words.append(hash) }
        }
        guard words.count >= Shingles.width else {
            hashes = []
            return
        }
        var hashes: [UInt64] = []
        hashes.reserveCapacity(words.count)
        for first in 0...(words.count - Shingles.width) {
            var hash: UInt64 = 0
            for word in words[first..<first + Shingles.width] { hash = Shingles.mix(hash &* 31 &+ word) }
            hashes.append(hash)
        }
        hashes.sort()
        var last: UInt64?
        self.hashes = hashes.filter { hash in
            defer { last = hash }
            return hash != last
        }
    }

    /// The part of all shingles of both texts that both have, 0 to 1 (Jaccard).
    func similarity(to other: Shingles) -> Double {
        var shared = 0
        var (left, right) = (0, 0)
        while left < hashes.count, right < other.hashes.count {
            if hashes[left] == other.hashes[right] {
                shared += 1
                left += 1
                right += 1
            } else if hashes[left] < other.hashes[right] {
                left += 1
            } else {
                right += 1
            }
        }
        let all = hashes.count + other.hashes.count - shared
        return all == 0 ? 0 : Double(shared) / Double(all)
    }

    /// The keys of the bands; none for a text of fewer words than a shingle has.
    var bandKeys: [Int] {
        guard !hashes.isEmpty else { return [] }
        var minima = [UInt64](repeating: .max, count: Shingles.bands * Shingles.rows)
        for index in minima.indices {
            let seed = Shingles.mix(UInt64(index) &+ 1)
            var least = UInt64.max
            for hash in hashes { least = min(least, (hash ^ seed) &* 0x9E37_79B9_7F4A_7C15) }
            minima[index] = least
        }
        return (0..<Shingles.bands).map { band in
            var key = UInt64(band)
            for row in 0..<Shingles.rows { key = Shingles.mix(key &* 31 &+ minima[band * Shingles.rows + row]) }
            return Int(bitPattern: UInt(key))
        }
    }

    /// FNV-1a's offset.
    private static let start: UInt64 = 0xCBF2_9CE4_8422_2325

    private static func letter(_ index: Int, in bytes: UnsafeBufferPointer<UInt8>) -> UInt8? {
        switch bytes[index] {
        case 0x61...0x7A, 0x30...0x39: bytes[index]
        case 0x41...0x5A: bytes[index] | 0x20
        case 0x00..<0x80: nil
        default: isPunctuation(index, in: bytes) ? nil : bytes[index]
        }
    }

    /// Whether a byte belongs to a dash, a quotation mark or another character of U+2000–U+206F, which copies of a text
    /// write in different ways.
    private static func isPunctuation(_ index: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        let lead = bytes[index] == 0xE2 ? index : index > 0 && bytes[index - 1] == 0xE2 ? index - 1 : index - 2
        guard lead >= 0, lead + 1 < bytes.count else { return false }
        return bytes[lead] == 0xE2 && (bytes[lead + 1] == 0x80 || bytes[lead + 1] == 0x81)
    }

    /// The finalizer of MurmurHash3.
    private static func mix(_ value: UInt64) -> UInt64 {
        var value = value
        value ^= value >> 33
        value = value &* 0xFF51_AFD7_ED55_8CCD
        value ^= value >> 33
        value = value &* 0xC4CE_B9FE_1A85_EC53
        return value ^ (value >> 33)
    }
}
