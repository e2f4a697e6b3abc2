/// A day of the proleptic Gregorian calendar.
package struct CalendarDate: Hashable, Comparable, Sendable {
    /// Days since 1970-01-01.
    package let days: Int

    package init(days: Int) { self.days = days }

    /// `nil` when there is no such day.
    package init?(year: Int, month: Int, day: Int) {
        guard (1...12).contains(month), day >= 1, day <= CalendarDate.length(ofMonth: month, year: year) else {
            return nil
        }
        self.init(validYear: year, month: month, day: day)
    }

    /// From `YYYY-MM-DD`, nothing else; `nil` for anything that is no day.
    package init?(_ iso: some StringProtocol) {
        var number = 0
        var length = 0
        for byte in iso.utf8 {
            let isDash = length == 4 || length == 7
            guard isDash ? byte == UInt8(ascii: "-") : (0x30...0x39).contains(byte), length < 10 else { return nil }
            if !isDash { number = number * 10 + Int(byte - 0x30) }
            length += 1
        }
        guard length == 10 else { return nil }
        self.init(year: number / 10_000, month: number / 100 % 100, day: number % 100)
    }

    /// Days from civil (H. Hinnant, chrono-compatible low-level date algorithms).
    private init(validYear: Int, month: Int, day: Int) {
        let year = month <= 2 ? validYear - 1 : validYear
        let era = (year >= 0 ? year : year - 399) / 400
        let yearOfEra = year - era * 400
        let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
        let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
        days = era * 146_097 + dayOfEra - 719_468
    }

    package var components: (year: Int, month: Int, day: Int) {
        let shifted = days + 719_468
        let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shiftedMonth = (5 * dayOfYear + 2) / 153
        let day = dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
        let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
        return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day)
    }

    package var year: Int { components.year }
    package var month: Int { components.month }
    package var day: Int { components.day }

    /// ISO 8601: Monday is 1, Sunday 7.
    package var weekday: Int { ((days + 3) % 7 + 7) % 7 + 1 }

    package static func < (left: CalendarDate, right: CalendarDate) -> Bool { left.days < right.days }

    package func adding(days count: Int) -> CalendarDate { CalendarDate(days: days + count) }

    /// The same day of another month; the last one where that month is shorter.
    package func adding(months count: Int) -> CalendarDate {
        let (year, month, day) = components
        let index = year * 12 + month - 1 + count
        let newYear = index >= 0 ? index / 12 : (index - 11) / 12
        let newMonth = index - newYear * 12 + 1
        let newDay = min(day, CalendarDate.length(ofMonth: newMonth, year: newYear))
        return CalendarDate(validYear: newYear, month: newMonth, day: newDay)
    }

    package static func isLeap(_ year: Int) -> Bool { year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) }

    package static func length(ofMonth month: Int, year: Int) -> Int {
        switch month {
        case 4, 6, 9, 11: 30
        case 2: isLeap(year) ? 29 : 28
        default: 31
        }
    }
}

extension CalendarDate: CustomStringConvertible {
    /// `YYYY-MM-DD`.
    package var description: String {
        let (year, month, day) = components
        return pad(year, 4) + "-" + pad(month, 2) + "-" + pad(day, 2)
    }

    private func pad(_ number: Int, _ width: Int) -> String {
        let digits = String(abs(number))
        return (number < 0 ? "-" : "") + String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
    }
}
