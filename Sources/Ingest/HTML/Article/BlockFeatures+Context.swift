extension BlockFeatures {
    /// What is computed once a page and used for each of its blocks.
    struct Context {
        private let tree: HTMLTree
        private let page: PageBlocks
        private let outline: PageOutline
        private let facts: PageFacts
        private let containerMass: Float
        private let longestTitle: Int
        private let signatures: [UInt64]
        private var signatureProse: [UInt64: Float] = [:]
        private var signatureText: [UInt64: Float] = [:]
        private var signatureLinks: [UInt64: Float] = [:]
        private var copies: [UInt64: Int] = [:]
        private let textHashes: [UInt64]
        private let textSums: [Float]
        private let linkSums: [Float]
        private let cues: [TextCues]
        private let isInCard: [Bool]
        /// The cues of the heading a block stands under, where that heading is inside the container.
        private var headingCues: [TextCues] = []
        private var firstHeading = Int.max
        private var lastHeading = -1
        private var firstProse = Int.max
        private var lastProse = -1

        init(tree: HTMLTree, page: PageBlocks, outline: PageOutline, facts: PageFacts) {
            self.tree = tree
            self.page = page
            self.outline = outline
            self.facts = facts
            longestTitle = facts.titles.map(\.count).max() ?? 0
            containerMass = max(1, outline.mass[outline.container])
            signatures = Context.signatures(tree: tree, page: page)
            textHashes = page.blocks.map { block in
                var hash = NameHash()
                for byte in page.text[block.range] { hash.add(byte) }
                return hash.value
            }
            var textSums = [Float](repeating: 0, count: tree.count)
            var linkSums = textSums
            for block in page.blocks {
                var node = block.owner
                while node >= 0 {
                    textSums[node] += Float(block.range.count)
                    linkSums[node] += Float(block.linkBytes)
                    node = tree.parent(node)
                }
            }
            isInCard = Cards.find(tree: tree, page: page)
            self.textSums = textSums
            self.linkSums = linkSums
            cues = page.blocks.map { TextCues(page.text[$0.range]) }
            var under: TextCues = []
            for (index, block) in page.blocks.enumerated() {
                let isHeading =
                    tree.tags[block.owner].isHeading
                    || (block.strongBytes == block.range.count && block.range.count < 60)
                if isHeading { under = cues[index] }
                headingCues.append(isHeading ? [] : under)
            }
            for (index, block) in page.blocks.enumerated() {
                signatureProse[signatures[index], default: 0] += outline.likelyProse[index]
                signatureText[signatures[index], default: 0] += Float(block.range.count)
                signatureLinks[signatures[index], default: 0] += Float(block.linkBytes)
                copies[textHashes[index], default: 0] += 1
                if tree.tags[block.owner] == .h1 {
                    firstHeading = min(firstHeading, index)
                    lastHeading = index
                }
                if outline.likelyProse[index] >= 60, isInContainer(block.owner) {
                    firstProse = min(firstProse, index)
                    lastProse = index
                }
            }
        }

        /// Bytes of a class looked at; longer ones are no style sheet's.
        private static let longestClass = 256

        /// Blocks that look alike to the page's style sheet: the tags and classes of an element and its parent.
        private static func signatures(tree: HTMLTree, page: PageBlocks) -> [UInt64] {
            // An element's attributes are read once, however many blocks it holds.
            var classes: [Int: Range<Int>] = [:]
            func classRange(_ element: Int) -> Range<Int> {
                if let known = classes[element] { return known }
                let range = tree.attributeBytes("class", of: element) ?? 0..<0
                classes[element] = range
                return range
            }
            return page.blocks.map { block in
                var hash = NameHash()
                for element in [block.owner, max(0, tree.parent(block.owner))] {
                    hash.add(tree.tags[element].rawValue)
                    for byte in tree.bytes[classRange(element)].prefix(longestClass) { hash.add(byte) }
                }
                return hash.value
            }
        }

        private func isInContainer(_ node: Int) -> Bool {
            node >= outline.container && node < tree.end(outline.container)
        }

        func describe(_ index: Int, in row: inout Row) {
            describeText(index, &row)
            describeElement(index, &row)
            describePlace(index, &row)
        }

        private func describeText(_ index: Int, _ row: inout Row) {
            let block = page.blocks[index]
            let text = page.text[block.range]
            let length = Float(text.count)
            row.add("length", length, bounds: Bounds.length)
            row.add("links", Float(block.linkBytes) / length, bounds: Bounds.links)
            row.add("all-strong", Float(block.strongBytes) >= 0.9 * length)
            let endsSentence = page.endsSentence(index)
            row.add("ends-sentence", endsSentence)
            row.add("ends-colon", text.last == 0x3A)
            let shape = TextShape(text)
            row.add("inner-sentence", shape.hasInnerSentence)
            row.add("begins-capital", text.first.map { (0x41...0x5A).contains($0) } ?? false)
            row.add("begins-quote", text.first == 0x22 || text.starts(with: Context.openingQuote))
            row.add("capitals", shape.isMostlyCapitals)
            row.add("title-case", shape.isTitleCase)
            row.add("digits", Float(shape.digits) > 0.3 * length)
            row.add("words", Float(shape.spaces + 1), bounds: Bounds.words)
            row.add("commas", shape.commas >= 2)
            row.add("begins-markup", text.first.map { $0 == 0x3C || $0 == 0x7B || $0 == 0x5B || $0 == 0x7C } ?? false)
            row.add("has-break", shape.hasBreak)
            row.add("has-bar", shape.hasBar)
            let cues = cues[index]
            let linkShare = Float(block.linkBytes) / length
            let inside = isInContainer(block.owner)
            for bit in 0..<TextCues.count { row.add("cue-\(bit)", cues.rawValue >> bit & 1 == 1) }
            let short = length < 100
            for bit in 0..<TextCues.count { row.add("short-cue-\(bit)", short && cues.rawValue >> bit & 1 == 1) }
            row.add("linked-line-inside", inside && linkShare > 0.9)
            row.add("half-linked-line-inside", inside && linkShare > 0.3 && linkShare <= 0.9)
            row.add("linked-pointer", cues.contains(.pointer) && linkShare > 0.3)
            row.add("linked-capitals", shape.isMostlyCapitals && linkShare > 0.9)
            for bit in 0..<TextCues.count { row.add("under-cue-\(bit)", headingCues[index].rawValue >> bit & 1 == 1) }
            row.add("is-title", isTitle(text))
            row.add("copies", copies[textHashes[index], default: 1] > 1)
            describeDeclared(text, &row)
        }

        private func describeDeclared(_ text: ArraySlice<UInt8>, _ row: inout Row) {
            guard !facts.declaredPairs.isEmpty else {
                row.add("declared", false)
                row.add("undeclared", false)
                row.add("undeclared-half", false)
                return
            }
            let pairs = WordPairs.hashes(of: text)
            let share = pairs.isEmpty ? 0 : Float(pairs.count { facts.declaredPairs.contains($0) }) / Float(pairs.count)
            row.add("declared", share >= 0.8)
            row.add("undeclared", share < 0.2)
            row.add("undeclared-half", share < 0.8)
        }

        private func isTitle(_ text: ArraySlice<UInt8>) -> Bool {
            guard text.count > 8, text.count < 2 * longestTitle + 8 else { return false }
            let key = PageFacts.key(text)
            return key.count > 8
                && facts.titles.contains { $0 == key || $0.starts(with: key) && key.count * 2 > $0.count }
        }

        private static let openingQuote = Array("\u{201C}".utf8)

        private func describeElement(_ index: Int, _ row: inout Row) {
            let owner = page.blocks[index].owner
            let tag = tree.tags[owner]
            row.add("p", tag == .p)
            row.add("h1", tag == .h1)
            row.add("h2-3", tag == .h2 || tag == .h3)
            row.add("h4-6", tag == .h4 || tag == .h5 || tag == .h6)
            row.add("li", tag == .li)
            row.add("cell", tag == .td || tag == .th)
            row.add("box", tag == .div || tag == .custom || tag == .section || tag == .article)
            row.add("definition", tag == .dt || tag == .dd)
            var near: ElementHints = []
            var far: ElementHints = []
            var tags: (table: Bool, form: Bool, list: Bool, header: Bool, figure: Bool, quote: Bool, article: Bool) =
                (false, false, false, false, false, false, false)
            var node = owner
            var level = 0
            while node > 0, !(node != owner && contains(node, outline.container)) {
                if level < 2 { near.formUnion(outline.hints[node]) } else { far.formUnion(outline.hints[node]) }
                switch tree.tags[node] {
                case .table: tags.table = true
                case .form: tags.form = true
                case .ul, .ol: tags.list = true
                case .header: tags.header = true
                case .figure: tags.figure = true
                case .blockquote: tags.quote = true
                case .article: tags.article = true
                default: break
                }
                level += 1
                node = tree.parent(node)
            }
            for bit in 0..<ElementHints.count { row.add("near-\(bit)", near.rawValue >> bit & 1 == 1) }
            for bit in 0..<ElementHints.count { row.add("far-\(bit)", far.rawValue >> bit & 1 == 1) }
            row.add("in-table", tags.table)
            row.add("in-form", tags.form)
            row.add("in-list", tags.list)
            row.add("in-header", tags.header)
            row.add("in-figure", tags.figure)
            row.add("in-quote", tags.quote)
            row.add("in-inner-article", tags.article)
            row.add("level", Float(level), bounds: Bounds.level)
        }

        private func contains(_ outer: Int, _ inner: Int) -> Bool { inner >= outer && inner < tree.end(outer) }

        private func describePlace(_ index: Int, _ row: inout Row) {
            let owner = page.blocks[index].owner
            let parent = max(0, tree.parent(owner))
            let inside = isInContainer(owner)
            row.add("inside", inside)
            row.add("child-of-container", parent == outline.container || owner == outline.container)
            let own = outline.mass[tree.tags[owner].isTextLevelBlock ? parent : owner] / max(1, outline.mass[0])
            row.add("parent-share", own, bounds: Bounds.share)
            let grandparent = outline.mass[max(0, tree.parent(parent))] / max(1, outline.mass[0])
            row.add("grandparent-share", grandparent, bounds: Bounds.share)
            row.add("parent-links", linkSums[parent] / max(1, textSums[parent]), bounds: Bounds.linkDensity)
            row.add("parent-text", textSums[parent], bounds: Bounds.text)
            let captioned = !outline.hints[owner].union(outline.hints[parent]).isDisjoint(with: [
                .caption, .gallery, .video,
            ])
            row.add("captioned-prose", captioned && outline.prose[index] > 0)
            row.add("captioned-inside", captioned && inside)
            let isLead = index < firstProse && outline.hints[owner].union(outline.hints[parent]).contains(.heading)
            row.add("lead", isLead && outline.prose[index] > 40)
            row.add("in-card", isInCard[index])
            row.add("card-prose", isInCard[index] && outline.prose[index] > 0)
            row.add("plain-list-inside", tree.tags[owner] == .li && inside && linkSums[parent] < 0.1 * textSums[parent])
            row.add("sole-prose", outline.prose[index] > 0.5 * outline.mass[0])
            let signature = signatures[index]
            let alike = signatureProse[signature, default: 0] / containerMass
            row.add("alike-share", alike, bounds: Bounds.share)
            let links = signatureLinks[signature, default: 0] / max(1, signatureText[signature, default: 0])
            row.add("alike-links", links, bounds: Bounds.linkDensity)
            row.add("before-heading", firstHeading != Int.max && index < firstHeading)
            row.add("after-heading", index > lastHeading && lastHeading >= 0)
            row.add("before-prose", index < firstProse)
            row.add("after-prose", index > lastProse)
            row.add("prose-gap-before", Float(gap(from: index, step: -1)), bounds: Bounds.gap)
            row.add("prose-gap-after", Float(gap(from: index, step: 1)), bounds: Bounds.gap)
            row.add("previous-sibling-prose", isSiblingProse(index, index - 1))
            row.add("next-sibling-prose", isSiblingProse(index, index + 1))
            row.add("previous-alike", index > 0 && signatures[index - 1] == signature)
            row.add("next-alike", index + 1 < signatures.count && signatures[index + 1] == signature)
            row.add("is-prose", outline.likelyProse[index], bounds: Bounds.prose)
            row.add("mass", outline.mass[0], bounds: Bounds.mass)
            row.add("container-share", containerMass / max(1, outline.mass[0]), bounds: Bounds.container)
        }

        private func gap(from index: Int, step: Int) -> Int {
            var position = index + step
            while page.blocks.indices.contains(position), abs(position - index) < 9 {
                if outline.likelyProse[position] >= 60 { return abs(position - index) }
                position += step
            }
            return 9
        }

        private func isSiblingProse(_ index: Int, _ other: Int) -> Bool {
            guard page.blocks.indices.contains(other), outline.likelyProse[other] >= 60 else { return false }
            let (a, b) = (page.blocks[index].owner, page.blocks[other].owner)
            return a == b || tree.parent(a) == tree.parent(b)
        }
    }
}

