/// The paragraphs of a text: what a sentence never crosses. A dateline is a paragraph of its own.
///
/// A blank line ends a paragraph. A single line break ends one too, unless it looks like a break that only keeps lines
/// short: no sentence ends there and the line is about as long as the others.
enum Paragraphs {
    /// Byte ranges without the white space around them, in order; none is empty.
    static func ranges(in text: [UInt8]) -> [Range<Int>] {
        let lines = lines(of: text)
        let wrapped = isWrapped(lines)
        let longest = lines.map(\.count).max() ?? 0
        var result: [Range<Int>] = []
        var joins = false
        for line in lines {
            guard !line.isEmpty else {
                joins = false
                continue
            }
            if joins, let last = result.popLast() {
                result.append(last.lowerBound..<line.upperBound)
            } else {
                result.append(line)
            }
            joins = wrapped && line.count * 10 > longest * 6 && !endsSentence(text[line])
        }
        return result.flatMap { paragraph in
            guard let length = Dateline.length(in: text[paragraph]) else { return [paragraph] }
            let body = paragraph.lowerBound + length
            return [paragraph.lowerBound..<body, body..<paragraph.upperBound]
        }
    }

    /// Lines without their white space; the empty ones stay, as separators.
    private static func lines(of text: [UInt8]) -> [Range<Int>] {
        var result: [Range<Int>] = []
        var start = 0
        while start <= text.count {
            let end = text[start...].firstIndex(of: 0x0A) ?? text.count
            var first = start
            var last = end
            while first < last, isSpace(text[first]) { first += 1 }
            while last > first, isSpace(text[last - 1]) { last -= 1 }
            result.append(first..<last)
            start = end + 1
        }
        return result
    }

    /// Lines of running text that are all short were wrapped by a program.
    private static func isWrapped(_ lines: [Range<Int>]) -> Bool {
        let lengths = lines.map(\.count).filter { $0 > 0 }.sorted()
        guard lengths.count > 2 else { return false }
        return lengths[lengths.count - 1] <= 130 && lengths[lengths.count / 2] >= 40
    }

    private static func endsSentence(_ line: ArraySlice<UInt8>) -> Bool {
        var line = line
        // A closing quotation mark (” is E2 80 9D, ’ is E2 80 99) or bracket may follow the full stop.
        while let last = line.last, last == 0x22 || last == 0x27 || last == 0x29 || last == 0x9D || last == 0x99 {
            line = last >= 0x80 ? line.dropLast(3) : line.dropLast()
        }
        guard let last = line.last else { return false }
        return last == 0x2E || last == 0x21 || last == 0x3F || last == 0x3A
    }

    private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }
}
