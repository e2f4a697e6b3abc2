/// What one input may cost, so that a hostile or broken one cannot stop the others.
package struct ReadingLimits: Sendable {
    /// Bytes of one record after decompression: a text, a page, a line of JSON, a row.
    package var recordBytes = 32 << 20
    /// Bytes of one page of HTML, after decompression.
    package var pageBytes = 8 << 20
    /// Bytes of one report's text: spaCy's own limit, as parsing takes 0.5 to 3 KB a token.
    package var textBytes = 1_000_000
    /// How many bytes one compressed byte may give …
    package var expansionRatio = 250
    /// … once this many bytes have come out.
    package var expansionGrace = 64 << 20

    package init() {}
}
