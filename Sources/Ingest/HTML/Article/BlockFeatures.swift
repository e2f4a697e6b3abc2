/// Describes each block of a page by what is true of it, from which the model tells whether it belongs to the article.
package struct BlockFeatures: Sendable {
    package let count: Int
    /// The features that hold, block after block, as positions in `names`.
    private let holding: [UInt16]
    /// Where each block's features begin in `holding`, and one position more.
    private let starts: [Int]

    init(tree: HTMLTree, page: PageBlocks, outline: PageOutline, facts: PageFacts) {
        let context = Context(tree: tree, page: page, outline: outline, facts: facts)
        var row = Row()
        var starts = [0]
        for index in page.blocks.indices {
            row.begin()
            context.describe(index, in: &row)
            starts.append(row.holding.count)
        }
        count = page.blocks.count
        holding = row.holding
        self.starts = starts
    }

    /// The features that hold for a block, as positions in `names`.
    package subscript(block: Int) -> ArraySlice<UInt16> { holding[starts[block]..<starts[block + 1]] }

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

/// Collects the features that hold, block after block; every block is asked about each, in the same order.
struct Row {
    private(set) var holding: [UInt16] = []
    private(set) var names: [String] = []
    private var position: UInt16 = 0
    private let keepsNames: Bool

    init(keepsNames: Bool = false) { self.keepsNames = keepsNames }

    mutating func begin() { position = 0 }

    mutating func add(_ name: @autoclosure () -> String, _ holds: Bool) {
        if holds { holding.append(position) }
        position += 1
        if keepsNames { names.append(name()) }
    }

    /// A feature for each range between the bounds; the one that has the value holds.
    mutating func add(_ name: @autoclosure () -> String, _ value: Float, bounds: [Float]) {
        let range = bounds.firstIndex { value <= $0 } ?? bounds.count
        for index in 0...bounds.count { add("\(name())-\(index)", index == range) }
    }
}
