/// A table of vectors addressed by hash, four rows summed a key (Bloom embeddings; thinc's `HashEmbed`).
package struct HashEmbedding: Sendable {
    let width: Int
    let seed: UInt32
    let table: FloatBuffer

    /// - Parameter values: thinc's `E`, shape (rows, width).
    package init(rows: Int, width: Int, seed: UInt32, values: [Float]) {
        self.width = width
        self.seed = seed
        table = FloatBuffer(rows: rows, columns: width, values: values)
    }

    /// Writes the vector of a key: `width` floats.
    func vector(of key: UInt64, into target: UnsafeMutablePointer<Float>) {
        let hashes = murmurHash3(key, seed: seed)
        let rows = UInt32(table.rows)
        let first = table.row(Int(hashes.0 % rows))
        let second = table.row(Int(hashes.1 % rows))
        let third = table.row(Int(hashes.2 % rows))
        let fourth = table.row(Int(hashes.3 % rows))
        for index in 0..<width { target[index] = first[index] + second[index] + third[index] + fourth[index] }
    }
}

/// MurmurHash3_x86_128 of one 64-bit key in the variant that thinc uses for embeddings: four 32-bit hashes.
func murmurHash3(_ key: UInt64, seed: UInt32) -> (UInt32, UInt32, UInt32, UInt32) {
    var h1 = key &* 0x87c3_7b91_1142_53d5
    h1 = (h1 << 31) | (h1 >> 33)
    h1 = h1 &* 0x4cf5_ad43_2745_937f
    h1 ^= UInt64(seed)
    h1 ^= 8
    var h2 = UInt64(seed) ^ 8
    h1 = h1 &+ h2
    h2 = h2 &+ h1
    h1 = finalMix(h1)
    h2 = finalMix(h2)
    h1 = h1 &+ h2
    h2 = h2 &+ h1
    return (
        UInt32(truncatingIfNeeded: h1), UInt32(truncatingIfNeeded: h1 >> 32), UInt32(truncatingIfNeeded: h2),
        UInt32(truncatingIfNeeded: h2 >> 32)
    )
}

private func finalMix(_ value: UInt64) -> UInt64 {
    var h = value
    h ^= h >> 33
    h = h &* 0xff51_afd7_ed55_8ccd
    h ^= h >> 33
    h = h &* 0xc4ce_b9fe_1a85_ec53
    h ^= h >> 33
    return h
}
