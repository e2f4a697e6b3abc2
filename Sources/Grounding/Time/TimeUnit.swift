/// A unit of time, from fine to coarse.
package enum TimeUnit: String, Sendable, CaseIterable {
    case second, minute, hour, day, weekend, week, fortnight, month, quarter, halfYear, season, year
    case decade, century, millennium

    /// Whether it measures parts of a day (ISO 8601 durations write such units after a `T`).
    var isPartOfDay: Bool {
        switch self {
        case .second, .minute, .hour: true
        default: false
        }
    }

    /// The letters of a TIMEX3 duration, with the number of those units that one of these is ("a fortnight" is `P2W`).
    var iso: (letters: String, times: Double) {
        switch self {
        case .second: ("S", 1)
        case .minute: ("M", 1)
        case .hour: ("H", 1)
        case .day: ("D", 1)
        case .weekend: ("WE", 1)
        case .week: ("W", 1)
        case .fortnight: ("W", 2)
        case .month: ("M", 1)
        case .quarter: ("Q", 1)
        case .halfYear: ("M", 6)
        case .season: ("M", 3)
        case .year: ("Y", 1)
        case .decade: ("DE", 1)
        case .century: ("CE", 1)
        case .millennium: ("ML", 1)
        }
    }

    /// Length in days, for comparing and for shifting by fractions.
    var days: Double {
        switch self {
        case .second: 1.0 / 86_400
        case .minute: 1.0 / 1_440
        case .hour: 1.0 / 24
        case .day: 1
        case .weekend: 2
        case .week: 7
        case .fortnight: 14
        case .month: 30.4
        case .quarter, .season: 91.3
        case .halfYear: 182.6
        case .year: 365.25
        case .decade: 3_652.5
        case .century: 36_525
        case .millennium: 365_250
        }
    }
}

/// How many units: a number, or one that is left open ("several").
enum TimeAmount: Sendable, Equatable {
    case exact(Double)
    case open

    /// As TIMEX3 durations write it: `2`, `1.5`, `X`.
    var text: String {
        switch self {
        case .open: "X"
        case .exact(let number): decimal(number)
        }
    }

    static func duration(_ amount: TimeAmount, _ unit: TimeUnit) -> String {
        let (letters, times) = unit.iso
        let scaled: TimeAmount
        if case .exact(let number) = amount { scaled = .exact(number * times) } else { scaled = .open }
        if unit == .hour, case .exact(let number) = scaled, number < 1 {
            return "PT\(decimal(number * 60))M"
        }
        return (unit.isPartOfDay ? "PT" : "P") + scaled.text + letters
    }
}

/// A number without a needless fraction: `2`, `22.8`.
private func decimal(_ number: Double) -> String {
    guard number == number.rounded(), abs(number) < 1e15 else { return "\((number * 1_000).rounded() / 1_000)" }
    return "\(Int(number))"
}
