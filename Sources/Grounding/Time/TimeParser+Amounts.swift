import Tokens

/// Durations, and times that lie a duration away.
extension TimeParser {
    /// An amount of units: what durations and shifts have in common.
    private struct Span {
        var amount: TimeAmount
        var unit: TimeUnit
        var modifier: TimeModifier?
        var end: Int
        /// "a year", which is also "per year".
        var hasArticle = false
    }

    /// "about three weeks", "two and a half years", "an hour and a half", "several more days", "weeks".
    private func span(_ start: Int) -> Span? {
        var position = start
        var modifier: TimeModifier?
        if let (bound, end) = bound(position) {
            modifier = bound
            position = end
        }
        if let (unit, plural) = unit(position) {
            guard plural else { return nil }
            // "the 68th and 81st minutes" are counted out.
            if case .ordinal = word(position - 1) { return nil }
            return Span(amount: .open, unit: unit, modifier: modifier, end: position + 1)
        }
        let hasArticle = word(position) == .a
        guard let (amount, amountEnd) = amount(position) else { return nil }
        var end = amountEnd
        if modifier == nil, let (bound, boundEnd) = bound(position), boundEnd > end {
            (modifier, end) = (bound, boundEnd)
        }
        let unitAt = unit(end) != nil ? end : skippingAdjective(end, afterArticle: hasArticle)
        guard let (unit, plural) = unit(unitAt) else { return nil }
        if hasArticle, plural, amount == .exact(1) { return nil }
        var span = Span(amount: amount, unit: unit, modifier: modifier, end: unitAt + 1, hasArticle: hasArticle)
        if let half = andAHalf(span.end), case .exact(let number) = amount {
            span.amount = .exact(number + 0.5)
            span.end = half
        }
        if word(span.end) == .or, word(span.end + 1) == .so {
            span.end += 2
            span.modifier = .approx
        }
        return span
    }

    /// "two bloody weeks", "three consecutive days", "a full year", but not "a sad day".
    private func skippingAdjective(_ position: Int, afterArticle: Bool = false) -> Int {
        guard let token = token(position), token.tag == .jj || token.tag == .jjr, unit(position + 1) != nil else {
            return position
        }
        if case .which = word(position) { return position }
        if afterArticle { return measuring.contains(token.lower) ? position + 1 : position }
        return doc.startsWithCapital(atoms[position].token) ? position : position + 1
    }

    private var measuring: Set<String> {
        ["full", "whole", "single", "entire", "solid", "further", "additional", "extra"]
    }

    // MARK: Shifts

    /// "two years ago", "three days later", "a month earlier", "the day before", "two weeks from now".
    func shifted(_ start: Int) -> TimeMatch? {
        if word(start) == .the || word(start) == .a, let match = dayBefore(start) { return match }
        guard let span = span(start) else { return nil }
        func match(_ end: Int, _ shift: TimeWord.Shift, _ base: ShiftBase) -> TimeMatch {
            TimeMatch(start..<end, .shifted(span.amount, span.unit, shift, from: base), span.modifier)
        }
        let next = skipping(.hyphen, at: span.end)
        switch word(next) {
        case .shift(.ago): return match(next + 1, .ago, .publication)
        case .part(.earlier) where next == span.end, .which(.previous) where next == span.end && endsClause(next + 1):
            return match(next + 1, .before, .discourse)
        case .part(.later) where next == span.end: return match(next + 1, .after, .discourse)
        case .shift(.previously) where next == span.end: return match(next + 1, .before, .discourse)
        case .shift(.afterwards) where next == span.end: return match(next + 1, .after, .discourse)
        case .shift(let shift) where next == span.end:
            if case .which(.that) = word(next + 1), endsPhrase(next + 2) { return match(next + 2, shift, .discourse) }
            return endsClause(next + 1) ? match(next + 1, shift, .discourse) : nil
        case .from where word(next + 1) == .deictic(.now): return match(next + 2, .after, .publication)
        case .from:
            guard let day = deictic(next + 1), case .publicationDay(let offset) = day.meaning else { return nil }
            return match(day.atoms.upperBound, .after, .publicationDay(offset))
        default: return nil
        }
    }

    /// "the day before", "the year after": anaphoric where nothing says before what.
    private func dayBefore(_ start: Int) -> TimeMatch? {
        guard word(start) == .the, let (unit, plural) = unit(start + 1), !plural,
            case .shift(let shift) = word(start + 2),
            shift != .ago, endsClause(start + 3)
        else { return nil }
        return TimeMatch(start..<start + 3, .shifted(.exact(1), unit, shift, from: .discourse))
    }

    /// Whether nothing follows that "before" or "after" could govern.
    private func endsClause(_ position: Int) -> Bool {
        guard let token = token(position) else { return true }
        return token.pos == .punctuation && token.tag != .openingQuote && token.tag != .dollar || token.pos == .space
            || token.startsSentence || token.pos == .coordinatingConjunction
    }

