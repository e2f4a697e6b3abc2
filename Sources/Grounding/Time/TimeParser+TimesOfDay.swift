import Tokens

/// Times of day.
extension TimeParser {
    /// "9:30 a.m. Friday", "noon", "Friday morning", "last night", "the morning of 31 January", "1400 GMT".
    func timeOfDay(_ start: Int) -> TimeMatch? {
        longest(clockTime(start), dayPart(start), pointWithTime(start), earlyHours(start))
    }

    // MARK: Clock

    private func clockTime(_ start: Int) -> TimeMatch? {
        if case .bound = word(start), let (modifier, next) = bound(start), let match = clockTime(next) {
            return TimeMatch(start..<match.atoms.upperBound, match.meaning, modifier)
        }
        if let opening = openHour(start) { return opening }
        guard let (time, end) = clock(start) else { return nil }
        return withDay(start, end, time)
    }

    /// The hour and minute with the half of the day, zone and "local time".
    private func clock(_ start: Int) -> (time: TimeOfDay, end: Int)? {
        let hour: Int
        var minute = 0
        var end = start + 1
        var isCertain = false
        switch word(start) {
        case .namedHour(let named): (hour, isCertain) = (named, true)
        case .clock(let hours, let minutes): (hour, minute) = (hours, minutes)
        case .digits(let value, let count) where count == 4 && value % 100 < 60 && value <= 2_400:
            guard case .zone = word(end) else { return nil }
            (hour, minute) = (value / 100, value % 100)
        case .digits(let value, let count) where count <= 2 && (0...24).contains(value): hour = value
        case .cardinal(let value) where (1...12).contains(value): hour = value
        case .decimal(let value) where value < 24 && value > 0:
            guard case .meridiem = word(end) else { return nil }
            hour = Int(value)
            minute = Int(((value - value.rounded(.down)) * 100).rounded())
            guard minute < 60 else { return nil }
        default: return nil
        }
        var full = hour
        switch word(end) {
        case .meridiem(let afternoon):
            guard hour <= 12, !isCertain else { break }
            // "am" the verb after a bare number, as in "4 am", is told by its tag.
            if case .clock = word(start) {
            } else if token(end)?.tag == .vbp, word(start) == .cardinal(hour) {
                return nil
            }
            full = afternoon ? (hour == 12 ? 12 : hour + 12) : (hour == 12 ? 0 : hour)
            (end, isCertain) = (end + 1, true)
        case .oclock: (end, isCertain) = (end + 1, true)
        default: break
        }
        var zone: Int?
        if case .zone(let minutes) = word(end) {
            // "25 EST" is nothing; "9 EST" and "14:00 GMT" are times.
            (zone, end, isCertain) = (minutes, end + 1, true)
        }
        if word(end) == .local, word(end + 1) == .time { isCertain = true }
        if case .clock = word(start), !isCertain { isCertain = isTime(start) }
        guard isCertain else { return nil }
        return (.clock(hour: full, minute: minute, zone: zone), end)
    }

    /// "10:30" after "at" is a time, after a score or a verse it is none.
    private func isTime(_ position: Int) -> Bool {
        guard let before = token(position - 1) else { return false }
        return ["at", "by", "until", "till", "from", "around", "about", "before", "after", "since", "between"]
            .contains(before.lower)
    }

    /// "9" in "between 9 and 11 a.m.".
    private func openHour(_ start: Int) -> TimeMatch? {
        guard case .digits(let hour, let count) = word(start), count <= 2, (1...12).contains(hour) else { return nil }
        guard [.hyphen, .and, .to].contains(word(start + 1)), case .digits = word(start + 2),
            case .meridiem = word(start + 3)
        else { return nil }
        return TimeMatch(start..<start + 1, .time(.openHour(hour), on: nil))
    }

    /// The day that may follow a time: "9 a.m. Friday", "9 a.m., March 19". In "9 a.m. on Friday" there are two.
    private func withDay(_ start: Int, _ end: Int, _ time: TimeOfDay) -> TimeMatch {
        var next = end
        if word(next) == .comma || word(next) == .of { next += 1 }
        if let day = point(next), day.meaning.isDay {
            var last = day.atoms.upperBound
            var time = time
            if case .zone(let minutes) = word(last), case .clock(let hour, let minute, nil) = time {
                time = .clock(hour: hour, minute: minute, zone: minutes)
                last += 1
            }
            return TimeMatch(start..<last, .time(time, on: day.meaning))
        }
        return TimeMatch(start..<end, .time(time, on: nil))
    }

