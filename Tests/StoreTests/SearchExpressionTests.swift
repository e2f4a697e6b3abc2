import Testing

@testable import Store

struct SearchExpressionTests {
    @Test func joinsWordsPhrasesAndPrefixes() {
        #expect(SearchExpression.words("talks  \"cease fire\" nego*") == "\"talks\" \"cease fire\" \"nego\"*")
        #expect(SearchExpression.words("x'; DROP TABLE events; --") == "\"x';\" \"DROP\" \"TABLE\" \"events;\"")
        #expect(SearchExpression.words("\"open phrase") == "\"open phrase\"")
    }

    @Test func findsNothingInWhatHasNoWord() {
        #expect(SearchExpression.words("\" -- * \"") == nil)
        #expect(SearchExpression.anyPhrase(["'", "\""]) == nil)
    }

    @Test func takesANameAsAPhrase() {
        #expect(SearchExpression.anyPhrase(["Foreign Ministry", "A\"B OR C"]) == "\"Foreign Ministry\" OR \"AB OR C\"")
    }
}
