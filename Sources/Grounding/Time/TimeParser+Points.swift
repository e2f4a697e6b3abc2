import Tokens

/// Points of the calendar by name or by pointing: weekdays, seasons, quarters, "last year", "yesterday".
extension TimeParser {
    /// A point without a part before it: "Friday", "last year", "the third quarter of 2012", "1955".
    func point(_ start: Int) -> TimeMatch? {
        longest(
            date(start), partOfYear(start), season(start), decade(start), century(start), fiscalYear(start),
            holiday(start), pickedUnit(start), pickedName(start), weekday(start), deictic(start))
    }

    /// "early 2012", "the end of the month", "late last year", "mid-June", "the rest of 1942", "year-end".
    func partOfPoint(_ start: Int) -> TimeMatch? {
        let unitAt = skipping(.the, at: start)
        if let (unit, plural) = unit(unitAt), !plural, word(unitAt + 2) == .partNoun(.late),
            word(unitAt + 1) == .possessive || word(unitAt + 1) == .hyphen && unitAt == start
        {
            return TimeMatch(start..<unitAt + 3, .unit(unit, nil), .end)
        }
        guard let (modifier, position) = partPhrase(start) else { return nil }
        // "an early-morning raid" is a kind of raid.
        if word(position - 1) == .hyphen, case .dayPart = word(position) { return nil }
        if let time = longest(pointWithTime(position), dayPart(position)) {
            return TimeMatch(start..<time.atoms.upperBound, time.meaning, modifier)
        }
        guard let point = point(position) ?? definiteUnit(position) else { return nil }
        return TimeMatch(start..<point.atoms.upperBound, point.meaning, modifier)
    }

    /// The words before a point that say which part of it is meant, with the TIMEX3 `mod` they stand for.
    private func partPhrase(_ start: Int) -> (modifier: TimeModifier?, end: Int)? {
        var position = skipping(.the, at: start)
        switch word(position) {
        case .part(let part):
            if word(position + 1) == .portion, word(position + 2) == .of { return (part.modifier, position + 3) }
            position = skipping(.hyphen, at: position + 1)
            if word(position) == .to, case .part = word(skipping(.hyphen, at: position + 1)) {
                // "mid-to-late": the first of the two counts.
                position = skipping(.hyphen, at: skipping(.hyphen, at: position + 1) + 1)
            }
            // "early in the year" is one expression; "later on Friday" is not.
            if word(position) == .on { return nil }
            if word(position) == .in { position += 1 }
            return (part.modifier, position)
        case .ordinal(let number) where word(position + 1) == .portion && word(position + 2) == .of && number <= 2:
            return (number == 1 ? .start : .end, position + 3)
        case .partNoun(let part): return word(position + 1) == .of ? (part.modifier, position + 2) : nil
        case .rest: return word(position + 1) == .of && position > start ? (nil, position + 2) : nil
        default: return nil
        }
    }

    // MARK: Units

    /// "this week", "the previous day", "that same month", "the current quarter", "the following year".
    func pickedUnit(_ start: Int) -> TimeMatch? {
        guard let (which, end) = which(start), let (unit, plural) = unit(end), !plural, !unit.isPartOfDay else {
            return nil
        }
        switch which {
        case .past where unit == .weekend: return TimeMatch(start..<end + 1, .unit(unit, .last))
        case .past, .recent, .these, .those: return nil
        case .coming, .future: return TimeMatch(start..<end + 1, .unit(unit, .next))
        case .last where word(start) == .the, .next where word(start) == .the && isMeasured(start, unit): return nil
        default: return TimeMatch(start..<end + 1, .unit(unit, which))
        }
    }

    /// "over the next year" measures a year; "the next day" is a day.
    private func isMeasured(_ start: Int, _ unit: TimeUnit) -> Bool {
        unit != .day && ["over", "during", "within", "for", "throughout"].contains(token(start - 1)?.lower)
    }

    /// The word that picks, with its article: "the same", "that same", "the very next".
    func which(_ start: Int) -> (which: TimeWord.Which, end: Int)? {
        let position = skipping(.the, at: start)
        guard case .which(let which) = word(position) else { return nil }
        if position == start, case .which(let second) = word(position + 1) {
            switch (which, second) {
            case (.that, .same): return (.same, position + 2)
            case (.this, .same): return (.this, position + 2)
            case (.this, .past), (.this, .last), (.this, .coming): return (second, position + 2)
            default: return nil
            }
        }
        // "said that year" has a conjunction, "following Monday's debate" a preposition.
        if which == .that, tag(position) != .dt, !closesPhrase(position + 2) { return nil }
        if which == .following, position == start { return nil }
        return (which, position + 1)
    }

