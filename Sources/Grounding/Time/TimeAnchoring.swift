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
        self = pastDates >= 4 && pastDates > 2 * pointing ? .narrative : .publication
    }
}
