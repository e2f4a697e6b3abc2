import Tokens

/// What tagger, parser, attribute ruler and lemmatizer say about one token.
package struct TokenAnnotation: Sendable, Equatable {
    package var tag: PennTag
    package var dep: Dependency
    package var pos: PartOfSpeech
    /// Number in `AttributeRuler.morphologies`; 0 for no features.
    package var morph: Int
    /// Nil until the attribute ruler or the lemmatizer sets it.
    package var lemma: Lemma?

    package init(tag: PennTag, dep: Dependency) {
        self.tag = tag
        self.dep = dep
        pos = .none
        morph = 0
        lemma = nil
    }
}

/// A base form, with the hash lexicons compare.
package struct Lemma: Sendable, Equatable {
    package let text: String
    package let hash: StringKey

    package init(_ text: String) {
        self.text = text
        hash = StringKey(text)
    }
}
