/// Finds the blocks of teasers: three or more boxes of the same kind side by side, most of them with a linked headline.
enum Cards {
    private static let fewest = 3
    private static let headlineLength = 15

    /// - Returns: for each block whether it lies in such a box.
    static func find(tree: HTMLTree, page: PageBlocks) -> [Bool] {
        // Boxes are the elements between a block's owner and the root; their kind is parent, tag and class.
        var kindOfBox: [Int: UInt64] = [:]
        var boxesWithHeadline: Set<Int> = []
        var boxCount: [UInt64: Int] = [:]
        for block in page.blocks {
            let isHeadline = block.linkBytes * 10 > block.range.count * 9 && block.range.count >= headlineLength
            var box = block.owner
            if tree.tags[box].isTextLevelBlock { box = tree.parent(box) }
            while box > 0 {
                if kindOfBox[box] == nil {
                    let kind = kind(of: box, in: tree)
                    kindOfBox[box] = kind
                    boxCount[kind, default: 0] += 1
                }
                if isHeadline { boxesWithHeadline.insert(box) }
                box = tree.parent(box)
            }
        }
        var headlineCount: [UInt64: Int] = [:]
        for box in boxesWithHeadline { if let kind = kindOfBox[box] { headlineCount[kind, default: 0] += 1 } }
        return page.blocks.map { block in
            var box = block.owner
            while box > 0 {
                if let kind = kindOfBox[box], let count = boxCount[kind], count >= fewest,
                    headlineCount[kind, default: 0] * 3 >= count * 2
                {
                    return true
                }
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
        return hash.value &* 31 &+ UInt64(tree.parent(box))
    }
}
