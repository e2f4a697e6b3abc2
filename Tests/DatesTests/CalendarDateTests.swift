import Dates
import Testing

struct CalendarDateTests {
    @Test func countsDaysFromTheEpoch() {
        #expect(CalendarDate(year: 1970, month: 1, day: 1)?.days == 0)
        #expect(CalendarDate(year: 2000, month: 3, day: 1)?.days == 11_017)
        #expect(CalendarDate(days: -1).description == "1969-12-31")
    }

    @Test func roundTripsEveryDayOfFourCenturies() {
        guard let first = CalendarDate("1799-12-31"), let last = CalendarDate("2201-01-01") else {
            Issue.record("no such day")
            return
        }
        for days in first.days...last.days {
            let date = CalendarDate(days: days)
            let (year, month, day) = date.components
            #expect(CalendarDate(year: year, month: month, day: day) == date)
        }
    }

    @Test(arguments: [("2023-05-02", 2), ("2023-04-30", 7), ("2024-02-29", 4), ("1969-12-29", 1)])
    func knowsTheWeekday(text: String, weekday: Int) { #expect(CalendarDate(text)?.weekday == weekday) }

    @Test(arguments: [
        "2023-02-29", "2023-13-01", "2023-4-30", "23-04-30", "2023-04-30 ", "", "yesterday", "2023-04-31",
        "2023/04/30", "2023-04-30-", "-023-04-30", "2023-04-3０",
    ])
    func refusesWhatIsNoDay(text: String) { #expect(CalendarDate(text) == nil) }

    @Test func addsMonthsWithinShorterOnes() {
        #expect(CalendarDate("2023-01-31")?.adding(months: 1).description == "2023-02-28")
        #expect(CalendarDate("2023-03-31")?.adding(months: -13).description == "2022-02-28")
        #expect(CalendarDate("2024-12-15")?.adding(months: 1).description == "2025-01-15")
    }
}
