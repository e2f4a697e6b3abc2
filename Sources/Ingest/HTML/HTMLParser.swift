/// Parses HTML as browsers do, where it matters for reading a page: omitted end tags, unclosed and misnested elements,
/// raw text, comments. What it leaves out of HTML's algorithm moves no text: it neither clones formatting elements nor
/// moves text out of tables.
///
/// One pass over the bytes, at most `deepest` steps for an end tag, no recursion: a hostile page costs no more than its
/// length.
struct HTMLParser {
    /// Deeper elements become children of the element at this depth.
    static let deepest = 256

    private var tree: HTMLTree
    private let bytes: [UInt8]
    private var position = 0
    /// Open elements, the root first.
    private var open: [Int] = [0]
    /// How many of `open` are SVG or MathML, where `/>` ends an element.
    private var foreignDepth = 0
    /// How many elements of each kind are open, so that none is looked for in vain.
    private var openCounts = [Int](repeating: 0, count: 256)

    static func parse(_ bytes: [UInt8]) -> HTMLTree {
        var parser = HTMLParser(bytes)
        parser.run()
        return parser.tree
    }

    private init(_ bytes: [UInt8]) {
        self.bytes = bytes
        tree = HTMLTree(bytes: bytes)
        openCounts[Int(HTMLTag.other.rawValue)] = 1
        open.reserveCapacity(HTMLParser.deepest + 1)
    }

    private mutating func run() {
        var textStart = 0
        while position < bytes.count {
            if bytes[position] != 0x3C {
                position += 1
                continue
            }
            let mark = position
            guard position + 1 < bytes.count else { break }
            let next = bytes[position + 1]
            if next.isASCIILetter {
                addText(textStart..<mark)
                startTag()
            } else if next == 0x2F, position + 2 < bytes.count, bytes[position + 2].isASCIILetter {
                addText(textStart..<mark)
                endTag()
            } else if next == 0x21 || next == 0x3F || next == 0x2F {
                addText(textStart..<mark)
                skipComment()
            } else {
                position += 1
                continue
            }
            textStart = position
        }
        addText(textStart..<bytes.count)
        while !open.isEmpty { pop() }
    }

    private mutating func addText(_ range: Range<Int>) {
        guard !range.isEmpty else { return }
        _ = tree.append(.text, parent: open[open.count - 1], source: range)
    }

    private mutating func skipComment() {
        guard bytes[position...].starts(with: [0x3C, 0x21, 0x2D, 0x2D]) else {
            while position < bytes.count, bytes[position] != 0x3E { position += 1 }
            position = min(position + 1, bytes.count)
            return
        }
        // `<!-->` is a whole comment.
        position += 4
        if position < bytes.count, bytes[position] == 0x3E {
            position += 1
            return
        }
        while position < bytes.count {
            if bytes[position] == 0x3E, bytes[position - 1] == 0x2D, bytes[position - 2] == 0x2D {
                position += 1
                return
            }
            position += 1
        }
    }

    /// Reads a name in lower case; ends before white space, `/` or `>`.
    private mutating func name() -> HTMLTag {
        var hash = NameHash()
        while position < bytes.count {
            let byte = bytes[position]
            if byte.isSpace || byte == 0x2F || byte == 0x3E { break }
            hash.add(byte.lowered)
            position += 1
        }
        return HTMLTag.named(hash)
    }

    private mutating func startTag() {
        position += 1
        let tag = name()
        let attributesStart = position
        skipAttributes()
        let attributes = attributesStart..<position
        let isSelfClosed = position > attributesStart && bytes[position - 1] == 0x2F
        position = min(position + 1, bytes.count)

        closeImplied(before: tag)
        let node = tree.append(tag, parent: open[open.count - 1], source: attributes)
        if tag.has(.void) || (isSelfClosed && (foreignDepth > 0 || tag == .svg || tag == .math)) { return }
        if tag.has(.rawText), foreignDepth == 0 {
            readRawText(tag, node)
            return
        }
        guard open.count < HTMLParser.deepest else { return }
        open.append(node)
        openCounts[Int(tag.rawValue)] += 1
        if tag == .svg || tag == .math { foreignDepth += 1 }
    }

