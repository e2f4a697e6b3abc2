import Testing

@testable import Language

@Suite struct ExceptionPhrasesTests {
    typealias Match = ExceptionPhrases.Match

    @Test func longerMatchesGoFirstThenEarlier() {
        let matches = [
            Match(start: 0, end: 2), Match(start: 1, end: 4), Match(start: 4, end: 6), Match(start: 5, end: 7),
        ]
        #expect(ExceptionPhrases.filter(matches, tokenCount: 8) == [Match(start: 1, end: 4), Match(start: 4, end: 6)])
    }

    @Test func aMatchThatFellOutStillBlocks() {
        // [1, 4) stands; [3, 5) touches it and falls out, and [4, 5) then touches that one.
        let matches = [Match(start: 1, end: 4), Match(start: 3, end: 5), Match(start: 4, end: 5)]
        #expect(ExceptionPhrases.filter(matches, tokenCount: 6) == [Match(start: 1, end: 4)])
    }
}
