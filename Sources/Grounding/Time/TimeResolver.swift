import Dates
import Tokens

/// Gives each expression of a text its value and interval, in order: what was named before anchors what comes after.
struct TimeResolver {
    let doc: Doc
    let lexicon: TimeLexicon
    let published: CalendarDate?
    let anchoring: TimeAnchoring

    /// The last times named, by how precise they were.
    private(set) var lastPoint: CalendarPoint?
    private(set) var lastDay: CalendarPoint?
    private(set) var lastMonth: CalendarPoint?
    /// The days named so far, for "the 24th" said again.
    private(set) var namedDays: [CalendarPoint] = []
    /// A token of the last month or day whose year was said.
    private var lastExplicit: Int?
    private var lastSentence = 0

    init(doc: Doc, lexicon: TimeLexicon, published: CalendarDate?, anchoring: TimeAnchoring) {
        self.doc = doc
        self.lexicon = lexicon
        self.published = published
        self.anchoring = anchoring
    }

    /// What a meaning denotes here.
    struct Resolution: Equatable {
        var kind: TimeExpression.Kind
        var value: String
        var point: CalendarPoint?
        var interval: ClosedRange<CalendarDate>?
        /// For times: the day they are on.
        var dayValue: String?
    }

    /// - Parameters:
    ///   - token: the expression's first token, whose clause decides between last and next.
    ///   - following: the expression right after it in a list or range ("May" in "May and June 2012").
    ///   - story: what the thread of a narrative says of this expression.
    mutating func resolve(
        _ match: TimeMatch, at token: Int, following: TimeMatch?, story: (year: Int?, isAside: Bool)
    ) -> Resolution {
        var meaning = inherited(match.meaning, from: following)
        let tense = needsTense(meaning) ? lexicon.tenses.tense(governing: token, in: doc) : nil
        if meaning == match.meaning, let year = story.year { meaning = meaning.placed(in: year) }
        var resolution = resolution(of: meaning, tense: tense, token: token)
        if let modifier = match.modifier { resolution.interval = resolution.interval.map { $0.narrowed(to: modifier) } }
        if !story.isAside { remember(resolution, match.meaning, token) }
        return resolution
    }

    // MARK: Memory

    private mutating func remember(_ resolution: Resolution, _ meaning: TimeMeaning, _ token: Int) {
        guard let point = resolution.point else { return }
        lastPoint = point
        lastSentence = doc.sentenceIndex(of: token)
        if point.unit == .day {
            lastDay = point
            namedDays.append(point)
        }
        if point.month != nil { lastMonth = point }
        switch meaning {
        case .point where point.month != nil, .inside(_, .point) where point.month != nil:
            lastExplicit = token
        default: break
        }
    }

    /// The day that "ago", "this" and "last" count from.
    var writingDay: CalendarDate? {
        guard anchoring == .narrative else { return published }
        return lastPoint?.interval?.lowerBound ?? published
    }

    /// The point that "later", "that" and "the previous" count from.
    func discoursePoint(for unit: TimeUnit) -> CalendarPoint? {
        let fallback = published.map { CalendarPoint(day: $0) }
        guard let lastPoint else { return fallback }
        if unit.days < CalendarPoint(lastPoint.year).unit.days, lastPoint.unit.days > unit.days {
            // A day after "in 1950" counts from the last day named, if that was in 1950.
            let finer = unit == .month ? lastMonth : lastDay
            if let finer, let day = finer.interval?.lowerBound, lastPoint.interval?.contains(day) == true {
                return finer
            }
        }
        return lastPoint
    }

    /// Whether the sentence has named a year already, so that a bare month is in that year; not in an aside ("the
    /// army, which took power in February 2021, extended it in July").
    private func followsExplicitYear(_ token: Int) -> Bool {
        guard let lastExplicit, doc.sentenceIndex(of: token) == doc.sentenceIndex(of: lastExplicit) else {
            return false
        }
        let aside = doc.ancestors(of: lastExplicit).first { doc.tokens[$0].dep == .relcl }
        return aside.map { doc.isAncestor($0, of: token) } ?? true
    }

    /// "May crude", "the March vote": a month before a noun, which the clause's tense says little about.
    private func isAttributive(_ name: RecurringName, _ token: Int) -> Bool {
        guard case .month = name else { return false }
        return doc.tokens[token].dep == .compound || doc.tokens[token].dep == .amod
    }

