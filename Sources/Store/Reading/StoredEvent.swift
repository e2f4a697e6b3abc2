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

        package init(text: String, start: Int, end: Int) {
            self.text = text
            self.start = start
            self.end = end
        }
    }

    package struct Party: Sendable, Equatable {
        package var words: Words
        package var actor: Actor

        package init(words: Words, actor: Actor) {
            self.words = words
            self.actor = actor
        }
    }

    package struct Time: Sendable, Equatable {
        /// `nil` for basis `publication`.
        package var words: Words?
        package var kind: TimeExpression.Kind?
        package var value: String?
        package var basis: Event.Time.Basis

        package init(
            words: Words? = nil, kind: TimeExpression.Kind? = nil, value: String? = nil, basis: Event.Time.Basis
        ) {
            self.words = words
            self.kind = kind
            self.value = value
            self.basis = basis
        }
    }

    package struct Location: Sendable, Equatable {
        package var words: Words
        /// `nil` for a toponym that no gazetteer entry fits.
        package var place: Place?

        package init(words: Words, place: Place? = nil) {
            self.words = words
            self.place = place
        }
    }

    /// One speaker of the chain of attribution.
    package struct Voice: Sendable, Equatable {
        /// `nil` when the report names none ("it was reported that").
        package var words: Words?
        /// `nil` when the speaker is not resolved to a single actor.
        package var actor: Actor?
        package var cue: Words?
        package var kind: Statement.Kind

        package init(words: Words? = nil, actor: Actor? = nil, cue: Words? = nil, kind: Statement.Kind) {
            self.words = words
            self.actor = actor
            self.cue = cue
            self.kind = kind
        }
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

        package init(id: String, story: Int, published: CalendarDate? = nil, language: String? = nil, sources: [Source])
        {
            self.id = id
            self.story = story
            self.published = published
            self.language = language
            self.sources = sources
        }
    }

    /// One place where a report was found.
    package struct Source: Sendable, Equatable {
        package var file: String
        package var url: String?
        package var title: String?
        package var byline: String?
        package var publisher: String?

        package init(
            file: String, url: String? = nil, title: String? = nil, byline: String? = nil, publisher: String? = nil
        ) {
            self.file = file
            self.url = url
            self.title = title
            self.byline = byline
            self.publisher = publisher
        }
    }

    /// Another event that one-a-day collapses into this one.
    package struct Evidence: Sendable, Equatable {
        package var number: Int
        package var id: String
        package var origin: Origin
        /// As `StoredEvent.sentenceIndex`.
        package var sentenceIndex: Int

        package init(number: Int, id: String, origin: Origin, sentenceIndex: Int) {
            self.number = number
            self.id = id
            self.origin = origin
            self.sentenceIndex = sentenceIndex
        }
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

    package init(
        number: Int, id: String, run: Int, analysis: Int, origin: Origin, date: CalendarDate? = nil,
        endDate: CalendarDate? = nil, type: EventType, modes: [String], contexts: [String], cameo: String, quad: Quad,
        score: Double, status: Status, actors: [Party], recipients: [Party], time: Time, location: Location? = nil,
        trigger: Words, saidBy: [Voice], sentenceIndex: Int, sentence: Words, rule: String, confidence: Double,
        evidence: [Evidence] = []
    ) {
        self.number = number
        self.id = id
        self.run = run
        self.analysis = analysis
        self.origin = origin
        self.date = date
        self.endDate = endDate
        self.type = type
        self.modes = modes
        self.contexts = contexts
        self.cameo = cameo
        self.quad = quad
        self.score = score
        self.status = status
        self.actors = actors
        self.recipients = recipients
        self.time = time
        self.location = location
        self.trigger = trigger
        self.saidBy = saidBy
        self.sentenceIndex = sentenceIndex
        self.sentence = sentence
        self.rule = rule
        self.confidence = confidence
        self.evidence = evidence
    }
}

/// The names of a report by kind, as the engine's named entities tell them.
package struct StoryNames: Sendable, Equatable {
    package var people: [String] = []
    package var organizations: [String] = []
    package var locations: [String] = []

    package init(people: [String] = [], organizations: [String] = [], locations: [String] = []) {
        self.people = people
        self.organizations = organizations
        self.locations = locations
    }
}
