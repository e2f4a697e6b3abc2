import Dates

/// The day a written date names, in any of the forms pages, feeds and tables use.
///
/// The day is the one written: a time of day or a zone after it does not move it.
package struct WrittenDate: Equatable, Sendable {
    package let date: CalendarDate
    /// Month and day could be the other way round (`03/04/2023`); the month was taken first.
    package let isAmbiguous: Bool

    /// `nil` when no whole day is named.
    package init?(_ text: some StringProtocol) {
        let parts = WrittenDateScanner.parts(of: text)
        guard
            let found = WrittenDate.packed(parts) ?? WrittenDate.yearFirst(parts) ?? WrittenDate.monthName(parts)
                ?? WrittenDate.yearLast(parts)
        else { return nil }
        self = found
    }

    private init?(_ year: Int, _ month: Int, _ day: Int, isAmbiguous: Bool = false) {
        guard let date = CalendarDate(year: year, month: month, day: day) else { return nil }
        self.date = date
        self.isAmbiguous = isAmbiguous
    }

    /// `20230502`, `20230502T101500`, seconds or milliseconds since 1970.
    private static func packed(_ parts: [WrittenDateScanner.Part]) -> WrittenDate? {
        guard case .number(let value, let digits) = parts.first else { return nil }
        let isAlone = parts.count == 1 || parts[1] == .mark(0x2E)
        switch digits {
        case 8: return WrittenDate(value / 10_000, value / 100 % 100, value % 100)
        case 12: return WrittenDate(value / 100_000_000, value / 1_000_000 % 100, value / 10_000 % 100)
        case 14: return WrittenDate(value / 10_000_000_000, value / 100_000_000 % 100, value / 1_000_000 % 100)
        case 9 where isAlone, 10 where isAlone: return sinceEpoch(seconds: value)
        case 13 where parts.count == 1: return sinceEpoch(seconds: value / 1000)
        default: return nil
        }
    }

    private static func sinceEpoch(seconds: Int) -> WrittenDate {
        WrittenDate(exact: CalendarDate(days: seconds / 86_400))
    }

    /// A day known without a doubt.
    init(exact date: CalendarDate) {
        self.date = date
        isAmbiguous = false
    }

    /// `2023-05-02…`, `2023/5/2`, `2023.05.02`.
    private static func yearFirst(_ parts: [WrittenDateScanner.Part]) -> WrittenDate? {
        for start in parts.indices.dropLast(4) {
            guard case .number(let year, 4) = parts[start], case .mark = parts[start + 1],
                case .number(let month, 1...2) = parts[start + 2], parts[start + 3] == parts[start + 1],
                case .number(let day, 1...2) = parts[start + 4], let date = WrittenDate(year, month, day)
            else { continue }
            return date
        }
        return nil
    }

    /// `May 2, 2023`, `2 May 2023`, `Tue, 02 May 2023 10:15:00 GMT`, `02-May-2023`, `2nd of May, 2023`.
    private static func monthName(_ parts: [WrittenDateScanner.Part]) -> WrittenDate? {
        let words = parts.filter { part in
            if case .mark = part { return false }
            return true
        }
        for index in words.indices {
            guard case .month(let month) = words[index] else { continue }
            let next = number(words, at: index + 1)
            if let (day, digits) = number(words, at: index - 1), digits <= 2, let (year, yearDigits) = next,
                yearDigits == 2 || yearDigits == 4, let date = WrittenDate(fullYear(year, yearDigits), month, day)
            {
                return date
            }
            if let (day, digits) = next, digits <= 2, let (year, yearDigits) = number(words, at: index + 2),
                yearDigits == 4, let date = WrittenDate(year, month, day)
            {
                return date
            }
        }
        return nil
    }

    /// `02.05.2023`, `25/12/2023`, `12/25/23`.
    private static func yearLast(_ parts: [WrittenDateScanner.Part]) -> WrittenDate? {
        for start in parts.indices.dropLast(4) {
            guard case .number(let first, 1...2) = parts[start], case .mark(let mark) = parts[start + 1],
                [0x2E, 0x2F, 0x2D].contains(mark), case .number(let second, 1...2) = parts[start + 2],
                parts[start + 3] == parts[start + 1], case .number(let last, let digits) = parts[start + 4],
                digits == 4 || digits == 2
            else { continue }
            let year = fullYear(last, digits)
            let dayFirst = mark == 0x2E || first > 12
            if dayFirst { return WrittenDate(year, second, first) }
            return WrittenDate(year, first, second, isAmbiguous: second <= 12 && first != second)
        }
        return nil
    }

    private static func number(_ parts: [WrittenDateScanner.Part], at index: Int) -> (value: Int, digits: Int)? {
        guard parts.indices.contains(index), case .number(let value, let digits) = parts[index] else { return nil }
        return (value, digits)
    }

    /// Two digits mean 1970 to 2069.
    private static func fullYear(_ year: Int, _ digits: Int) -> Int {
        digits == 2 ? year + (year < 70 ? 2000 : 1900) : year
    }
}