    /// Whether punctuation or a preposition follows, before which no subject ends.
    private func closesPhrase(_ position: Int) -> Bool {
        guard let token = token(position) else { return true }
        return token.pos == .punctuation || token.pos == .adposition || token.pos == .space
    }

    /// "the week", "the year": the one the text is about.
    func definiteUnit(_ start: Int) -> TimeMatch? {
        guard word(start) == .the, let (unit, plural) = unit(start + 1), !plural else { return nil }
        switch unit {
        case .day, .week, .weekend, .month, .quarter, .year, .decade, .century: break
        default: return nil
        }
        if let verb = token(start + 2)?.lower, verb == "ended" || verb == "ending", let end = date(start + 3) {
            return TimeMatch(start..<start + 2, .ending(unit, end.meaning))
        }
        return TimeMatch(start..<start + 2, .unit(unit, nil))
    }

    // MARK: Names

    /// "last Friday", "next summer", "this March", "last Christmas".
    private func pickedName(_ start: Int) -> TimeMatch? {
        guard let (picking, end) = which(start) else { return nil }
        let which = picking == .past ? .last : picking
        let name: RecurringName
        switch word(end) {
        case .weekday(let day): name = .weekday(day)
        case .month(let month):
            if let date = date(end), case .named(let dated, nil) = date.meaning {
                return TimeMatch(start..<date.atoms.upperBound, .named(dated, which))
            }
            name = .month(month)
        case .season(let season): name = .season(season)
        case .holiday(let holiday): name = .holiday(holiday)
        case .fiscal where unit(end + 1)?.unit == .year: return TimeMatch(start..<end + 2, .named(.fiscalYear, which))
        default: return nil
        }
        return TimeMatch(start..<end + 1, .named(name, which))
    }

    private func weekday(_ start: Int) -> TimeMatch? {
        guard case .weekday(let day) = word(start), tag(start) == .nnp || tag(start) == .nn else { return nil }
        // "Black Friday", "Bloody Sunday": a name of its own.
        if let before = token(start - 1), before.tag == .nnp, !before.lower.hasSuffix("."),
            before.head == atoms[start].token, before.dep == .compound, case .other = word(start - 1)
        {
            return nil
        }
        return TimeMatch(start..<start + 1, .named(.weekday(day), nil))
    }

    /// "a Monday": any one.
    func anyWeekday(_ start: Int) -> TimeMatch? {
        guard word(start) == .a, case .weekday(let day) = word(start + 1) else { return nil }
        guard case .dayPart(let part) = word(start + 2) else {
            // "a Monday meeting" is on a Monday that is known.
            return endsPhrase(start + 2) ? TimeMatch(start..<start + 2, .anyWeekday(day, nil)) : nil
        }
        return endsPhrase(start + 3) ? TimeMatch(start..<start + 3, .anyWeekday(day, part)) : nil
    }

    private func holiday(_ start: Int) -> TimeMatch? {
        guard case .holiday(let holiday) = word(start) else { return nil }
        let next = skipping(.comma, at: start + 1)
        if let (year, end) = year(word(next) == .of ? next + 1 : next, strong: true) {
            return TimeMatch(start..<end, .inside(.holiday(holiday), .point(CalendarPoint(year))))
        }
        return TimeMatch(start..<start + 1, .named(.holiday(holiday), nil))
    }

    /// "summer 2012", "the spring of 1942", "the summer of that year", "the winter".
    private func season(_ start: Int) -> TimeMatch? {
        let position = skipping(.the, at: start)
        guard case .season(let season) = word(position) else { return nil }
        var next = skipping(.comma, at: position + 1)
        if word(next) == .of { next += 1 }
        if let (year, end) = year(next, strong: true) {
            return TimeMatch(start..<end, .point(CalendarPoint(year, .season(season))))
        }
        if let outer = pickedYear(next) {
            return TimeMatch(start..<outer.atoms.upperBound, .inside(.season(season), outer.meaning))
        }
        // "the fall of the city", "a spring in his step", "Arab Spring".
        if word(position + 1) == .of { return nil }
        if let before = token(start - 1), before.pos == .properNoun || before.pos == .adjective,
            before.head == atoms[position].token, word(start - 1) == .other
        {
            return nil
        }
        if token(position)?.lower == "fall", position == start || ![.in, .from, .to, .on].contains(word(start - 1)) {
            guard word(start - 1) == .in else { return nil }
        }
        if let head = token(position), head.dep == .compound, doc.tokens[head.head].tag == .nnp { return nil }
        return TimeMatch(start..<position + 1, .named(.season(season), nil))
    }

