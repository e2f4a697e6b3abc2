import Lexicon
import TestSupport
import Testing
import Tokens

struct PhraseTrieTests {
    private let doc = Result {
        try handBuiltDoc(
            """
            Peace peace NN compound 2
            talks talk NNS nsubj 3
            ended end VBD ROOT 0
            """)
    }

    private func trie(_ phrases: [String]) -> PhraseTrie<String> {
        var trie = PhraseTrie<String>()
        for phrase in phrases { trie.insert(phrase.split(separator: " ").map { StringKey(String($0)) }, phrase) }
        return trie
    }

    @Test func theLongestPhraseIsFoundByLemmaOrForm() throws {
        let doc = try doc.get()
        let found = trie(["peace", "peace talk", "talks"]).longest(at: 0, in: doc)
        #expect(found?.value == "peace talk")
        #expect(found?.length == 2)
        #expect(trie(["talks"]).longest(at: 1, in: doc)?.value == "talks")
    }

    @Test func aPhraseThatOnlyBeginsIsNotFound() throws {
        #expect(try trie(["peace process"]).longest(at: 0, in: doc.get()) == nil)
        #expect(try trie(["ended badly"]).longest(at: 2, in: doc.get()) == nil)
    }
}
