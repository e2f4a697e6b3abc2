import Tokens

/// Times that recur.
extension TimeParser {
    /// "daily", "every Friday", "twice a week", "each year", "Mondays", "$5 a day".
    func set(_ start: Int) -> TimeMatch? {
        switch word(start) {
        case .frequency(let unit):
            return TimeMatch(start..<start + 1, .set(TimeAmount.duration(.exact(1), unit)), quantifier: "EVERY")
        case .every: return everyUnit(start)
        case .per:
            // "per hour" measures speed.
            guard let (unit, plural) = unit(start + 1), !plural, !unit.isPartOfDay else { return nil }
            return TimeMatch(start..<start + 2, .set(TimeAmount.duration(.exact(1), unit)))
        case .a: return perUnit(start)
        case .once(let frequency): return times(start, start + 1, frequency)
        case .digits, .cardinal, .open:
            guard let (amount, end) = amount(start), word(end) == .times else { return nil }
            return times(start, end + 1, amount.text + "X")
        case .weekdays(let day): return TimeMatch(start..<start + 1, .set("XXXX-WXX-\(day)"))
        case .seasons(let season): return TimeMatch(start..<start + 1, .set("XXXX-" + season.rawValue))
        case .dayParts(let part): return TimeMatch(start..<start + 1, .set("XXXX-XX-XXT" + part.rawValue))
        case .units(.weekend) where token(start - 1)?.tag != .cd:
            return TimeMatch(start..<start + 1, .set("XXXX-WXX-WE"))
        default: return nil
        }
    }

    /// "every day", "every two weeks", "every other day", "each summer".
    private func everyUnit(_ start: Int) -> TimeMatch? {
        var position = start + 1
        var count: TimeAmount = .exact(1)
        if word(position) == .alternate {
            (count, position) = (.exact(2), position + 1)
        } else if token(position)?.lower == "single" {
            position += 1
        } else if let (amount, end) = amount(position), unit(end) != nil {
            (count, position) = (amount, end)
        }
        let quantifier = token(start)?.lower.uppercased()
        func match(_ value: String) -> TimeMatch {
            TimeMatch(start..<position + 1, .set(value), quantifier: quantifier)
        }
        switch word(position) {
        case .unit(let unit), .units(let unit): return match(TimeAmount.duration(count, unit))
        case .weekday(let day): return match("XXXX-WXX-\(day)")
        case .month(let month): return match("XXXX-" + pad(month, 2))
        case .season(let season): return match("XXXX-" + season.rawValue)
        case .dayPart(let part): return match("XXXX-XX-XXT" + part.rawValue)
        default: return nil
        }
    }

    /// "40 hours a week", "$5 a day": a rate, where "a week" alone is a duration.
    private func perUnit(_ start: Int) -> TimeMatch? {
        guard let (unit, plural) = unit(start + 1), !plural, let before = token(start - 1) else { return nil }
        let counts = before.tag == .nns || before.tag == .cd || before.lower == "%" || before.lower == "percent"
        guard counts, token(start + 1)?.dep == .npadvmod else { return nil }
        if case .shift = word(start + 2) { return nil }
        if case .part = word(start + 2) { return nil }
        return TimeMatch(start..<start + 2, .set(TimeAmount.duration(.exact(1), unit)))
    }

    /// "twice a week", "three times per year", "once every two days".
    private func times(_ start: Int, _ end: Int, _ frequency: String) -> TimeMatch? {
        var match: TimeMatch?
        switch word(end) {
        case .a, .per:
            guard let (unit, plural) = unit(end + 1), !plural else { return nil }
            match = TimeMatch(start..<end + 2, .set(TimeAmount.duration(.exact(1), unit)))
        case .every:
            guard let every = everyUnit(end) else { return nil }
            match = TimeMatch(start..<every.atoms.upperBound, every.meaning, quantifier: every.quantifier)
        case .frequency(let unit): match = TimeMatch(start..<end + 1, .set(TimeAmount.duration(.exact(1), unit)))
        default: return nil
        }
        match?.frequency = frequency
        return match
    }
}