    /// "the third quarter of 2012", "last year's fourth quarter", "second-quarter", "Q3", "the first half of the year".
    private func partOfYear(_ start: Int) -> TimeMatch? {
        if let outer = pickedYear(start), word(outer.atoms.upperBound) == .possessive {
            let position = skipping(.fiscal, at: outer.atoms.upperBound + 1)
            guard let (name, end) = partOfYearName(position) else { return nil }
            return TimeMatch(start..<end, .inside(name, outer.meaning))
        }
        var position = skipping(.the, at: start)
        if let ago = yearAgo(position) { position = ago }
        let isYearAgo = position != skipping(.the, at: start)
        position = skipping(.fiscal, at: position)
        if isYearAgo, isPeriod(position) {
            return TimeMatch(start..<position + 1, .shifted(.exact(1), .year, .ago, from: .publication))
        }
        guard let (name, end) = partOfYearName(position) else { return nil }
        if isYearAgo {
            return TimeMatch(start..<end, .inside(name, .shifted(.exact(1), .year, .ago, from: .publication)))
        }
        let next = word(end) == .of ? end + 1 : word(end) == .comma ? end + 1 : end
        if let (year, yearEnd) = year(next, strong: true) {
            return TimeMatch(start..<yearEnd, .inside(name, .point(CalendarPoint(year))))
        }
        if let fiscal = fiscalYear(next) {
            return TimeMatch(start..<fiscal.atoms.upperBound, .inside(name, fiscal.meaning))
        }
        if let outer = pickedYear(next) ?? (word(end) == .of ? definiteUnit(next) : nil) {
            guard case .unit(.year, _) = outer.meaning else { return halfOf(start, name, outer) }
            return TimeMatch(start..<outer.atoms.upperBound, .inside(name, outer.meaning))
        }
        if case .half = name, word(end) == .of || position == start { return nil }
        return TimeMatch(start..<end, .named(name, nil))
    }

    /// "the second half of the month": a part of it, not of the year.
    private func halfOf(_ start: Int, _ name: RecurringName, _ outer: TimeMatch) -> TimeMatch? {
        guard case .half(let number) = name else { return nil }
        return TimeMatch(start..<outer.atoms.upperBound, outer.meaning, number == 1 ? .start : .end)
    }

    /// "year-ago", "year-earlier" before a quarter.
    private func yearAgo(_ start: Int) -> Int? {
        guard unit(start)?.unit == .year, word(start + 1) == .hyphen else { return nil }
        switch word(start + 2) {
        case .shift(.ago), .part(.earlier): return start + 3
        default: return nil
        }
    }

    private func isPeriod(_ position: Int) -> Bool {
        if word(position) == .period { return true }
        switch unit(position)?.unit {
        case .quarter?, .month?, .year?: return true
        default: return false
        }
    }

    private func partOfYearName(_ start: Int) -> (name: RecurringName, end: Int)? {
        switch word(start) {
        case .quarterName(let number): return (.quarter(number), start + 1)
        case .halfName(let number): return (.half(number), start + 1)
        case .ordinal(let number):
            let next = skipping(.hyphen, at: start + 1)
            if case .unit(.quarter) = word(next), (1...4).contains(number) { return (.quarter(number), next + 1) }
            if word(next) == .half, (1...2).contains(number) { return (.half(number), next + 1) }
            return nil
        default: return nil
        }
    }

    /// "fiscal 2012", "fiscal year 2012", "the 2012 fiscal year", "the fiscal year".
    private func fiscalYear(_ start: Int) -> TimeMatch? {
        let position = skipping(.the, at: start)
        if let (year, end) = year(position, strong: true), word(end) == .fiscal, unit(end + 1)?.unit == .year {
            return TimeMatch(start..<end + 2, .point(CalendarPoint(year, .fiscalYear)))
        }
        guard word(position) == .fiscal else { return nil }
        let unitEnd = unit(position + 1)?.unit == .year ? position + 2 : position + 1
        if let (year, end) = year(unitEnd, strong: true) {
            return TimeMatch(start..<end, .point(CalendarPoint(year, .fiscalYear)))
        }
        guard unitEnd == position + 2, position > start else { return nil }
        return TimeMatch(start..<unitEnd, .named(.fiscalYear, nil))
    }

