/// What the words of a time expression say, before it is known when the text was written and what it has named before.
indirect enum TimeMeaning: Sendable, Equatable {
    /// A vague time: `PRESENT_REF`, `PAST_REF`, `FUTURE_REF`.
    case reference(TimeReference)
    /// Fully said: "4 July 1914", "the 1990s".
    case point(CalendarPoint)
    /// A day counted from the time of writing: yesterday is −1.
    case publicationDay(Int)
    /// A name that recurs, with or without a word that picks one: "Friday", "last summer", "July 4".
    case named(RecurringName, TimeWord.Which?)
    /// A name inside a stretch that another meaning gives: "the third quarter of last year".
    case inside(RecurringName, TimeMeaning)
    /// "this week", "the previous day"; without a picking word, "the week".
    case unit(TimeUnit, TimeWord.Which?)
    /// "the quarter", said to end on a date: "the quarter ended Sept. 30".
    case ending(TimeUnit, TimeMeaning)
    /// "two years ago", "three days later".
    case shifted(TimeAmount, TimeUnit, TimeWord.Shift, from: ShiftBase)
    /// "three weeks"; with a direction when it is anchored: "the past three weeks".
    case duration(TimeAmount, TimeUnit, DurationSide?)
    /// A recurring time with its TIMEX3 value.
    case set(String)
    /// A part of the day on no day in particular: "at night".
    case anyDay(TimeWord.DayPart)
    /// "a Monday", "a Monday night".
    case anyWeekday(Int, TimeWord.DayPart?)
    /// A time of day on the day that a meaning gives; without one, on the day the text is about.
    case time(TimeOfDay, on: TimeMeaning?)
}

enum TimeReference: String, Sendable {
    case present = "PRESENT_REF"
    case past = "PAST_REF"
    case future = "FUTURE_REF"
}

enum ShiftBase: Sendable, Equatable {
    /// The time of writing: "ago", "from now".
    case publication
    /// The last time that the text has named: "later", "earlier".
    case discourse
    /// A day counted from the time of writing: "a week from tomorrow".
    case publicationDay(Int)
}

enum DurationSide: Sendable, Equatable {
    case past, future
}

/// A name that comes round again: which one is meant depends on the text.
enum RecurringName: Sendable, Equatable {
    case month(Int)
    case monthDay(Int, Int)
    /// A day of a month that is not said again: "5" in "June 3 and 5".
    case dayOfMonth(Int)
    case weekday(Int)
    case season(CalendarPoint.Season)
    case quarter(Int)
    case half(Int)
    case holiday(Int)
    /// The tens of a decade: 90 for "the nineties".
    case decade(Int)
    case fiscalYear
}

enum TimeOfDay: Sendable, Equatable {
    case part(TimeWord.DayPart)
    /// `zone`: minutes ahead of UTC.
    case clock(hour: Int, minute: Int, zone: Int?)
    /// "9" in "between 9 and 11 a.m.": the half of the day comes from the next one.
    case openHour(Int)
}

/// TIMEX3 `mod`.
enum TimeModifier: String, Sendable {
    case start = "START"
    case mid = "MID"
    case end = "END"
    case approx = "APPROX"
    case lessThan = "LESS_THAN"
    case moreThan = "MORE_THAN"
    case equalOrLess = "EQUAL_OR_LESS"
    case equalOrMore = "EQUAL_OR_MORE"
}

/// A time expression found in a row of atoms.
struct TimeMatch: Sendable, Equatable {
    var atoms: Range<Int>
    var meaning: TimeMeaning
    var modifier: TimeModifier?
    /// TIMEX3 `quant` and `freq` of a set.
    var quantifier: String?
    var frequency: String?
    /// "former": marked in stories, as TIMEX2 has it, and not in news, as TimeBank does.
    var isOfStories = false

    init(
        _ atoms: Range<Int>, _ meaning: TimeMeaning, _ modifier: TimeModifier? = nil, quantifier: String? = nil,
        frequency: String? = nil
    ) {
        self.atoms = atoms
        self.meaning = meaning
        self.modifier = modifier
        self.quantifier = quantifier
        self.frequency = frequency
    }
}
