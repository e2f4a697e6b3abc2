import Tokens

/// A word of a text as names are looked up by: one form whether the text is a report, a phrase or a table of names.
///
/// Hyphens divide words ("al-Qaeda" is two, the second `joined`), full stops and apostrophes inside do not ("U.S.",
/// "N'Djamena"); the possessive mark and punctuation are words of their own.
struct Word: Sendable, Equatable {
    enum Kind: Sendable, Equatable {
        case word, number, possessive, comma, bracket, quote, stop
    }
    /// UTF-8 bytes of the text.
    let bytes: Range<Int>
    /// Of the folded form.
    let key: StringKey
    let kind: Kind
    /// Whether the first letter is a capital.
    let capitalised: Bool
    /// Whether it has two letters or more, all capitals.
    let upper: Bool
    /// Whether a hyphen ties it to the word before.
    let joined: Bool
}

extension Word {
    /// All words of a text, in order.
    static func scan(_ text: [UInt8]) -> [Word] {
        var scanner = WordScanner(text)
        return scanner.words()
    }

    static func scan(_ text: String) -> [Word] { scan(Array(text.utf8)) }
}

/// Divides UTF-8 into words, one byte cursor from left to right.
private struct WordScanner {
    let text: [UInt8]
    var at = 0
    var result: [Word] = []
    var joined = false
    var buffer: [UInt8] = []

    init(_ text: [UInt8]) {
        self.text = text
        result.reserveCapacity(text.count / 5)
    }

    mutating func words() -> [Word] {
        while at < text.count {
            let byte = text[at]
            if isWordByte(at) {
                scanWord()
            } else if let mark = mark(at) {
                emitMark(mark)
            } else {
                if byte == 0x20 || byte == 0x0A || byte == 0x09 || byte == 0x0D { joined = false }
                at += 1
            }
        }
        return result
    }

    private mutating func scanWord() {
        let start = at
        buffer.removeAll(keepingCapacity: true)
        var letters = 0
        var capitals = 0
        var digits = 0
        /// Letters since the start or the last inner full stop.
        var run = 0
        var runStart = at
        let capitalised = isCapital(at)
        while at < text.count {
            if isWordByte(at) {
                if isDigit(text[at]) {
                    digits += 1
                } else if text[at] < 0x80 || text[at] >= 0xC0 {
                    letters += 1
                    run += 1
                    if isCapital(at) { capitals += 1 }
                }
                at += 1
            } else if text[at] == 0x2E, run == 1, letters > 0, at + 1 == text.count || !isDigit(text[at + 1]) {
                // "U.S.", "D.R.", an initial.
                appendFolded(text[runStart..<at], to: &buffer)
                at += 1
                runStart = at
                run = 0
                if at >= text.count || !isWordByte(at) { break }
            } else if text[at] == 0x2C, letters == 0, digits > 0, at + 1 < text.count, isDigit(text[at + 1]) {
                // "20,000" is one number.
                at += 1
            } else if let width = apostrophe(at), at + width < text.count, isWordByte(at + width), !isPossessive(at) {
                appendFolded(text[runStart..<at], to: &buffer)
                at += width
                runStart = at
            } else {
                break
            }
        }
        if runStart < at { appendFolded(text[runStart..<at], to: &buffer) }
        emit(
            start, kind: letters == 0 && digits > 0 ? .number : .word, capitalised: capitalised,
            upper: letters > 1 && capitals == letters)
        if isPossessive(at), let width = apostrophe(at) {
            let mark = at
            at += width
            if at < text.count, text[at] | 0x20 == 0x73 { at += 1 }
            buffer = [0x27]
            emit(mark, kind: .possessive, capitalised: false, upper: false)
        }
        joined = hyphen(at) != nil && at + (hyphen(at) ?? 0) < text.count && isWordByte(at + (hyphen(at) ?? 0))
        if joined, let width = hyphen(at) { at += width }
    }

    private mutating func emit(_ start: Int, kind: Word.Kind, capitalised: Bool, upper: Bool) {
        result.append(
            Word(
                bytes: start..<at, key: StringKey(utf8: buffer), kind: kind, capitalised: capitalised, upper: upper,
                joined: joined))
    }

    private mutating func emitMark(_ mark: (kind: Word.Kind, width: Int)) {
        let start = at
        at += mark.width
        joined = false
        buffer.removeAll(keepingCapacity: true)
        buffer.append(contentsOf: text[start..<at])
        emit(start, kind: mark.kind, capitalised: false, upper: false)
    }

    private func mark(_ index: Int) -> (kind: Word.Kind, width: Int)? {
        switch text[index] {
        case 0x2C, 0x3B, 0x3A: (.comma, 1)
        case 0x28, 0x29, 0x5B, 0x5D: (.bracket, 1)
        case 0x22: (.quote, 1)
        case 0x2E, 0x21, 0x3F: (.stop, 1)
        case 0xE2 where index + 2 < text.count && text[index + 1] == 0x80:
            switch text[index + 2] {
            case 0x9C, 0x9D, 0x98: (.quote, 3)
            case 0x94, 0xA6: (.comma, 3)
            default: nil
            }
        default: nil
        }
    }

    /// ASCII letters, digits and `&`, and every byte of other letters; not general punctuation or no-break space.
    private func isWordByte(_ index: Int) -> Bool {
        let byte = text[index]
        if byte < 0x80 {
            return (0x61...0x7A).contains(byte | 0x20) || isDigit(byte) || byte == 0x26
        }
        if byte == 0xE2, index + 1 < text.count, (0x80...0x82).contains(text[index + 1]) { return false }
        if byte == 0xC2 { return false }
        if byte < 0xC0, index > 0 {
            // A continuation byte belongs to what its first byte belongs to.
            var first = index
            while first > 0, (0x80..<0xC0).contains(text[first]) { first -= 1 }
            return isWordByte(first)
        }
        return true
    }

    private func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

    /// ASCII capitals, and the capitals of Latin-1, Latin Extended, Greek and Cyrillic by their Unicode property.
    private func isCapital(_ index: Int) -> Bool {
        let byte = text[index]
        if byte < 0x80 { return (0x41...0x5A).contains(byte) }
        guard byte >= 0xC3, byte < 0xE0, index + 1 < text.count else { return false }
        let value = UInt32(byte & 0x1F) << 6 | UInt32(text[index + 1] & 0x3F)
        return Unicode.Scalar(value)?.properties.isUppercase ?? false
    }

    private func apostrophe(_ index: Int) -> Int? {
        guard index < text.count else { return nil }
        if text[index] == 0x27 { return 1 }
        guard index + 2 < text.count, text[index] == 0xE2, text[index + 1] == 0x80, text[index + 2] == 0x99 else {
            return nil
        }
        return 3
    }

    private func hyphen(_ index: Int) -> Int? {
        guard index < text.count else { return nil }
        if text[index] == 0x2D { return 1 }
        guard index + 2 < text.count, text[index] == 0xE2, text[index + 1] == 0x80,
            (0x90...0x93).contains(text[index + 2])
        else { return nil }
        return 3
    }

    /// `'s` before no letter, or an apostrophe after an `s` that ends the word.
    private func isPossessive(_ index: Int) -> Bool {
        guard let width = apostrophe(index) else { return false }
        let next = index + width
        if next < text.count, text[next] | 0x20 == 0x73 { return next + 1 == text.count || !isWordByte(next + 1) }
        return index > 0 && text[index - 1] | 0x20 == 0x73 && (next == text.count || !isWordByte(next))
    }
}
