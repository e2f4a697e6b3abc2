import Dates

/// Which of a row of days, months, years a name or a pointing word means.
extension TimeResolver {
    // MARK: Names

    func named(_ name: RecurringName, _ which: TimeWord.Which?, _ tense: VerbTense?) -> Resolution {
        if case .holiday(let index) = name, case .once(let day) = lexicon.holidays[index].rule {
            return dated(CalendarPoint(day: day))
        }
        if let point = anchored(name, which, tense) { return dated(point) }
        return Resolution(kind: .date, value: name.openValue)
    }

    private func anchored(_ name: RecurringName, _ which: TimeWord.Which?, _ tense: VerbTense?) -> CalendarPoint? {
        switch which {
        case .that, .same:
            return discoursePoint(for: .year).flatMap { point(name, inYear: $0) }
        case .previous: return discourseDay.flatMap { nearest(name, to: $0, .before, strictly: true) }
        case .following: return discourseDay.flatMap { nearest(name, to: $0, .after, strictly: true) }
        case .last: return writingDay.flatMap { last(name, before: $0) }
        case .next, .coming: return writingDay.flatMap { next(name, after: $0) }
        case .this, .current: return writingDay.flatMap { current(name, on: $0) }
        default: break
        }
        if anchoring == .narrative, let lastPoint { return inNarrative(name, lastPoint) }
        guard let published else { return nil }
        switch (name, tense) {
        case (.dayOfMonth(let day), _):
            let named = namedDays.last { $0.day?.day == day }
            return named ?? lastMonth.flatMap { point(name, inYear: $0) } ?? nearest(name, to: published, .around)
        case (.decade, _): return point(name, inYear: CalendarPoint(day: published))
        case (.fiscalYear, _): return current(name, on: published)
        case (_, .future), (.weekday, .present): return nearest(name, to: published, .after)
        case (_, .present), (.month, nil), (.monthDay, nil), (.holiday, nil):
            return nearest(name, to: published, .around)
        case (.monthDay, .past):
            // "declared a dividend payable Dec. 15", written in November, looks ahead all the same.
            let around = nearest(name, to: published, .around)
            if let day = around?.day, day.days - published.days < 60 { return around }
            return nearest(name, to: published, .before)
        default: return nearest(name, to: published, .before)
        }
    }

    private var discourseDay: CalendarDate? { discoursePoint(for: .day)?.interval?.lowerBound }

    /// In a story a month without its year is in the year the story has come to.
    private func inNarrative(_ name: RecurringName, _ last: CalendarPoint) -> CalendarPoint? {
        if case .weekday = name {
            return (lastDay?.day ?? last.interval?.lowerBound).flatMap { nearest(name, to: $0, .around) }
        }
        if case .dayOfMonth = name {
            return (lastMonth ?? last).interval.flatMap { _ in point(name, inYear: lastMonth ?? last) }
        }
        return point(name, inYear: last)
    }

    /// The name in the year (for days of the month: in the month, for weekdays: in the week) of a point.
    func point(_ name: RecurringName, inYear other: CalendarPoint) -> CalendarPoint? {
        let year = other.year
        switch name {
        case .month(let month): return CalendarPoint(year, .month(month))
        case .monthDay(let month, let day): return CalendarPoint(year, .day(month: month, day: day))
        case .dayOfMonth(let day): return other.month.map { CalendarPoint(year, .day(month: $0, day: day)) }
        case .weekday(let weekday):
            guard let day = other.interval?.lowerBound else { return nil }
            return CalendarPoint(day: day.adding(days: weekday - day.weekday))
        case .season(let season): return CalendarPoint(year, .season(season))
        case .quarter(let quarter): return CalendarPoint(year, .quarter(quarter))
        case .half(let half): return CalendarPoint(year, .half(half))
        case .holiday(let index):
            guard year > 0 else { return nil }
            return lexicon.holidays[index].rule.day(in: year).map { CalendarPoint(day: $0) }
        case .decade(let tens):
            let century = year > 0 ? year / 100 * 100 : 0
            guard century > 0 else { return nil }
            let decade = century + tens
            return CalendarPoint(decade > year + 10 ? decade - 100 : decade, .decade)
        case .fiscalYear: return CalendarPoint(year, .fiscalYear)
        }
    }

    private enum Side { case before, after, around }

