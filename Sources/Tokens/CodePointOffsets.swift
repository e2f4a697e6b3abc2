/// Converts UTF-8 byte offsets of one text to Unicode code-point offsets and back.
///
/// Keeps one count for every 64 bytes, so a conversion looks at 64 bytes at most; text that is all ASCII keeps none.
package struct CodePointOffsets: Sendable {
    private let bytes: [UInt8]
    /// Code points that begin before byte `64 * i`; empty when the text is ASCII.
    private let counts: [Int32]

    package init(_ bytes: [UInt8]) {
        self.bytes = bytes
        guard bytes.contains(where: { $0 >= 0x80 }) else {
            counts = []
            return
        }
        var counts: [Int32] = []
        counts.reserveCapacity(bytes.count / 64 + 1)
        var count: Int32 = 0
        for (offset, byte) in bytes.enumerated() {
            if offset & 63 == 0 { counts.append(count) }
            if byte & 0xC0 != 0x80 { count += 1 }
        }
        if bytes.count & 63 == 0 { counts.append(count) }
        self.counts = counts
    }

    package func codePoint(ofByte offset: Int) -> Int {
        guard !counts.isEmpty else { return offset }
        var count = Int(counts[offset >> 6])
        for index in (offset & ~63)..<offset where bytes[index] & 0xC0 != 0x80 { count += 1 }
        return count
    }

    package func range(ofBytes range: Range<Int>) -> Range<Int> {
        codePoint(ofByte: range.lowerBound)..<codePoint(ofByte: range.upperBound)
    }

    /// The byte offset at which the given code point begins; the text's length for the one past its last.
    package func byte(ofCodePoint target: Int) -> Int {
        guard !counts.isEmpty else { return min(target, bytes.count) }
        var low = 0
        var high = counts.count - 1
        while low < high {
            let middle = (low + high + 1) / 2
            if Int(counts[middle]) <= target { low = middle } else { high = middle - 1 }
        }
        var count = Int(counts[low])
        var offset = low * 64
        while offset < bytes.count {
            if bytes[offset] & 0xC0 != 0x80 {
                if count == target { return offset }
                count += 1
            }
            offset += 1
        }
        return bytes.count
    }
}
