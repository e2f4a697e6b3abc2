/// Reads reports from a feed: RSS 0.9 to 2.0, RDF, Atom.
struct FeedReader: RecordReader {
    private let name: String
    private let xml: XMLElementReader?
    private var publisher: String?
    private var language: String?
    private var number = 0
    private var isDone = false

    init(_ reader: ByteReader, name: String, options: ReadingOptions) {
        self.name = name
        let wanted: Set<String> = ["item", "entry", "title", "language"]
        xml = XMLElementReader(reader, name: name, wanted: wanted, limit: options.limits.recordBytes)
    }

    mutating func next() -> Reading? {
        guard !isDone, let xml else { return nil }
        do {
            while let item = try xml.next() {
                switch item {
                case .broken(let line):
                    isDone = true
                    return .failure(
                        InputError(file: name, problem: "is broken XML at line \(line), after \(number) items"))
                case .element(let element):
                    if let reading = read(element) { return reading }
                }
            }
        } catch {
            isDone = true
            return .failure(error)
        }
        isDone = true
        guard number == 0 else { return nil }
        return .failure(InputError(file: name, problem: "has no item of RSS and no entry of Atom"))
    }

    private mutating func read(_ element: XMLElement) -> Reading? {
        switch element.name {
        case "title":
            // The feed's own title comes before the first item's.
            if number == 0, publisher == nil { publisher = filled(element.text.spacesCollapsed()) }
            return nil
        case "language":
            language = filled(element.text.spacesCollapsed())
            return nil
        default:
            number += 1
            return report(element, file: "\(name)#\(number)")
        }
    }

    private func report(_ item: XMLElement, file: String) -> Reading {
        guard let content = item.child("encoded", "content", "description", "summary"),
            let text = filled(FeedReader.plainText(content))
        else { return .skipped(.withoutText) }
        var report = Report(text: text, file: file)
        report.title = item.child("title").flatMap { filled(Markup.plainText($0.text).spacesCollapsed()) }
        report.byline =
            item.child("creator").flatMap { filled($0.text) }
            ?? item.child("author").flatMap { author in filled((author.child("name") ?? author).text) }
        report.publisher = item.child("source").flatMap { filled(($0.child("title") ?? $0).text) } ?? publisher
        report.url = link(of: item)
        report.language = language
        var warnings: [String] = []
        if let written = item.child("pubDate", "published", "date", "issued", "updated", "modified")?.text {
            report.date = WrittenDate(written)?.date
            if report.date == nil { warnings.append("\(file): '\(written.prefix(40))' is no date that can be read") }
        }
        return .report(report, warnings: warnings)
    }

    private func link(of item: XMLElement) -> String? {
        let links = item.children.filter { $0.name == "link" }
        let atom = links.first { $0.attributes["href"] != nil && ["alternate", nil].contains($0.attributes["rel"]) }
        let permalink = item.child("guid").flatMap { $0.text.hasPrefix("http") ? $0.text : nil }
        return atom?.attributes["href"] ?? links.compactMap { filled($0.text) }.first ?? permalink?.trimmed()
    }

    /// The text of an item, without the line blogs add about where it appeared.
    private static func plainText(_ content: XMLElement) -> String {
        let markup = content.markup.isEmpty ? content.text : content.markup
        guard Markup.isLikely(markup) else { return Markup.decodingEntities(markup).trimmed() }
        let blocks = Markup.blocks(markup)
        let isAddition = blocks.last.map { $0.hasPrefix("The post ") && $0.contains("appeared first on") } ?? false
        return (isAddition ? blocks.dropLast() : blocks[...]).joined(separator: "\n\n")
    }

    private func filled(_ text: String) -> String? {
        let text = text.trimmed()
        return text.isEmpty ? nil : text
    }
}
