/// A page cut into blocks: runs of visible text that no block-level element parts.
struct PageBlocks: Sendable {
    struct Block: Sendable, Equatable {
        /// Where its text lies in `text`: white space collapsed, entities decoded.
        var range: Range<Int>
        /// The nearest block-level element around it.
        var owner: Int
        /// Its first and last text nodes.
        var nodes: ClosedRange<Int>
        /// Bytes of its text inside links.
        var linkBytes = 0
        /// Bytes of its text inside bold, strong or emphasis.
        var strongBytes = 0
    }

    private(set) var text: [UInt8] = []
    private(set) var blocks: [Block] = []

    init(_ tree: HTMLTree) {
        var builder = Builder(tree: tree)
        builder.run()
        text = builder.text
        blocks = builder.blocks
    }

    func string(_ index: Int) -> String { String(decoding: text[blocks[index].range], as: UTF8.self) }
}

extension PageBlocks {
    private struct Builder {
        let tree: HTMLTree
        var text: [UInt8] = []
        var blocks: [Block] = []
        private var open: [(end: Int, tag: HTMLTag)] = []
        private var owners: [Int] = [0]
        private var linkDepth = 0
        private var strongDepth = 0
        private var preformattedDepth = 0
        private var current: Block?
        private var isSpacePending = false

        init(tree: HTMLTree) {
            self.tree = tree
            text.reserveCapacity(tree.bytes.count / 8)
        }

        mutating func run() {
            var node = 1
            while node < tree.count {
                while let last = open.last, last.end <= node { leave() }
                let tag = tree.tags[node]
                if tag == .text {
                    add(node)
                } else if tag == .br {
                    lineBreak()
                } else if tag.has(.hidden) {
                    node = tree.end(node)
                    continue
                } else {
                    enter(node, tag)
                }
                node += 1
            }
            while !open.isEmpty { leave() }
            finish()
        }

        private mutating func enter(_ node: Int, _ tag: HTMLTag) {
            if tag.has(.block) {
                finish()
                owners.append(node)
            }
            switch tag {
            case .a: linkDepth += 1
            case .b, .strong, .em, .i: strongDepth += 1
            case .pre: preformattedDepth += 1
            default: break
            }
            open.append((tree.end(node), tag))
        }

        private mutating func leave() {
            guard let (_, tag) = open.popLast() else { return }
            switch tag {
            case .a: linkDepth -= 1
            case .b, .strong, .em, .i: strongDepth -= 1
            case .pre: preformattedDepth -= 1
            default: break
            }
            if tag.has(.block) {
                finish()
                owners.removeLast()
            }
        }

        /// One `br` is white space; a second in a row ends the block.
        private mutating func lineBreak() {
            guard current != nil else { return }
            if text.last == 0x0A { finish() } else { text.append(0x0A) }
            isSpacePending = false
        }

        private mutating func add(_ node: Int) {
            let source = tree.source(node)
            var position = source.lowerBound
            let before = text.count
            while position < source.upperBound {
                let byte = tree.bytes[position]
                if byte.isSpace {
                    isSpacePending = true
                    position += 1
                } else if byte == 0 {
                    // Dropped from text, as browsers do.
                    position += 1
                } else if byte == 0x26, let (scalar, length) = HTMLEntities.reference(tree.bytes, at: position) {
                    position += length
                    append(scalar)
                } else if byte >= 0xC2, let (length, isSpace) = invisible(at: position, before: source.upperBound) {
                    if isSpace { isSpacePending = true }
                    position += length
                } else {
                    startWord()
                    text.append(byte)
                    position += 1
                }
            }
            guard var block = current, text.count > before else { return }
            block.nodes = block.nodes.lowerBound...node
            if linkDepth > 0 { block.linkBytes += text.count - before }
            if strongDepth > 0 { block.strongBytes += text.count - before }
            current = block
            if current?.nodes.lowerBound == 0 { current?.nodes = node...node }
        }

        /// A no-break space, or a character that is never seen, in UTF-8.
        private func invisible(at position: Int, before end: Int) -> (length: Int, isSpace: Bool)? {
            let byte = tree.bytes[position]
            if byte == 0xC2, position + 1 < end {
                let next = tree.bytes[position + 1]
                return next == 0xA0 ? (2, true) : next == 0xAD ? (2, false) : nil
            }
            guard byte == 0xE2 || byte == 0xEF, position + 2 < end else { return nil }
            let (second, third) = (tree.bytes[position + 1], tree.bytes[position + 2])
            if byte == 0xEF { return second == 0xBB && third == 0xBF ? (3, false) : nil }
            return second == 0x80 && (0x8B...0x8F).contains(third) ? (3, false) : nil
        }

        private mutating func append(_ scalar: Unicode.Scalar) {
            switch scalar.value {
            case 0xA0, 0x20, 0x09...0x0D: isSpacePending = true
            // Soft hyphens and marks of no width part words only on the screen.
            case 0xAD, 0x200B...0x200F, 0xFEFF: break
            default:
                startWord()
                text.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
            }
        }

        private mutating func startWord() {
            if current == nil {
                current = Block(range: text.count..<text.count, owner: owners[owners.count - 1], nodes: 0...0)
            } else if isSpacePending, let last = text.last, last != 0x0A {
                text.append(0x20)
            }
            isSpacePending = false
        }

        private mutating func finish() {
            isSpacePending = false
            guard var block = current else { return }
            current = nil
            while let last = text.last, last.isSpace, text.count > block.range.lowerBound { text.removeLast() }
            block.range = block.range.lowerBound..<text.count
            if !block.range.isEmpty { blocks.append(block) }
        }
    }
}
