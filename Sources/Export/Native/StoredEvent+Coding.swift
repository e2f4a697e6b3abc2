import EventCoding
import Grounding
import Store

extension StoredEvent {
    /// An event as it would come back from a store, for outputs that need none: its numbers are 0.
    init(_ event: Event, of source: NativeRecord.Source) {
        let words = { (bytes: ByteSpan) -> Words in
            let range = source.doc.codePoints.range(ofBytes: bytes)
            return Words(text: source.doc.text(bytes: bytes), start: range.lowerBound, end: range.upperBound)
        }
        let party = { (participant: Event.Participant) -> Party in
            let range = source.doc.codePoints.range(ofBytes: participant.bytes)
            return Party(
                words: Words(text: participant.text, start: range.lowerBound, end: range.upperBound),
                actor: participant.actor)
        }
        let voice = { (index: Int) -> Voice in
            let statement = source.coding.statements[index]
            let actors = statement.speakerEntity.map { source.mentions.entities[$0].actors } ?? []
            return Voice(
                words: statement.speaker.map(words), actor: actors.count == 1 ? actors[0] : nil,
                cue: statement.cue.map(words), kind: statement.kind)
        }
        self.init(
            number: 0, id: RecordID.event(event, report: source.id), run: 0, analysis: 0,
            origin: Origin(
                id: source.id, story: 0, published: nil, language: nil, sources: [Source(file: source.file)]),
            date: event.time.interval?.lowerBound, endDate: event.time.interval?.upperBound, type: event.type,
            modes: event.modes, contexts: event.contexts, cameo: event.cameo, quad: event.quad, score: event.score,
            status: event.status, actors: event.actors.map(party), recipients: event.recipients.map(party),
            time: Time(
                words: event.time.bytes.map(words), kind: event.time.kind, value: event.time.value,
                basis: event.time.basis),
            location: event.place.map { Location(words: words($0.bytes), place: $0.place) },
            trigger: words(event.trigger), saidBy: event.saidBy.map(voice), sentenceIndex: event.sentence,
            sentence: words(source.doc.byteRange(of: source.doc.sentences[event.sentence])), rule: event.rule,
            confidence: event.confidence)
    }
}
