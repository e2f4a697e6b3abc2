import Dates

/// One article, as the readers of files and feeds deliver it.
package struct Report: Sendable, Equatable {
    /// The text that is coded; offsets in every record count from its start.
    package var text: String
    package var title: String?
    package var byline: String?
    package var publisher: String?
    package var url: String?
    /// Date of publication; `nil` when nothing says it.
    package var date: CalendarDate?
    /// ISO 639 code; `nil` when nothing says or shows it.
    package var language: String?
    /// The input it came from: a path, with the record's number after `#` where a file holds many.
    package var file: String

    package init(
        text: String, title: String? = nil, byline: String? = nil, publisher: String? = nil, url: String? = nil,
        date: CalendarDate? = nil, language: String? = nil, file: String
    ) {
        self.text = text
        self.title = title
        self.byline = byline
        self.publisher = publisher
        self.url = url
        self.date = date
        self.language = language
        self.file = file
    }
}
