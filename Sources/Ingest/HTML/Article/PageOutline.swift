/// How the running text of a page lies over its elements.
struct PageOutline: Sendable {
    /// Bytes of running text in each block: what stands outside links in blocks that read like sentences.
    private(set) var prose: [Float]
    /// The same, less where an element's hints say that it is no article.
    private(set) var likelyProse: [Float]
    /// Sums of `likelyProse` over each element's subtree, by node.
    private(set) var mass: [Float]
    /// Hints of the block-level elements around blocks, by node.
    private(set) var hints: [ElementHints]
    /// The innermost element that holds most of the article's text.
    private(set) var container: Int

    /// A child that holds this share of its parent's mass holds the article alone.
    private static let dominance: Float = 0.9
    /// What is left of running text in comments, sidebars and the like.
    private static let outsideWeight: Float = 0.1

    init(tree: HTMLTree, page: PageBlocks) {
        let blocks = page.blocks
        prose = page.blocks.indices.map { PageOutline.prose(page, $0) }
        hints = [ElementHints](repeating: [], count: tree.count)
        var isKnown = [Bool](repeating: false, count: tree.count)
        var raw = [Float](repeating: 0, count: tree.count)
        for (index, block) in blocks.enumerated() {
            var node = block.owner
            while node >= 0 {
                if !isKnown[node] {
                    isKnown[node] = true
                    hints[node] = ElementHints(of: node, in: tree)
                }
                raw[node] += prose[index]
                node = tree.parent(node)
            }
        }
        let half = raw[0] / 2
        likelyProse = prose
        mass = [Float](repeating: 0, count: tree.count)
        for (index, block) in blocks.enumerated() where prose[index] > 0 {
            var node = block.owner
            // An element around most of the text is its page, whatever it is called.
            while node > 0, raw[node] <= half {
                if !hints[node].isDisjoint(with: .outside) {
                    likelyProse[index] = prose[index] * PageOutline.outsideWeight
                    break
                }
                node = tree.parent(node)
            }
            node = block.owner
            while node >= 0 {
                mass[node] += likelyProse[index]
                node = tree.parent(node)
            }
        }
        container = 0
        container = descend(tree: tree, page: page)
    }

    private func descend(tree: HTMLTree, page: PageBlocks) -> Int {
        // Children that hold text, by parent: those that are ancestors of a block.
        var heaviest = [Int32](repeating: -1, count: tree.count)
        for block in page.blocks {
            var node = block.owner
            while node > 0 {
                let parent = tree.parent(node)
                let rival = Int(heaviest[parent])
                if rival == node { break }
                if rival < 0 || mass[node] > mass[rival] { heaviest[parent] = Int32(node) }
                node = parent
            }
        }
        var node = 0
        while heaviest[node] >= 0 {
            let child = Int(heaviest[node])
            guard mass[child] > 0, mass[child] >= PageOutline.dominance * mass[node], !tree.tags[child].isTextLevelBlock
            else { break }
            node = child
        }
        return node
    }

    private static func prose(_ page: PageBlocks, _ index: Int) -> Float {
        let block = page.blocks[index]
        let plain = block.range.count - block.linkBytes
        guard plain * 2 > block.range.count, block.range.count >= 25 else { return 0 }
        if block.range.count >= 140 { return Float(plain) }
        return Float(plain) * (page.endsSentence(index) ? 1 : 0.3)
    }
}

extension HTMLTag {
    /// A block that holds text rather than blocks.
    var isTextLevelBlock: Bool { self == .p || self == .pre || isHeading }
}

extension PageBlocks {
    /// Whether a block's last character ends a sentence, closing quotes and brackets left aside.
    func endsSentence(_ index: Int) -> Bool {
        var end = blocks[index].range.upperBound
        let start = blocks[index].range.lowerBound
        while end > start {
            let byte = text[end - 1]
            switch byte {
            case 0x2E, 0x21, 0x3F: return true
            case 0x22, 0x27, 0x29, 0x5D: end -= 1
            case 0x99, 0x9D, 0xBB, 0xA6, 0x82, 0x9F, 0x81:
                // ’ ” » end quotes; … 。 ？ ！ end sentences.
                guard end - start >= 3, text[end - 2] == 0x80 || text[end - 2] == 0xC2 || text[end - 3] >= 0xE2 else {
                    return false
                }
                if byte == 0xA6 || byte == 0x82 || byte == 0x9F || byte == 0x81 { return true }
                end -= byte == 0xBB ? 2 : 3
            default: return false
            }
        }
        return false
    }
}
