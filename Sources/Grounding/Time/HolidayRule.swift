import Dates

/// When a holiday falls, as `holidays.tsv` writes it.
enum HolidayRule: Sendable, Equatable {
    /// `12-25`.
    case fixed(month: Int, day: Int)
    /// `11-thu-4`: the fourth Thursday of November; −1 is the last.
    case weekday(month: Int, weekday: Int, number: Int)
    /// `easter-2`: days from Easter Sunday of the western churches.
    case easter(Int)
    /// `2001-09-11`: a day that has become a name.
    case once(CalendarDate)
    /// `-`: no rule of the civil calendar (feasts of lunar calendars).
    case none

    init?(_ text: String) {
        if text == "-" {
            self = .none
        } else if let day = CalendarDate(text) {
            self = .once(day)
        } else if text.hasPrefix("easter"), let offset = text == "easter" ? 0 : Int(text.dropFirst(6)) {
            self = .easter(offset)
        } else {
            let parts = text.split(separator: "-", maxSplits: 2).map(String.init)
            guard parts.count >= 2, let month = Int(parts[0]), (1...12).contains(month) else { return nil }
            if parts.count == 2, let day = Int(parts[1]), CalendarDate(year: 2000, month: month, day: day) != nil {
                self = .fixed(month: month, day: day)
            } else if parts.count == 3, let weekday = HolidayRule.weekdays[parts[1]], let number = Int(parts[2]),
                number == -1 || (1...5).contains(number)
            {
                self = .weekday(month: month, weekday: weekday, number: number)
            } else {
                return nil
            }
        }
    }

    /// The day it falls on in a year of the common era.
    func day(in year: Int) -> CalendarDate? {
        switch self {
        case .fixed(let month, let day): return CalendarDate(year: year, month: month, day: day)
        case .once(let day): return day
        case .none: return nil
        case .easter(let offset): return HolidayRule.easterSunday(year)?.adding(days: offset)
        case .weekday(let month, let weekday, let number):
            if number > 0 {
                guard let first = CalendarDate(year: year, month: month, day: 1) else { return nil }
                return first.adding(days: (weekday - first.weekday + 7) % 7 + (number - 1) * 7)
            }
            let length = CalendarDate.length(ofMonth: month, year: year)
            guard let last = CalendarDate(year: year, month: month, day: length) else { return nil }
            return last.adding(days: -((last.weekday - weekday + 7) % 7))
        }
    }

    /// Gregorian computus (Meeus, Jones and Butcher).
    private static func easterSunday(_ year: Int) -> CalendarDate? {
        let a = year % 19
        let (b, c) = (year / 100, year % 100)
        let (d, e) = (b / 4, b % 4)
        let f = (b + 8) / 25
        let g = (b - f + 1) / 3
        let h = (19 * a + b - d - g + 15) % 30
        let (i, k) = (c / 4, c % 4)
        let l = (32 + 2 * e + 2 * i - h - k) % 7
        let m = (a + 11 * h + 22 * l) / 451
        let sum = h + l - 7 * m + 114
        return CalendarDate(year: year, month: sum / 31, day: sum % 31 + 1)
    }

    private static let weekdays = ["mon": 1, "tue": 2, "wed": 3, "thu": 4, "fri": 5, "sat": 6, "sun": 7]
}
