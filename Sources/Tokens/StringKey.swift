/// A 64-bit hash that stands for a string: MurmurHash64A with seed 1, the hash of spaCy's `StringStore`, so that keys
/// in a published model's files can be compared with keys computed here. The empty string has key 0, as there.
package struct StringKey: Hashable, Sendable {
    package let value: UInt64

    package init(value: UInt64) { self.value = value }

    package init(_ string: String) {
        var copy = string
        value = copy.withUTF8 { $0.isEmpty ? 0 : murmurHash64A($0, seed: 1) }
    }

    package init(utf8 bytes: some Sequence<UInt8>) {
        let array = Array(bytes)
        value = array.isEmpty ? 0 : array.withUnsafeBufferPointer { murmurHash64A($0, seed: 1) }
    }

    package init(utf8 bytes: Span<UInt8>) {
        value = bytes.isEmpty ? 0 : bytes.withUnsafeBufferPointer { murmurHash64A($0, seed: 1) }
    }

    package func hash(into hasher: inout Hasher) { hasher.combine(value) }

    /// What dictionaries and sets ask for. The value is a hash already, so that it is mixed with their seed and not hashed
    /// again; look-ups are nearly all that lexicons cost.
    package func _rawHashValue(seed: Int) -> Int { mixed(value, UInt64(bitPattern: Int64(seed))) }
}

/// One round of mixing: the multiplication spreads upward, the shift back into the bits that buckets are chosen by.
@inline(__always)
private func mixed(_ value: UInt64, _ seed: UInt64) -> Int {
    let product = (value ^ seed) &* 0x9E37_79B9_7F4A_7C15
    return Int(truncatingIfNeeded: product ^ (product >> 32))
}

/// MurmurHash64A (Appleby, public domain), little endian.
func murmurHash64A(_ bytes: UnsafeBufferPointer<UInt8>, seed: UInt64) -> UInt64 {
    let m: UInt64 = 0xc6a4_a793_5bd1_e995
    var h = seed ^ (UInt64(bytes.count) &* m)
    let raw = UnsafeRawBufferPointer(bytes)
    let blocks = bytes.count / 8
    for block in 0..<blocks {
        var k = raw.loadUnaligned(fromByteOffset: block * 8, as: UInt64.self)
        k = k &* m
        k ^= k >> 47
        k = k &* m
        h ^= k
        h = h &* m
    }
    let tail = blocks * 8
    if tail < bytes.count {
        for offset in stride(from: bytes.count - 1, through: tail, by: -1) {
            h ^= UInt64(bytes[offset]) << UInt64((offset - tail) * 8)
        }
        h = h &* m
    }
    h ^= h >> 47
    h = h &* m
    h ^= h >> 47
    return h
}
