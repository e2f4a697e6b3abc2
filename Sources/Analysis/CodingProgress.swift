/// How far the coding of a stream of reports has come.
package struct CodingProgress: Sendable, Equatable {
    /// Reports coded.
    package var reports = 0
    /// Words of the reports coded, punctuation not counted.
    package var words = 0
    package var events = 0
    /// Inputs and records that could not be read or coded.
    package var failures = 0
    /// Reports left out: coded before by this version, or in another language.
    package var skipped = 0
    /// Bytes of input read so far, as stored (compressed inputs count their compressed bytes).
    package var bytesRead = 0
    /// Bytes of all inputs; `nil` when unknown, as with standard input.
    package var totalBytes: Int?

    package init() {}
}
