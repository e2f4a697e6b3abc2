/// Exceptions that affix rules take apart, as the sequences of tokens they become: a trie over word keys.
///
/// Splitting "(he's)" must give the tokens of the exception "he's" wherever they ended up, so after splitting, the
/// tokens are searched for these sequences and the exception's own tokens put in their place.
struct ExceptionPhrases: Sendable {
    /// A run of tokens that spells some sequence.
    struct Match: Equatable {
        let start: Int
        let end: Int
    }

    private struct Edge: Hashable {
        let node: Int32
        let orth: UInt64
    }

    private var edges: [Edge: Int32] = [:]
    private var isEnd: [Bool] = [false]

    init(_ splitter: ChunkSplitter, workspace: RegexWorkspace) {
        for tokens in splitter.rules.allExceptions {
            let word = tokens.flatMap(\.text)
            word.withUnsafeBufferPointer { word in
                let isNeeded =
                    !splitter.rules.fasterHeuristics || word.contains(0x20)
                    || splitter.hasAffix(word, workspace: workspace)
                guard isNeeded else { return }
                var keys: [UInt64] = []
                WhiteSpace.forEachChunk(in: word) { chunk, _ in
                    let bytes = UnsafeBufferPointer(rebasing: word[chunk])
                    for piece in splitter.split(bytes, useExceptions: false, workspace: workspace) {
                        keys.append(StringStore.key(UnsafeBufferPointer(rebasing: bytes[piece.range]).span))
                    }
                }
                add(keys)
            }
        }
    }

    private mutating func add(_ keys: [UInt64]) {
        var node: Int32 = 0
        for key in keys {
            let edge = Edge(node: node, orth: key)
            if let next = edges[edge] {
                node = next
            } else {
                let next = Int32(isEnd.count)
                isEnd.append(false)
                edges[edge] = next
                node = next
            }
        }
        isEnd[Int(node)] = true
    }

    /// The node reached by a word from a node; from the root when none is given.
    func next(_ node: Int32 = 0, _ orth: UInt64) -> Int32? { edges[Edge(node: node, orth: orth)] }

    func endsPhrase(_ node: Int32) -> Bool { isEnd[Int(node)] }

    /// Those of all matches that stand: longer before shorter, earlier before later; a match that touches a token of
    /// one considered before falls out, whether that one stood or not. In the order of the text.
    static func filter(_ matches: [Match], tokenCount: Int) -> [Match] {
        let ranked = matches.sorted { ($1.end - $1.start, $0.start) < ($0.end - $0.start, $1.start) }
        var seen = [Bool](repeating: false, count: tokenCount)
        var kept: [Match] = []
        for match in ranked {
            if !seen[match.start], !seen[match.end - 1] { kept.append(match) }
            for token in match.start..<match.end { seen[token] = true }
        }
        return kept.sorted { $0.start < $1.start }
    }
}
