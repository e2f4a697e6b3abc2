/// Turns UTF-16 into UTF-8, so that lines and rows can be told by their bytes.
final class UTF16Source: ByteSource {
    private let reader: ByteReader
    private let isBigEndian: Bool
    private var isAtStart = true
    /// The first half of a pair that its piece ended with.
    private var leading: UInt16?

    private static let pieceSize = 64 * 1024

    /// - Returns: `nil` when the input does not begin with UTF-16's byte-order mark.
    init?(_ reader: ByteReader) throws(InputError) {
        guard let mark = TextEncoding.byteOrderMark(Array(try reader.peek(3))), mark.label != "utf-8" else {
            return nil
        }
        self.reader = reader
        isBigEndian = mark.label == "utf-16be"
    }

    func read() throws(InputError) -> [UInt8]? {
        if isAtStart { _ = try reader.skip(2) }
        isAtStart = false
        let bytes = try reader.take(UTF16Source.pieceSize)
        guard !bytes.isEmpty else {
            guard leading != nil else { return nil }
            leading = nil
            return Array("\u{FFFD}".utf8)
        }
        var units: [UInt16] = []
        units.reserveCapacity(bytes.count / 2 + 1)
        if let leading { units.append(leading) }
        leading = nil
        for index in stride(from: 0, to: bytes.count - 1, by: 2) {
            let (first, second) = (UInt16(bytes[index]), UInt16(bytes[index + 1]))
            units.append(isBigEndian ? first << 8 | second : second << 8 | first)
        }
        if let last = units.last, UTF16.isLeadSurrogate(last) { leading = units.removeLast() }
        // An odd byte can only be the last one of the input.
        let text = String(decoding: units, as: UTF16.self) + (bytes.count % 2 == 1 ? "\u{FFFD}" : "")
        return text.isEmpty ? try read() : Array(text.utf8)
    }
}
