import Foundation

/// spaCy's rule-based tokenizer with the rules of a published pipeline. Immutable, shared by all workers; each brings
/// a `TokenizerWorkspace`.
package struct Tokenizer: Sendable {
    let splitter: ChunkSplitter
    let phrases: ExceptionPhrases
    private let norms: NormTable

    /// - Parameters:
    ///   - url: the pipeline's `tokenizer` file.
    ///   - norms: the vocabulary's normal forms.
    package init(contentsOf url: URL, norms: NormTable) throws(ModelError) {
        let data = try MessagePack.decode(readModelFile(url), file: url.path)
        try self.init(data, file: url.path, norms: norms)
    }

    init(_ data: MessagePack, file: String, norms: NormTable) throws(ModelError) {
        splitter = ChunkSplitter(rules: try TokenizerRules(data, file: file))
        phrases = ExceptionPhrases(splitter, workspace: RegexWorkspace())
        self.norms = norms
    }

    package func makeWorkspace() -> TokenizerWorkspace { TokenizerWorkspace(norms: norms) }

    /// Replaces `tokens` by those of a text.
    ///
    /// Tokens cover the text but for the single spaces after tokens. Lexeme numbers hold until the workspace evicts.
    /// - Parameter text: UTF-8.
    package func tokenize(_ text: [UInt8], into tokens: inout [RawToken], workspace: TokenizerWorkspace) {
        tokens.removeAll(keepingCapacity: true)
        text.withUnsafeBufferPointer { bytes in
            WhiteSpace.forEachChunk(in: bytes) { chunk, spaceAfter in
                workspace.appendTokens(
                    of: UnsafeBufferPointer(rebasing: bytes[chunk]), at: chunk.lowerBound, spaceAfter: spaceAfter,
                    to: &tokens, tokenizer: self)
            }
            applyExceptions(to: &tokens, bytes, workspace)
        }
    }

    /// Puts the tokens of an exception in the place of those that spell it together.
    private func applyExceptions(
        to tokens: inout [RawToken], _ text: UnsafeBufferPointer<UInt8>, _ workspace: TokenizerWorkspace
    ) {
        var matches: [ExceptionPhrases.Match] = []
        for start in tokens.indices {
            var node = workspace.phraseStart(tokens[start].lexeme)
            if node == 0 { continue }
            var end = start + 1
            while true {
                if phrases.endsPhrase(node) { matches.append(.init(start: start, end: end)) }
                guard end < tokens.count,
                    let next = phrases.next(node, workspace.lexemes[tokens[end].lexeme].orth)
                else { break }
                node = next
                end += 1
            }
        }
        if matches.isEmpty { return }
        var result: [RawToken] = []
        result.reserveCapacity(tokens.count)
        var done = 0
        for match in ExceptionPhrases.filter(matches, tokenCount: tokens.count) {
            let first = tokens[match.start]
            let last = tokens[match.end - 1]
            let word = UnsafeBufferPointer(rebasing: text[first.start..<last.end])
            // Tokens with spaces between them spell no exception.
            guard let exception = splitter.rules.exception(for: word.span) else { continue }
            result.append(contentsOf: tokens[done..<match.start])
            var position = first.start
            for token in exception {
                let lexeme = workspace.lexeme(token.text.span, self)
                result.append(
                    RawToken(
                        start: position, end: position + token.text.count,
                        norm: token.norm ?? workspace.lexemes[lexeme].normKey, lexeme: lexeme, spaceAfter: false))
                position += token.text.count
            }
            result[result.count - 1].spaceAfter = last.spaceAfter
            done = match.end
        }
        guard done > 0 else { return }
        result.append(contentsOf: tokens[done...])
        tokens = result
    }
}
