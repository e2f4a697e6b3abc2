/// The dateline that opens a report: `KYIV, Ukraine (Reuters) — `, `PARIS – `, `Kabul (AFP) - `, `KABUL (Pajhwok): `. It belongs to
/// no sentence, but a parser takes its place name for the subject of the first.
enum Dateline {
    /// Byte length of the dateline at the start of a paragraph, its dash and the space after it included; `nil` for none.
    static func length(in paragraph: ArraySlice<UInt8>) -> Int? {
        guard let dash = dash(in: paragraph.prefix(longest)) else { return nil }
        let body = paragraph[dash.upperBound...]
        guard dash.lowerBound > paragraph.startIndex, let first = body.first, opensSentence(first),
            isHeading(paragraph[paragraph.startIndex..<dash.lowerBound])
        else { return nil }
        return dash.upperBound - paragraph.startIndex
    }

    private static let longest = 90

    /// The first `—`, `–`, `--`, ` - ` or colon after an agency in brackets, with the spaces around it.
    private static func dash(in text: ArraySlice<UInt8>) -> Range<Int>? {
        var index = text.startIndex
        while index < text.endIndex {
            let rest = text[index...]
            let width: Int
            if rest.starts(with: [0xE2, 0x80, 0x94]) || rest.starts(with: [0xE2, 0x80, 0x93]) {
                width = 3
            } else if rest.starts(with: [0x2D, 0x2D]) {
                width = 2
            } else if rest.starts(with: [0x20, 0x2D, 0x20]) {
                width = 2
            } else if rest.starts(with: [0x3A, 0x20]), index > text.startIndex, text[index - 1] == 0x29 {
                width = 1
            } else {
                index += 1
                continue
            }
            var start = index
            var end = index + width
            while start > text.startIndex, text[start - 1] == 0x20 { start -= 1 }
            while end < text.endIndex, text[end] == 0x20 { end += 1 }
            return start..<end
        }
        return nil
    }

    /// A capital letter, a digit, a quotation mark or a letter beyond ASCII.
    private static func opensSentence(_ byte: UInt8) -> Bool {
        (0x41...0x5A).contains(byte) || (0x30...0x39).contains(byte) || byte == 0x22 || byte == 0x27 || byte >= 0x80
    }

    /// A place in capitals, or any name followed by an agency in brackets; every word begins like a name.
    private static func isHeading(_ text: ArraySlice<UInt8>) -> Bool {
        let words = text.split(separator: 0x20)
        guard let first = words.first, first.count >= 2 else { return false }
        let isInCapitals = first.count >= 3 && !first.contains { (0x61...0x7A).contains($0) }
        guard isInCapitals || text.last == 0x29 && text.contains(0x28) else { return false }
        return words.allSatisfy { word in word.first.map { !(0x61...0x7A).contains($0) } ?? true }
    }
}
