import Testing

@testable import Language

@Suite struct PythonPatternTests {
    @Test(
        "rewrites what PCRE2 reads otherwise",
        arguments: [
            (#"^\u00A6|\U0001F300-x"#, #"^\x{a6}|\x{1f300}-x"#),
            (#"(?u)^a\Z"#, #"^a\z"#),
            (#"[[:x]a[]b]"#, #"[\[:x]a[]b]"#),
            (#"[^]a]\]"#, #"[^]a]\]"#),
            (#"a{,3}"#, #"a{0,3}"#),
            (#"(?P<n>a)(?=b)"#, #"(?P<n>a)(?=b)"#),
        ])
    func rewrites(python: String, expected: String) throws {
        #expect(try PythonPattern.translate(python) == expected)
    }

    @Test("refuses what it cannot rewrite", arguments: [#"a\"#, #"\u12"#, #"\uD800"#, "(?i)a", "x(?a:b)"])
    func refuses(python: String) {
        #expect(throws: PythonPatternError.self) { try PythonPattern.translate(python) }
    }

    @Test func noSpaceMeansPythonsNoSpace() throws {
        let pattern = try RegularExpression(python: #"^\S+$"#, name: "test", file: "test")
        let workspace = RegexWorkspace()
        #expect(pattern.firstMatch(in: "a\u{180E}b", workspace: workspace) != nil)
        #expect(pattern.firstMatch(in: "a\u{1C}b", workspace: workspace) == nil)
    }

    @Test func aPatternThatDoesNotCompileIsAnErrorThatNamesIt() {
        #expect(throws: ModelError.self) {
            try RegularExpression(python: "(a", name: "prefix_search", file: "tokenizer")
        }
        do { _ = try RegularExpression(python: "(a", name: "prefix_search", file: "tokenizer") } catch {
            #expect(error.file == "tokenizer")
            #expect(error.problem.contains("prefix_search"))
        }
    }
}
