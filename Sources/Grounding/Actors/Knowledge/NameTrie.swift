import Lexicon
import Tokens

/// Names, word by word, to senses: a trie over folded words, built once and read by all workers.
struct NameTrie: Sendable {
    struct Value: Sendable, Equatable {
        let sense: Int32
        let casing: Casing
    }
    /// A name found: words `range`, and what it can stand for.
    struct Match: Sendable, Equatable {
        let range: Range<Int>
        let senses: [Int32]
    }
    private var edges: [TrieEdge: Int32] = [:]
    private var values: [[Value]] = [[]]

    mutating func insert(_ words: [Word], _ value: Value) {
        guard !words.isEmpty else { return }
        var node: Int32 = 0
        for word in words {
            let edge = TrieEdge(node: node, word: word.key)
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
            guard let next = edges[TrieEdge(node: node, word: word.key)] else { return [] }
            node = next
        }
        return values[Int(node)]
    }

    /// Every name that begins at a word and ends before another, the longest first.
    func matches(_ words: [Word], at start: Int, before end: Int, ignoresCase: Bool = false) -> [Match] {
        var node: Int32 = 0
        var found: [Match] = []
        var at = start
        while at < end, let next = edges[TrieEdge(node: node, word: words[at].key)] {
            node = next
            at += 1
            if values[Int(node)].isEmpty { continue }
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
