/// The kinds of input that hold reports.
package enum InputFormat: String, CaseIterable, Sendable {
    case text, html, json, csv, tsv, warc, feed

    /// How many of an input's first bytes tell its format.
    static let headLength = 64 * 1024

    /// By the name's ending when it tells, else by the first bytes (already decompressed).
    static func detect(name: String, head: ArraySlice<UInt8>) -> InputFormat {
        if let byName = byName(name) { return byName }
        return byContent(head)
    }

    private static func byName(_ name: String) -> InputFormat? {
        var parts = name.lowercased().split(separator: "/").last?.split(separator: ".").map(String.init) ?? []
        if let last = parts.last, ["gz", "zst", "zstd"].contains(last) { parts.removeLast() }
        guard parts.count > 1, let ending = parts.last else { return nil }
        switch ending {
        case "txt", "text": return .text
        case "html", "htm", "xhtml": return .html
        case "json", "jsonl", "ndjson": return .json
        case "csv": return .csv
        case "tsv", "tab": return .tsv
        case "warc", "wet": return .warc
        case "rss", "atom": return .feed
        default: return nil
        }
    }

    private static func byContent(_ head: ArraySlice<UInt8>) -> InputFormat {
        var start = head
        if let (label, length) = TextEncoding.byteOrderMark(Array(head.prefix(3))) {
            let rest = Array(head.dropFirst(length))
            start = label == "utf-8" ? rest[...] : Array(TextEncoding.decode(rest, label: label).utf8)[...]
        }
        start = start.drop { $0.isSpace }
        let beginning = String(decoding: start.prefix(1024).map(\.lowered), as: UTF8.self)
        if beginning.hasPrefix("warc/") { return .warc }
        if beginning.hasPrefix("{") || beginning.hasPrefix("[{") { return .json }
        if beginning.hasPrefix("[") && beginning.dropFirst().trimmed().hasPrefix("{") { return .json }
        if beginning.hasPrefix("<") {
            let isFeed = ["<rss", "<feed", "<rdf:rdf"].contains { beginning.contains($0) }
            return isFeed ? .feed : .html
        }
        return tableFormat(start) ?? .text
    }

    /// A first line made of names of which one is known to hold the text.
    private static func tableFormat(_ start: ArraySlice<UInt8>) -> InputFormat? {
        let line = start.prefix { $0 != 0x0A }
        guard line.count < 1024, line.count < start.count else { return nil }
        let separator = CSVReader.separator(of: line)
        let names = line.split(separator: separator).prefix(CSVReader.mostColumns).map { name in
            ReportField.normalized(String(decoding: name, as: UTF8.self).trimmed().replacing("\"", with: ""))
        }
        guard names.count > 1, names.contains(where: ReportField.text.usualNames.contains) else { return nil }
        return separator == 0x09 ? .tsv : .csv
    }
}
