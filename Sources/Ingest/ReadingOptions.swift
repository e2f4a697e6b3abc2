import Dates
import Foundation

/// How inputs are read.
package struct ReadingOptions: Sendable {
    /// `nil`: told by name and content, input by input.
    package var format: InputFormat?
    /// For JSON and tables; what is not given is guessed where only one name can be meant.
    package var fields = FieldMapping()
    /// ISO 639 codes; reports in other languages are skipped. `nil` reads every language.
    package var languages: Set<String>? = ["en"]
    /// For reports that do not say when they were published.
    package var defaultDate: CalendarDate?
    /// Dates after the day after it are questioned.
    package var today: CalendarDate
    package var limits = ReadingLimits()
    /// Tells the article on a page from the rest.
    package var articleModel: ArticleModel

    package init(articleModel: ArticleModel, today: CalendarDate = .today) {
        self.articleModel = articleModel
        self.today = today
    }
}

extension CalendarDate {
    /// The current day in UTC.
    package static var today: CalendarDate {
        CalendarDate(days: Int((Date().timeIntervalSince1970 / 86_400).rounded(.down)))
    }
}
