/// Cuts a written date into numbers, names of months and marks.
enum WrittenDateScanner {
    enum Part: Equatable {
        case number(Int, digits: Int)
        /// 1 to 12.
        case month(Int)
        case word
        /// Anything that is neither digit, letter nor space.
        case mark(UInt8)
    }

    /// Longer texts name no date of publication; what follows is not read.
    static let longestDate = 160

    static func parts(of text: some StringProtocol, longest: Int = longestDate) -> [Part] {
        let bytes = Array(text.utf8.prefix(longest))
        var parts: [Part] = []
        var position = 0
        while position < bytes.count {
            let start = position
            if isDigit(bytes[position]) {
                while position < bytes.count, isDigit(bytes[position]) { position += 1 }
                let digits = position - start
                guard digits <= 15 else {
                    parts.append(.word)
                    continue
                }
                let value = bytes[start..<position].reduce(0) { $0 * 10 + Int($1 - 0x30) }
                parts.append(.number(value, digits: digits))
                position = afterOrdinalEnding(bytes, position)
            } else if isLetter(bytes[position]) {
                while position < bytes.count, isLetter(bytes[position]) { position += 1 }
                let word = String(decoding: bytes[start..<position], as: UTF8.self).lowercased()
                // Words between the parts of a date ("2nd of May") do not part them.
                if word != "of" { parts.append(month(word).map(Part.month) ?? .word) }
            } else {
                if bytes[position] > 0x20 { parts.append(.mark(bytes[position])) }
                position += 1
            }
        }
        return parts
    }

    private static func afterOrdinalEnding(_ bytes: [UInt8], _ position: Int) -> Int {
        guard position + 2 <= bytes.count, position + 2 == bytes.count || !isLetter(bytes[position + 2]) else {
            return position
        }
        let ending = String(decoding: bytes[position..<(position + 2)], as: UTF8.self).lowercased()
        return ["st", "nd", "rd", "th"].contains(ending) ? position + 2 : position
    }

    /// From the full name or its usual short forms.
    private static func month(_ word: String) -> Int? {
        guard word.utf8.count >= 3 else { return nil }
        let names = [
            "january", "february", "march", "april", "may", "june", "july", "august", "september", "october",
            "november", "december",
        ]
        if word == "sept" { return 9 }
        return names.firstIndex { $0 == word || (word.utf8.count == 3 && $0.hasPrefix(word)) }.map { $0 + 1 }
    }

    private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

    private static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }
}
