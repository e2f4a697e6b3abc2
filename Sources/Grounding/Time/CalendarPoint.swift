import Dates

/// A stretch of the calendar as precise as a text names it: a day, a week, a month … a century.
///
/// Years count as historians do: 480 BC is −480, and there is no year 0.
struct CalendarPoint: Sendable, Equatable {
    enum Field: Sendable, Equatable {
        case day(month: Int, day: Int)
        /// ISO 8601 week; `year` is then the week's year.
        case week(Int)
        case weekend(Int)
        case month(Int)
        case quarter(Int)
        case half(Int)
        case season(Season)
        case year
        /// The decade that `year` lies in.
        case decade
        case century
        case millennium
        /// The financial year named after `year`.
        case fiscalYear
    }

    enum Season: String, Sendable, CaseIterable {
        case spring = "SP"
        case summer = "SU"
        case autumn = "FA"
        case winter = "WI"
    }

    let year: Int
    let field: Field

    init(_ year: Int, _ field: Field = .year) {
        self.year = year
        self.field = field
    }

    init(day: CalendarDate) {
        let (year, month, dayOfMonth) = day.components
        self.init(year > 0 ? year : year - 1, .day(month: month, day: dayOfMonth))
    }

    /// The stretch of the given unit that holds a day; hours and finer give the day.
    init(_ unit: TimeUnit, holding day: CalendarDate) {
        let point = CalendarPoint(day: day)
        let month = day.month
        switch unit {
        case .second, .minute, .hour, .day: self = point
        case .week, .fortnight, .weekend:
            let (year, week) = day.isoWeek
            self.init(year, unit == .weekend ? .weekend(week) : .week(week))
        case .month: self.init(point.year, .month(month))
        case .quarter: self.init(point.year, .quarter((month + 2) / 3))
        case .halfYear: self.init(point.year, .half(month <= 6 ? 1 : 2))
        case .season: self = CalendarPoint.season(holding: day)
        case .year: self.init(point.year)
        case .decade: self.init(point.year, .decade)
        case .century: self.init(point.year, .century)
        case .millennium: self.init(point.year, .millennium)
        }
    }

    /// Winter is the one that begins in December of its year; January and February belong to the year before.
    static func season(holding day: CalendarDate) -> CalendarPoint {
        let year = CalendarPoint(day: day).year
        switch day.month {
        case 3...5: return CalendarPoint(year, .season(.spring))
        case 6...8: return CalendarPoint(year, .season(.summer))
        case 9...11: return CalendarPoint(year, .season(.autumn))
        case 12: return CalendarPoint(year, .season(.winter))
        default: return CalendarPoint(CalendarPoint.year(year, plus: -1), .season(.winter))
        }
    }

    var unit: TimeUnit {
        switch field {
        case .day: .day
        case .week: .week
        case .weekend: .weekend
        case .month: .month
        case .quarter: .quarter
        case .half: .halfYear
        case .season: .season
        case .year, .fiscalYear: .year
        case .decade: .decade
        case .century: .century
        case .millennium: .millennium
        }
    }

    /// The month it lies in, when it lies in one.
    var month: Int? {
        switch field {
        case .day(let month, _), .month(let month): month
        case .week, .weekend: interval?.lowerBound.month
        default: nil
        }
    }

    var day: CalendarDate? {
        if case .day(let month, let day) = field {
            return CalendarDate(year: CalendarPoint.astronomical(year), month: month, day: day)
        }
        return nil
    }

    /// First and last day; `nil` for a day that is not in the calendar (30 February).
    var interval: ClosedRange<CalendarDate>? {
        let first = CalendarPoint.astronomical(year)
        switch field {
        case .day: return day.map { $0...$0 }
        case .week(let week): return CalendarDate.monday(ofWeek: week, year: first).map { $0...$0.adding(days: 6) }
        case .weekend(let week):
            return CalendarDate.monday(ofWeek: week, year: first).map { $0.adding(days: 5)...$0.adding(days: 6) }
        case .month(let month): return CalendarPoint.months(month, 1, first)
        case .quarter(let quarter): return CalendarPoint.months(quarter * 3 - 2, 3, first)
        case .half(let half): return CalendarPoint.months(half * 6 - 5, 6, first)
        case .season(let season):
            switch season {
            case .spring: return CalendarPoint.months(3, 3, first)
            case .summer: return CalendarPoint.months(6, 3, first)
            case .autumn: return CalendarPoint.months(9, 3, first)
            case .winter: return CalendarPoint.months(12, 3, first)
            }
        case .year, .fiscalYear: return CalendarPoint.months(1, 12, first)
        case .decade: return years(10, offset: 0)
        case .century: return years(100, offset: 1)
        case .millennium: return years(1_000, offset: 1)
        }
    }

