import Dates
import Grounding

/// A span of the report's text in UTF-8 bytes, half open; outputs convert to code points.
package typealias ByteSpan = Range<Int>

/// One coded act, with the words that say it.
package struct Event: Sendable, Equatable {
    /// An actor in the place of actor or recipient, with the mention that names it here.
    package struct Participant: Sendable, Equatable {
        package var text: String
        package var bytes: ByteSpan
        package var actor: Actor

        package init(text: String, bytes: ByteSpan, actor: Actor) {
            self.text = text
            self.bytes = bytes
            self.actor = actor
        }
    }

    /// When it happened, as the record tells it.
    package struct Time: Sendable, Equatable {
        package enum Basis: String, Sendable {
            /// The clause says so.
            case stated
            /// Taken over from the sentence or the story.
            case inherited
            /// Nothing says when: the day of publication.
            case publication
        }
        /// The words; `nil` for basis `publication`.
        package var bytes: ByteSpan?
        package var kind: TimeExpression.Kind?
        package var value: String?
        /// `nil` when no date follows, as in a report without date of publication.
        package var interval: ClosedRange<CalendarDate>?
        package var basis: Basis

        package init(
            bytes: ByteSpan?, kind: TimeExpression.Kind?, value: String?, interval: ClosedRange<CalendarDate>?,
            basis: Basis
        ) {
            self.bytes = bytes
            self.kind = kind
            self.value = value
            self.interval = interval
            self.basis = basis
        }
    }

    package var type: EventType
    package var modes: [String]
    package var contexts: [String]
    /// CAMEO code, two to four digits.
    package var cameo: String
    package var quad: Quad
    package var score: Double
    package var actors: [Participant]
    package var recipients: [Participant]
    package var time: Time
    package var place: PlaceMention?
    package var trigger: ByteSpan
    package var status: Status
    /// Indices into `Coding.statements`, outermost first; empty when the report itself asserts the event.
    package var saidBy: [Int]
    /// Index into `Doc.sentences`.
    package var sentence: Int
    /// The lexicon entry and frame that decided, as `explain` prints it.
    package var rule: String
    /// 0 to 1.
    package var confidence: Double

    package init(
        type: EventType, modes: [String], contexts: [String], cameo: String, quad: Quad, score: Double,
        actors: [Participant], recipients: [Participant], time: Time, place: PlaceMention?, trigger: ByteSpan,
        status: Status, saidBy: [Int], sentence: Int, rule: String, confidence: Double
    ) {
        self.type = type
        self.modes = modes
        self.contexts = contexts
        self.cameo = cameo
        self.quad = quad
        self.score = score
        self.actors = actors
        self.recipients = recipients
        self.time = time
        self.place = place
        self.trigger = trigger
        self.status = status
        self.saidBy = saidBy
        self.sentence = sentence
        self.rule = rule
        self.confidence = confidence
    }
}
