/// A token as the tokenizer makes it, before any annotation.
package struct RawToken: Sendable, Equatable {
    /// UTF-8 byte offsets into the text, half open.
    package var start: Int
    package var end: Int
    /// Key of the token's normal form: the exception's when a tokenizer exception made the token and names one, the
    /// lexeme's otherwise.
    package var norm: UInt64
    /// Number in the workspace's `LexemeTable`.
    package var lexeme: Int
    /// Whether a single space follows that belongs to no token.
    package var spaceAfter: Bool
}