    // MARK: Parts of the day

    /// "morning" with what says of which day: "this morning", "the night before", "the morning of 31 January".
    func dayPart(_ start: Int) -> TimeMatch? {
        switch word(start) {
        case .deictic(.tonight): return TimeMatch(start..<start + 1, .time(.part(.night), on: .publicationDay(0)))
        case .deictic(.overnight): return TimeMatch(start..<start + 1, .time(.part(.night), on: .publicationDay(-1)))
        default: break
        }
        if let (which, end) = which(start), case .dayPart(let part) = word(end) {
            let day: TimeMeaning
            switch which {
            case .last: day = .publicationDay(-1)
            case .this: day = .publicationDay(0)
            case .that, .same: day = .unit(.day, .that)
            case .next, .following: day = .unit(.day, .following)
            case .previous: day = .unit(.day, .previous)
            default: return nil
            }
            return TimeMatch(start..<end + 1, .time(.part(part), on: day))
        }
        if word(start) == .the, case .dayPart(let part) = word(start + 1), case .shift(let shift) = word(start + 2),
            shift != .ago, endsPhrase(start + 3)
        {
            return TimeMatch(
                start..<start + 3, .time(.part(part), on: .shifted(.exact(1), .day, shift, from: .discourse)))
        }
        let position = skipping(.the, at: start)
        let partAt: Int
        if case .part = word(position) { partAt = position + 1 } else { partAt = position }
        guard case .dayPart(let part) = word(partAt) else { return nil }
        var modifier: TimeModifier?
        if case .part(let which) = word(position) { modifier = which.modifier }
        var end = partAt + 1
        if case .units(.hour) = word(end) { end += 1 }
        let next = word(end) == .of ? end + 1 : end
        if let day = point(next), day.meaning.isDay {
            return TimeMatch(start..<day.atoms.upperBound, .time(.part(part), on: day.meaning), modifier)
        }
        if word(end) == .of { return nil }
        guard position > start || word(start - 1) == .at || modifier != nil else { return nil }
        // "at night" is any night, "the night" the one the text is about.
        let day: TimeMeaning? = position == start && modifier == nil && part == .night ? nil : .unit(.day, nil)
        return TimeMatch(start..<end, day.map { .time(.part(part), on: $0) } ?? .anyDay(part), modifier)
    }

    /// "Friday morning", "tomorrow night", "March 19, 9 p.m.".
    func pointWithTime(_ start: Int) -> TimeMatch? {
        guard let day = point(start), day.meaning.isDay else { return nil }
        var next = day.atoms.upperBound
        if word(next) == .comma { next += 1 }
        var modifier: TimeModifier?
        if case .part(let part) = word(next) { (modifier, next) = (part.modifier, next + 1) }
        if case .dayPart(let part) = word(next), word(next - 1) != .comma {
            var meaning = TimeMeaning.time(.part(part), on: day.meaning)
            var end = next + 1
            // "Sunday dawn of 25 June": the date says more than the weekday.
            if word(end) == .of, let date = date(end + 1) {
                (meaning, end) = (.time(.part(part), on: date.meaning), date.atoms.upperBound)
            }
            return TimeMatch(start..<end, meaning, modifier)
        }
        guard next > day.atoms.upperBound, modifier == nil, let (time, end) = clock(next) else { return nil }
        return TimeMatch(start..<end, .time(time, on: day.meaning))
    }

    /// "the early hours of Friday", "the small hours".
    private func earlyHours(_ start: Int) -> TimeMatch? {
        guard word(start) == .the, case .part(.early) = word(start + 1), case .units(.hour) = word(start + 2),
            word(start + 3) == .of, let day = point(start + 4), day.meaning.isDay
        else { return nil }
        return TimeMatch(start..<day.atoms.upperBound, .time(.part(.morning), on: day.meaning), .start)
    }
}

extension TimeMeaning {
    /// Whether it denotes one day.
    var isDay: Bool {
        switch self {
        case .point(let point): point.unit == .day
        case .publicationDay: true
        case .named(.weekday, _), .named(.monthDay, _), .named(.dayOfMonth, _), .named(.holiday, _): true
        case .inside(.monthDay, _), .inside(.dayOfMonth, _), .inside(.holiday, _): true
        case .unit(.day, let which): which != nil
        case .shifted(_, .day, _, _): true
        default: false
        }
    }
}
