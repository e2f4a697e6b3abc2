import Dates

/// A page taken apart: its blocks, what describes them, and the facts the page states.
package struct ArticlePage: Sendable {
    package let features: BlockFeatures
    let metadata: PageMetadata
    private let page: PageBlocks

    /// Texts shorter than this are too short to be an article taken whole: the surest blocks are taken instead.
    private static let shortest = 200
    /// In that case, only blocks this long tell how sure the surest is.
    private static let shortestBlock = 60

    /// - Parameters:
    ///   - declaredEncoding: as an HTTP header names it; it goes before what the page says of itself.
    ///   - url: where the page was found, when that is known from outside.
    ///   - today: dates after the day after it are taken only when there is no other.
    package init(
        _ bytes: [UInt8], declaredEncoding: String? = nil, url: String? = nil, today: CalendarDate = .today
    ) {
        let tree = HTMLParser.parse(HTMLEncoding.utf8(bytes, declared: declaredEncoding))
        page = PageBlocks(tree)
        let outline = PageOutline(tree: tree, page: page)
        let data = LinkedData(tree)
        var metadata = PageMetadata(tree: tree, data: data, url: url, today: today)
        features = BlockFeatures(
            tree: tree, page: page, outline: outline, facts: PageFacts(tree: tree, data: data))
        metadata.complete(from: page, tree: tree, outline: outline, today: today)
        self.metadata = metadata
    }

    package var blockCount: Int { page.blocks.count }

    package func text(ofBlock index: Int) -> String { page.string(index) }

    /// The article's blocks, parted by blank lines; empty when the page holds none.
    package func text(by model: ArticleModel) -> String {
        ArticlePage.selection(model.probabilities(features), lengths: page.blocks.map(\.range.count))
            .map(page.string).joined(separator: "\n\n")
    }

    /// Which blocks make the article.
    package static func selection(_ probabilities: [Float], lengths: [Int]) -> [Int] {
        let sure = probabilities.indices.filter { probabilities[$0] >= ArticleModel.threshold }
        if sure.reduce(0, { $0 + lengths[$1] }) >= shortest { return sure }
        let best = probabilities.indices.filter { lengths[$0] >= shortestBlock }.map { probabilities[$0] }.max() ?? 0
        return best == 0 ? [] : probabilities.indices.filter { probabilities[$0] >= best / 2 }
    }

    /// The lengths of the blocks in bytes.
    package var blockLengths: [Int] { page.blocks.map(\.range.count) }

    /// `nil` when the page holds no article.
    func report(by model: ArticleModel, file: String) -> (report: Report, warnings: [String])? {
        let text = text(by: model)
        guard !text.isEmpty else { return nil }
        let report = Report(
            text: text, title: metadata.title, byline: metadata.byline, publisher: metadata.publisher,
            url: metadata.url, date: metadata.date?.date, language: metadata.language, file: file)
        let isAmbiguous = metadata.date?.isAmbiguous == true
        return (report, isAmbiguous ? ["\(file): the date on the page was read with the month first"] : [])
    }
}
