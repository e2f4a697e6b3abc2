import Tokens

/// Names, word by word, to senses: a trie over folded words, built once and read by all workers.
struct NameTrie: Sendable {
    private struct Edge: Hashable {
        let node: Int32
        let key: StringKey
    }
    struct Value: Sendable, Equatable {
        let sense: Int32
        let casing: Casing
    }
    /// A name found: words `range`, and what it can stand for.
    struct Match: Sendable, Equatable {
        let range: Range<Int>
        let senses: [Int32]
    }
    private var edges: [Edge: Int32] = [:]
    private var values: [[Value]] = [[]]

    mutating func insert(_ words: [Word], _ value: Value) {
        guard !words.isEmpty else { return }
        var node: Int32 = 0
        for word in words {
            let edge = Edge(node: node, key: word.key)
            if let next = edges[edge] {
                node = next
            } else {
                let next = Int32(values.count)
                edges[edge] = next
                values.append([])
                node = next
            }
        }
        if !values[Int(node)].contains(where: { $0.sense == value.sense }) { values[Int(node)].append(value) }
    }

    /// Whether exactly these words are a name.
    func values(of words: [Word]) -> [Value] {
        var node: Int32 = 0
        for word in words {
            guard let next = edges[Edge(node: node, key: word.key)] else { return [] }
            node = next
        }
        return values[Int(node)]
    }

    /// Every name that begins at a word, the longest first.
    func matches(_ words: [Word], at start: Int, ignoresCase: Bool = false) -> [Match] {
        var node: Int32 = 0
        var found: [Match] = []
        var at = start
        while at < words.count, let next = edges[Edge(node: node, key: words[at].key)] {
            node = next
            at += 1
            let senses = values[Int(node)].compactMap { value in
                fits(value.casing, words[start], ignoresCase) ? value.sense : nil
            }
            if !senses.isEmpty { found.append(Match(range: start..<at, senses: senses)) }
        }
        return found.reversed()
    }

    private func fits(_ casing: Casing, _ first: Word, _ ignoresCase: Bool) -> Bool {
        switch casing {
        case .any: true
        case .capitalised: ignoresCase || first.capitalised || first.kind == .number
        case .upper: first.upper || first.kind == .number
        }
    }
}
