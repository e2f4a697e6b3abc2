/// Normal forms of words, by the word's key: the model's own (`lexeme_norm`) and those spaCy gives every language.
package struct NormTable: Sendable {
    private let norms: [UInt64: UInt64]

    /// - Parameter lexemeNorm: normal forms by the key of the word; they go before the general ones.
    package init(lexemeNorm: [UInt64: String] = [:]) {
        var norms: [UInt64: UInt64] = [:]
        for (norm, words) in Self.punctuation {
            for word in words.split(separator: " ") { norms[StringStore.key(String(word))] = StringStore.key(norm) }
        }
        for (word, norm) in lexemeNorm { norms[word] = StringStore.key(norm) }
        self.norms = norms
    }

    /// The key of the normal form, or nil when it is the lower-case form.
    subscript(orth: UInt64) -> UInt64? { norms[orth] }

    /// Marks written in several ways, and the one that stands for all of them.
    private static let punctuation: [(norm: String, words: String)] = [
        ("'s", "'s 'S ’s ’S"),
        ("'", "’ ‘ ´ `"),
        ("\"", "” “ '' `` ´´ „ » « ‘‘ ’’"),
        ("?", "？"), ("!", "！"), (",", "，"), (";", "；"), (":", "："), (".", "。 ।"), ("...", "…"),
        ("-", "— – -- --- ——"),
        ("$", "€ £ ¥ ฿ US$ C$ A$ ₺ ₹ ৳ ₩ Mex$ ₣ E£"),
    ]
}
