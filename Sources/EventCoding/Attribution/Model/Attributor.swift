/// What is known of an attribution when its content is sought. Token ranges include both ends.
package struct Attributor: Sendable, Equatable {
    /// Head of the cue.
    package var head: Int
    package var cue: ClosedRange<Int>
    package var source: ClosedRange<Int>?

    package init(head: Int, cue: ClosedRange<Int>, source: ClosedRange<Int>?) {
        self.head = head
        self.cue = cue
        self.source = source
    }

    var first: Int { min(cue.lowerBound, source?.lowerBound ?? cue.lowerBound) }
    var last: Int { max(cue.upperBound, source?.upperBound ?? cue.upperBound) }

    func holds(_ token: Int) -> Bool { cue.contains(token) || source?.contains(token) ?? false }
}

/// One attribution as token spans, both ends included.
package struct Attribution: Sendable, Equatable {
    package var by: Attributor
    /// Content before the cue and after it: at least one of the two.
    package var before: ClosedRange<Int>?
    package var after: ClosedRange<Int>?
    /// How certain the model is of it, 0 to 1.
    package var certainty: Float

    /// The spans of the content, in the order of the text.
    package var content: [ClosedRange<Int>] { [before, after].compactMap { $0 } }
    /// Cue, source and content.
    var spans: [ClosedRange<Int>] { [by.cue] + content + [by.source].compactMap { $0 } }
    /// The last token of cue, source and content.
    var end: Int { max(by.last, after?.upperBound ?? by.last) }

    /// Whether the content holds the cue of another.
    package func holds(_ other: Attribution) -> Bool {
        content.contains { $0.lowerBound <= other.by.cue.lowerBound && other.by.cue.upperBound <= $0.upperBound }
    }

    package init(by: Attributor, before: ClosedRange<Int>?, after: ClosedRange<Int>?, certainty: Float) {
        self.by = by
        self.before = before
        self.after = after
        self.certainty = certainty
    }
}

/// The side of the cue where content is sought.
package enum Side: Sendable {
    case before, after

    /// The step away from the cue.
    var outward: Int { self == .after ? 1 : -1 }
}
