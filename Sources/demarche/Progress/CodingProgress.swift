import Ingest

/// How far a run over reports has come.
struct CodingProgress: Sendable, Equatable {
    /// Reports read and worked on.
    var reports = 0
    /// Their tokens without punctuation and white space.
    var words = 0
    var events = 0
    /// Inputs and records that could not be read or worked on.
    var failures = 0
    /// Records that were read but are no report for this run, by reason.
    var skipped: [SkipReason: Int] = [:]
    /// Reports that the store holds as this version codes them.
    var codedBefore = 0
    /// Reports without any day of publication.
    var undated = 0
    /// As stored: compressed inputs count their compressed bytes.
    var bytesRead = 0
    /// `nil` while, or where, nobody knows.
    var bytesTotal: Int?

    /// 0 to 1; `nil` where the total is not known.
    var share: Double? {
        guard let bytesTotal, bytesTotal > 0 else { return nil }
        return min(1, Double(bytesRead) / Double(bytesTotal))
    }

    /// - Parameter elapsed: since the start.
    /// - Returns: what is left at the pace so far; `nil` where the total is not known or nothing is read yet.
    func timeLeft(after elapsed: Duration) -> Duration? {
        guard let share, share > 0 else { return nil }
        return elapsed * ((1 - share) / share)
    }
}
