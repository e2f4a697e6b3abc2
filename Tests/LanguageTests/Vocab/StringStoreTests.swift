import Testing

@testable import Language

@Suite struct StringStoreTests {
    @Test(
        "keys are spaCy's: a hash, or the number of a reserved name",
        arguments: [
            ("", 0), ("said", 17_573_686_707_662_795_042), ("naïve", 16_224_804_062_388_677_344), ("FLAG19", 19),
            ("X", 101), ("DEPRECATED276", 379), ("ORG", 383), ("mark", 423), ("_", 456),
        ] as [(String, UInt64)])
    func keys(text: String, key: UInt64) {
        #expect(StringStore.key(text) == key)
        #expect(StringStore.key(Array(text.utf8).span) == key)
    }
}
