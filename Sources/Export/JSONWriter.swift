/// Writes JSON (RFC 8259) into a byte buffer, members in the order they are given: the program's JSON lines are stable
/// and cost little. Foundation's encoder orders and allocates as it likes.
package struct JSONWriter {
    package private(set) var bytes: [UInt8] = []
    private var needsComma = false

    package init() {}

    /// Forgets what was written and keeps the memory.
    package mutating func removeAll() {
        bytes.removeAll(keepingCapacity: true)
        needsComma = false
    }

    /// Hands over what was written so far in the middle of a value: long arrays need not fit in memory.
    package mutating func drain(_ consume: ([UInt8]) throws -> Void) rethrows {
        try consume(bytes)
        bytes.removeAll(keepingCapacity: true)
    }

    package var text: String { String(decoding: bytes, as: UTF8.self) }

    // MARK: Structure

    package mutating func object(_ members: (inout JSONWriter) throws -> Void) rethrows {
        try nest(0x7B, 0x7D, members)
    }

    package mutating func array(_ elements: (inout JSONWriter) throws -> Void) rethrows {
        try nest(0x5B, 0x5D, elements)
    }

    /// The name of the member whose value comes next.
    package mutating func key(_ name: StaticString) {
        separate()
        bytes.append(0x22)
        name.withUTF8Buffer { bytes.append(contentsOf: $0) }
        bytes.append(0x22)
        bytes.append(0x3A)
        needsComma = false
    }

    /// As `key(_:)`, for a name that only the data know.
    package mutating func key(named name: String) {
        value(name)
        bytes.append(0x3A)
        needsComma = false
    }

    /// Ends a line of JSON lines.
    package mutating func endLine() {
        bytes.append(0x0A)
        needsComma = false
    }

    /// A line break between elements, which means nothing in JSON.
    package mutating func breakLine() { bytes.append(0x0A) }

    // MARK: Values

    package mutating func value(_ text: String) {
        separate()
        bytes.append(0x22)
        var copy = text
        copy.withUTF8 { escape($0) }
        bytes.append(0x22)
    }

    /// A string that is valid UTF-8 already.
    package mutating func value(utf8: ArraySlice<UInt8>) {
        separate()
        bytes.append(0x22)
        utf8.withUnsafeBufferPointer { escape($0) }
        bytes.append(0x22)
    }

    package mutating func value(_ number: Int) {
        separate()
        guard number < 0 || number >= 10 else {
            bytes.append(0x30 + UInt8(number))
            return
        }
        bytes.append(contentsOf: String(number).utf8)
    }

    /// The shortest form that reads back as the same number; `null` for what is no number.
    package mutating func value(_ number: Double) {
        guard number.isFinite else { return null() }
        if let whole = Int(exactly: number), abs(whole) < 1 << 53 { return value(whole) }
        separate()
        bytes.append(contentsOf: String(number).utf8)
    }

    package mutating func value(_ flag: Bool) {
        separate()
        bytes.append(contentsOf: (flag ? "true" : "false").utf8)
    }

    package mutating func null() {
        separate()
        bytes.append(contentsOf: "null".utf8)
    }

    /// `null` for nothing.
    package mutating func value(_ text: String?) { if let text { value(text) } else { null() } }

    package mutating func value(_ number: Int?) { if let number { value(number) } else { null() } }

    package mutating func value(_ number: Double?) { if let number { value(number) } else { null() } }

    // MARK: Parts

    private mutating func nest(
        _ open: UInt8, _ close: UInt8, _ body: (inout JSONWriter) throws -> Void
    ) rethrows {
        separate()
        bytes.append(open)
        needsComma = false
        try body(&self)
        bytes.append(close)
        needsComma = true
    }

    private mutating func separate() {
        if needsComma { bytes.append(0x2C) }
        needsComma = true
    }

    private mutating func escape(_ text: UnsafeBufferPointer<UInt8>) {
        var clean = 0
        for (offset, byte) in text.enumerated() where byte < 0x20 || byte == 0x22 || byte == 0x5C {
            bytes.append(contentsOf: text[clean..<offset])
            clean = offset + 1
            bytes.append(0x5C)
            switch byte {
            case 0x0A: bytes.append(0x6E)
            case 0x0D: bytes.append(0x72)
            case 0x09: bytes.append(0x74)
            case 0x22, 0x5C: bytes.append(byte)
            default:
                bytes.append(contentsOf: "u00".utf8)
                bytes.append(JSONWriter.hex(byte >> 4))
                bytes.append(JSONWriter.hex(byte & 15))
            }
        }
        bytes.append(contentsOf: text[clean...])
    }

    private static func hex(_ digit: UInt8) -> UInt8 { digit < 10 ? 0x30 + digit : 0x57 + digit }
}
