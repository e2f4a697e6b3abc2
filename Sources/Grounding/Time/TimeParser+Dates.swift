import Dates
import Tokens

/// Dates and years.
extension TimeParser {
    /// "July 4", "4 July 1914", "Friday, March 22, 2013", "March 2013", "1955", "480 BC", "2013-03-22".
    func date(_ start: Int) -> TimeMatch? {
        switch word(start) {
        case .weekday:
            let next = skipping(.comma, at: start + 1)
            if let date = monthDay(next) ?? dayMonth(next) {
                return TimeMatch(start..<date.atoms.upperBound, date.meaning)
            }
            if word(start + 1) == .the, case .ordinal(let day) = word(start + 2), (1...31).contains(day) {
                return dayMonth(start + 1).map { TimeMatch(start..<$0.atoms.upperBound, $0.meaning) }
                    ?? TimeMatch(start..<start + 3, .named(.dayOfMonth(day), nil))
            }
            return nil
        case .month: return monthDay(start) ?? monthYear(start)
        case .the: return dayMonth(start) ?? namedYear(start) ?? bareOrdinal(start)
        case .digits: return isoDate(start) ?? dayMonth(start) ?? plainYear(start) ?? firstDay(start)
        case .ordinal, .cardinal: return dayMonth(start)
        case .era(beforeChrist: false): return plainYear(start)
        case .apostrophe:
            guard followsYearPreposition(start), let (year, end) = year(start, strong: true) else { return nil }
            return TimeMatch(start..<end, .point(CalendarPoint(year)))
        case .date(let year, let month, let day):
            return TimeMatch(start..<start + 1, .point(CalendarPoint(year, .day(month: month, day: day))))
        case .bound(.approx):
            guard let year = plainYear(start + 1) else { return nil }
            return TimeMatch(start..<year.atoms.upperBound, year.meaning, .approx)
        default: return nil
        }
    }

    /// "July 4", "July 4th, 1914", "July the 4th", "March 22 last year".
    private func monthDay(_ start: Int) -> TimeMatch? {
        guard case .month(let month) = word(start) else { return nil }
        let number = skipping(.the, at: start + 1)
        guard let day = dayNumber(number, afterMonth: true), !countsSomething(number) else { return nil }
        return withYear(start, number + 1) { year in
            year.map { .point(CalendarPoint($0, .day(month: month, day: day))) } ?? .named(.monthDay(month, day), nil)
        } inside: {
            .inside(.monthDay(month, day), $0)
        }
    }

    /// "4 July", "the 4th of July 1914", "fifth of November".
    private func dayMonth(_ start: Int) -> TimeMatch? {
        let number = skipping(.the, at: start)
        guard let day = dayNumber(number, afterMonth: false) else { return nil }
        let monthAt = skipping(.of, at: number + 1)
        guard case .month(let month) = word(monthAt) else { return nil }
        return withYear(start, monthAt + 1) { year in
            year.map { .point(CalendarPoint($0, .day(month: month, day: day))) } ?? .named(.monthDay(month, day), nil)
        } inside: {
            .inside(.monthDay(month, day), $0)
        }
    }

    /// "March 2013", "March of that year", "March".
    private func monthYear(_ start: Int) -> TimeMatch? {
        guard case .month(let month) = word(start), isMonth(start) else { return nil }
        return withYear(start, start + 1) { year in
            year.map { .point(CalendarPoint($0, .month(month))) } ?? .named(.month(month), nil)
        } inside: {
            .inside(.month(month), $0)
        }
    }

    /// "march" and "may" are verbs too, and there are marches of renown ("the Long March").
    private func isMonth(_ position: Int) -> Bool {
        guard let token = token(position), token.pos == .noun || token.pos == .properNoun else { return false }
        // "Mar" without its full stop is a month only beside a number.
        if token.lower.utf8.count == 3, token.lower != "may" {
            guard case .digits = word(position + 1) else {
                if case .digits = word(position - 1) { return true }
                return false
            }
        }
        guard token.lower == "march" || token.lower == "may" else { return true }
        guard doc.startsWithCapital(atoms[position].token) else { return false }
        if case .other = word(position - 1), let before = self.token(position - 1), before.head == atoms[position].token
        {
            return before.dep != .amod && before.dep != .compound && before.dep != .poss && before.dep != .case
        }
        return true
    }

