import Dates

/// What a page says: its article and the facts about it.
package struct ArticlePage: Sendable {
    package let text: String

    /// - Parameters:
    ///   - declaredEncoding: as an HTTP header names it; it goes before what the page says of itself.
    ///   - url: where the page was found, when that is known from outside.
    package init(_ bytes: [UInt8], declaredEncoding: String? = nil, url: String? = nil) {
        let tree = HTMLParser.parse(HTMLEncoding.utf8(bytes, declared: declaredEncoding))
        let page = PageBlocks(tree)
        text = page.blocks.indices.map(page.string).joined(separator: "\n\n")
    }

    func report(file: String) -> Report { Report(text: text, file: file) }
}
