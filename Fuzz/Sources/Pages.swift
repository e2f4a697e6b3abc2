import Dates

@testable import Ingest

extension FuzzTarget {
    /// A page's tree is one, and its blocks are pieces of its text, in order.
    static let html = FuzzTarget(name: "html") { bytes in
        let tree = HTMLParser.parse(HTMLEncoding.utf8(bytes, declared: nil))
        for node in 1..<max(1, tree.count) {
            require(tree.parent(node) < node, "a parent after its child")
            require(
                tree.end(node) > node && tree.end(node) <= tree.end(tree.parent(node)), "a child outside its parent")
            require(tree.source(node).upperBound <= tree.bytes.count, "a node outside the page")
        }
        let blocks = PageBlocks(tree)
        var end = 0
        for block in blocks.blocks {
            require(block.range.lowerBound >= end && !block.range.isEmpty, "blocks that overlap")
            end = block.range.upperBound
        }
        _ = ArticlePage(bytes, url: "https://example.org/", today: CalendarDate(days: 20_000))
            .report(by: model, file: "x")
    }

    /// Decompression ends, and gives the same bytes however they arrive.
    static let gzip = decompression("gzip") { source throws(InputError) in
        try GzipSource(source, name: "x", limits: limits)
    }
    static let zstd = decompression("zstd") { source throws(InputError) in
        try ZstdSource(source, name: "x", limits: limits)
    }

    private static let limits: ReadingLimits = {
        var limits = ReadingLimits()
        limits.expansionGrace = 1 << 20
        return limits
    }()

    private static func decompression(
        _ name: String, _ make: @escaping @Sendable (any ByteSource) throws(InputError) -> any ByteSource
    ) -> FuzzTarget {
        FuzzTarget(name: name) { bytes in
            let whole = outcome(bytes, pieceSize: 1 << 20, make)
            let pieces = outcome(bytes, pieceSize: 5, make)
            require(whole == pieces, "what is decompressed depends on the pieces")
        }
    }

    private static func outcome(
        _ bytes: [UInt8], pieceSize: Int, _ make: (any ByteSource) throws(InputError) -> any ByteSource
    ) -> [UInt8]? {
        do {
            return try ByteReader(make(MemorySource(bytes, pieceSize: pieceSize))).rest(limit: 4 << 20)
        } catch { return nil }
    }
}