    /// The day in digits or words, 1 to 31.
    private func dayNumber(_ position: Int, afterMonth: Bool) -> Int? {
        switch word(position) {
        case .digits(let day, let count) where count <= 2 && (1...31).contains(day): day
        case .ordinal(let day) where (1...31).contains(day): day
        case .cardinal(let day) where afterMonth && (1...31).contains(day): day
        default: nil
        }
    }

    /// Whether a number after a month counts what follows ("In May 20 people died"), so that it is no day.
    private func countsSomething(_ position: Int) -> Bool {
        guard let token = token(position), case .digits = word(position) else { return false }
        guard token.dep == .nummod, token.head > atoms[position].token else { return false }
        let head = doc.tokens[token.head]
        return head.tag == .nns && token.head == atoms[position].token + 1
    }

    /// A month or day with the year that may follow it.
    private func withYear(
        _ start: Int, _ end: Int, _ meaning: (Int?) -> TimeMeaning, inside: (TimeMeaning) -> TimeMeaning
    ) -> TimeMatch {
        var next = skipping(.comma, at: end)
        if word(next) == .of { next += 1 }
        if let (year, yearEnd) = year(next, strong: true) { return TimeMatch(start..<yearEnd, meaning(year)) }
        if let outer = pickedYear(next) { return TimeMatch(start..<outer.atoms.upperBound, inside(outer.meaning)) }
        return TimeMatch(start..<end, meaning(nil))
    }

    /// "last year", "of that year", "of the same year": the year a month or quarter lies in.
    func pickedYear(_ start: Int) -> TimeMatch? {
        guard let match = pickedUnit(start), case .unit(.year, _?) = match.meaning else { return nil }
        return match
    }

    /// "the year 1955", "the years 1955".
    private func namedYear(_ start: Int) -> TimeMatch? {
        guard word(start) == .the, unit(start + 1)?.unit == .year, let (year, end) = year(start + 2, strong: true)
        else {
            return nil
        }
        return TimeMatch(start..<end, .point(CalendarPoint(year)))
    }

    /// "the 24th", after a preposition that days have.
    private func bareOrdinal(_ start: Int) -> TimeMatch? {
        guard case .ordinal(let day) = word(start + 1), (1...31).contains(day), endsPhrase(start + 2),
            doc.startsWithDigit(atoms[start + 1].token)
        else { return nil }
        switch word(start - 1) {
        case .on, .to: return TimeMatch(start..<start + 2, .named(.dayOfMonth(day), nil))
        default: return nil
        }
    }

    private func plainYear(_ start: Int) -> TimeMatch? {
        guard let (year, end) = year(start, strong: false) else { return nil }
        return TimeMatch(start..<end, .point(CalendarPoint(year)))
    }

    /// "1955", "480 BC", "AD 79", "'07".
    ///
    /// - Parameter strong: whether what stands before says that a year comes, so that doubtful numbers are taken.
    func year(_ start: Int, strong: Bool) -> (year: Int, end: Int)? {
        if case .era(beforeChrist: false) = word(start), case .digits(let year, _) = word(start + 1),
            (1..<10_000).contains(year)
        {
            return (year, start + 2)
        }
        if strong, word(start) == .apostrophe, case .digits(let short, count: 2) = word(start + 1) {
            return ((short < 30 ? 2000 : 1900) + short, start + 2)
        }
        guard case .digits(let year, let count) = word(start), year > 0 else { return nil }
        if case .era(let beforeChrist) = word(start + 1), year < 10_000 {
            return (beforeChrist ? -year : year, start + 2)
        }
        if count == 4, (1_000...2_199).contains(year), strong ? !isDecimalOrSum(start) : isYear(start, year) {
            return (year, start + 1)
        }
        if countsBeforeChrist, count == 3, strong || followsYearPreposition(start), !countsPlural(start) {
            return (-year, start + 1)
        }
        return nil
    }

    /// Whether four digits that stand alone are a year and no count, sum, flight or model.
    private func isYear(_ position: Int, _ year: Int) -> Bool {
        if isDecimalOrSum(position) || countsPlural(position) { return false }
        let before = token(position - 1)
        // "Boeing 1990", "Resolution 1973", "page 1812": a name or kind before the number.
        if let before, before.pos == .properNoun || before.tag == .nn, doc.tokens[atoms[position].token].dep == .nummod,
            doc.tokens[atoms[position].token].head == atoms[position - 1].token
        {
            return isTimeWord(position - 1)
        }
        return (1_400...2_100).contains(year) || followsYearPreposition(position)
    }

