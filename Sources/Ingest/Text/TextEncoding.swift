import Foundation

/// Turns bytes in any of the encodings the web uses into text.
enum TextEncoding {
    /// Text of a file that names no encoding: UTF-8 or UTF-16 by its mark, UTF-8 when valid, else windows-1252, the
    /// encoding of most older Western text; a few stray bytes in UTF-8 become U+FFFD instead.
    ///
    /// - Returns: the text, and what was mended, naming `file`.
    static func decodeText(_ bytes: [UInt8], file: String) -> (text: String, warnings: [String]) {
        if let (encoding, length) = byteOrderMark(bytes) {
            return (decode(Array(bytes.dropFirst(length)), label: encoding), [])
        }
        if let text = String(validating: bytes, as: UTF8.self) { return (text, []) }
        let (good, bad, firstBad) = countUTF8(bytes)
        if good > bad {
            let warning = "\(file): is not valid UTF-8: \(bad) bytes, the first at offset \(firstBad), became U+FFFD"
            return (String(decoding: bytes, as: UTF8.self), [warning])
        }
        return (windows1252(bytes), ["\(file): is not UTF-8 (from offset \(firstBad) on); it was read as windows-1252"])
    }

    /// - Parameter label: an encoding as a page or a header names it; unknown ones are read as `decodeText` does.
    static func decode(_ bytes: [UInt8], label: String) -> String {
        switch label.trimmed().lowercased() {
        case "utf-8", "utf8", "unicode-1-1-utf-8":
            return String(validating: bytes, as: UTF8.self) ?? decodeText(bytes, file: "").text
        case "windows-1252", "cp1252", "iso-8859-1", "iso8859-1", "latin1", "latin-1", "us-ascii", "ascii", "x-cp1252":
            // Pages in UTF-8 that claim Latin-1 are common, Latin-1 that happens to be valid UTF-8 is not.
            return String(validating: bytes, as: UTF8.self) ?? windows1252(bytes)
        case let other:
            return convert(bytes, from: alias[other] ?? other) ?? decodeText(bytes, file: "").text
        }
    }

    /// The encoding a byte-order mark names, and the mark's length.
    static func byteOrderMark(_ bytes: [UInt8]) -> (label: String, length: Int)? {
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { return ("utf-8", 3) }
        if bytes.starts(with: [0xFF, 0xFE]) { return ("utf-16le", 2) }
        if bytes.starts(with: [0xFE, 0xFF]) { return ("utf-16be", 2) }
        return nil
    }

    /// Names of the web that the C library does not know, or takes too narrowly.
    private static let alias = [
        "gb2312": "gb18030", "gbk": "gb18030", "x-gbk": "gb18030", "shift_jis": "cp932", "sjis": "cp932",
        "x-sjis": "cp932", "ks_c_5601-1987": "cp949", "euc-kr": "cp949", "x-euc-jp": "euc-jp",
        "utf-16": "utf-16le", "unicode": "utf-16le", "x-mac-roman": "macintosh", "iso-8859-9": "cp1254",
    ]

    private static func convert(_ bytes: [UInt8], from label: String) -> String? {
        // Longer or odd labels come from hostile pages; they name no encoding.
        guard label.utf8.count <= 24,
            label.utf8.allSatisfy({ $0.isASCIILetter || $0.isDigit || $0 == 0x2D || $0 == 0x5F })
        else { return nil }
        let noDescriptor = iconv_t(bitPattern: -1)
        guard let converter = iconv_open("UTF-8", label), converter != noDescriptor else { return nil }
        defer { iconv_close(converter) }
        var output: [UInt8] = []
        output.reserveCapacity(bytes.count * 2)
        var source = bytes.map { CChar(bitPattern: $0) }
        var piece = [CChar](repeating: 0, count: 64 * 1024)
        var position = 0
        while position < source.count {
            let (consumed, produced, failed) = source.withUnsafeMutableBufferPointer { from in
                piece.withUnsafeMutableBufferPointer { into in
                    var input = from.baseAddress.map { $0 + position }
                    var inputLeft = from.count - position
                    var target = into.baseAddress
                    var targetLeft = into.count
                    let result = iconv(converter, &input, &inputLeft, &target, &targetLeft)
                    let isInvalid = result == -1 && errno != E2BIG
                    return (from.count - position - inputLeft, into.count - targetLeft, isInvalid)
                }
            }
            output.append(contentsOf: piece[..<produced].lazy.map { UInt8(bitPattern: $0) })
            position += consumed
            if failed {
                output.append(contentsOf: "\u{FFFD}".utf8)
                position += 1
            }
        }
        return String(decoding: output, as: UTF8.self)
    }

    /// Whole multi-byte sequences, bytes that belong to none, and where the first of those is.
    private static func countUTF8(_ bytes: [UInt8]) -> (good: Int, bad: Int, firstBad: Int) {
        var (good, bad, firstBad, position) = (0, 0, 0, 0)
        while position < bytes.count {
            let byte = bytes[position]
            let length = byte < 0x80 ? 1 : byte < 0xC2 ? 0 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : byte < 0xF5 ? 4 : 0
            let isWhole =
                length > 0 && position + length <= bytes.count
                && bytes[(position + 1)..<(position + max(1, length))].allSatisfy { $0 & 0xC0 == 0x80 }
            if isWhole {
                if length > 1 { good += 1 }
                position += length
            } else {
                if bad == 0 { firstBad = position }
                bad += 1
                position += 1
            }
        }
        return (good, bad, firstBad)
    }

    static func windows1252(_ bytes: [UInt8]) -> String {
        var scalars = String.UnicodeScalarView()
        scalars.reserveCapacity(bytes.count)
        for byte in bytes {
            let value = (0x80...0x9F).contains(byte) ? upperHalf[Int(byte) - 0x80] : UInt32(byte)
            scalars.append(Unicode.Scalar(value) ?? "\u{FFFD}")
        }
        return String(scalars)
    }

    /// What windows-1252 has where Latin-1 has control characters (0x80 to 0x9F).
    static let upperHalf: [UInt32] = [
        0x20AC, 0x81, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0x8D,
        0x017D, 0x8F, 0x90, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A,
        0x0153, 0x9D, 0x017E, 0x0178,
    ]
}
