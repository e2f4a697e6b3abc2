import Dates
import EventCoding
import Grounding

/// An event as the store gives it back, with all that an output says of it. Offsets count code points of the report's
/// text, half open.
package struct StoredEvent: Sendable, Equatable {
    /// A span of the report and its words.
    package struct Words: Sendable, Equatable {
        package var text: String
        package var start: Int
        package var end: Int
    }

    package struct Party: Sendable, Equatable {
        package var words: Words
        package var actor: Actor
    }

    package struct Time: Sendable, Equatable {
        /// `nil` for basis `publication`.
        package var words: Words?
        package var kind: TimeExpression.Kind?
        package var value: String?
        package var basis: Event.Time.Basis
    }

    package struct Location: Sendable, Equatable {
        package var words: Words
        /// `nil` for a toponym that no gazetteer entry fits.
        package var place: Place?
    }

    /// One speaker of the chain of attribution.
    package struct Voice: Sendable, Equatable {
        /// `nil` when the report names none ("it was reported that").
        package var words: Words?
        /// `nil` when the speaker is not resolved to a single actor.
        package var actor: Actor?
        package var cue: Words?
        package var kind: Statement.Kind
    }

    /// The report that tells the event. Shared by its events.
    package struct Origin: Sendable, Equatable {
        /// `RecordID.report` of its text.
        package var id: String
        /// Equal for reports that are copies or near-duplicates of one another.
        package var story: Int
        package var published: CalendarDate?
        package var language: String?
        /// Where the report was found; the first one first, never empty.
        package var sources: [Source]
    }

    /// One place where a report was found.
    package struct Source: Sendable, Equatable {
        package var file: String
        package var url: String?
        package var title: String?
        package var byline: String?
        package var publisher: String?
    }

    /// Another event that one-a-day collapses into this one.
    package struct Evidence: Sendable, Equatable {
        package var number: Int
        package var id: String
        package var origin: Origin
    }

    /// Unique in its store, whatever the run; rises in the order of storing.
    package var number: Int
    /// `RecordID.event`: the same in every run that codes it alike.
    package var id: String
    package var run: Int
    /// The analysis that it belongs to: a report in a run.
    package var analysis: Int
    package var origin: Origin
    package var date: CalendarDate?
    package var endDate: CalendarDate?
    package var type: EventType
    package var modes: [String]
    package var contexts: [String]
    package var cameo: String
    package var quad: Quad
    package var score: Double
    package var status: Status
    package var actors: [Party]
    package var recipients: [Party]
    package var time: Time
    package var location: Location?
    package var trigger: Words
    /// From the outermost speaker inward; empty when the report itself asserts the event.
    package var saidBy: [Voice]
    /// Position of the sentence in the report, counted from 0.
    package var sentenceIndex: Int
    package var sentence: Words
    package var rule: String
    package var confidence: Double
    /// Empty unless one-a-day was asked for.
    package var evidence: [Evidence] = []
}

/// The names of a report by kind, as the engine's named entities tell them.
package struct StoryNames: Sendable, Equatable {
    package var people: [String] = []
    package var organizations: [String] = []
    package var locations: [String] = []
}
