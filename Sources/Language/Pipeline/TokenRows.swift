import Neural

/// The tokens of a text's parts, one a row, with rows of padding between the parts, as the model computes them.
struct TokenRows {
    /// A row of padding holds an empty token.
    private(set) var raw: [RawToken] = []
    /// What tells distinct tokens apart; `TokenEncoder.padding` for padding.
    private(set) var cacheKeys: [UInt64] = []
    private(set) var isSpace: [Bool] = []
    /// Rows of each part.
    private(set) var parts: [Range<Int>] = []
    private var scratch: [RawToken] = []

    mutating func removeAll() {
        raw.removeAll(keepingCapacity: true)
        cacheKeys.removeAll(keepingCapacity: true)
        isSpace.removeAll(keepingCapacity: true)
        parts.removeAll(keepingCapacity: true)
    }

    /// Tokenizes a part of the text and appends its rows.
    mutating func append(
        _ part: Range<Int>, of bytes: [UInt8], _ tokenizer: Tokenizer, _ workspace: TokenizerWorkspace, separation: Int
    ) {
        if !raw.isEmpty {
            for _ in 0..<separation {
                raw.append(RawToken(start: 0, end: 0, norm: 0, lexeme: 0, spaceAfter: false))
                cacheKeys.append(TokenEncoder.padding)
                isSpace.append(false)
            }
        }
        let whole = part == 0..<bytes.count
        tokenizer.tokenize(whole ? bytes : Array(bytes[part]), into: &scratch, workspace: workspace)
        let first = raw.count
        for var token in scratch {
            token.start += part.lowerBound
            token.end += part.lowerBound
            let lexeme = workspace.lexemes[token.lexeme]
            // Equal spelling, norm and space after make equal attributes.
            var key = lexeme.orth ^ (token.norm &* 0x9e37_79b9_7f4a_7c15)
            if token.spaceAfter { key = ~key }
            raw.append(token)
            cacheKeys.append(key == TokenEncoder.padding ? 1 : key)
            isSpace.append(lexeme.isSpace)
        }
        parts.append(first..<raw.count)
    }
}
