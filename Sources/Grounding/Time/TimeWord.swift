/// What a word or number can be in a time expression. Words that can be none are `.other`.
enum TimeWord: Sendable, Equatable {
    /// A part of the day; TIMEX3 writes it as `TMO`, `TAF` …
    enum DayPart: String, Sendable, CaseIterable {
        case morning = "MO"
        case midday = "MI"
        case afternoon = "AF"
        case evening = "EV"
        case night = "NI"
        case daytime = "DT"
    }

    /// A word that points from the time of writing without naming a unit.
    enum Deictic: String, Sendable, CaseIterable {
        case now, recently, today, yesterday, tomorrow, tonight, overnight
    }

    /// A word that picks one of a row of units: "last week".
    enum Which: String, Sendable, CaseIterable {
        case this, that, these, those, last, next, previous, following, past, coming, same, current, recent, former
        case future
    }

    /// Which part of a stretch is meant.
    enum Part: String, Sendable, CaseIterable {
        case early, mid, late
        /// "earlier this year", "later that month".
        case earlier, later
    }

    /// How a number is bounded.
    enum Bound: String, Sendable, CaseIterable {
        case approx, less, more
    }

    enum Shift: String, Sendable, CaseIterable {
        /// "before" and "after" may govern what follows them; "previously" and "afterwards" cannot.
        case ago, before, after, previously, afterwards

        var isForward: Bool { self == .after || self == .afterwards }
    }

    case other
    case month(Int)
    case weekday(Int)
    case weekdays(Int)
    case unit(TimeUnit)
    case units(TimeUnit)
    case season(CalendarPoint.Season)
    case seasons(CalendarPoint.Season)
    case dayPart(DayPart)
    case dayParts(DayPart)
    /// Noon 12, midnight 24.
    case namedHour(Int)
    case holiday(Int)
    case half
    case fiscal

    case deictic(Deictic)
    case which(Which)
    case part(Part)
    /// "beginning", "end": a part when "of" follows.
    case partNoun(Part)
    /// "part" in "the latter part of the year".
    case portion
    /// "rest" in "the rest of 1942".
    case rest
    case shift(Shift)
    case bound(Bound)
    case comparative(Bound)
    case frequency(TimeUnit)
    case every, per, times
    /// "once", "twice", as TIMEX3 `freq`.
    case once(String)
    case quarterName(Int)
    case halfName(Int)

    case cardinal(Int)
    case scale(Int)
    case ordinal(Int)
    case open
    case couple
    /// "another" year.
    case another
    /// A number in digits with the count of its digits.
    case digits(Int, count: Int)
    case decimal(Double)
    /// The decade a year in it: 1990 for "1990s", 90 for "90s" and "nineties".
    case decade(Int)
    case clock(hour: Int, minute: Int)
    case meridiem(afternoon: Bool)
    case oclock
    case era(beforeChrist: Bool)
    /// Minutes ahead of UTC.
    case zone(Int)
    case date(year: Int, month: Int, day: Int)

    case the, a, up, of, `in`, on, at, from, and, or, to, than, no, least, most, alternate
    case old, age, long, local, time, period, right, so
    case hyphen, slash, comma, apostrophe, possessive

    /// Whether an expression may begin with it.
    var mayBegin: Bool {
        switch self {
        case .other, .of, .in, .on, .from, .and, .or, .to, .than, .least, .most, .old, .age, .long, .local, .time,
            .period, .hyphen, .slash, .comma, .possessive, .shift, .alternate, .times, .meridiem, .oclock,
            .era,
            .zone, .scale, .so:
            false
        default: true
        }
    }
}

/// A piece of the text with what it can be in a time expression: a token or, where a token holds several ("1990s",
/// "10:30am"), a part of one.
struct TimeAtom: Sendable, Equatable {
    let token: Int
    /// UTF-8 bytes of the text.
    let start: Int
    let end: Int
    let word: TimeWord
}