    /// The stretch of the same kind that lies `count` of them later (earlier for a negative count).
    func adding(_ count: Int) -> CalendarPoint? {
        switch field {
        case .day: day.map { CalendarPoint(day: $0.adding(days: count)) }
        case .week, .weekend:
            interval.map { CalendarPoint(unit, holding: $0.lowerBound.adding(days: count * 7)) }
        case .month(let month):
            CalendarPoint.shifted(year, month - 1 + count, of: 12) { CalendarPoint($0, .month($1 + 1)) }
        case .quarter(let quarter):
            CalendarPoint.shifted(year, quarter - 1 + count, of: 4) { CalendarPoint($0, .quarter($1 + 1)) }
        case .half(let half):
            CalendarPoint.shifted(year, half - 1 + count, of: 2) { CalendarPoint($0, .half($1 + 1)) }
        case .season, .year, .fiscalYear: CalendarPoint(CalendarPoint.year(year, plus: count), field)
        case .decade: CalendarPoint(CalendarPoint.year(year, plus: count * 10), field)
        case .century: CalendarPoint(CalendarPoint.year(year, plus: count * 100), field)
        case .millennium: CalendarPoint(CalendarPoint.year(year, plus: count * 1_000), field)
        }
    }

    /// A historical year moved by a number of years: there is none between 1 BC and AD 1.
    static func year(_ year: Int, plus count: Int) -> Int {
        let moved = astronomical(year) + count
        return moved > 0 ? moved : moved - 1
    }

    /// The year as astronomers and ISO 8601 count: 1 BC is 0.
    static func astronomical(_ year: Int) -> Int { year > 0 ? year : year + 1 }

    private static func shifted(
        _ year: Int, _ index: Int, of size: Int, _ make: (_ year: Int, _ index: Int) -> CalendarPoint
    ) -> CalendarPoint {
        let years = Int((Double(index) / Double(size)).rounded(.down))
        return make(CalendarPoint.year(year, plus: years), index - years * size)
    }

    private static func months(_ first: Int, _ count: Int, _ year: Int) -> ClosedRange<CalendarDate>? {
        guard let start = CalendarDate(year: year, month: first, day: 1) else { return nil }
        return start...start.adding(months: count).adding(days: -1)
    }

    private func years(_ count: Int, offset: Int) -> ClosedRange<CalendarDate>? {
        let magnitude = abs(year)
        let block = (magnitude - offset) / count
        let low = block * count + offset
        let high = low + count - 1
        let bounds = year > 0 ? (low, high) : (CalendarPoint.astronomical(-high), CalendarPoint.astronomical(-low))
        guard let start = CalendarDate(year: bounds.0, month: 1, day: 1),
            let end = CalendarDate(year: bounds.1, month: 12, day: 31)
        else { return nil }
        return start...end
    }
}

extension CalendarPoint {
    /// TIMEX3 value: `2023-04-30`, `2023-W17`, `2023-W17-WE`, `2023-Q2`, `2023-SU`, `199`, `19`, `BC0480-08`, `FY2023`.
    var value: String {
        let (era, number) = year > 0 ? ("", year) : ("BC", -year)
        let full = era + pad(number, 4)
        switch field {
        case .day(let month, let day): return full + "-" + pad(month, 2) + "-" + pad(day, 2)
        case .week(let week): return full + "-W" + pad(week, 2)
        case .weekend(let week): return full + "-W" + pad(week, 2) + "-WE"
        case .month(let month): return full + "-" + pad(month, 2)
        case .quarter(let quarter): return full + "-Q\(quarter)"
        case .half(let half): return full + "-H\(half)"
        case .season(let season): return full + "-" + season.rawValue
        case .year: return full
        case .decade: return era + pad(number / 10, 3)
        case .century: return era + pad((number - 1) / 100, 2)
        case .millennium: return era + pad((number - 1) / 1_000, 1)
        case .fiscalYear: return "FY" + pad(number, 4)
        }
    }
}

/// A non-negative number with leading zeros.
func pad(_ number: Int, _ width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
}

extension CalendarDate {
    /// ISO 8601 week and the year it belongs to.
    var isoWeek: (year: Int, week: Int) {
        let thursday = adding(days: 4 - weekday)
        let year = thursday.year
        guard let first = CalendarDate(year: year, month: 1, day: 1) else { return (year, 1) }
        return (year, (thursday.days - first.days) / 7 + 1)
    }

    static func monday(ofWeek week: Int, year: Int) -> CalendarDate? {
        guard let fourth = CalendarDate(year: year, month: 1, day: 4) else { return nil }
        return fourth.adding(days: 1 - fourth.weekday + (week - 1) * 7)
    }
}
