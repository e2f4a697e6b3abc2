/// Finds the blocks of teasers: three or more boxes of the same kind side by side, most of them with a linked headline.
enum Cards {
    private static let fewest = 3
    private static let headlineLength = 15

    /// - Returns: for each block whether it lies in such a box.
    static func find(tree: HTMLTree, page: PageBlocks) -> [Bool] {
        // Boxes are the elements between a block's owner and the root; their kind is parent, tag and class.
        var kindOfBox = [UInt64](repeating: 0, count: tree.count)
        var hasHeadline = [Bool](repeating: false, count: tree.count)
        var headlineCount: [UInt64: Int] = [:]
        var boxCount: [UInt64: Int] = [:]
        for block in page.blocks {
            let isHeadline = block.linkBytes * 10 > block.range.count * 9 && block.range.count >= headlineLength
            var box = block.owner
            if tree.tags[box].isTextLevelBlock { box = tree.parent(box) }
            while box > 0 {
                if kindOfBox[box] == 0 {
                    kindOfBox[box] = kind(of: box, in: tree)
                    boxCount[kindOfBox[box], default: 0] += 1
                }
                if isHeadline, !hasHeadline[box] {
                    hasHeadline[box] = true
                    headlineCount[kindOfBox[box], default: 0] += 1
                }
                box = tree.parent(box)
            }
        }
        let cards = Set(
            boxCount.filter { $0.value >= fewest && headlineCount[$0.key, default: 0] * 3 >= $0.value * 2 }.keys)
        guard !cards.isEmpty else { return [Bool](repeating: false, count: page.blocks.count) }
        return page.blocks.map { block in
            var box = block.owner
            while box > 0 {
                if cards.contains(kindOfBox[box]) { return true }
                box = tree.parent(box)
            }
            return false
        }
    }

    private static func kind(of box: Int, in tree: HTMLTree) -> UInt64 {
        var hash = NameHash()
        hash.add(tree.tags[box].rawValue)
        if let value = tree.attributeBytes("class", of: box) {
            for byte in tree.bytes[value].prefix(256) { hash.add(byte) }
        }
        // 0 stands for a kind not yet known.
        return (hash.value &* 31 &+ UInt64(tree.parent(box))) | 1
    }
}
