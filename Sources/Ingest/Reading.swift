/// What a reader of one format makes of one record.
enum Reading {
    /// A report, and what is to be said about it.
    case report(Report, warnings: [String])
    case failure(InputError)
    case skipped(SkipReason)
}

/// Why a record that could be read is no report.
package enum SkipReason: Hashable, Sendable {
    /// Its language, an ISO 639 code.
    case language(String)
    /// No text, or a page without an article.
    case withoutText
    /// A record of another kind in an archive: an image, a redirect, a request.
    case notAPage
}

/// Delivers the records of one input.
protocol RecordReader {
    /// `nil` at the end of the input.
    mutating func next() -> Reading?
}
