/// Cuts XML into tags and character content, as much of XML as annotated corpora use: elements with attributes,
/// predefined and numeric references, comments, CDATA sections, declarations.
struct MarkupScanner {
    enum Piece {
        case open(_ name: String, _ attributes: [String: String])
        case close(_ name: String)
        case characters([UInt8])
    }

    private let bytes: [UInt8]
    private(set) var position = 0
    /// The close of an element that was empty (`<SIGNAL/>`).
    private var pendingClose: String?

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    /// - Throws: `TimeMLError` for a tag or reference that does not end.
    mutating func next() throws(TimeMLError) -> Piece? {
        if let name = pendingClose {
            pendingClose = nil
            return .close(name)
        }
        while position < bytes.count {
            if bytes[position] != UInt8(ascii: "<") { return .characters(try characters()) }
            if starts(with: "<!--") {
                try skip(past: "-->")
            } else if starts(with: "<![CDATA[") {
                let start = position + 9
                try skip(past: "]]>")
                return .characters(Array(bytes[start..<position - 3]))
            } else if starts(with: "<?") {
                try skip(past: "?>")
            } else if starts(with: "<!") {
                try skip(past: ">")
            } else {
                return try tag()
            }
        }
        return nil
    }

    private func starts(with text: String) -> Bool { bytes[position...].starts(with: text.utf8) }

    private mutating func skip(past end: String) throws(TimeMLError) {
        let start = position
        while position < bytes.count {
            if starts(with: end) {
                position += end.utf8.count
                return
            }
            position += 1
        }
        throw TimeMLError(offset: start, problem: "'\(end)' is missing")
    }

    private mutating func tag() throws(TimeMLError) -> Piece {
        let start = position
        position += 1
        let closes = position < bytes.count && bytes[position] == UInt8(ascii: "/")
        if closes { position += 1 }
        let name = word()
        guard !name.isEmpty else { throw TimeMLError(offset: start, problem: "'<' begins no tag") }
        var attributes: [String: String] = [:]
        while true {
            skipSpace()
            guard position < bytes.count else { throw TimeMLError(offset: start, problem: "a tag does not end") }
            if bytes[position] == UInt8(ascii: ">") {
                position += 1
                return closes ? .close(name) : .open(name, attributes)
            }
            if bytes[position] == UInt8(ascii: "/"), !closes {
                position += 1
                pendingClose = name
                continue
            }
            let attribute = word()
            guard !attribute.isEmpty, let value = try attributeValue() else {
                throw TimeMLError(offset: position, problem: "an attribute of <\(name)> has no value in quotes")
            }
            attributes[attribute] = value
        }
    }

    private mutating func attributeValue() throws(TimeMLError) -> String? {
        skipSpace()
        guard position < bytes.count, bytes[position] == UInt8(ascii: "=") else { return nil }
        position += 1
        skipSpace()
        guard position < bytes.count, bytes[position] == UInt8(ascii: "\"") || bytes[position] == UInt8(ascii: "'")
        else { return nil }
        let quote = bytes[position]
        position += 1
        guard let end = bytes[position...].firstIndex(of: quote) else { return nil }
        var value: [UInt8] = []
        while position < end { value += try character() }
        position = end + 1
        return String(decoding: value, as: UTF8.self)
    }

    private mutating func skipSpace() {
        while position < bytes.count, [0x20, 0x09, 0x0A, 0x0D].contains(bytes[position]) { position += 1 }
    }

    private mutating func word() -> String {
        let start = position
        while position < bytes.count, ![0x20, 0x09, 0x0A, 0x0D, 0x3D, 0x2F, 0x3E, 0x3C].contains(bytes[position]) {
            position += 1
        }
        return String(decoding: bytes[start..<position], as: UTF8.self)
    }

    private mutating func characters() throws(TimeMLError) -> [UInt8] {
        var result: [UInt8] = []
        while position < bytes.count, bytes[position] != UInt8(ascii: "<") { result += try character() }
        return result
    }

    /// One byte, or what a reference stands for; an ampersand that begins no reference stays as it is.
    private mutating func character() throws(TimeMLError) -> [UInt8] {
        let byte = bytes[position]
        position += 1
        guard byte == UInt8(ascii: "&") else { return [byte] }
        guard let end = bytes[position...].prefix(10).firstIndex(of: UInt8(ascii: ";")) else { return [byte] }
        let name = String(decoding: bytes[position..<end], as: UTF8.self)
        guard let scalar = scalar(name) else { return [byte] }
        position = end + 1
        return Array(String(Character(scalar)).utf8)
    }

    private func scalar(_ name: String) -> Unicode.Scalar? {
        switch name {
        case "amp": "&"
        case "lt": "<"
        case "gt": ">"
        case "quot": "\""
        case "apos": "'"
        case _ where name.hasPrefix("#x"): UInt32(name.dropFirst(2), radix: 16).flatMap(Unicode.Scalar.init)
        case _ where name.hasPrefix("#"): UInt32(name.dropFirst()).flatMap(Unicode.Scalar.init)
        default: nil
        }
    }
}
