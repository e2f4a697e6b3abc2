extension PageFacts {
    /// A page has a title, a headline and a few copies of them.
    private static let mostTitles = 8

    init(tree: HTMLTree, data: LinkedData) {
        for node in 1..<max(1, tree.count) {
            switch tree.tags[node] {
            case .title, .h1: titles.append(PageFacts.key(HTMLEntities.decode(Array(tree.rawText(node).utf8)).utf8))
            case .meta:
                let name = tree.attribute("property", of: node) ?? tree.attribute("name", of: node)
                if name == "og:title" || name == "twitter:title", let title = tree.attribute("content", of: node) {
                    titles.append(PageFacts.key(title.utf8))
                }
            default: break
            }
        }
        titles = Array(titles.filter { $0.count > 8 }.prefix(PageFacts.mostTitles))
        if let body = data.articleBody, body.utf8.count >= 200 {
            declaredPairs = Set(WordPairs.hashes(of: body.utf8))
        }
    }
}
