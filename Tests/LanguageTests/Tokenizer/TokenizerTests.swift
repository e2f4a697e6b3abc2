import Testing

@testable import Language

/// Rules small enough to see through; the expected tokens are spaCy's with the same rules.
@Suite struct TokenizerTests {
    private static func exception(_ word: String, _ tokens: [(String, String?)]) -> MessagePack.Entry {
        .init(
            key: .string(word),
            value: .array(
                tokens.map { text, norm in
                    var fields: [MessagePack.Entry] = [.init(key: .integer(65), value: .string(text))]
                    if let norm { fields.append(.init(key: .integer(67), value: .string(norm))) }
                    return .map(fields)
                }))
    }

    private static func rules(_ exceptions: [MessagePack.Entry]) -> MessagePack {
        .map([
            .init(key: .string("prefix_search"), value: .string(#"^[\("$:]|^\.\.+"#)),
            .init(key: .string("suffix_search"), value: .string(#"[\)\".,!]$|'s$|(?<=[0-9])km$"#)),
            .init(key: .string("infix_finditer"), value: .string(#"(?<=[a-z])-(?=[a-z])|\.\.\.|/"#)),
            .init(key: .string("token_match"), value: .null),
            .init(key: .string("url_match"), value: .string(#"(?u)^https?://\S+$"#)),
            .init(key: .string("exceptions"), value: .map(exceptions)),
        ])
    }

    private static let exceptions = [
        exception("don't", [("do", nil), ("n't", "not")]), exception("a.m.", [("a.m.", nil)]),
        exception(":)", [(":)", nil)]), exception("he's", [("he", nil), ("'s", "is")]),
        exception("U.N.", [("U.N.", "un")]),
    ]

    private func tokenize(_ text: String) throws -> (text: [String], tokens: [RawToken], norms: [UInt64]) {
        let tokenizer = try Tokenizer(Self.rules(Self.exceptions), file: "tokenizer", norms: NormTable())
        let workspace = tokenizer.makeWorkspace()
        let bytes = Array(text.utf8)
        var tokens: [RawToken] = []
        // Twice: the second time every chunk is known already.
        tokenizer.tokenize(bytes, into: &tokens, workspace: workspace)
        let first = tokens
        tokenizer.tokenize(bytes, into: &tokens, workspace: workspace)
        #expect(tokens == first)
        return (tokens.map { String(decoding: bytes[$0.start..<$0.end], as: UTF8.self) }, tokens, tokens.map(\.norm))
    }

    @Test(
        "splits as spaCy does",
        arguments: [
            ("He (don't) go.", "He|(|do|n't|)|go|."),
            ("\"$5km!\"", "\"|$|5|km|!|\""),
            ("at 9 a.m., he", "at|9|a.m.|,|he"),
            ("fine:) then", "fine:|)|then"),
            ("(he's)", "(|he|'s|)"),
            ("well-known to-and-fro", "well|-|known|to|-|and|-|fro"),
            ("http://a.b/c-d, x/y", "http://a.b/c-d|,|x|/|y"),
            ("wait...what ...so", "wait|...|what|...|so"),
            ("U.N.'s U.N.)", "U.N.|'s|U.N.|)"),
            ("(((a)))", "(|(|(|a|)|)|)"),
            ("a\u{A0}b\tc", "a|\u{A0}|b|\t|c"),
            ("don't.", "do|n't|."),
            ("he 's :)x", "he|'s|:|)x"),
            ("-a- /b", "-a-|/b"),
            ("'s", "'s"),
            ("", ""),
        ])
    func splits(text: String, expected: String) throws {
        #expect(try tokenize(text).text.joined(separator: "|") == expected)
    }

    @Test func spacesBeyondOneAreTokens() throws {
        let result = try tokenize("  two  spaces \n\nend ")
        #expect(result.text == ["  ", "two", " ", "spaces", "\n\n", "end"])
        #expect(result.tokens.map(\.spaceAfter) == [false, true, false, true, false, true])
    }

    @Test func exceptionsGiveTheirTokensNormalForms() throws {
        let result = try tokenize("don't U.N.")
        #expect(result.norms == ["do", "not", "un"].map(StringStore.key))
    }

    @Test func anExceptionSplitByOtherRulesGetsItsOwnTokensBack() throws {
        let result = try tokenize("x/he's y")
        #expect(result.text == ["x", "/", "he", "'s", "y"])
        #expect(result.norms[3] == StringStore.key("is"))
        #expect(result.tokens.map(\.spaceAfter) == [false, false, false, true, false])
        #expect(try tokenize("he 's").norms[1] == StringStore.key("'s"))
    }

    @Test func bytesThatAreNoUTF8StayOneToken() throws {
        let tokenizer = try Tokenizer(Self.rules([]), file: "tokenizer", norms: NormTable())
        var tokens: [RawToken] = []
        tokenizer.tokenize([0x28, 0xFF, 0xC2, 0x20, 0xE2, 0x80], into: &tokens, workspace: tokenizer.makeWorkspace())
        #expect(tokens.map { $0.start..<$0.end } == [0..<3, 4..<6])
    }

    @Test func forgettingChunksAndLexemesChangesNoToken() throws {
        let tokenizer = try Tokenizer(Self.rules(Self.exceptions), file: "tokenizer", norms: NormTable())
        let workspace = TokenizerWorkspace(norms: NormTable(), lexemeCapacity: 3, chunkCapacity: 2)
        let text = Array("don't (ask) \(String(repeating: "long", count: 50)) don't he's x/he's (ask)".utf8)
        let roomy = tokenizer.makeWorkspace()
        var expected: [RawToken] = []
        tokenizer.tokenize(text, into: &expected, workspace: roomy)
        let generation = workspace.lexemes.generation
        for _ in 0..<3 {
            workspace.evictIfFull()
            var tokens: [RawToken] = []
            tokenizer.tokenize(text, into: &tokens, workspace: workspace)
            #expect(tokens == expected)
        }
        #expect(workspace.lexemes.generation == generation + 2)
    }

    @Test func longRunsOfMarksComeOffOneByOne() throws {
        let text = String(repeating: "(", count: 3000) + "a" + String(repeating: ")", count: 3000)
        #expect(try tokenize(text).tokens.count == 6001)
    }

    @Test(
        "a wrong file is an error that names it",
        arguments: [
            MessagePack.null,
            .map([.init(key: .string("exceptions"), value: .map([.init(key: .string("ab"), value: .array([]))]))]),
            rules([exception("ab", [("a", nil)])]),
            .map([
                .init(key: .string("exceptions"), value: .map([])),
                .init(key: .string("prefix_search"), value: .string("^[")),
            ]),
        ])
    func wrongFile(data: MessagePack) {
        do {
            _ = try Tokenizer(data, file: "some/tokenizer", norms: NormTable())
            Issue.record("no error")
        } catch {
            #expect(error.file == "some/tokenizer")
        }
    }
}
