import Grounding

/// Who said what: one attribution of the report (Pareti 2012 and PolNeAR: source, cue, content).
package struct Statement: Sendable, Equatable {
    package enum Kind: String, Sendable {
        case direct, indirect, mixed
    }
    /// The source span in bytes; `nil` when the report names none ("it was reported that").
    package var speaker: ByteSpan?
    /// Index into `Mentions.entities`, when the speaker is resolved.
    package var speakerEntity: Int?
    package var cue: ByteSpan?
    /// One span, or several when the cue breaks the content ("…," he said, "…").
    package var content: [ByteSpan]
    package var kind: Kind
    /// Whether the speaker judges or wants what the report tells of, and does not put it forward: "condemned the arrest".
    package var isPresupposing: Bool
    package var addressee: ByteSpan?
    package var addresseeEntity: Int?
    /// Index of the statement whose content holds this one.
    package var parent: Int?

    package init(
        speaker: ByteSpan?, speakerEntity: Int? = nil, cue: ByteSpan?, content: [ByteSpan], kind: Kind,
        isPresupposing: Bool = false, addressee: ByteSpan? = nil, addresseeEntity: Int? = nil, parent: Int? = nil
    ) {
        self.speaker = speaker
        self.speakerEntity = speakerEntity
        self.cue = cue
        self.content = content
        self.kind = kind
        self.isPresupposing = isPresupposing
        self.addressee = addressee
        self.addresseeEntity = addresseeEntity
        self.parent = parent
    }
}

/// The result of the EventCoding stage for one report.
package struct Coding: Sendable, Equatable {
    package var events: [Event]
    package var statements: [Statement]

    package init(events: [Event] = [], statements: [Statement] = []) {
        self.events = events
        self.statements = statements
    }
}
