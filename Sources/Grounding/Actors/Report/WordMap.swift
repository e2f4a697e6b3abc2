import Tokens

/// The words of a Doc beside its tokens: which words a token range holds.
struct WordMap: Sendable {
    let words: [Word]
    /// `first[t]` is the first word that begins at or after token t; one more entry than tokens.
    private let first: [Int]
    /// The token that holds the beginning of each word.
    private let tokenOfWord: [Int]

    init(_ doc: Doc) {
        words = Word.scan(doc.text)
        var first: [Int] = []
        first.reserveCapacity(doc.count + 1)
        var tokenOfWord = [Int](repeating: 0, count: words.count)
        var word = 0
        for index in doc.tokens.indices {
            let start = doc.tokens[index].start
            while word < words.count, words[word].bytes.lowerBound < start {
                tokenOfWord[word] = max(0, index - 1)
                word += 1
            }
            first.append(word)
        }
        while word < words.count {
            tokenOfWord[word] = max(0, doc.count - 1)
            word += 1
        }
        first.append(words.count)
        self.first = first
        self.tokenOfWord = tokenOfWord
    }

    func words(of tokens: Range<Int>) -> Range<Int> { first[tokens.lowerBound]..<first[tokens.upperBound] }

    func token(ofWord word: Int) -> Int { tokenOfWord[word] }

    func tokens(of words: Range<Int>) -> Range<Int> {
        words.isEmpty ? 0..<0 : tokenOfWord[words.lowerBound]..<tokenOfWord[words.upperBound - 1] + 1
    }
}
