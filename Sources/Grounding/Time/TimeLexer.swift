import Tokens

/// Turns the tokens of a Doc into atoms: what each word or number can be in a time expression.
///
/// A token gives one atom, except where it holds several words of time ("10:30am", "mid-1990s", "1939–1945").
struct TimeLexer {
    private let lexicon: TimeLexicon
    private let doc: Doc

    init(_ doc: Doc, _ lexicon: TimeLexicon) {
        self.doc = doc
        self.lexicon = lexicon
    }

    func atoms() -> [TimeAtom] {
        var atoms: [TimeAtom] = []
        atoms.reserveCapacity(doc.count + 16)
        var index = 0
        while index < doc.count {
            let start = doc.tokens[index].start
            if let (holiday, count) = lexicon.holiday(at: index, in: doc.tokens) {
                let end = doc.tokens[index + count - 1].end
                atoms.append(TimeAtom(token: index, start: start, end: end, word: .holiday(holiday)))
                index += count
                continue
            }
            if let word = lexicon.word(doc.tokens[index].lowerKey, tag: doc.tokens[index].tag) {
                atoms.append(TimeAtom(token: index, start: start, end: doc.tokens[index].end, word: word))
            } else {
                append(doc.tokens[index], at: index, to: &atoms)
            }
            index += 1
        }
        return atoms
    }

    /// A token that is no word of the lexicon: a number, several words in one, or nothing of time.
    private func append(_ token: Token, at index: Int, to atoms: inout [TimeAtom]) {
        var lower = token.lower
        let needsScan = lower.withUTF8 { bytes in bytes.contains { isDigit($0) || $0 == UInt8(ascii: "-") } }
        // Where lower-casing changed the length, offsets inside the token would be wrong.
        guard needsScan, lower.utf8.count == token.end - token.start else {
            atoms.append(TimeAtom(token: index, start: token.start, end: token.end, word: .other))
            return
        }
        let first = atoms.count
        lower.withUTF8 { bytes in
            var scanner = PieceScanner(bytes)
            while let piece = scanner.next() {
                let word = self.word(piece, of: bytes, tag: token.tag)
                atoms.append(
                    TimeAtom(
                        token: index, start: token.start + piece.range.lowerBound,
                        end: token.start + piece.range.upperBound, word: word))
            }
        }
        let pieces = atoms[first...]
        let isSound =
            pieces.contains { $0.word == .hyphen } || pieces.count == 1 || pieces.allSatisfy { stands($0.word) }
        if !isSound {
            atoms.removeSubrange(first...)
            atoms.append(TimeAtom(token: index, start: token.start, end: token.end, word: .other))
        }
    }

    /// Whether a piece may stand beside digits without a hyphen: "10am", "480BC", "Dec.31", but not "A380".
    private func stands(_ word: TimeWord) -> Bool {
        switch word {
        case .digits, .decimal, .clock, .ordinal, .decade, .date, .meridiem, .era, .zone, .month, .fiscal, .unit,
            .units,
            .slash:
            true
        default: false
        }
    }

    private func word(_ piece: PieceScanner.Piece, of bytes: UnsafeBufferPointer<UInt8>, tag: PennTag) -> TimeWord {
        switch piece.kind {
        case .number(let word): word
        case .letters: lexicon.word(StringKey(utf8: bytes[piece.range]), tag: tag) ?? .other
        case .hyphen: .hyphen
        case .slash: .slash
        case .symbol: .other
        }
    }
}

func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }

/// Cuts a token's lower-case bytes into numbers, words and marks.
struct PieceScanner {
    enum Kind {
        case number(TimeWord)
        case letters, hyphen, slash, symbol
    }
    struct Piece {
        let range: Range<Int>
        let kind: Kind
    }

    private let bytes: UnsafeBufferPointer<UInt8>
    private var position = 0

    init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

    mutating func next() -> Piece? {
        guard position < bytes.count else { return nil }
        let start = position
        let byte = bytes[start]
        if isDigit(byte) { return number(from: start) }
        if isLetter(byte) {
            while position < bytes.count, isLetter(bytes[position]) || bytes[position] == UInt8(ascii: ".") {
                position += 1
            }
            return Piece(range: start..<position, kind: .letters)
        }
        if byte == UInt8(ascii: "-") || byte == UInt8(ascii: "/") {
            position += 1
            return Piece(range: start..<position, kind: byte == UInt8(ascii: "-") ? .hyphen : .slash)
        }
        // En dash and em dash: E2 80 93, E2 80 94.
        if byte == 0xE2, start + 2 < bytes.count, bytes[start + 1] == 0x80, (0x93...0x94).contains(bytes[start + 2]) {
            position += 3
            return Piece(range: start..<position, kind: .hyphen)
        }
        position += 1
        while position < bytes.count, bytes[position] & 0xC0 == 0x80 { position += 1 }
        return Piece(range: start..<position, kind: .symbol)
    }

