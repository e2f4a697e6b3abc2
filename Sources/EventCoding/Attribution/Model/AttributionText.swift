import Tokens

/// A Doc as the attribution model's features see it: each property of each token as one number, in flat arrays.
package final class AttributionText: Sendable {
    package let doc: Doc
    package let marks: QuotationMarks
    let lexicon: AttributionLexicon
    let lemma: [UInt64]
    let lower: [UInt64]
    let tag: [UInt64]
    let pos: [UInt64]
    let dep: [UInt64]
    /// Named-entity label, 0 outside.
    let entity: [UInt64]
    /// The kind of act, and the nature of a source, that the lexicon gives the lemma; 0 for none.
    let act: [UInt64]
    let nature: [UInt64]
    let head: [Int]
    /// First and last token of each subtree.
    let left: [Int]
    let right: [Int]
    /// The head of the largest constituent that begins (ends) at a token, the token itself when there is none.
    let opening: [Int]
    let closing: [Int]
    /// Index of the sentence of each token.
    let sentence: [Int]
    /// For each sentence its last token, and its last but for final punctuation and closing marks.
    let lastToken: [Int]
    let lastWord: [Int]
    /// Whether a paragraph begins at the token.
    let paragraph: [Bool]
    /// Whether the token lies in the report's first paragraph, as a headline does.
    let headline: [Bool]
    /// Whether a boundary before the token would cut a phrase that hardly any span cuts: between a determiner and its
    /// noun, between the parts of a name.
    let isBound: [Bool]
    /// How many of the tokens before a position are commas, verbs, or begin a sentence outside quotation marks.
    let commas: [Int]
    let verbs: [Int]
    let unquotedSentences: [Int]

    package init(_ doc: Doc, lexicon: AttributionLexicon) {
        let tokens = doc.tokens
        let marks = QuotationMarks(in: doc)
        self.doc = doc
        self.marks = marks
        self.lexicon = lexicon
        // By index: a token copied out of the array would have its strings counted.
        lemma = tokens.indices.map { tokens[$0].lemmaKey.value }
        lower = tokens.indices.map { tokens[$0].lowerKey.value }
        tag = tokens.indices.map { UInt64(tokens[$0].tag.number) }
        pos = tokens.indices.map { UInt64(tokens[$0].pos.number) }
        dep = tokens.indices.map { UInt64(tokens[$0].dep.number) }
        entity = tokens.indices.map { UInt64(tokens[$0].entity.label?.number ?? 0) }
        act = lemma.map { lexicon.act(ofLemma: StringKey(value: $0)) }
        nature = lemma.map { lexicon.nature(ofLemma: StringKey(value: $0)) }
        head = tokens.indices.map { tokens[$0].head }

        let subtrees = tokens.indices.map { doc.subtree(of: $0) }
        left = subtrees.map(\.lowerBound)
        right = subtrees.map { $0.upperBound - 1 }
        var opening = Array(tokens.indices)
        var closing = opening
        for (token, subtree) in subtrees.enumerated() {
            let first = subtree.lowerBound
            if subtrees[opening[first]].count < subtree.count { opening[first] = token }
            let last = subtree.upperBound - 1
            if subtrees[closing[last]].count < subtree.count { closing[last] = token }
        }
        self.opening = opening
        self.closing = closing

        var sentence = [Int](repeating: 0, count: doc.count)
        var lastToken: [Int] = []
        var lastWord: [Int] = []
        for (index, range) in doc.sentences.enumerated() {
            for token in range { sentence[token] = index }
            var last = range.upperBound - 1
            while last > range.lowerBound, tokens[last].pos == .space { last -= 1 }
            lastToken.append(last)
            while last > range.lowerBound,
                tokens[last].pos == .space || tokens[last].tag == .sentenceEnd || marks.edge(at: last) == .closing
            {
                last -= 1
            }
            lastWord.append(last)
        }
        self.sentence = sentence
        self.lastToken = lastToken
        self.lastWord = lastWord

        let paragraph = tokens.indices.map { doc.beginsParagraph($0) }
        let second = paragraph.firstIndex(of: true) ?? doc.count
        self.paragraph = paragraph
        headline = tokens.indices.map { $0 < second }
        isBound = tokens.indices.map { AttributionText.isBound($0, in: doc) }

        var commas = [0]
        var verbs = [0]
        var unquoted = [0]
        for index in tokens.indices {
            commas.append(commas[index] + (tokens[index].tag == .comma ? 1 : 0))
            verbs.append(verbs[index] + (tokens[index].pos == .verb ? 1 : 0))
            let isQuoted = marks.number(at: index) > 0 && marks.number(at: index) == marks.number(at: index - 1)
            let begins = index > 0 && sentence[index] != sentence[index - 1]
            unquoted.append(unquoted[index] + (begins && !isQuoted ? 1 : 0))
        }
        self.commas = commas
        self.verbs = verbs
        unquotedSentences = unquoted
    }

    private static func isBound(_ token: Int, in doc: Doc) -> Bool {
        guard token > 0 else { return false }
        let governor = doc.tokens[token - 1].head
        if governor >= token {
            switch doc.tokens[token - 1].dep {
            case .det, .compound, .nummod, .auxpass, .quantmod, .predet: return true
            case .amod, .aux, .poss: return governor == token
            default: break
            }
        }
        let dep = doc.tokens[token].dep
        return doc.tokens[token].head == token - 1 && (dep == .case || dep == .neg)
    }

    /// A property of a token, or `none` outside the text.
    @inline(__always)
    func at(_ values: [UInt64], _ token: Int, none: UInt64 = 0xFFFF) -> UInt64 {
        token >= 0 && token < values.count ? values[token] : none
    }

    /// 1 for the opening mark of a quotation, 2 for its closing one, 0 otherwise.
    @inline(__always)
    func mark(_ token: Int) -> UInt64 { marks.edge(at: token).rawValue }

    /// How a token hangs on another: its label when it is a child, a mark of depth with its head's label when it is a
    /// grandchild, a mark with its label when they share their head, 0 otherwise.
    func relation(_ token: Int, to other: Int) -> UInt64 {
        guard token >= 0, token < doc.count else { return 0xFFFE }
        let parent = head[token]
        if token == other { return 0xFFFD }
        if parent == other { return dep[token] }
        if head[parent] == other { return 0x100 + dep[parent] }
        if parent != token, head[other] == parent { return 0x200 + dep[token] }
        return 0
    }
}

/// Distances in classes: exact to 6, then wider and wider; the sign is kept.
@inline(__always)
func distanceClass(_ distance: Int) -> UInt64 {
    let size = abs(distance)
    let bucket =
        switch size {
        case ...6: size
        case ...8: 7
        case ...11: 8
        case ...15: 9
        case ...20: 10
        case ...30: 11
        case ...50: 12
        default: 13
        }
    return UInt64(bucket) + (distance < 0 ? 64 : 0)
}
