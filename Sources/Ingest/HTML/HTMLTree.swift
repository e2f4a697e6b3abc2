/// A parsed page: nodes in document order, each with its parent and the end of its subtree, so that a subtree is the
/// range `node..<ends[node]`. Node 0 is the root.
struct HTMLTree: Sendable {
    /// The page in UTF-8.
    let bytes: [UInt8]
    private(set) var tags: [HTMLTag] = [.other]
    private(set) var parents: [Int32] = [-1]
    private(set) var ends: [Int32] = [1]
    /// Where a text node's text or an element's attributes lie in `bytes`.
    private(set) var starts: [Int32] = [0]
    private(set) var limits: [Int32] = [0]

    init(bytes: [UInt8]) {
        self.bytes = bytes
        let guess = bytes.count / 24 + 16
        tags.reserveCapacity(guess)
        parents.reserveCapacity(guess)
        ends.reserveCapacity(guess)
        starts.reserveCapacity(guess)
        limits.reserveCapacity(guess)
    }

    var count: Int { tags.count }

    func parent(_ node: Int) -> Int { Int(parents[node]) }
    func end(_ node: Int) -> Int { Int(ends[node]) }

    /// A text node's bytes as written, an element's attributes as written.
    func source(_ node: Int) -> Range<Int> { Int(starts[node])..<Int(limits[node]) }

    /// The text inside a node as written, entities not decoded; of a long one only the beginning.
    func rawText(_ node: Int, limit: Int = 2000) -> String {
        var text: [UInt8] = []
        // Nodes are limited too: elements around elements would each go through all that is inside.
        for inner in node + 1..<max(node + 1, min(end(node), node + limit)) where tags[inner] == .text {
            text.append(contentsOf: bytes[source(inner)].prefix(limit - text.count))
            if text.count >= limit { break }
        }
        return String(decoding: text, as: UTF8.self)
    }

    mutating func append(_ tag: HTMLTag, parent: Int, source: Range<Int>) -> Int {
        let node = tags.count
        tags.append(tag)
        parents.append(Int32(parent))
        ends.append(Int32(node + 1))
        starts.append(Int32(source.lowerBound))
        limits.append(Int32(source.upperBound))
        return node
    }

    mutating func close(_ node: Int) { ends[node] = Int32(tags.count) }

    /// The value of an attribute as text, `nil` when it is not there.
    func attribute(_ name: StaticString, of node: Int) -> String? {
        guard tags[node] != .text, limits[node] > starts[node] else { return nil }
        var scanner = HTMLAttributeScanner(bytes: bytes, range: source(node))
        while let found = scanner.next(bytes) {
            if isAttribute(found.name, name) {
                return HTMLEntities.decode(bytes[found.value])
            }
        }
        return nil
    }

    /// Where an attribute's value lies in `bytes`, entities not decoded.
    func attributeBytes(_ name: StaticString, of node: Int) -> Range<Int>? {
        var scanner = HTMLAttributeScanner(bytes: bytes, range: source(node))
        while let found = scanner.next(bytes) {
            if isAttribute(found.name, name) { return found.value }
        }
        return nil
    }

    /// Whether an attribute's name in `bytes` is `name` (lower case).
    func isAttribute(_ range: Range<Int>, _ name: StaticString) -> Bool {
        guard range.count == name.utf8CodeUnitCount else { return false }
        return name.withUTF8Buffer { wanted in
            for (index, byte) in wanted.enumerated() where bytes[range.lowerBound + index].lowered != byte {
                return false
            }
            return true
        }
    }
}

/// Goes through the attributes of a start tag.
struct HTMLAttributeScanner {
    private var position: Int
    private let end: Int

    init(bytes: [UInt8], range: Range<Int>) {
        position = range.lowerBound
        end = range.upperBound
    }

    /// The next attribute's name and value as written; an empty value where there is none.
    mutating func next(_ bytes: [UInt8]) -> (name: Range<Int>, value: Range<Int>)? {
        while position < end, bytes[position].isSpace || bytes[position] == 0x2F { position += 1 }
        guard position < end else { return nil }
        let nameStart = position
        position += 1
        while position < end, !bytes[position].isSpace, bytes[position] != 0x3D, bytes[position] != 0x2F {
            position += 1
        }
        let name = nameStart..<position
        while position < end, bytes[position].isSpace { position += 1 }
        guard position < end, bytes[position] == 0x3D else { return (name, position..<position) }
        position += 1
        while position < end, bytes[position].isSpace { position += 1 }
        guard position < end else { return (name, position..<position) }
        let quote = bytes[position]
        if quote == 0x22 || quote == 0x27 {
            let start = position + 1
            position = start
            while position < end, bytes[position] != quote { position += 1 }
            defer { position += 1 }
            return (name, start..<position)
        }
        let start = position
        while position < end, !bytes[position].isSpace { position += 1 }
        return (name, start..<position)
    }
}