    private func isLetter(_ byte: UInt8) -> Bool { byte >= 0x61 && byte <= 0x7A }

    private func digits(_ limit: Int = Int.max) -> (value: Int, count: Int) {
        var value = 0
        var at = position
        while at < bytes.count, isDigit(bytes[at]), at - position < min(limit, 15) {
            value = value * 10 + Int(bytes[at] - 0x30)
            at += 1
        }
        return (value, at - position)
    }

    private mutating func number(from start: Int) -> Piece {
        let (value, count) = digits()
        position += count
        var word = TimeWord.digits(value, count: count)
        if position < bytes.count, isDigit(bytes[position]) {
            // More digits than any number of time has.
            while position < bytes.count, isDigit(bytes[position]) { position += 1 }
            return Piece(range: start..<position, kind: .symbol)
        }
        guard position < bytes.count else { return Piece(range: start..<position, kind: .number(word)) }
        let next = position + 1 < bytes.count ? bytes[position + 1] : 0
        switch bytes[position] {
        case UInt8(ascii: ":") where isDigit(next): word = clock(hour: value)
        case UInt8(ascii: ",") where isDigit(next): word = grouped(value)
        case UInt8(ascii: ".") where isDigit(next): word = fraction(value)
        case UInt8(ascii: "/") where isDigit(next) && count <= 2: word = slashDate(value) ?? word
        default: word = suffixed(value, count) ?? word
        }
        return Piece(range: start..<position, kind: .number(word))
    }

    private mutating func clock(hour: Int) -> TimeWord {
        position += 1
        let (minute, count) = digits()
        position += count
        var valid = hour <= 24 && count == 2 && minute < 60
        if position + 1 < bytes.count, bytes[position] == UInt8(ascii: ":"), isDigit(bytes[position + 1]) {
            position += 1
            position += digits().count
            valid = valid && count == 2
        }
        return valid ? .clock(hour: hour, minute: minute) : .other
    }

    /// "1,000": a count of one digit, since a number with a comma is never a year.
    private mutating func grouped(_ value: Int) -> TimeWord {
        var value = value
        while position + 1 < bytes.count, bytes[position] == UInt8(ascii: ","), isDigit(bytes[position + 1]) {
            position += 1
            let (group, count) = digits(3)
            position += count
            value = (value % 1_000_000_000) * 1_000 + group
        }
        return .digits(value, count: 1)
    }

    private mutating func fraction(_ value: Int) -> TimeWord {
        position += 1
        let (part, count) = digits()
        position += count
        var scale = 1.0
        for _ in 0..<count { scale *= 10 }
        return .decimal(Double(value) + Double(part) / scale)
    }

    /// "3/14/2013", "14/3/2013": month first unless it cannot be.
    private mutating func slashDate(_ first: Int) -> TimeWord? {
        let start = position
        position += 1
        let (second, count) = digits()
        position += count
        guard count <= 2, position + 1 < bytes.count, bytes[position] == UInt8(ascii: "/"), isDigit(bytes[position + 1])
        else {
            position = start
            return nil
        }
        position += 1
        let (third, width) = digits()
        position += width
        let year = width == 4 ? third : width == 2 ? (third < 50 ? 2000 : 1900) + third : 0
        if (1...12).contains(first), (1...31).contains(second), year > 0 {
            return .date(year: year, month: first, day: second)
        }
        if (1...12).contains(second), (1...31).contains(first), year > 0 {
            return .date(year: year, month: second, day: first)
        }
        return .other
    }

    /// "5th", "1990s", "90's".
    private mutating func suffixed(_ value: Int, _ count: Int) -> TimeWord? {
        var letters = position
        if bytes[letters] == UInt8(ascii: "'"), letters + 1 < bytes.count { letters += 1 }
        var end = letters
        while end < bytes.count, isLetter(bytes[end]) { end += 1 }
        let suffix = bytes[letters..<end]
        let isDecade = suffix.elementsEqual("s".utf8) && value % 10 == 0 && (2...4).contains(count)
        if isDecade {
            position = end
            return .decade(value)
        }
        if letters == position, ["st", "nd", "rd", "th"].contains(where: { suffix.elementsEqual($0.utf8) }) {
            position = end
            return .ordinal(value)
        }
        return nil
    }
}