    // MARK: Lists

    /// "May and June 2012": the first takes its year from the second, "9 and 11 a.m." its half of the day.
    private func inherited(_ meaning: TimeMeaning, from following: TimeMatch?) -> TimeMeaning {
        guard let following else { return meaning }
        switch (meaning, following.meaning) {
        case (.named(.month(let month), nil), .point(let point)) where point.month != nil:
            let wraps = (point.month ?? month) < month
            return .point(CalendarPoint(wraps ? CalendarPoint.year(point.year, plus: -1) : point.year, .month(month)))
        case (.named(.monthDay(let month, let day), nil), .point(let point)) where point.unit == .day:
            return .point(CalendarPoint(point.year, .day(month: month, day: day)))
        case (.named(.dayOfMonth(let day), nil), .point(let point)):
            guard case .day(let month, _) = point.field else { return meaning }
            return .point(CalendarPoint(point.year, .day(month: month, day: day)))
        case (.named(.dayOfMonth(let day), nil), .named(.monthDay(let month, _), let which)):
            return .named(.monthDay(month, day), which)
        case (.named(.season(let season), nil), .point(let point)) where point.unit == .season:
            return .point(CalendarPoint(point.year, .season(season)))
        case (.named(.quarter(let quarter), nil), .inside(.quarter, let outer)):
            return .inside(.quarter(quarter), outer)
        case (.time(.openHour(let hour), let day), .time(.clock(let next, _, let zone), let nextDay)):
            let afternoon = next >= 12 && hour <= next - 12 && hour < 12
            return .time(.clock(hour: afternoon ? hour + 12 : hour, minute: 0, zone: zone), on: day ?? nextDay)
        case (.time(let time, nil), let day) where day.isDay: return .time(time, on: day)
        default: return meaning
        }
    }

    private func needsTense(_ meaning: TimeMeaning) -> Bool {
        switch meaning {
        case .named(_, nil), .unit(.weekend, nil): true
        case .time(_, let day?): needsTense(day)
        default: false
        }
    }

    // MARK: Meanings

    func resolution(of meaning: TimeMeaning, tense: VerbTense?, token: Int) -> Resolution {
        switch meaning {
        case .reference(let reference): return Resolution(kind: .date, value: reference.rawValue)
        case .set(let value): return Resolution(kind: .set, value: value)
        case .anyDay(let part): return Resolution(kind: .time, value: "XXXX-XX-XXT" + part.rawValue)
        case .anyWeekday(let day, let part):
            let suffix = part.map { "T" + $0.rawValue } ?? ""
            return Resolution(kind: part == nil ? .date : .time, value: "XXXX-WXX-\(day)" + suffix)
        case .duration(let amount, let unit, let side):
            return Resolution(
                kind: .duration, value: TimeAmount.duration(amount, unit), interval: stretch(amount, unit, side))
        case .point(let point): return dated(point)
        case .publicationDay(let offset):
            if anchoring == .narrative, offset == 0 {
                return Resolution(kind: .date, value: TimeReference.present.rawValue)
            }
            guard let day = writingDay else { return Resolution(kind: .date, value: "XXXX-XX-XX") }
            return dated(CalendarPoint(day: day.adding(days: offset)))
        case .named(let name, let which):
            if which == nil, name.isInYear, tense == .past || tense == nil, followsExplicitYear(token),
                let last = lastPoint,
                let point = point(name, inYear: last)
            {
                return dated(point)
            }
            return self.named(name, which, isAttributive(name, token) ? nil : tense)
        case .inside(let name, let outer):
            let outer = resolution(of: outer, tense: tense, token: token)
            guard let outerPoint = outer.point, let point = point(name, inYear: outerPoint) else {
                return Resolution(kind: .date, value: name.openValue)
            }
            return dated(point)
        case .unit(let unit, let which): return self.unit(unit, which, tense)
        case .ending(let unit, let end):
            guard let day = resolution(of: end, tense: tense, token: token).interval?.upperBound else {
                return self.unit(unit, nil, tense)
            }
            return dated(CalendarPoint(unit, holding: day))
        case .shifted(let amount, let unit, let shift, let base):
            let isNear = lastSentence == doc.sentenceIndex(of: token)
            return shifted(amount, unit, shift, base, isNearLast: isNear)
        case .time(let time, let day): return self.time(time, day, tense, token)
        }
    }