    /// The occurrence nearest to a day: the last that has begun, the next that has not ended, or the closer of both.
    private func nearest(
        _ name: RecurringName, to day: CalendarDate, _ side: Side, strictly: Bool = false
    ) -> CalendarPoint? {
        let base = CalendarPoint(day: day)
        if case .weekday(let weekday) = name {
            let ahead = (weekday - day.weekday + 7) % 7
            switch side {
            case .after: return CalendarPoint(day: day.adding(days: strictly && ahead == 0 ? 7 : ahead))
            case .before:
                return CalendarPoint(day: day.adding(days: strictly && ahead == 0 ? -7 : ahead == 0 ? 0 : ahead - 7))
            case .around: return CalendarPoint(day: day.adding(days: ahead > 3 ? ahead - 7 : ahead))
            }
        }
        var candidates: [CalendarPoint] = []
        if case .dayOfMonth = name {
            candidates = [-1, 0, 1].compactMap { point(name, inYear: CalendarPoint(day: day.adding(months: $0))) }
        } else {
            candidates = [-1, 0, 1].compactMap {
                point(name, inYear: CalendarPoint(CalendarPoint.year(base.year, plus: $0)))
            }
        }
        let dated = candidates.compactMap { point in point.interval.map { (point: point, days: $0) } }
        switch side {
        case .before:
            return dated.last { strictly ? $0.days.upperBound < day : $0.days.lowerBound <= day }?.point
        case .after:
            return dated.first { strictly ? $0.days.lowerBound > day : $0.days.upperBound >= day }?.point
        case .around:
            return dated.min { abs($0.days.lowerBound.days - day.days) < abs($1.days.lowerBound.days - day.days) }?
                .point
        }
    }

    private func last(_ name: RecurringName, before day: CalendarDate) -> CalendarPoint? {
        if case .fiscalYear = name {
            return CalendarPoint(CalendarPoint.year(CalendarPoint(day: day).year, plus: -1), .fiscalYear)
        }
        guard let latest = nearest(name, to: day, .before, strictly: true) else { return nil }
        guard let end = latest.interval?.upperBound, day.days - end.days < 60 else { return latest }
        // "last March", written in April, is a year back: a month just gone is "this March" or "last month".
        switch name {
        case .month: return latest.adding(-12)
        case .season: return latest.adding(-1)
        default: return latest
        }
    }

    private func next(_ name: RecurringName, after day: CalendarDate) -> CalendarPoint? {
        switch name {
        case .weekday(let weekday): CalendarPoint(day: day.adding(days: 7 + weekday - day.weekday))
        case .fiscalYear: CalendarPoint(CalendarPoint.year(CalendarPoint(day: day).year, plus: 1), .fiscalYear)
        default: nearest(name, to: day, .after, strictly: true)
        }
    }

    private func current(_ name: RecurringName, on day: CalendarDate) -> CalendarPoint? {
        switch name {
        case .weekday(let weekday): CalendarPoint(day: day.adding(days: weekday - day.weekday))
        case .season(.winter) where day.month <= 2:
            CalendarPoint(CalendarPoint.year(CalendarPoint(day: day).year, plus: -1), .season(.winter))
        default: point(name, inYear: CalendarPoint(day: day))
        }
    }

    // MARK: Units

    func unit(_ unit: TimeUnit, _ which: TimeWord.Which?, _ tense: VerbTense?) -> Resolution {
        var count = 0
        let fromDiscourse: Bool
        switch which {
        case .last: (count, fromDiscourse) = (-1, anchoring == .narrative)
        case .next, .coming: (count, fromDiscourse) = (1, anchoring == .narrative || unit == .day)
        case .previous: (count, fromDiscourse) = (-1, true)
        case .following: (count, fromDiscourse) = (1, true)
        case .that, .same: fromDiscourse = true
        default: fromDiscourse = anchoring == .narrative
        }
        if unit == .weekend, which == nil, let published, anchoring == .publication {
            return weekend(on: published, tense)
        }
        let base = fromDiscourse ? discoursePoint(for: unit) : writingDay.map { CalendarPoint(day: $0) }
        guard let base else { return Resolution(kind: .date, value: unit.openValue) }
        guard base.unit.days <= unit.days + 0.5 || unit == .week && base.unit == .day else {
            // "the next day" after "in May 1940": some day of that month.
            return Resolution(kind: .date, value: base.openValue(for: unit))
        }
        guard let day = base.interval?.lowerBound, let point = CalendarPoint(unit, holding: day).adding(count) else {
            return Resolution(kind: .date, value: unit.openValue)
        }
        return dated(point)
    }

