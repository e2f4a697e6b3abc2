/// One token of a `Doc`, with what the language engine found out about it.
///
/// Tokens lie in one flat array; `head` is an index into it. Strings of up to 15 UTF-8 bytes live inside the value, so
/// `lower` and `lemma` cost no allocation for nearly every English word. The keys are 64-bit hashes of the same
/// strings, for lexicons that look words up without comparing text.
package struct Token: Sendable, Equatable {
    /// UTF-8 byte offsets into the text, half open.
    package var start: Int
    package var end: Int
    /// Whether a single space follows that belongs to no token.
    package var spaceAfter: Bool
    package var lower: String
    package var lemma: String
    package var lowerKey: StringKey
    package var lemmaKey: StringKey
    package var tag: PennTag
    package var pos: PartOfSpeech
    /// Universal features, `Number=Sing|Person=3`; empty when there are none.
    package var morph: String
    /// Index of the syntactic head; a root is its own head.
    package var head: Int
    package var dep: Dependency
    package var startsSentence: Bool
    package var entity: EntityTag

    package init(
        start: Int, end: Int, spaceAfter: Bool, lower: String, lemma: String, tag: PennTag = .none,
        pos: PartOfSpeech = .none, morph: String = "", head: Int, dep: Dependency = .none,
        startsSentence: Bool = false, entity: EntityTag = .outside
    ) {
        self.init(
            start: start, end: end, spaceAfter: spaceAfter, lower: lower, lowerKey: StringKey(lower), lemma: lemma,
            lemmaKey: StringKey(lemma), tag: tag, pos: pos, morph: morph, head: head, dep: dep,
            startsSentence: startsSentence, entity: entity)
    }

    /// With keys that are known already; they must be the keys of `lower` and `lemma`.
    package init(
        start: Int, end: Int, spaceAfter: Bool, lower: String, lowerKey: StringKey, lemma: String,
        lemmaKey: StringKey, tag: PennTag, pos: PartOfSpeech, morph: String, head: Int, dep: Dependency,
        startsSentence: Bool, entity: EntityTag
    ) {
        self.start = start
        self.end = end
        self.spaceAfter = spaceAfter
        self.lower = lower
        self.lemma = lemma
        self.lowerKey = lowerKey
        self.lemmaKey = lemmaKey
        self.tag = tag
        self.pos = pos
        self.morph = morph
        self.head = head
        self.dep = dep
        self.startsSentence = startsSentence
        self.entity = entity
    }
}

/// Where a token stands in a named entity (IOB).
package enum EntityTag: Sendable, Equatable {
    case outside
    case begin(EntityLabel)
    case inside(EntityLabel)

    package var label: EntityLabel? {
        switch self {
        case .outside: nil
        case .begin(let label), .inside(let label): label
        }
    }
}
