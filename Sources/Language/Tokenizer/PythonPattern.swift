/// Rewrites a regular expression of Python's `re` so that PCRE2 (UTF, UCP) reads it the same way.
///
/// What differs and occurs in pipelines: `\uXXXX` and `\UXXXXXXXX`, the flag group `(?u)`, `\s` and `\S` (Python also
/// counts U+001C–U+001F as white space), `\Z`, `{,n}`, and an unescaped `[` inside a class, which PCRE2 may take for
/// the start of a POSIX class.
struct PythonPattern {
    private let source: [UInt8]
    private var position = 0
    private var result: [UInt8] = []

    /// - Throws: `PythonPatternError` for an escape that is cut short or a flag group other than `(?u)`.
    static func translate(_ pattern: String) throws(PythonPatternError) -> String {
        var translation = PythonPattern(source: Array(pattern.utf8))
        try translation.run()
        return String(decoding: translation.result, as: UTF8.self)
    }

    private init(source: [UInt8]) { self.source = source }

    private mutating func run() throws(PythonPatternError) {
        if starts(with: "(?u)") { position = 4 }
        var inClass = false
        while position < source.count {
            let byte = source[position]
            switch byte {
            case UInt8(ascii: "\\"):
                try escape(inClass: inClass)
                continue
            case UInt8(ascii: "[") where inClass: result.append(UInt8(ascii: "\\"))
            case UInt8(ascii: "["):
                inClass = true
                openClass()
                continue
            case UInt8(ascii: "]"): inClass = false
            case UInt8(ascii: "{") where !inClass && starts(with: "{,"):
                result.append(contentsOf: "{0".utf8)
                position += 1
                continue
            case UInt8(ascii: "(") where !inClass && isFlagGroup():
                throw PythonPatternError(offset: position, problem: "a flag group other than (?u)")
            default: break
            }
            result.append(byte)
            position += 1
        }
    }

    /// A `]` right after `[` or `[^` is literal, in Python as in PCRE2.
    private mutating func openClass() {
        for next in "[^]".utf8 {
            if position < source.count, source[position] == next {
                result.append(next)
                position += 1
            } else if next != UInt8(ascii: "^") {
                return
            }
        }
    }

    private mutating func escape(inClass: Bool) throws(PythonPatternError) {
        guard position + 1 < source.count else {
            throw PythonPatternError(offset: position, problem: "a backslash at the end")
        }
        let letter = source[position + 1]
        switch letter {
        case UInt8(ascii: "u"): try codePoint(digits: 4)
        case UInt8(ascii: "U"): try codePoint(digits: 8)
        case UInt8(ascii: "s"): replace(inClass ? Self.space : "[\(Self.space)]")
        case UInt8(ascii: "S") where !inClass: replace("[^\(Self.space)]")
        case UInt8(ascii: "Z"): replace("\\z")
        default:
            result.append(contentsOf: [source[position], letter])
            position += 2
        }
    }

    private mutating func replace(_ text: String) {
        result.append(contentsOf: text.utf8)
        position += 2
    }

    private mutating func codePoint(digits: Int) throws(PythonPatternError) {
        let end = position + 2 + digits
        guard end <= source.count,
            let value = UInt32(String(decoding: source[position + 2..<end], as: UTF8.self), radix: 16),
            Unicode.Scalar(value) != nil
        else { throw PythonPatternError(offset: position, problem: "an escape that is no code point") }
        result.append(contentsOf: "\\x{\(String(value, radix: 16))}".utf8)
        position = end
    }

    private func starts(with text: String) -> Bool { source[position...].starts(with: text.utf8) }

    /// `(?` followed by a letter that sets a flag; `(?P<name>…)` is no flag group.
    private func isFlagGroup() -> Bool {
        guard starts(with: "(?"), position + 2 < source.count else { return false }
        return "aiLmsux".utf8.contains(source[position + 2])
    }

    private static let space =
        "\\x{9}-\\x{d}\\x{1c}-\\x{20}\\x{85}\\x{a0}\\x{1680}\\x{2000}-\\x{200a}\\x{2028}\\x{2029}\\x{202f}\\x{205f}\\x{3000}"
}

/// What cannot be rewritten, and where in the pattern (UTF-8 offset).
struct PythonPatternError: Error {
    let offset: Int
    let problem: String
}
