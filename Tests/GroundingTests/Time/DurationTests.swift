import Foundation
import Testing

/// Durations, sets and times of day.
@Suite struct DurationTests {
    @Test(arguments: [
        ("for three weeks", "three weeks | DURATION | P3W"),
        ("for more than three years", "more than three years | DURATION | P3Y | MORE_THAN"),
        ("for about a year", "about a year | DURATION | P1Y | APPROX"),
        ("for at least six months", "at least six months | DURATION | P6M | EQUAL_OR_MORE"),
        ("for no more than 60 days", "no more than 60 days | DURATION | P60D | EQUAL_OR_LESS"),
        ("for two and a half/NN years", "two and a half years | DURATION | P2.5Y"),
        ("for half/NN an hour", "half an hour | DURATION | PT30M"),
        ("for twenty - two hours", "twenty-two hours | DURATION | PT22H"),
        ("for two hundred days", "two hundred days | DURATION | P200D"),
        ("for several months", "several months | DURATION | PXM"),
        ("for decades", "decades | DURATION | PXDE"),
        ("a ten - day trip", "ten-day | DURATION | P10D"),
        ("a 27 - year - old man", "27-year-old | DURATION | P27Y"),
        ("a months - long trek", "months-long | DURATION | PXM"),
        ("two bloody/JJ weeks", "two bloody weeks | DURATION | P2W"),
        ("over the past decade", "the past decade | DURATION | P1DE"),
        ("in the last three months", "the last three months | DURATION | P3M"),
        ("the first/JJ nine months", "the first nine months | DURATION | P9M"),
        ("a fortnight", "a fortnight | DURATION | P2W"),
    ])
    func durations(_ text: String, _ expected: String) throws {
        #expect(try times(text.replacing(" and a half", with: " and/CC a half")) == [expected])
    }

    @Test func rangesAreTwo() throws {
        #expect(try times("for two to three weeks") == ["two | DURATION | P2W", "three weeks | DURATION | P3W"])
    }

    @Test(arguments: [
        ("fell daily", "daily | SET | P1D"),
        ("fell every/DT day", "every day | SET | P1D"),
        ("fell every/DT two weeks", "every two weeks | SET | P2W"),
        ("fell each/DT Friday", "each Friday | SET | XXXX-WXX-5"),
        ("fell on Mondays/NNPS", "Mondays | SET | XXXX-WXX-1"),
        ("fell twice/RB a month", "twice a month | SET | P1M"),
        ("fell three times/NNS a week", "three times a week | SET | P1W"),
        ("200 barrels/NNS a day/NN/npadvmod", "a day | SET | P1D"),
        ("200 barrels/NNS per/IN day", "per day | SET | P1D"),
        ("an annual/JJ meeting", "annual | SET | P1Y"),
    ])
    func sets(_ text: String, _ expected: String) throws { #expect(try times(text) == [expected]) }

    @Test(arguments: [
        ("at 9:30 a.m./NN", "9:30 a.m. | TIME | 2013-03-22T09:30"),
        ("at 9:30pm", "9:30pm | TIME | 2013-03-22T21:30"),
        ("at 7.30 pm/NN", "7.30 pm | TIME | 2013-03-22T19:30"),
        ("at 12 a.m./NN", "12 a.m. | TIME | 2013-03-22T00:00"),
        ("at 1425 GMT", "1425 GMT | TIME | 2013-03-22T14:25Z"),
        ("at noon", "noon | TIME | 2013-03-22T12:00"),
        ("at 9 p.m./NN Thursday", "9 p.m. Thursday | TIME | 2013-03-21T21:00"),
        ("fell/VBD* Friday morning", "Friday morning | TIME | 2013-03-22TMO"),
        ("fell/VBD* last night", "last night | TIME | 2013-03-21TNI"),
        ("fell/VBD* tonight/NN", "tonight | TIME | 2013-03-22TNI"),
        ("fell/VBD* early Friday morning", "early Friday morning | TIME | 2013-03-22TMO | START"),
        ("the morning of 31 January 1965", "the morning of 31 January 1965 | TIME | 1965-01-31TMO"),
        ("fell/VBD* at night", "night | TIME | XXXX-XX-XXTNI"),
    ])
    func timesOfDay(_ text: String, _ expected: String) throws {
        #expect(try times(text, published: "2013-03-22") == [expected])
    }

    @Test func aTimeOnADayIsTwo() throws {
        #expect(
            try times("fell/VBD* at 8 p.m./NN on Tuesday", published: "2013-03-22")
                == ["8 p.m. | TIME | 2013-03-19T20:00", "Tuesday | DATE | 2013-03-19"])
        #expect(
            try times("open/VBP* between/IN 9 and/CC 11 a.m./NN", published: "2013-03-22")
                == ["9 | TIME | 2013-03-22T09:00", "11 a.m. | TIME | 2013-03-22T11:00"])
    }
}
