/// Writes rows of separated fields into a byte buffer.
package struct FieldWriter {
    /// How a field that holds what separates fields is kept whole.
    package enum Style: Sendable {
        /// RFC 4180: commas; a field with a comma, a quotation mark or a line break stands in quotation marks.
        case commas
        /// Tabs and no escapes, as the published files have them: tabs and line breaks inside a field become spaces, and
        /// the straight quotation marks of a field that begins with one apostrophes, or readers would join lines.
        case tabs
    }
    package private(set) var bytes: [UInt8] = []
    private let style: Style
    private var isFirst = true

    package init(_ style: Style) { self.style = style }

    /// Forgets what was written and keeps the memory.
    package mutating func removeAll() { bytes.removeAll(keepingCapacity: true) }

    package mutating func endRow() {
        bytes.append(0x0A)
        isFirst = true
    }

    package mutating func row(_ fields: [String]) {
        for text in fields { field(text) }
        endRow()
    }

    /// Nothing becomes an empty field.
    package mutating func field(_ text: String?) {
        separate()
        guard var text else { return }
        text.withUTF8 { style == .commas ? quoted($0) : plain($0) }
    }

    package mutating func field(_ number: Int?) {
        separate()
        if let number { bytes.append(contentsOf: String(number).utf8) }
    }

    /// The shortest form that reads back as the same number, with a point in any case: 2.5, -9.0.
    package mutating func field(_ number: Double?) {
        separate()
        if let number { bytes.append(contentsOf: "\(number)".utf8) }
    }

    private mutating func separate() {
        if !isFirst { bytes.append(style == .commas ? 0x2C : 0x09) }
        isFirst = false
    }

    private mutating func plain(_ text: UnsafeBufferPointer<UInt8>) {
        let isQuoted = text.first == 0x22
        for byte in text {
            switch byte {
            case 0x00...0x1F, 0x7F: bytes.append(0x20)
            case 0x22 where isQuoted: bytes.append(0x27)
            default: bytes.append(byte)
            }
        }
    }

    private mutating func quoted(_ text: UnsafeBufferPointer<UInt8>) {
        let needsQuotes = text.contains { $0 == 0x22 || $0 == 0x2C || $0 == 0x0A || $0 == 0x0D }
        guard needsQuotes else {
            bytes.append(contentsOf: text)
            return
        }
        bytes.append(0x22)
        for byte in text {
            if byte == 0x22 { bytes.append(0x22) }
            bytes.append(byte)
        }
        bytes.append(0x22)
    }
}
