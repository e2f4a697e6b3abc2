import Dates

/// A time expression as TimeML's TIMEX3 has it (ISO-TimeML 1.2.1), with the interval of days it denotes.
package struct TimeExpression: Sendable, Equatable {
    package enum Kind: String, Sendable, CaseIterable {
        case date = "DATE"
        case time = "TIME"
        case duration = "DURATION"
        case set = "SET"
    }

    /// Tokens that the expression touches, for rules over the tree.
    package let tokens: Range<Int>
    /// Its exact extent in UTF-8 bytes; may begin or end inside a token ("mid-1990s").
    package let bytes: Range<Int>
    package let kind: Kind
    /// TIMEX3 value: `2023-04-30`, `2023-W17`, `P2W`, `PRESENT_REF`, `XXXX-XX-XX` …
    package let value: String
    /// TIMEX3 mod: `START`, `END`, `APPROX` …
    package let modifier: String?
    /// TIMEX3 quant of a set: `EVERY`, `EACH`.
    package let quantifier: String?
    /// TIMEX3 freq of a set: `2X`.
    package let frequency: String?
    /// First and last day denoted; `nil` when no interval follows from text and anchor (durations, sets, vague times).
    package let interval: ClosedRange<CalendarDate>?

    package init(
        tokens: Range<Int>, bytes: Range<Int>, kind: Kind, value: String, modifier: String? = nil,
        quantifier: String? = nil, frequency: String? = nil, interval: ClosedRange<CalendarDate>? = nil
    ) {
        self.tokens = tokens
        self.bytes = bytes
        self.kind = kind
        self.value = value
        self.modifier = modifier
        self.quantifier = quantifier
        self.frequency = frequency
        self.interval = interval
    }
}
