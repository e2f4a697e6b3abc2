/// One worker's memory of the words and chunks it has met, and the scratch space of its tokenizing.
///
/// Its size is bounded: chunks are forgotten when there are too many, lexemes by `evictIfFull`.
package final class TokenizerWorkspace {
    package let lexemes: LexemeTable
    let regex = RegexWorkspace()

    /// A token of a chunk met before.
    struct ChunkToken {
        /// In bytes.
        let length: Int
        let lexeme: Int
        let norm: UInt64
    }

    private var chunks = ByteStringTable(minimumCapacity: 1 << 14)
    /// Tokens of chunk i: `chunkTokens[chunkEnds[i]..<chunkEnds[i + 1]]`.
    private var chunkTokens: [ChunkToken] = []
    private var chunkEnds: [Int] = [0]
    /// By lexeme: the node of `ExceptionPhrases` it leads to from the root, 0 for none.
    private var phraseStarts: [Int32] = []

    private let lexemeCapacity: Int
    private let chunkCapacity: Int
    /// Longer chunks are hardly ever met twice.
    private static let longestChunk = 128

    /// - Parameters:
    ///   - lexemeCapacity: lexemes kept from one text to the next.
    ///   - chunkCapacity: chunks whose tokens are kept.
    init(norms: NormTable, lexemeCapacity: Int = 1 << 17, chunkCapacity: Int = 1 << 16) {
        lexemes = LexemeTable(norms: norms)
        self.lexemeCapacity = lexemeCapacity
        self.chunkCapacity = chunkCapacity
    }

    /// Forgets all lexemes when there are too many. Between texts only: numbers given out before are void afterwards,
    /// and `lexemes.generation` has changed.
    package func evictIfFull() {
        guard lexemes.count >= lexemeCapacity else { return }
        forgetChunks()
        lexemes.removeAll()
        phraseStarts.removeAll(keepingCapacity: true)
    }

    /// Appends the tokens of a chunk that begins at `start` of the text.
    @inline(__always)
    func appendTokens(
        of chunk: UnsafeBufferPointer<UInt8>, at start: Int, spaceAfter: Bool, to tokens: inout [RawToken],
        tokenizer: Tokenizer
    ) {
        let key = chunk.span.bytes
        let hash = ByteStringTable.hash(key)
        let number = chunks.find(key, hash: hash) ?? split(chunk, hash: hash, tokenizer)
        var position = start
        for index in chunkEnds[number]..<chunkEnds[number + 1] {
            let token = chunkTokens[index]
            tokens.append(
                RawToken(
                    start: position, end: position + token.length, norm: token.norm, lexeme: token.lexeme,
                    spaceAfter: false))
            position += token.length
        }
        if spaceAfter { tokens[tokens.count - 1].spaceAfter = true }
    }

    /// Splits a chunk that is new and keeps the result as the last.
    private func split(_ chunk: UnsafeBufferPointer<UInt8>, hash: UInt64, _ tokenizer: Tokenizer) -> Int {
        if chunks.count >= chunkCapacity { forgetChunks() }
        if chunks.count < chunkEnds.count - 1 {
            // The last one was too long to be kept.
            chunkEnds.removeLast()
            chunkTokens.removeSubrange(chunkEnds[chunkEnds.count - 1]...)
        }
        for piece in tokenizer.splitter.split(chunk, workspace: regex) {
            let lexeme = self.lexeme(UnsafeBufferPointer(rebasing: chunk[piece.range]).span, tokenizer)
            chunkTokens.append(
                ChunkToken(
                    length: piece.range.count, lexeme: lexeme, norm: piece.norm ?? lexemes[lexeme].normKey))
        }
        chunkEnds.append(chunkTokens.count)
        guard chunk.count <= Self.longestChunk else { return chunkEnds.count - 2 }
        return chunks.insert(chunk.span.bytes, hash: hash)
    }

    func lexeme(_ word: Span<UInt8>, _ tokenizer: Tokenizer) -> Int {
        let index = lexemes.index(of: word)
        if index == phraseStarts.count { phraseStarts.append(tokenizer.phrases.next(0, lexemes[index].orth) ?? 0) }
        return index
    }

    /// The node of the exceptions' trie that a lexeme leads to, 0 for none.
    func phraseStart(_ lexeme: Int) -> Int32 { phraseStarts[lexeme] }

    private func forgetChunks() {
        chunks.removeAll()
        chunkTokens.removeAll(keepingCapacity: true)
        chunkEnds.removeAll(keepingCapacity: true)
        chunkEnds.append(0)
    }
}
