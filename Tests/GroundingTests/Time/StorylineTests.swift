import Testing

@testable import Grounding

/// The year of dates without one, from the dates around them.
@Suite struct StorylineTests {
    @Test func goesForward() {
        let story = Storyline([
            .dated(year: 1861, month: 4), .undated(month: 7), .undated(month: 12), .undated(month: 2),
            .dated(year: 1862, month: 3),
        ])
        #expect(story.years == [1: 1861, 2: 1861, 3: 1862])
        #expect(story.asides.isEmpty)
    }

    @Test func aShortStepBackStaysInTheYear() {
        let story = Storyline([.dated(year: 1941, month: 8), .undated(month: 7), .dated(year: 1941, month: 10)])
        #expect(story.years == [1: 1941])
    }

    @Test func asidesDoNotMoveIt() {
        let story = Storyline([
            .dated(year: 1964, month: 8), .dated(year: 2005, month: nil), .undated(month: 11),
            .dated(year: 1965, month: 1),
        ])
        #expect(story.asides == [1])
        #expect(story.years == [2: 1964])
    }

    @Test func stepsMoveIt() {
        let story = Storyline([.dated(year: 1916, month: nil), .step(years: 1), .undated(month: 3)])
        #expect(story.years == [2: 1917])
    }

    @Test func beforeChristYearsGoDown() {
        let story = Storyline([.dated(year: -481, month: 10), .undated(month: 4), .dated(year: -480, month: 8)])
        #expect(story.years == [1: -480])
    }

    @Test func nothingToGoBy() {
        #expect(Storyline([]).years.isEmpty)
        #expect(Storyline([.undated(month: 3), .step(years: 2)]).years.isEmpty)
    }
}
