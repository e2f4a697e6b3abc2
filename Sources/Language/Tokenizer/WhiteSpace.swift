/// Runs of white space and of everything else in UTF-8 bytes.
enum WhiteSpace {
    /// Bytes of the white-space character (Python's `str.isspace`) that begins at `offset`; 0 when there is none.
    @inline(__always)
    static func length(_ bytes: UnsafeBufferPointer<UInt8>, at offset: Int) -> Int {
        let byte = bytes[offset]
        if byte < 0x80 { return byte <= 0x20 && (byte >= 0x1C || (0x09...0x0D).contains(byte)) ? 1 : 0 }
        return byte < 0xC0 || byte > 0xE3 ? 0 : multibyteLength(bytes, at: offset)
    }

    private static func multibyteLength(_ bytes: UnsafeBufferPointer<UInt8>, at offset: Int) -> Int {
        guard offset + 1 < bytes.count else { return 0 }
        let second = bytes[offset + 1]
        if bytes[offset] == 0xC2 { return second == 0x85 || second == 0xA0 ? 2 : 0 }
        guard offset + 2 < bytes.count else { return 0 }
        let third = bytes[offset + 2]
        let isSpace =
            switch (bytes[offset], second) {
            case (0xE1, 0x9A): third == 0x80  // U+1680
            case (0xE2, 0x80): third <= 0x8A || third == 0xA8 || third == 0xA9 || third == 0xAF  // U+2000 …
            case (0xE2, 0x81): third == 0x9F  // U+205F
            case (0xE3, 0x80): third == 0x80  // U+3000
            default: false
            }
        return isSpace ? 3 : 0
    }

    /// The offset at which a run of non-space that goes on at `offset` ends.
    @inline(__always)
    static func endOfWord(_ bytes: UnsafeBufferPointer<UInt8>, from offset: Int) -> Int {
        var position = offset
        while position < bytes.count {
            let byte = bytes[position]
            if byte &- 0x21 >= 0x5F, length(bytes, at: position) > 0 { break }
            position += 1
        }
        return position
    }

    /// The offset at which a run of white space that goes on at `offset` ends.
    static func endOfSpace(_ bytes: UnsafeBufferPointer<UInt8>, from offset: Int) -> Int {
        var position = offset
        while position < bytes.count {
            let length = length(bytes, at: position)
            if length == 0 { break }
            position += length
        }
        return position
    }

    /// Calls `body` with every chunk in order: a run of non-space, or a run of white space less the one plain space
    /// after a word, which belongs to no token. `spaceAfter` says whether such a space follows.
    @inline(__always)
    static func forEachChunk(
        in bytes: UnsafeBufferPointer<UInt8>, _ body: (_ chunk: Range<Int>, _ spaceAfter: Bool) -> Void
    ) {
        var start = endOfSpace(bytes, from: 0)
        if start > 0 { body(0..<start, false) }
        while start < bytes.count {
            let end = endOfWord(bytes, from: start)
            let hasSpace = end < bytes.count && bytes[end] == 0x20
            body(start..<end, hasSpace)
            let spaceStart = hasSpace ? end + 1 : end
            start = endOfSpace(bytes, from: spaceStart)
            if start > spaceStart { body(spaceStart..<start, false) }
        }
    }
}