    private func isDecimalOrSum(_ position: Int) -> Bool {
        if let before = token(position - 1), before.tag == .dollar || before.tag == .sym || before.lower == "#" {
            return atoms[position - 1].word != .hyphen
        }
        guard let after = token(position + 1) else { return false }
        return after.tag == .dollar || after.lower == "%" || after.lower == "percent"
    }

    /// "2000 soldiers" against "the 2008 elections".
    private func countsPlural(_ position: Int) -> Bool {
        let index = atoms[position].token
        let token = doc.tokens[index]
        guard token.dep == .nummod || token.dep == .quantmod || token.dep == .compound, token.head > index else {
            return false
        }
        let head = doc.tokens[token.head]
        guard head.tag == .nns else { return isMeasure(head) }
        let hasDeterminer = doc.children(of: token.head).contains {
            $0 < index && [.det, .poss].contains(doc.tokens[$0].dep)
        }
        if hasDeterminer { return false }
        guard case .digits(let value, _) = word(position) else { return true }
        return !(1_900...2_050).contains(value) || value % 10 == 0 && value != 2010 && value != 2020
    }

    private func isMeasure(_ head: Token) -> Bool {
        ["percent", "km", "kg", "mph", "feet", "meter", "metre", "mile"].contains(head.lemma)
    }

    private func followsYearPreposition(_ position: Int) -> Bool {
        guard let before = token(position - 1) else { return false }
        return ["in", "since", "of", "by", "until", "from", "after", "before", "during", "around", "between", "to"]
            .contains(before.lower)
    }

    private func isTimeWord(_ position: Int) -> Bool {
        switch word(position) {
        case .month, .season, .unit, .holiday, .part, .quarterName, .halfName, .fiscal, .hyphen, .weekday: true
        default: false
        }
    }

    /// "2013-03-22", in one token or several.
    private func isoDate(_ start: Int) -> TimeMatch? {
        guard case .digits(let year, count: 4) = word(start), word(start + 1) == .hyphen,
            case .digits(let month, count: 2) = word(start + 2), word(start + 3) == .hyphen,
            case .digits(let day, count: 2) = word(start + 4),
            let date = CalendarDate(year: year, month: month, day: day)
        else { return nil }
        return TimeMatch(start..<start + 5, .point(CalendarPoint(day: date)))
    }

    /// "5" in "5-7 June", "5 and 7 June": its month comes with the next day.
    private func firstDay(_ start: Int) -> TimeMatch? {
        guard case .digits(let day, let count) = word(start), count <= 2, (1...31).contains(day),
            [.hyphen, .and, .to, .or].contains(word(start + 1)), dayMonth(start + 2) != nil
        else { return nil }
        return TimeMatch(start..<start + 1, .named(.dayOfMonth(day), nil))
    }

    /// "5" in "June 3 and 5", "June 3-5": a day of the month named just before.
    func listedDay(after match: TimeMatch, at position: Int) -> TimeMatch? {
        switch match.meaning {
        case .named(.monthDay, nil), .named(.dayOfMonth, nil): break
        case .point(let point) where point.unit == .day: break
        case .point(let point) where point.unit == .year: return shortYear(after: point, at: position)
        default: return nil
        }
        guard [.hyphen, .and, .to, .or].contains(word(position)) || word(position) == .comma else { return nil }
        let number = word(position) == .comma ? skipping(.and, at: position + 1) : position + 1
        guard case .digits(let day, let count) = word(number), count <= 2, (1...31).contains(day),
            word(position) == .hyphen || endsPhrase(number + 1), !countsSomething(number),
            dayMonth(number) == nil
        else { return nil }
        if case .named(.monthDay(let month, _), nil) = match.meaning, word(position) != .comma,
            let (year, end) = year(skipping(.comma, at: number + 1), strong: true)
        {
            return TimeMatch(number..<end, .point(CalendarPoint(year, .day(month: month, day: day))))
        }
        return TimeMatch(number..<number + 1, .named(.dayOfMonth(day), nil))
    }

    /// "45" in "1939-45".
    private func shortYear(after point: CalendarPoint, at position: Int) -> TimeMatch? {
        guard word(position) == .hyphen || word(position) == .slash,
            case .digits(let short, count: 2) = word(position + 1),
            short > point.year % 100, point.year > 0
        else { return nil }
        return TimeMatch(position + 1..<position + 2, .point(CalendarPoint(point.year / 100 * 100 + short)))
    }
}
