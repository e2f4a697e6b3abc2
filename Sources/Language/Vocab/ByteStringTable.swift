/// A hash table from byte strings to the numbers 0, 1, 2 … in the order they were added.
///
/// Open addressing over one array of slots; all keys lie end to end in one array. A look-up hashes eight bytes at a
/// time and compares only when 32 bits of hash agree.
struct ByteStringTable: Sendable {
    /// `hash & ~0xFFFF_FFFF | number + 1`; 0 is an empty slot. The count of slots is a power of two.
    private var slots: [UInt64]
    private var keys: [UInt8] = []
    /// Key i is `keys[ends[i]..<ends[i + 1]]`.
    private var ends: [Int] = [0]

    init(minimumCapacity: Int) {
        var size = 16
        while size < minimumCapacity * 2 { size *= 2 }
        slots = Array(repeating: 0, count: size)
    }

    var count: Int { ends.count - 1 }

    mutating func removeAll() {
        for index in slots.indices { slots[index] = 0 }
        keys.removeAll(keepingCapacity: true)
        ends.removeAll(keepingCapacity: true)
        ends.append(0)
    }

    /// The number of a key, or nil.
    /// - Parameter hash: `ByteStringTable.hash(key)`.
    func find(_ key: RawSpan, hash: UInt64) -> Int? {
        let mask = slots.count - 1
        var position = Int(truncatingIfNeeded: hash) & mask
        let tag = hash >> 32
        while true {
            let slot = slots[position]
            if slot == 0 { return nil }
            if slot >> 32 == tag {
                let number = Int(slot & 0xFFFF_FFFF) - 1
                let start = ends[number]
                if ends[number + 1] - start == key.byteCount, equal(key, start) { return number }
            }
            position = (position + 1) & mask
        }
    }

    /// Adds a key that is not there.
    mutating func insert(_ key: RawSpan, hash: UInt64) -> Int {
        if (count + 1) * 2 > slots.count { grow() }
        let number = count
        for offset in 0..<key.byteCount { keys.append(key.unsafeLoad(fromByteOffset: offset, as: UInt8.self)) }
        ends.append(keys.count)
        place(number, hash: hash)
        return number
    }

    func find(_ word: String) -> Int? {
        var copy = word
        return copy.withUTF8 { bytes in
            let key = bytes.span.bytes
            return find(key, hash: Self.hash(key))
        }
    }

    /// - Returns: whether the word is new.
    mutating func insertIfAbsent(_ word: String) -> Bool {
        var copy = word
        return copy.withUTF8 { bytes in
            let key = bytes.span.bytes
            let hash = Self.hash(key)
            if find(key, hash: hash) != nil { return false }
            _ = insert(key, hash: hash)
            return true
        }
    }

    private mutating func place(_ number: Int, hash: UInt64) {
        let mask = slots.count - 1
        var position = Int(truncatingIfNeeded: hash) & mask
        while slots[position] != 0 { position = (position + 1) & mask }
        slots[position] = hash & ~0xFFFF_FFFF | UInt64(number + 1)
    }

    private mutating func grow() {
        slots = Array(repeating: 0, count: slots.count * 2)
        for number in 0..<count {
            place(number, hash: Self.hash(keys.span.bytes.extracting(ends[number]..<ends[number + 1])))
        }
    }

    private func equal(_ key: RawSpan, _ start: Int) -> Bool {
        let stored = keys.span.bytes
        var offset = 0
        while offset + 8 <= key.byteCount {
            if key.unsafeLoadUnaligned(fromByteOffset: offset, as: UInt64.self)
                != stored.unsafeLoadUnaligned(fromByteOffset: start + offset, as: UInt64.self)
            {
                return false
            }
            offset += 8
        }
        while offset < key.byteCount {
            if key.unsafeLoad(fromByteOffset: offset, as: UInt8.self)
                != stored.unsafeLoad(fromByteOffset: start + offset, as: UInt8.self)
            {
                return false
            }
            offset += 1
        }
        return true
    }

    /// Mixes eight bytes at a time; good enough for words, not for hostile keys.
    static func hash(_ key: RawSpan) -> UInt64 {
        let multiplier: UInt64 = 0x9E37_79B9_7F4A_7C15
        var hash = UInt64(key.byteCount) &* multiplier
        var offset = 0
        while offset + 8 <= key.byteCount {
            hash = (hash ^ key.unsafeLoadUnaligned(fromByteOffset: offset, as: UInt64.self)) &* multiplier
            hash ^= hash >> 29
            offset += 8
        }
        var tail: UInt64 = 0
        while offset < key.byteCount {
            tail = tail << 8 | UInt64(key.unsafeLoad(fromByteOffset: offset, as: UInt8.self))
            offset += 1
        }
        hash = (hash ^ tail) &* multiplier
        return hash ^ hash >> 32
    }
}
