/// Why bytes are no JSON, and where.
package struct JSONError: Error, Equatable {
    /// Bytes from the start.
    package let offset: Int
    package let problem: String
}

/// Parses one JSON value from UTF-8.
///
/// Forgiving where it does no harm: control characters inside strings and lone surrogates (U+FFFD) are let through,
/// as pages write them.
package struct JSONParser {
    static let deepest = 256

    private let bytes: [UInt8]
    private var position: Int
    private var depth = 0

    package static func parse(_ bytes: [UInt8]) throws(JSONError) -> JSONValue {
        var parser = JSONParser(bytes: bytes, position: 0)
        let value = try parser.value()
        parser.skipSpace()
        guard parser.position == bytes.count else { throw parser.error("more follows the value") }
        return value
    }

    private init(bytes: [UInt8], position: Int) {
        self.bytes = bytes
        self.position = position
    }

    private mutating func value() throws(JSONError) -> JSONValue {
        skipSpace()
        guard position < bytes.count else { throw error("a value is missing") }
        switch bytes[position] {
        case 0x7B: return try nested { parser throws(JSONError) in try parser.object() }
        case 0x5B: return try nested { parser throws(JSONError) in try parser.list() }
        case 0x22: return .string(try string())
        case 0x2D, 0x30...0x39: return number()
        case 0x74: return try word("true", .bool(true))
        case 0x66: return try word("false", .bool(false))
        case 0x6E: return try word("null", .null)
        default: throw error("no value begins with this")
        }
    }

    private mutating func nested(
        _ parse: (inout JSONParser) throws(JSONError) -> JSONValue
    ) throws(JSONError) -> JSONValue {
        guard depth < JSONParser.deepest else { throw error("nested more than \(JSONParser.deepest) deep") }
        depth += 1
        defer { depth -= 1 }
        position += 1
        return try parse(&self)
    }

    private mutating func object() throws(JSONError) -> JSONValue {
        var members: [(name: String, value: JSONValue)] = []
        if next(is: 0x7D) { return .object(members) }
        repeat {
            skipSpace()
            guard position < bytes.count, bytes[position] == 0x22 else { throw error("a name in quotes is missing") }
            let name = try string()
            guard next(is: 0x3A) else { throw error("':' is missing") }
            members.append((name, try value()))
        } while next(is: 0x2C)
        guard next(is: 0x7D) else { throw error("',' or '}' is missing") }
        return .object(members)
    }

    private mutating func list() throws(JSONError) -> JSONValue {
        var elements: [JSONValue] = []
        if next(is: 0x5D) { return .array(elements) }
        repeat { elements.append(try value()) } while next(is: 0x2C)
        guard next(is: 0x5D) else { throw error("',' or ']' is missing") }
        return .array(elements)
    }

    private mutating func number() -> JSONValue {
        let start = position
        while position < bytes.count, isNumberByte(bytes[position]) { position += 1 }
        return .number(String(decoding: bytes[start..<position], as: UTF8.self))
    }

    private func isNumberByte(_ byte: UInt8) -> Bool {
        (0x30...0x39).contains(byte) || byte == 0x2D || byte == 0x2B || byte == 0x2E || byte | 0x20 == 0x65
    }

    private mutating func word(_ word: String, _ value: JSONValue) throws(JSONError) -> JSONValue {
        guard bytes[position...].starts(with: word.utf8) else { throw error("no value begins with this") }
        position += word.utf8.count
        return value
    }

    private mutating func string() throws(JSONError) -> String {
        let opening = position
        position += 1
        let start = position
        while position < bytes.count, bytes[position] != 0x22, bytes[position] != 0x5C { position += 1 }
        guard position < bytes.count else { throw JSONError(offset: opening, problem: "the quote is never closed") }
        if bytes[position] == 0x22 {
            position += 1
            return String(decoding: bytes[start..<(position - 1)], as: UTF8.self)
        }
        var text = Array(bytes[start..<position])
        while position < bytes.count {
            let byte = bytes[position]
            position += 1
            if byte == 0x22 { return String(decoding: text, as: UTF8.self) }
            if byte == 0x5C { try escape(into: &text) } else { text.append(byte) }
        }
        throw JSONError(offset: opening, problem: "the quote is never closed")
    }

    private mutating func escape(into text: inout [UInt8]) throws(JSONError) {
        guard position < bytes.count else { return }
        let byte = bytes[position]
        position += 1
        switch byte {
        case 0x6E: text.append(0x0A)
        case 0x74: text.append(0x09)
        case 0x72: text.append(0x0D)
        case 0x62: text.append(0x08)
        case 0x66: text.append(0x0C)
        case 0x75: text.append(contentsOf: String(try escapedScalar()).utf8)
        case 0x22, 0x5C, 0x2F: text.append(byte)
        // As JavaScript has it: the escaped character itself.
        default: text.append(byte)
        }
    }

    private mutating func escapedScalar() throws(JSONError) -> Unicode.Scalar {
        let replacement: Unicode.Scalar = "\u{FFFD}"
        let first = try hexadecimal()
        guard (0xD800...0xDBFF).contains(first), position + 1 < bytes.count, bytes[position] == 0x5C,
            bytes[position + 1] == 0x75
        else { return Unicode.Scalar(first) ?? replacement }
        let mark = position
        position += 2
        let second = try hexadecimal()
        guard (0xDC00...0xDFFF).contains(second) else {
            position = mark
            return replacement
        }
        return Unicode.Scalar(0x10000 + (first - 0xD800) << 10 + (second - 0xDC00)) ?? replacement
    }

    private mutating func hexadecimal() throws(JSONError) -> UInt32 {
        guard position + 4 <= bytes.count,
            let value = UInt32(String(decoding: bytes[position..<(position + 4)], as: UTF8.self), radix: 16)
        else { throw error("four hexadecimal digits are missing") }
        position += 4
        return value
    }

    private mutating func next(is byte: UInt8) -> Bool {
        skipSpace()
        guard position < bytes.count, bytes[position] == byte else { return false }
        position += 1
        return true
    }

    private mutating func skipSpace() {
        while position < bytes.count, bytes[position] == 0x20 || (0x09...0x0D).contains(bytes[position]) {
            position += 1
        }
    }

    private func error(_ problem: String) -> JSONError { JSONError(offset: position, problem: problem) }
}
