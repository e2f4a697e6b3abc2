import Dates
import Testing

@testable import Grounding

/// Stretches of the calendar: values, intervals, neighbours.
@Suite struct CalendarPointTests {
    @Test(arguments: [
        (CalendarPoint(2013, .week(1)), "2013-W01", "2012-12-31", "2013-01-06"),
        (CalendarPoint(2012, .weekend(52)), "2012-W52-WE", "2012-12-29", "2012-12-30"),
        (CalendarPoint(2012, .month(2)), "2012-02", "2012-02-01", "2012-02-29"),
        (CalendarPoint(2012, .quarter(4)), "2012-Q4", "2012-10-01", "2012-12-31"),
        (CalendarPoint(2012, .half(1)), "2012-H1", "2012-01-01", "2012-06-30"),
        (CalendarPoint(2012, .season(.winter)), "2012-WI", "2012-12-01", "2013-02-28"),
        (CalendarPoint(1914), "1914", "1914-01-01", "1914-12-31"),
        (CalendarPoint(1985, .decade), "198", "1980-01-01", "1989-12-31"),
        (CalendarPoint(2000, .century), "19", "1901-01-01", "2000-12-31"),
        (CalendarPoint(2001, .century), "20", "2001-01-01", "2100-12-31"),
        (CalendarPoint(2013, .fiscalYear), "FY2013", "2013-01-01", "2013-12-31"),
    ])
    func valueAndInterval(_ point: CalendarPoint, _ value: String, _ first: String, _ last: String) {
        #expect(point.value == value)
        #expect(point.interval == CalendarDate(first).flatMap { first in CalendarDate(last).map { first...$0 } })
    }

    @Test func beforeChrist() {
        #expect(CalendarPoint(-480, .month(8)).value == "BC0480-08")
        #expect(CalendarPoint(-480, .month(8)).interval?.lowerBound.year == -479)
        #expect(CalendarPoint(-479, .decade).value == "BC047")
        #expect(CalendarPoint(-400, .century).value == "BC03")
        #expect(CalendarPoint.year(-1, plus: 1) == 1)
        #expect(CalendarPoint.year(1, plus: -1) == -1)
        #expect(CalendarPoint(-490).adding(-2) == CalendarPoint(-492))
    }

    @Test func neighbours() {
        #expect(CalendarPoint(2012, .week(52)).adding(1) == CalendarPoint(2013, .week(1)))
        #expect(CalendarPoint(2013, .month(1)).adding(-1) == CalendarPoint(2012, .month(12)))
        #expect(CalendarPoint(2013, .quarter(1)).adding(-4) == CalendarPoint(2012, .quarter(1)))
        #expect(CalendarPoint(2012, .day(month: 2, day: 28)).adding(2) == CalendarPoint(2012, .day(month: 3, day: 1)))
        #expect(CalendarPoint(2013, .day(month: 2, day: 30)).adding(1) == nil)
        #expect(CalendarPoint(2013, .day(month: 2, day: 30)).interval == nil)
    }

    @Test func holding() throws {
        let newYear = try #require(CalendarDate("2012-01-01"))
        #expect(CalendarPoint(.week, holding: newYear).value == "2011-W52")
        #expect(CalendarPoint(.season, holding: newYear).value == "2011-WI")
        #expect(CalendarPoint(.quarter, holding: newYear).value == "2012-Q1")
    }

    @Test func durations() {
        #expect(TimeAmount.duration(.exact(2), .fortnight) == "P4W")
        #expect(TimeAmount.duration(.exact(0.5), .hour) == "PT30M")
        #expect(TimeAmount.duration(.exact(1.5), .year) == "P1.5Y")
        #expect(TimeAmount.duration(.open, .minute) == "PTXM")
        #expect(TimeAmount.duration(.exact(2), .decade) == "P2DE")
    }
}

@Suite struct HolidayRuleTests {
    @Test(arguments: [
        ("12-25", 2012, "2012-12-25"), ("11-thu-4", 2012, "2012-11-22"), ("05-mon--1", 2013, "2013-05-27"),
        ("easter", 2013, "2013-03-31"), ("easter-2", 2016, "2016-03-25"), ("easter+49", 2019, "2019-06-09"),
        ("2001-09-11", 1999, "2001-09-11"),
    ])
    func day(_ rule: String, _ year: Int, _ expected: String) throws {
        #expect(try #require(HolidayRule(rule)).day(in: year)?.description == expected)
    }

    @Test(arguments: ["13-01", "02-30", "11-thu", "11-foo-4", "11-thu-6", "advent", ""])
    func wrongRules(_ rule: String) { #expect(HolidayRule(rule) == nil) }

    @Test func feastsOfOtherCalendars() throws { #expect(try #require(HolidayRule("-")).day(in: 2013) == nil) }
}
