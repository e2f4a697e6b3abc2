import Store

/// The record as one table: RFC 4180, one row an event, "; " between several parties. Columns that the view `events_flat`
/// has too have its names.
struct CSVFormat: PublishedFormat {
    static let columns = [
        "event_id", "number", "run", "report", "story", "file", "url", "title", "publisher", "published", "date",
        "enddate",
        "time_basis", "event", "modes", "contexts", "cameo", "quad", "score", "status", "actor", "actor_country",
        "actor_sectors", "actor_role", "recipient", "recipient_country", "recipient_sectors", "recipient_role", "place",
        "place_country", "admin1", "latitude", "longitude", "geonames", "speaker", "speaker_country", "cue", "trigger",
        "sentence_index", "sentence", "rule", "confidence", "evidence",
    ]

    /// The SQL type of a column.
    static func type(of column: String) -> String {
        switch column {
        case "number", "run", "story", "geonames", "sentence_index": "BIGINT"
        case "score", "latitude", "longitude", "confidence": "DOUBLE"
        case "published", "date", "enddate": "DATE"
        default: "VARCHAR"
        }
    }

    func write(_ event: StoredEvent, to fields: inout FieldWriter) {
        let source = event.origin.sources.first
        let place = event.location?.place
        fields.field(event.id)
        fields.field(event.number)
        fields.field(event.run)
        fields.field(event.origin.id)
        fields.field(event.origin.story)
        fields.field(source?.file)
        fields.field(source?.url)
        fields.field(source?.title)
        fields.field(source?.publisher)
        fields.field(event.origin.published?.description)
        fields.field(event.date?.description)
        fields.field(event.endDate?.description)
        fields.field(event.time.basis.rawValue)
        fields.field(event.type.rawValue)
        fields.field(event.modes.joined(separator: " "))
        fields.field(event.contexts.joined(separator: " "))
        fields.field(event.cameo)
        fields.field(event.quad.name)
        fields.field(event.score)
        fields.field(event.status.rawValue)
        write(event.actors, to: &fields)
        write(event.recipients, to: &fields)
        fields.field(place?.name ?? event.location?.words.text)
        fields.field(place?.country)
        fields.field(place?.admin1)
        fields.field(place?.latitude)
        fields.field(place?.longitude)
        fields.field(place?.geonames)
        fields.field(list(event.saidBy.map { $0.actor?.name ?? $0.words?.text ?? "" }))
        fields.field(list(event.saidBy.map { $0.actor?.country ?? "" }))
        fields.field(list(event.saidBy.map { $0.cue?.text ?? "" }))
        fields.field(event.trigger.text)
        fields.field(event.sentenceIndex)
        fields.field(event.sentence.text)
        fields.field(event.rule)
        fields.field(event.confidence)
        fields.field(event.evidence.map(\.id).joined(separator: " "))
        fields.endRow()
    }

    private func write(_ parties: [StoredEvent.Party], to fields: inout FieldWriter) {
        fields.field(list(parties.map(\.name)))
        fields.field(list(parties.map { $0.actor.country ?? "" }))
        fields.field(list(parties.map { $0.actor.sectors.map(\.rawValue).joined(separator: " ") }))
        fields.field(list(parties.map { $0.actor.role ?? "" }))
    }

    /// Empty when nothing is in it.
    private func list(_ values: [String]) -> String {
        values.allSatisfy(\.isEmpty) ? "" : values.joined(separator: "; ")
    }
}
