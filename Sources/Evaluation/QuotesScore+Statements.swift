import EventCoding

extension StatementRecord {
    /// The spans that are scored; `nil` for a statement without a cue, and for one inside another's content, which
    /// PolNeAR's annotators were not to mark.
    package var attribution: AttributionSpans? {
        guard let cue, parent == nil else { return nil }
        return AttributionSpans(
            source: speaker.map { [$0.start..<$0.end] }, cue: [cue.start..<cue.end],
            content: content.map { $0.start..<$0.end })
    }
}