    /// To the `>` that ends the tag: one inside quotes does not.
    private mutating func skipAttributes() {
        var isAfterEquals = false
        while position < bytes.count {
            let byte = bytes[position]
            if byte == 0x3E { return }
            if isAfterEquals, byte == 0x22 || byte == 0x27 {
                position += 1
                while position < bytes.count, bytes[position] != byte { position += 1 }
                isAfterEquals = false
            } else if byte == 0x3D {
                isAfterEquals = true
            } else if !byte.isSpace {
                isAfterEquals = false
            }
            position += 1
        }
        position = min(position, bytes.count)
    }

    private mutating func readRawText(_ tag: HTMLTag, _ node: Int) {
        let start = position
        let name = Array("\(tag)".utf8)
        while position < bytes.count {
            if bytes[position] == 0x3C, isEndTag(named: name) {
                if start < position { _ = tree.append(.text, parent: node, source: start..<position) }
                tree.close(node)
                skipAttributes()
                position = min(position + 1, bytes.count)
                return
            }
            position += 1
        }
        if start < position { _ = tree.append(.text, parent: node, source: start..<position) }
        tree.close(node)
    }

    private func isEndTag(named name: [UInt8]) -> Bool {
        guard position + 2 + name.count < bytes.count, bytes[position + 1] == 0x2F else { return false }
        for (index, byte) in name.enumerated() where bytes[position + 2 + index].lowered != byte { return false }
        return !bytes[position + 2 + name.count].isASCIILetter
    }

    private mutating func endTag() {
        position += 2
        let tag = name()
        skipAttributes()
        position = min(position + 1, bytes.count)
        if tag == .br {
            _ = tree.append(.br, parent: open[open.count - 1], source: position..<position)
            return
        }
        guard tag.isHeading || openCounts[Int(tag.rawValue)] > 0 else { return }
        let isFormatting = !tag.has(.special)
        var depth = open.count - 1
        while depth > 0 {
            let candidate = tree.tags[open[depth]]
            if candidate == tag || (tag.isHeading && candidate.isHeading) {
                while open.count > depth { pop() }
                return
            }
            if isFormatting && foreignDepth == 0 ? candidate.has(.special) : candidate.has(.scope) && !tag.isTablePart {
                return
            }
            depth -= 1
        }
    }

    private mutating func pop() {
        guard let node = open.popLast() else { return }
        tree.close(node)
        openCounts[Int(tree.tags[node].rawValue)] -= 1
        if tree.tags[node] == .svg || tree.tags[node] == .math { foreignDepth -= 1 }
    }

    /// Ends the elements whose end tags may be left out before `tag` begins.
    private mutating func closeImplied(before tag: HTMLTag) {
        guard foreignDepth == 0 else { return }
        let current = tree.tags[open[open.count - 1]]
        if current == .head, !tag.has(.head) { pop() }
        if tag.has(.closesParagraph) { close([.p], until: [.button]) }
        switch tag {
        case .li: close([.li], until: [.ul, .ol, .menu, .dir])
        case .dd, .dt: close([.dd, .dt], until: [.dl])
        case .option, .optgroup: close([.option], until: [.select, .datalist])
        case .tr: close([.tr], until: [.table])
        case .td, .th: close([.td, .th], until: [.tr, .table])
        case .tbody, .thead, .tfoot: close([.tbody, .thead, .tfoot], until: [.table])
        case .a: close([.a], until: [.p, .li, .div, .td])
        case .body: close([.head], until: [])
        default: break
        }
    }

    /// Closes the innermost open element among `tags`, unless a boundary lies inside it.
    private mutating func close(_ tags: [HTMLTag], until boundaries: [HTMLTag]) {
        guard tags.contains(where: { openCounts[Int($0.rawValue)] > 0 }) else { return }
        var depth = open.count - 1
        while depth > 0 {
            let candidate = tree.tags[open[depth]]
            if tags.contains(candidate) {
                while open.count > depth { pop() }
                return
            }
            let isScopeEnd = candidate.has(.scope) && !(tags[0].isTablePart && candidate != .table)
            if isScopeEnd || boundaries.contains(candidate) { return }
            depth -= 1
        }
    }
}

extension HTMLTag {
    fileprivate var isTablePart: Bool {
        switch self {
        case .table, .tr, .td, .th, .tbody, .thead, .tfoot: true
        default: false
        }
    }

    var isHeading: Bool {
        switch self {
        case .h1, .h2, .h3, .h4, .h5, .h6: true
        default: false
        }
    }
}
