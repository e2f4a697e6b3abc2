/// The byline that a page shows without stating it for machines.
enum ShownByline {
    /// How many blocks below the headline it can stand.
    private static let reach = 8
    private static let longest = 80
    /// Classes of elements that hold nothing but who wrote it. Compared in lower case with `-` and `_` left out.
    private static let classes: Set<String> = [
        "author", "authors", "authorname", "authorlink", "byline", "bylinename", "bylineauthor", "bylines",
        "articleauthor", "articlebyline", "entryauthor", "postauthor", "storybyline",
    ]

    /// A line `By …` or an element marked as byline, close below the headline.
    static func find(below title: String, page: PageBlocks, tree: HTMLTree) -> String? {
        let key = PageFacts.key(title.utf8)
        guard let heading = page.blocks.indices.last(where: { PageFacts.key(page.text[page.blocks[$0].range]) == key })
        else { return nil }
        let below = (heading + 1)..<min(heading + 1 + reach, page.blocks.count)
        for index in below {
            let line = page.string(index)
            guard line.utf8.count <= longest, line.prefix(3).lowercased() == "by ", startsName(line.dropFirst(3)) else {
                continue
            }
            let name = line.prefix { !$0.isNumber && $0 != "|" && $0 != "\n" && $0 != "•" }.trimmed()
            return name.utf8.count >= 6 ? name : nil
        }
        guard let last = below.last else { return nil }
        return marked(in: page.blocks[heading].nodes.upperBound...page.blocks[last].nodes.upperBound, tree)
    }

    private static func marked(in nodes: ClosedRange<Int>, _ tree: HTMLTree) -> String? {
        for node in nodes where tree.tags[node] != .text {
            guard let value = tree.attributeBytes("class", of: node) else { continue }
            let words = tree.bytes[value].split(whereSeparator: \.isSpace)
            guard
                words.contains(where: { classes.contains(ReportField.normalized(String(decoding: $0, as: UTF8.self))) })
            else { continue }
            let text = HTMLEntities.decode(Array(tree.rawText(node).utf8)).spacesCollapsed()
            let name = text.prefix(3).lowercased() == "by " ? text.dropFirst(3) : text[...]
            if text.utf8.count <= longest, name.utf8.count >= 3, startsName(name) { return String(name) }
        }
        return nil
    }

    private static func startsName(_ text: Substring) -> Bool {
        text.unicodeScalars.first?.properties.isUppercase == true
    }
}
