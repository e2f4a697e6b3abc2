/// What a page says of its article in JSON-LD (schema.org).
struct LinkedData: Sendable {
    /// Objects that describe an article, in document order.
    private(set) var articles: [JSONValue] = []
    /// Objects that describe the page or the site.
    private(set) var others: [JSONValue] = []
    /// Objects by what others point to them with.
    private var byIdentifier: [String: JSONValue] = [:]

    /// Objects looked at in one page; more come from no honest page.
    private static let mostObjects = 500

    init(_ tree: HTMLTree) {
        for node in 1..<max(1, tree.count) where tree.tags[node] == .script {
            guard let type = tree.attributeBytes("type", of: node),
                String(decoding: tree.bytes[type], as: UTF8.self).lowercased().hasPrefix("application/ld+json"),
                node + 1 < tree.end(node)
            else { continue }
            let source = LinkedData.withoutComment(tree.bytes[tree.source(node + 1)])
            if let value = try? JSONParser.parse(Array(source)) { collect(value, depth: 0) }
        }
    }

    /// From the first brace or bracket to the last: some pages put the object between comment marks.
    private static func withoutComment(_ source: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        guard let first = source.firstIndex(where: { $0 == 0x7B || $0 == 0x5B }),
            let last = source.lastIndex(where: { $0 == 0x7D || $0 == 0x5D }), first <= last
        else { return [] }
        return source[first...last]
    }

    private mutating func collect(_ value: JSONValue, depth: Int) {
        guard depth < 6, articles.count + others.count < LinkedData.mostObjects else { return }
        switch value {
        case .array(let elements):
            for element in elements { collect(element, depth: depth + 1) }
        case .object:
            if let identifier = value["@id"]?.string, value["name"] != nil { byIdentifier[identifier] = value }
            if LinkedData.isArticle(value) { articles.append(value) } else { others.append(value) }
            for name in ["@graph", "mainEntity", "mainEntityOfPage", "itemListElement", "liveBlogUpdate"] {
                if let inner = value[name] { collect(inner, depth: depth + 1) }
            }
        default: break
        }
    }

    private static func isArticle(_ value: JSONValue) -> Bool {
        let types = value["@type"]?.array?.compactMap(\.string) ?? [value["@type"]?.string].compactMap { $0 }
        return types.contains { type in
            type.hasSuffix("Article") || type.hasSuffix("BlogPosting") || type.hasSuffix("Report")
                || ["LiveBlogPosting", "Review", "Recipe", "AnalysisNewsArticle", "ClaimReview"].contains(type)
        }
    }

    /// The first article's text under a member, where it is not empty.
    func text(_ member: String) -> String? { articles.lazy.compactMap { filled($0[member]?.plainText) }.first }

    /// The name of the first article's person or organization under a member, also where it is only pointed to.
    func name(_ member: String) -> String? { articles.lazy.compactMap { name(of: $0[member]) }.first }

    private func name(of value: JSONValue?) -> String? {
        if let elements = value?.array {
            let names = elements.compactMap { name(of: $0) }
            return names.isEmpty ? nil : names.joined(separator: ", ")
        }
        return filled(value?.plainText)
            ?? filled(value?["@id"]?.string.flatMap { byIdentifier[$0]?["name"]?.plainText })
    }

    private func filled(_ text: String?) -> String? {
        guard let text = text?.trimmed(), !text.isEmpty else { return nil }
        return text
    }

    /// The longest `articleBody`, its markup taken out.
    var articleBody: String? {
        articles.compactMap { $0["articleBody"]?.string }.max { $0.utf8.count < $1.utf8.count }
            .map { Markup.isLikely($0) ? Markup.plainText($0) : Markup.decodingEntities($0) }
    }
}
