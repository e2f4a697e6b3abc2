/// Describes each block of a page by numbers, from which the model tells whether it belongs to the article.
package struct BlockFeatures: Sendable {
    /// One row a block, `names.count` numbers each.
    package private(set) var values: [Float] = []
    package let width = BlockFeatures.names.count
    package private(set) var count = 0

    init(tree: HTMLTree, page: PageBlocks, outline: PageOutline, facts: PageFacts) {
        count = page.blocks.count
        values.reserveCapacity(page.blocks.count * width)
        let context = Context(tree: tree, page: page, outline: outline, facts: facts)
        for index in page.blocks.indices {
            var row = Row()
            context.describe(index, in: &row)
            values.append(contentsOf: row.values)
        }
    }

    package static let names: [String] = {
        // The names are those a description of any block gives.
        let tree = HTMLParser.parse(Array("<p>x</p>".utf8))
        let page = PageBlocks(tree)
        var row = Row(keepsNames: true)
        Context(tree: tree, page: page, outline: PageOutline(tree: tree, page: page), facts: PageFacts())
            .describe(0, in: &row)
        return row.names
    }()
}

/// What is known of the article besides its place on the page.
struct PageFacts: Sendable {
    /// Titles as letters and digits in lower case.
    var titles: [[UInt8]] = []
    /// Hashes of the word pairs of JSON-LD's `articleBody`; empty when there is none.
    var declaredPairs: Set<UInt64> = []
}

/// Collects one block's numbers in a fixed order.
struct Row {
    private(set) var values: [Float] = []
    private(set) var names: [String] = []
    private let keepsNames: Bool

    init(keepsNames: Bool = false) { self.keepsNames = keepsNames }

    mutating func add(_ name: @autoclosure () -> String, _ value: Float) {
        values.append(value)
        if keepsNames { names.append(name()) }
    }

    mutating func add(_ name: @autoclosure () -> String, _ value: Bool) { add(name(), value ? 1 : 0) }

    /// One number for each range between the bounds, 1 for the one that holds the value.
    mutating func add(_ name: @autoclosure () -> String, _ value: Float, bounds: [Float]) {
        let position = bounds.firstIndex { value <= $0 } ?? bounds.count
        for index in 0...bounds.count { add("\(name())-\(index)", index == position) }
    }
}
