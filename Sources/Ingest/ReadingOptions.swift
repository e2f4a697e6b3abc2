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
    /// The day of publication of every text and page that is an input of its own, and of records without a day.
    package var date: CalendarDate?
    /// Dates after the day after it are questioned.
    package var today: CalendarDate
    package var limits = ReadingLimits()
    /// Tells the article on a page from the rest.
    package var articleModel: ArticleModel

    package init(articleModel: ArticleModel, today: CalendarDate = .today) {
        self.articleModel = articleModel
        self.today = today
    }

    /// What is doubtful about a day of publication; `nil` when nothing is.
    package func doubt(about date: CalendarDate) -> String? {
        if date > today.adding(days: 1) { return "That is in the future" }
        return date.year < 1900 ? "That is before 1900" : nil
    }
}

extension CalendarDate {
    /// The current day in UTC.
    package static var today: CalendarDate {
        CalendarDate(days: Int((Date().timeIntervalSince1970 / 86_400).rounded(.down)))
    }
}
