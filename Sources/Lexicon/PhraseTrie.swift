import Tokens

/// Phrases of hashed words with a value each, found at a position of a Doc in one walk: costs as many look-ups as the
/// longest phrase begun has words, however many phrases there are.
package struct PhraseTrie<Value: Sendable>: Sendable {
    private var edges: [TrieEdge: Int32] = [:]
    private var values: [Value?] = [nil]

    package init() {}

    /// - Returns: the value that was there.
    @discardableResult
    package mutating func insert(_ words: [StringKey], _ value: Value) -> Value? {
        var node: Int32 = 0
        for word in words {
            let edge = TrieEdge(node: node, word: word)
            if let next = edges[edge] {
                node = next
            } else {
                edges[edge] = Int32(values.count)
                node = Int32(values.count)
                values.append(nil)
            }
        }
        defer { values[Int(node)] = value }
        return values[Int(node)]
    }

    /// The longest phrase that begins at a token; each word may match by lemma or by form.
    package func longest(at start: Int, in doc: Doc) -> (length: Int, value: Value)? {
        var node: Int32 = 0
        var found: (length: Int, value: Value)?
        var position = start
        while position < doc.count {
            guard
                let next = edges[TrieEdge(node: node, word: doc.tokens[position].lemmaKey)]
                    ?? edges[TrieEdge(node: node, word: doc.tokens[position].lowerKey)]
            else { break }
            node = next
            position += 1
            if let value = values[Int(node)] { found = (position - start, value) }
        }
        return found
    }
}
