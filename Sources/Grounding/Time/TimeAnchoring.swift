import Dates

/// What a text's unanchored times count from.
package enum TimeAnchoring: Sendable, Equatable {
    /// News: the day of publication.
    case publication
    /// Histories and other stories: the last time named.
    case narrative

    /// A story without a date of publication, or one that tells of explicit years before it and hardly points from it.
    init(of matches: [TimeMatch], published: CalendarDate?) {
        guard let published else {
            self = .narrative
            return
        }
        var pastDates = 0
        var pointing = 0
        for match in matches {
            switch match.meaning {
            case .point(let point) where point.year < published.year - 1: pastDates += 1
            case .publicationDay, .named(.weekday, _), .unit(_, .last), .unit(_, .this), .unit(_, .next): pointing += 1
            case .shifted(_, _, .ago, _): pointing += 1
            default: break
            }
        }
        self = pastDates >= 4 && pastDates >= 6 * pointing ? .narrative : .publication
    }
}

extension Storyline {
    /// The thread through the expressions of a text.
    ///
    /// - Returns: the thread and, for each match, the position of its mention in it.
    static func thread(through matches: [TimeMatch]) -> (storyline: Storyline, mentions: [Int?]) {
        var mentions: [Mention] = []
        let positions: [Int?] = matches.map { match in
            guard let mention = Mention(match.meaning) else { return nil }
            mentions.append(mention)
            return mentions.count - 1
        }
        return (Storyline(mentions), positions)
    }
}

extension Storyline.Mention {
    /// `nil` for what does not move the thread.
    init?(_ meaning: TimeMeaning) {
        switch meaning {
        case .point(let point):
            switch point.field {
            case .day(let month, _), .month(let month): self = .dated(year: point.year, month: month)
            case .season(let season): self = .dated(year: point.year, month: season.middleMonth)
            case .year, .fiscalYear: self = .dated(year: point.year, month: nil)
            default: return nil
            }
        case .inside(let name, .point(let point)):
            guard point.unit == .year else { return nil }
            self = .dated(year: point.year, month: name.month)
        case .named(let name, nil):
            guard let month = name.month else { return nil }
            self = .undated(month: month)
        case .time(_, let day?):
            guard let mention = Storyline.Mention(day) else { return nil }
            self = mention
        case .unit(.year, .next), .unit(.year, .following): self = .step(years: 1)
        case .shifted(.exact(let number), .year, .after, from: .discourse) where number < 1_000:
            self = .step(years: Int(number))
        default: return nil
        }
    }
}

extension RecurringName {
    /// The month it lies in, as near as it can be told without the year.
    fileprivate var month: Int? {
        switch self {
        case .month(let month), .monthDay(let month, _): month
        case .season(let season): season.middleMonth
        case .quarter(let quarter): quarter * 3 - 1
        default: nil
        }
    }
}

extension CalendarPoint.Season {
    /// January for winter: of two years it lies in, stories count it to the later.
    fileprivate var middleMonth: Int {
        switch self {
        case .spring: 4
        case .summer: 7
        case .autumn: 10
        case .winter: 1
        }
    }
}
