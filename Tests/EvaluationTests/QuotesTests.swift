import Foundation
import Testing

@testable import Evaluation

@Suite struct QuotesGoldTests {
    private let text = "Ana said: “Stay.” He left."

    @Test func spansAndTheirRolesAreRead() throws {
        let standoff =
            "T1\tSource 0 3\tAna\nT2\tCue 4 9\tsaid:\nT3\tContent 10 17\t“Stay.”\nE1\tAttribution:T2 Content:T3 Cue:T2 Source:T1\n"
        #expect(
            try AnnotatedArticle.parse(standoff, of: text, file: "a.ann")
                == [AttributionSpans(source: [0..<3], cue: [4..<9], content: [10..<17])])
    }

    @Test func aSpanOutsideTheTextNamesItsLine() {
        #expect(throws: GoldError(file: "a.ann", line: 2, problem: "'Cue 4 90' gives no span of the text")) {
            try AnnotatedArticle.parse("T1\tSource 0 3\tAna\nT2\tCue 4 90\tsaid", of: text, file: "a.ann")
        }
    }

    @Test func fragmentsWithWhiteSpaceBetweenThemAreOne() {
        #expect(
            AnnotatedArticle.joined([4..<8, 9..<12, 0..<4], in: Array("Ana said we go.".unicodeScalars)) == [0..<11])
    }
}

@Suite struct AttributionScoresTests {
    private let gold = AttributionSpans(source: [0..<3], cue: [4..<8], content: [9..<20])

    @Test func whatIsEqualCountsAndWhatOverlapsCountsLess() {
        var scores = AttributionScores()
        scores.add(
            predicted: [AttributionSpans(source: [0..<3], cue: [4..<8], content: [9..<18])],
            gold: [gold, AttributionSpans(source: nil, cue: [30..<35], content: [36..<40])])
        #expect(scores.exact[.source]?.f1 == 1)
        #expect(scores.exact[.cue]?.recall == 0.5)
        #expect(scores.exact[.content]?.f1 == 0)
        #expect(scores.overlap[.content]?.precision == 1)
        #expect(scores.complete.predictedRight == 0)
    }

    @Test func nothingFoundScoresNothing() {
        var scores = AttributionScores()
        scores.add(predicted: [], gold: [gold])
        #expect(scores.exact[.cue]?.f1 == 0)
        #expect(scores.complete.gold == 1)
    }
}