    /// "the weekend": the one just past, or the coming one for what will be.
    private func weekend(on day: CalendarDate, _ tense: VerbTense?) -> Resolution {
        let this = CalendarPoint(.weekend, holding: day)
        let isOver = day.weekday < 6 && tense != .future
        return dated(isOver ? this.adding(-1) ?? this : this)
    }

    // MARK: Shifts

    /// - Parameter isNearLast: whether the sentence has named a time before.
    func shifted(
        _ amount: TimeAmount, _ unit: TimeUnit, _ shift: TimeWord.Shift, _ base: ShiftBase, isNearLast: Bool
    ) -> Resolution {
        guard case .exact(let number) = amount, number < 100_000 else {
            let reference: TimeReference = shift.isForward ? .future : .past
            return Resolution(kind: .date, value: reference.rawValue)
        }
        let from: CalendarPoint?
        switch base {
        case .publication: from = writingDay.map { CalendarPoint(day: $0) }
        case .publicationDay(let offset): from = writingDay.map { CalendarPoint(day: $0.adding(days: offset)) }
        case .discourse: from = discoursePoint(for: unit)
        }
        guard let from, let day = from.interval?.lowerBound else {
            return Resolution(kind: .date, value: unit.openValue)
        }
        let signed = shift.isForward ? number : -number
        if unit.isPartOfDay {
            let moved = day.shifted(by: signed, unit)
            var resolution = dated(CalendarPoint(day: moved))
            resolution.kind = .time
            resolution.value += "TXX:XX"
            return resolution
        }
        if from.unit.days > unit.days * 1.5 { return Resolution(kind: .date, value: from.openValue(for: unit)) }
        if unit == .year, number == 1, let lastPoint, lastPoint.unit == .quarter, isNearLast || base == .discourse {
            // "from $27 million a year ago", said of a quarter.
            return dated(CalendarPoint(CalendarPoint.year(lastPoint.year, plus: Int(signed)), lastPoint.field))
        }
        let moved = day.shifted(by: signed, unit)
        let grain: TimeUnit =
            switch unit {
            case .fortnight: .week
            case .weekend: .weekend
            case .decade, .century, .millennium: .year
            default: number == number.rounded() ? unit : .month
            }
        return dated(CalendarPoint(grain, holding: moved))
    }
}

extension RecurringName {
    /// Whether a year tells which one is meant.
    var isInYear: Bool {
        switch self {
        case .month, .monthDay, .season, .quarter, .half, .holiday: true
        default: false
        }
    }

    /// Its TIMEX3 value with no year.
    var openValue: String {
        switch self {
        case .month(let month): "XXXX-" + pad(month, 2)
        case .monthDay(let month, let day): "XXXX-" + pad(month, 2) + "-" + pad(day, 2)
        case .dayOfMonth(let day): "XXXX-XX-" + pad(day, 2)
        case .weekday(let day): "XXXX-WXX-\(day)"
        case .season(let season): "XXXX-" + season.rawValue
        case .quarter(let quarter): "XXXX-Q\(quarter)"
        case .half(let half): "XXXX-H\(half)"
        case .holiday: "XXXX-XX-XX"
        case .decade(let tens): "XX\(tens / 10)"
        case .fiscalYear: "FYXXXX"
        }
    }
}

extension TimeUnit {
    /// The TIMEX3 value of one of these that cannot be told.
    var openValue: String {
        switch self {
        case .second, .minute, .hour, .day: "XXXX-XX-XX"
        case .week, .fortnight: "XXXX-WXX"
        case .weekend: "XXXX-WXX-WE"
        case .month: "XXXX-XX"
        case .quarter: "XXXX-QX"
        case .halfYear: "XXXX-HX"
        case .season: "XXXX-XX"
        case .year: "XXXX"
        case .decade: "XXX"
        case .century: "XX"
        case .millennium: "X"
        }
    }
}

extension CalendarPoint {
    /// Some unit inside this point: `1940-05-XX` for a day of May 1940.
    func openValue(for unit: TimeUnit) -> String {
        let yearValue = CalendarPoint(year).value
        switch unit {
        case .week, .fortnight: return yearValue + "-WXX"
        case .month: return yearValue + "-XX"
        case .year: return yearValue
        default: return openDayValue
        }
    }

    var openDayValue: String {
        switch field {
        case .day: value
        case .month: value + "-XX"
        default: CalendarPoint(year).value + "-XX-XX"
        }
    }
}