    /// "the 1990s", "the nineties", "the '80s", "the 470s BC".
    private func decade(_ start: Int) -> TimeMatch? {
        let article = skipping(.the, at: start)
        let position = skipping(.apostrophe, at: article)
        guard case .decade(let decade) = word(position) else { return nil }
        var end = position + 1
        if case .era(let beforeChrist) = word(end) {
            end += 1
            return TimeMatch(start..<end, .point(CalendarPoint(beforeChrist ? -decade - 9 : decade, .decade)))
        }
        if decade >= 100 { return TimeMatch(start..<end, .point(CalendarPoint(decade, .decade))) }
        // "in his nineties" is an age, "the low 30s" a temperature.
        if article == start, position == start, !followsPart(start) { return nil }
        if decade < 50, position == article, doc.startsWithDigit(atoms[position].token) { return nil }
        return TimeMatch(start..<end, .named(.decade(decade), nil))
    }

    private func followsPart(_ position: Int) -> Bool {
        if case .part = word(position - 1) { return true }
        guard word(position - 1) == .hyphen, case .part = word(position - 2) else { return false }
        return true
    }

    /// "the 19th century", "the fourth century BC".
    private func century(_ start: Int) -> TimeMatch? {
        let position = skipping(.the, at: start)
        guard case .ordinal(let number) = word(position), (1...99).contains(number) else { return nil }
        let unitAt = skipping(.hyphen, at: position + 1)
        guard case .unit(let unit) = word(unitAt), unit == .century || unit == .millennium else { return nil }
        let size = unit == .century ? 100 : 1_000
        let field: CalendarPoint.Field = unit == .century ? .century : .millennium
        if case .era(let beforeChrist) = word(unitAt + 1) {
            let year = beforeChrist ? -number * size : (number - 1) * size + 1
            return TimeMatch(start..<unitAt + 2, .point(CalendarPoint(year, field)))
        }
        return TimeMatch(start..<unitAt + 1, .point(CalendarPoint((number - 1) * size + 1, field)))
    }

    // MARK: Pointing from the time of writing

    /// "today", "tomorrow", "the day before yesterday", "right now", "the day after tomorrow".
    func deictic(_ start: Int) -> TimeMatch? {
        switch word(start) {
        case .deictic(.today): return TimeMatch(start..<start + 1, .publicationDay(0))
        case .deictic(.yesterday): return TimeMatch(start..<start + 1, .publicationDay(-1))
        case .deictic(.tomorrow): return TimeMatch(start..<start + 1, .publicationDay(1))
        case .the:
            guard case .unit(.day) = word(start + 1) else { return nil }
            switch (word(start + 2), word(start + 3)) {
            case (.shift(.before), .deictic(.yesterday)): return TimeMatch(start..<start + 4, .publicationDay(-2))
            case (.shift(.after), .deictic(.tomorrow)): return TimeMatch(start..<start + 4, .publicationDay(2))
            default: return nil
            }
        default: return nil
        }
    }

    /// "now", "currently", "recent", "these days", "the future", "recent years", "the moment".
    func vague(_ start: Int) -> TimeMatch? {
        switch word(start) {
        case .deictic(.now): return TimeMatch(start..<start + 1, .reference(.present))
        case .right:
            guard word(start + 1) == .deictic(.now) else { return nil }
            return TimeMatch(start..<start + 2, .reference(.present))
        case .deictic(.recently) where word(start - 1) != .most && token(start - 1)?.lower != "as":
            return TimeMatch(start..<start + 1, .reference(.past))
        case .which(.these), .which(.those):
            guard let (_, plural) = unit(start + 1), plural else { return nil }
            return TimeMatch(start..<start + 2, .reference(word(start) == .which(.these) ? .present : .past))
        default: break
        }
        let position = skipping(.the, at: start)
        guard case .which(let which) = word(position) else { return nil }
        if let (unit, plural) = unit(position + 1), plural, !unit.isPartOfDay || which == .recent {
            switch which {
            case .recent, .past, .last: return TimeMatch(start..<position + 2, .reference(.past))
            case .coming, .next, .following, .future: return TimeMatch(start..<position + 2, .reference(.future))
            default: return nil
            }
        }
        switch which {
        case .recent where position == start, .current where position == start:
            return TimeMatch(start..<position + 1, .reference(which == .current ? .present : .past))
        case .future where isNoun(position) && position > start, .past where isNoun(position) && position > start:
            return TimeMatch(start..<position + 1, .reference(which == .future ? .future : .past))
        case .former where position == start, .future where position == start:
            var match = TimeMatch(start..<start + 1, .reference(which == .future ? .future : .past))
            match.isOfStories = true
            return match
        default: return nil
        }
    }

    private func isNoun(_ position: Int) -> Bool { token(position)?.pos == .noun }
}

extension TimeWord.Part {
    var modifier: TimeModifier {
        switch self {
        case .early, .earlier: .start
        case .mid: .mid
        case .late, .later: .end
        }
    }
}