/// Upper bounds of the ranges into which numbers are sorted.
private enum Bounds {
    static let length: [Float] = [4, 15, 30, 60, 120, 250]
    static let words: [Float] = [1, 3, 6, 12]
    static let links: [Float] = [0, 0.2, 0.5, 0.9]
    static let linkDensity: [Float] = [0.02, 0.1, 0.3, 0.7]
    static let level: [Float] = [1, 2, 3, 5]
    static let share: [Float] = [0.01, 0.05, 0.2, 0.5, 0.8]
    static let text: [Float] = [100, 400, 1500]
    static let gap: [Float] = [1, 2, 4, 8]
    static let prose: [Float] = [0, 20, 60, 150]
    static let mass: [Float] = [600, 1500, 4000]
    static let container: [Float] = [0.5, 0.8, 0.95]
}

extension PageFacts {
    /// Letters and digits in lower case, for comparing titles.
    static func key(_ text: some Sequence<UInt8>) -> [UInt8] {
        text.filter { $0.isASCIILetter || $0.isDigit || $0 >= 0x80 }.map(\.lowered)
    }
}

/// Hashes of neighbouring words, for telling how much of one text is in another.
enum WordPairs {
    static func hashes(of text: some Sequence<UInt8>) -> [UInt64] {
        var hashes: [UInt64] = []
        var previous: UInt64?
        var word = NameHash()
        var length = 0
        func finish() {
            guard length > 0 else { return }
            if let previous { hashes.append(previous &* 31 &+ word.value) }
            previous = word.value
            word = NameHash()
            length = 0
        }
        for byte in text {
            if byte.isASCIILetter || byte.isDigit || byte >= 0x80 {
                word.add(byte.lowered)
                length += 1
            } else {
                finish()
            }
        }
        finish()
        return hashes
    }
}
