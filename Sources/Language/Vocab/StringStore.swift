import Tokens

/// spaCy's `StringStore`, as far as it is needed: from a string to its 64-bit key.
///
/// The key is the string's hash, except for the names spaCy reserves (attributes, parts of speech, entity types,
/// dependency labels): those have small fixed numbers. So the word "mark" has key 423, and the shape "X" key 101.
package enum StringStore {
    package static func key(_ string: String) -> UInt64 {
        let hash = StringKey(string).value
        return symbols[hash] ?? hash
    }

    package static func key(_ bytes: Span<UInt8>) -> UInt64 {
        let hash = StringKey(utf8: bytes).value
        return symbols[hash] ?? hash
    }

    /// Numbers of the reserved names, by the hash of the name.
    private static let symbols: [UInt64: UInt64] = {
        var numbers: [UInt64: UInt64] = [:]
        for (number, name) in symbolNames.enumerated() where !name.isEmpty {
            numbers[StringKey(name).value] = UInt64(number)
        }
        return numbers
    }()

    /// Every name in the order of its number, as spaCy 3 numbers them.
    private static let symbolNames: [String] =
        words(
            """
            IS_ALPHA IS_ASCII IS_DIGIT IS_LOWER IS_PUNCT IS_SPACE IS_TITLE IS_UPPER LIKE_URL LIKE_NUM LIKE_EMAIL IS_STOP
            IS_OOV_DEPRECATED IS_BRACKET IS_QUOTE IS_LEFT_PUNCT IS_RIGHT_PUNCT IS_CURRENCY
            """, after: [""])
        + (19...63).map { "FLAG\($0)" }
        + words(
            """
            ID ORTH LOWER NORM SHAPE PREFIX SUFFIX LENGTH CLUSTER LEMMA POS TAG DEP ENT_IOB ENT_TYPE HEAD SENT_START
            SPACY PROB LANG ADJ ADP ADV AUX CONJ CCONJ DET INTJ NOUN NUM PART PRON PROPN PUNCT SCONJ SYM VERB X EOL SPACE
            """)
        + (1...276).map { "DEPRECATED" + String(repeating: "0", count: 3 - "\($0)".utf8.count) + "\($0)" }
        + words(
            """
            PERSON NORP FACILITY ORG GPE LOC PRODUCT EVENT WORK_OF_ART LANGUAGE LAW DATE TIME PERCENT MONEY QUANTITY
            ORDINAL CARDINAL acomp advcl advmod agent amod appos attr aux auxpass cc ccomp complm conj cop csubj csubjpass
            dep det dobj expl hmod hyph infmod intj iobj mark meta neg nmod nn npadvmod nsubj nsubjpass num number oprd obj
            obl parataxis partmod pcomp pobj poss possessive preconj prep prt punct quantmod relcl rcmod root xcomp acl
            ENT_KB_ID MORPH ENT_ID IDX _
            """)

    private static func words(_ text: String, after first: [String] = []) -> [String] {
        first + text.split(whereSeparator: \.isWhitespace).map(String.init)
    }
}