    // MARK: Durations

    /// "three weeks", "ten-day", "27-year-old", "the past two years", "half an hour", "the first nine months".
    func duration(_ start: Int) -> TimeMatch? {
        if let anchored = anchoredDuration(start) { return anchored }
        if let hyphenated = hyphenatedDuration(start) { return hyphenated }
        if let lower = lowerAmount(start) { return lower }
        if let span = span(start) {
            guard isDuration(span) else { return nil }
            var end = span.end
            if word(end) == .old { end += 1 } else if word(end) == .of, word(end + 1) == .age { end += 2 }
            return TimeMatch(start..<end, .duration(span.amount, span.unit, nil), span.modifier)
        }
        return definiteDuration(start) ?? definiteUnit(start)
    }

    /// "a second opinion", "three quarters of the votes", "a year-long siege" (whose duration is "year-long").
    private func isDuration(_ span: Span) -> Bool {
        let isOne = span.hasArticle && span.amount == .exact(1)
        switch span.unit {
        // "two quarters of the seats", "in all quarters": quarters of the year are counted with "the past two quarters".
        case .quarter: return false
        case .second: return !isOne
        // So does "day-to-day"; "a day of mourning" is a kind of day.
        case .day where isOne && word(span.end) == .of: return false
        default: return !(isOne && word(span.end) == .hyphen)
        }
    }

    /// "two" in "two to three weeks", "5" in "5-10 years": the unit comes with the next number.
    private func lowerAmount(_ start: Int) -> TimeMatch? {
        let (modifier, position) = bound(start).map { (Optional($0.modifier), $0.end) } ?? (nil, start)
        guard let (lower, end) = number(position), lower < 1_000, [.to, .or, .and, .hyphen].contains(word(end)),
            case .exact(let upper)? = number(end + 1).map({ TimeAmount.exact($0.value) }), upper > lower,
            let upperEnd = number(end + 1)?.end, let (unit, plural) = unit(upperEnd), plural
        else { return nil }
        return TimeMatch(start..<end, .duration(.exact(lower), unit, nil), modifier)
    }

    /// "the past year", "the last three months", "the next few weeks", "the previous two decades".
    private func anchoredDuration(_ start: Int) -> TimeMatch? {
        guard let (which, end) = which(start) else { return nil }
        let side: DurationSide
        switch which {
        case .past, .last, .previous, .recent: side = .past
        case .next, .coming, .following: side = .future
        default: return nil
        }
        if let span = span(end), unit(end) == nil, !span.hasArticle {
            return TimeMatch(start..<span.end, .duration(span.amount, span.unit, side), span.modifier)
        }
        let takesOne = which == .past || word(start) == .the && (which == .last || which == .next || which == .coming)
        guard takesOne, let (unit, plural) = unit(end), !plural else { return nil }
        return TimeMatch(start..<end + 1, .duration(.exact(1), unit, side))
    }

    /// "ten-day", "27-year-old", "half-hour", "months-long", "a six-month period".
    private func hyphenatedDuration(_ start: Int) -> TimeMatch? {
        var position = start
        if case .units(let unit) = word(start), word(start + 1) == .hyphen,
            word(start + 2) == .long || word(start + 2) == .old
        {
            return TimeMatch(start..<start + 3, .duration(.open, unit, nil))
        }
        if case .unit(let unit) = word(start), word(start + 1) == .hyphen, word(start + 2) == .long {
            return TimeMatch(start..<start + 3, .duration(.exact(1), unit, nil))
        }
        var modifier: TimeModifier?
        if let (bound, end) = bound(start) { (modifier, position) = (bound, end) }
        guard let (amount, end) = amount(position), word(position) != .a else { return nil }
        let unitAt = skipping(.hyphen, at: end)
        guard let (unit, _) = unit(unitAt), unitAt > end || word(position) == .half, unit != .quarter else {
            return nil
        }
        var last = unitAt + 1
        if word(last) == .hyphen {
            switch word(last + 1) {
            case .old, .long: last += 2
            default: break
            }
        }
        return TimeMatch(start..<last, .duration(amount, unit, nil), modifier)
    }

    /// "the two weeks", "the first nine months", "those three days".
    private func definiteDuration(_ start: Int) -> TimeMatch? {
        let isOpening: Bool
        switch word(start) {
        case .the: isOpening = true
        case .which(.these), .which(.those): isOpening = false
        default: return nil
        }
        var position = start + 1
        if isOpening, case .ordinal(let number) = word(position), number <= 1 { position += 1 }
        guard let span = span(position), unit(position) == nil, !span.hasArticle else { return nil }
        return TimeMatch(start..<span.end, .duration(span.amount, span.unit, nil), span.modifier)
    }
}
