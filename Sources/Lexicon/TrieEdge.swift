import Tokens

/// An edge of a trie over hashed words: the node it leaves and the word it is for.
package struct TrieEdge: Hashable, Sendable {
    package let node: Int32
    package let word: StringKey

    package init(node: Int32, word: StringKey) {
        self.node = node
        self.word = word
    }

    package func hash(into hasher: inout Hasher) { hasher.combine(joint) }

    /// As for `StringKey`.
    package func _rawHashValue(seed: Int) -> Int { joint._rawHashValue(seed: seed) }

    private var joint: StringKey {
        StringKey(value: word.value &+ UInt64(UInt32(bitPattern: node)) &* 0xD6E8_FEB8_6659_FD93)
    }
}
