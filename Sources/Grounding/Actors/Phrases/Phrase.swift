import Tokens

/// A phrase divided into items: names and words that the knowledge has, and words that it has not.
struct Phrase: Sendable {
    struct Item: Sendable, Equatable {
        let words: Range<Int>
        /// Indices into `ActorKnowledge.senses`; empty for a word that the knowledge does not have.
        let senses: [Int32]
    }
    /// What a preposition or clause word begins, as far as an actor is concerned.
    enum Link: Sendable, Equatable {
        /// `of`, `from`: whose or whence the actor is.
        case of
        /// `for`: whom the actor works for.
        case `for`
        /// `in`, `at`: where the actor is.
        case at
        /// Everything else, which names somebody or something other than the actor.
        case other
    }
    let words: [Word]
    let items: [Item]

    /// Divides words of a text into items, the longest name first, from left to right.
    init(_ words: [Word], in range: Range<Int>, knowledge: ActorKnowledge, ignoresCase: Bool = false) {
        self.words = words
        var items: [Item] = []
        var at = range.lowerBound
        while at < range.upperBound {
            let match = Phrase.match(words, at: at, before: range.upperBound, knowledge, ignoresCase)
            let item = match.map { Item(words: $0.range, senses: $0.senses) } ?? Item(words: at..<at + 1, senses: [])
            items.append(item)
            at = item.words.upperBound
        }
        self.items = items
    }

    /// The longest name that begins at a word, unless a proper name that begins inside it goes further: "the opposition
    /// Movement for Change" is no "opposition movement".
    private static func match(
        _ words: [Word], at start: Int, before end: Int, _ knowledge: ActorKnowledge, _ ignoresCase: Bool
    ) -> NameTrie.Match? {
        let matches = knowledge.trie.matches(words, at: start, before: end, ignoresCase: ignoresCase)
        guard let longest = matches.first, longest.range.count > 1,
            longest.senses.allSatisfy({ knowledge.senses[Int($0)].kind == .agent })
        else { return matches.first }
        for inside in longest.range.dropFirst() where words[inside].capitalised {
            if let proper = knowledge.trie.matches(
                words, at: inside, before: words.count, ignoresCase: ignoresCase
            ).first,
                proper.range.upperBound > longest.range.upperBound, proper.range.upperBound <= end
            {
                return matches.first { $0.range.upperBound <= inside }
            }
        }
        return longest
    }

    /// The link an item is, if it is one.
    func link(_ item: Int) -> Link? {
        guard items[item].senses.isEmpty, items[item].words.count == 1 else { return nil }
        return Phrase.links[words[items[item].words.lowerBound].key]
    }

    func isKind(_ item: Int, _ kind: Word.Kind) -> Bool { words[items[item].words.lowerBound].kind == kind }

    func word(_ item: Int) -> Word { words[items[item].words.lowerBound] }

    static let links: [StringKey: Link] = {
        var links: [StringKey: Link] = [:]
        for word in ["of", "from"] { links[StringKey(word)] = .of }
        links[StringKey("for")] = .for
        for word in ["in", "at", "inside", "based"] { links[StringKey(word)] = .at }
        for word in [
            "to", "by", "with", "against", "on", "near", "between", "over", "about", "into", "under", "who", "that",
            "which", "whose", "as", "during", "after", "before", "along", "across", "outside", "around", "including",
            "among", "whom", "where", "behind", "without",
        ] { links[StringKey(word)] = .other }
        return links
    }()

    static let determiners: Set<StringKey> = Set(
        [
            "a", "an", "the", "this", "that", "these", "those", "some", "any", "all", "both", "each", "every", "no",
            "his",
            "her", "its", "their", "our", "my", "your", "another", "other", "several", "many", "few", "more", "most",
        ]
        .map { StringKey($0) })

    /// Words that stand before a number.
    static let quantities: Set<StringKey> = Set(
        [
            "about", "around", "approximately", "nearly", "almost", "over", "under", "at", "least", "more", "less",
            "fewer", "than", "up", "to", "as", "many", "some", "only", "just", "roughly", "one", "two", "three", "four",
            "five", "six", "seven", "eight", "nine", "ten", "dozen", "hundred", "thousand", "million",
        ].map { StringKey($0) })

    static let and: Set<StringKey> = Set(["and", "or", "&"].map { StringKey($0) })
}