    func dated(_ point: CalendarPoint) -> Resolution {
        Resolution(kind: .date, value: point.value, point: point, interval: point.interval)
    }

    private func time(_ time: TimeOfDay, _ day: TimeMeaning?, _ tense: VerbTense?, _ token: Int) -> Resolution {
        var resolved: Resolution
        if let day {
            resolved = resolution(of: day, tense: tense, token: token)
            if resolved.value == TimeReference.present.rawValue { resolved = dayOfDiscourse(token) }
        } else {
            resolved = dayOfDiscourse(token)
        }
        let suffix: String
        switch time {
        case .part(let part): suffix = "T" + part.rawValue
        case .openHour(let hour): suffix = "T" + pad(hour, 2) + ":00"
        case .clock(let hour, let minute, let zone):
            suffix = "T" + pad(hour, 2) + ":" + pad(minute, 2) + (zone.map(zoneSuffix) ?? "")
        }
        resolved.kind = .time
        resolved.value += suffix
        return resolved
    }

    /// The day a bare time of day is on: the last one named nearby, or the day of writing.
    private func dayOfDiscourse(_ token: Int) -> Resolution {
        if anchoring == .narrative {
            if let lastDay, lastPoint?.unit == .day || lastPoint == nil { return dated(lastDay) }
            if let lastPoint { return Resolution(kind: .date, value: lastPoint.openDayValue) }
            return Resolution(kind: .date, value: "XXXX-XX-XX")
        }
        if let lastDay, lastPoint == lastDay, doc.sentenceIndex(of: token) - lastSentence <= 2 { return dated(lastDay) }
        return published.map { dated(CalendarPoint(day: $0)) } ?? Resolution(kind: .date, value: "XXXX-XX-XX")
    }

    private func zoneSuffix(_ minutes: Int) -> String {
        guard minutes != 0 else { return "Z" }
        let rest = abs(minutes) % 60
        return (minutes < 0 ? "-" : "+") + pad(abs(minutes) / 60, 2) + (rest > 0 ? ":" + pad(rest, 2) : "")
    }

    /// The days that "the past two weeks" covers.
    private func stretch(_ amount: TimeAmount, _ unit: TimeUnit, _ side: DurationSide?) -> ClosedRange<CalendarDate>? {
        guard let side, case .exact(let number) = amount, number < 10_000, let day = writingDay else { return nil }
        let other = day.shifted(by: side == .past ? -number : number, unit)
        return min(day, other)...max(day, other)
    }
}

extension TimeMeaning {
    /// A name that recurs, in a year that is known.
    fileprivate func placed(in year: Int) -> TimeMeaning {
        switch self {
        case .named(let name, nil): .inside(name, .point(CalendarPoint(year)))
        case .time(let time, let day?): .time(time, on: day.placed(in: year))
        default: self
        }
    }
}

extension CalendarDate {
    /// The day so many units later; fractions count in days.
    func shifted(by number: Double, _ unit: TimeUnit) -> CalendarDate {
        let whole = Int(number.rounded(.towardZero))
        let fraction = Int(((number - Double(whole)) * unit.days).rounded())
        let moved: CalendarDate =
            switch unit {
            case .second, .minute, .hour: adding(days: Int((number * unit.days).rounded(.towardZero)))
            case .day, .weekend: adding(days: whole)
            case .week: adding(days: whole * 7)
            case .fortnight: adding(days: whole * 14)
            case .month: adding(months: whole)
            case .quarter, .season: adding(months: whole * 3)
            case .halfYear: adding(months: whole * 6)
            case .year: adding(months: whole * 12)
            case .decade: adding(months: whole * 120)
            case .century: adding(months: whole * 1_200)
            case .millennium: adding(months: whole * 12_000)
            }
        return unit.isPartOfDay ? moved : moved.adding(days: fraction)
    }
}

extension ClosedRange<CalendarDate> {
    /// The first, middle or last third, as "early", "mid" and "late" mean it.
    func narrowed(to modifier: TimeModifier) -> ClosedRange<CalendarDate> {
        let length = upperBound.days - lowerBound.days + 1
        guard length >= 3 else { return self }
        let third = length / 3
        switch modifier {
        case .start: return lowerBound...lowerBound.adding(days: third - 1)
        case .mid: return lowerBound.adding(days: third)...upperBound.adding(days: -third)
        case .end: return upperBound.adding(days: 1 - third)...upperBound
        default: return self
        }
    }
}
