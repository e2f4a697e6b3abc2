/// The elements of a page that state facts about it: `meta`, `link`, `time`, headings, marked-up authors and dates.
struct PageTags {
    private(set) var pageTitle: String?
    private(set) var headings: [String] = []
    private(set) var canonical: String?
    private(set) var language: String?
    private(set) var authors: [String] = []
    /// Dates in `time` and `itemprop`, those marked as dates of publication first.
    private(set) var times: [Time] = []
    /// By name in lower case, the first of a name.
    private var metas: [String: String] = [:]

    struct Time {
        /// For machines, often in UTC.
        let stated: String
        /// For readers, where it was written.
        let shown: String
    }

    init(_ tree: HTMLTree) {
        var others: [Time] = []
        for node in 1..<max(1, tree.count) where tree.tags[node] != .text {
            let tag = tree.tags[node]
            switch tag {
            case .html: language = tree.attribute("lang", of: node).map { $0.prefix { $0 != "-" }.lowercased() }
            case .title where pageTitle == nil: pageTitle = text(tree, node)
            case .h1: headings.append(text(tree, node))
            case .meta: addMeta(tree, node)
            case .link where tree.attribute("rel", of: node)?.lowercased() == "canonical":
                canonical = canonical ?? tree.attribute("href", of: node)
            case .time:
                let shown = text(tree, node)
                let time = Time(stated: tree.attribute("datetime", of: node) ?? shown, shown: shown)
                if isPublication(tree, node) { times.append(time) } else { others.append(time) }
            case .script, .style: break
            default: addMarked(tree, node)
            }
        }
        headings = headings.filter { !$0.isEmpty }
        authors = authors.filter { !$0.isEmpty }
        times += others
    }

    /// The value under the first of the names that has one.
    func meta(_ names: String...) -> String? { names.lazy.compactMap { metas[$0] }.first }

    /// The values under all the names, in their order.
    func metas(_ names: String...) -> [String] { names.compactMap { metas[$0] } }

    private mutating func addMeta(_ tree: HTMLTree, _ node: Int) {
        guard let content = tree.attribute("content", of: node), !content.isEmpty else { return }
        for attribute in ["property", "name", "itemprop", "http-equiv"] as [StaticString] {
            guard let name = tree.attribute(attribute, of: node)?.lowercased() else { continue }
            if metas[name] == nil { metas[name] = content }
        }
    }

    private func isPublication(_ tree: HTMLTree, _ node: Int) -> Bool {
        let property = tree.attribute("itemprop", of: node)?.lowercased() ?? ""
        return tree.attribute("pubdate", of: node) != nil || property.contains("datepublished")
            || tree.attribute("class", of: node)?.lowercased().contains("publish") == true
    }

    private mutating func addMarked(_ tree: HTMLTree, _ node: Int) {
        guard tree.source(node).count > 12 else { return }
        if let range = tree.attributeBytes("itemprop", of: node) {
            switch String(decoding: tree.bytes[range], as: UTF8.self).lowercased() {
            case "author": authors.append(text(tree, node))
            case "datepublished":
                let shown = text(tree, node)
                times.append(Time(stated: tree.attribute("content", of: node) ?? shown, shown: shown))
            default: break
            }
        } else if tree.tags[node] == .a, tree.attribute("rel", of: node)?.lowercased() == "author" {
            authors.append(text(tree, node))
        }
    }

    /// The text of a node, white space collapsed; only the beginning of a long one.
    private func text(_ tree: HTMLTree, _ node: Int) -> String {
        HTMLEntities.decode(Array(tree.rawText(node).utf8.prefix(1000))).spacesCollapsed()
    }
}
