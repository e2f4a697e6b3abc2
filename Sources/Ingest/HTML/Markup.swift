/// Text that carries HTML, as feeds and scraped tables hold it.
enum Markup {
    private static let signs = [
        "<p>", "<p ", "</p>", "<br>", "<br/>", "<br />", "<div", "</a>", "</strong>", "<img ", "</em>", "</b>", "</i>",
    ].map { Array($0.utf8) }

    /// Whether text is HTML rather than plain text that happens to have angle brackets.
    static func isLikely(_ text: String) -> Bool {
        let bytes = text.utf8.prefix(64 * 1024).map(\.lowered)
        return bytes.indices.contains { index in
            bytes[index] == 0x3C && signs.contains { bytes[index...].starts(with: $0) }
        }
    }

    /// The blocks a fragment of HTML shows.
    static func blocks(_ html: String) -> [String] {
        let page = PageBlocks(HTMLParser.parse(Array(html.utf8)))
        return page.blocks.indices.map(page.string)
    }

    /// The blocks of a fragment, parted by blank lines.
    static func plainText(_ html: String) -> String { blocks(html).joined(separator: "\n\n") }

    static func decodingEntities(_ text: String) -> String { HTMLEntities.decode(Array(text.utf8)) }
}
