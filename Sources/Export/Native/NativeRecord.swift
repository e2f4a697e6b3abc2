import Dates
import EventCoding
import Grounding
import Tokens

/// The program's own record of an event: JSON lines, names after PLOVER's table of data exchange. Offsets count code
/// points of the report's text; what is not known is null or an empty list.
package struct NativeRecord {
    /// The report that records come from.
    package struct Source: Sendable {
        package let id: String
        /// The input: a path, with the record's number after `#` where a file holds many.
        package let file: String
        package let doc: Doc
        package let coding: Coding
        package let mentions: Mentions

        package init(file: String, doc: Doc, coding: Coding, mentions: Mentions) {
            id = RecordID.report(text: doc.text)
            self.file = file
            self.doc = doc
            self.coding = coding
            self.mentions = mentions
        }
    }

    let source: Source

    package init(_ source: Source) { self.source = source }

    /// Appends one line for each event of the report, in the order of the text.
    package func writeEvents(to json: inout JSONWriter) {
        for event in source.coding.events {
            write(event, to: &json)
            json.endLine()
        }
    }

    private func write(_ event: Event, to json: inout JSONWriter) {
        json.object { json in
            json.key("id")
            json.value(RecordID.event(event, report: source.id))
            json.key("report")
            json.value(source.id)
            json.key("file")
            json.value(source.file)
            json.key("date")
            json.value(event.time.interval?.lowerBound.description)
            json.key("enddate")
            json.value(event.time.interval?.upperBound.description)
            json.key("event")
            json.value(event.type.rawValue)
            json.key("mode")
            json.array { json in event.modes.forEach { json.value($0) } }
            json.key("context")
            json.array { json in event.contexts.forEach { json.value($0) } }
            json.key("cameo")
            json.value(event.cameo)
            json.key("quad")
            json.value(event.quad.name)
            json.key("score")
            json.value(event.score)
            json.key("actor")
            write(event.actors, to: &json)
            json.key("recipient")
            write(event.recipients, to: &json)
            json.key("time")
            write(event.time, to: &json)
            json.key("place")
            write(event.place, to: &json)
            json.key("trigger")
            json.object { write(event.trigger, to: &$0) }
            json.key("status")
            json.value(event.status.rawValue)
            json.key("said_by")
            json.array { json in
                for index in event.saidBy { write(source.coding.statements[index], to: &json) }
            }
            json.key("sentence")
            json.object { json in
                json.key("index")
                json.value(event.sentence)
                write(source.doc.byteRange(of: source.doc.sentences[event.sentence]), to: &json)
            }
            json.key("rule")
            json.value(event.rule)
            json.key("confidence")
            json.value(event.confidence)
        }
    }

    // MARK: Parts

    private func write(_ parties: [Event.Participant], to json: inout JSONWriter) {
        json.array { json in
            for party in parties {
                json.object { json in
                    write(party.bytes, text: party.text, to: &json)
                    json.key("name")
                    json.value(party.actor.name)
                    json.key("country")
                    json.value(party.actor.country)
                    json.key("sector")
                    json.array { json in party.actor.sectors.forEach { json.value($0.rawValue) } }
                }
            }
        }
    }

    private func write(_ time: Event.Time, to json: inout JSONWriter) {
        json.object { json in
            if let bytes = time.bytes { write(bytes, to: &json) }
            json.key("type")
            json.value(time.kind?.rawValue)
            json.key("value")
            json.value(time.value)
            json.key("from")
            json.value(time.interval?.lowerBound.description)
            json.key("to")
            json.value(time.interval?.upperBound.description)
            json.key("basis")
            json.value(time.basis.rawValue)
        }
    }

    private func write(_ mention: PlaceMention?, to json: inout JSONWriter) {
        guard let mention else { return json.null() }
        json.object { json in
            write(mention.bytes, to: &json)
            json.key("name")
            json.value(mention.place?.name)
            json.key("country")
            json.value(mention.place?.country)
            json.key("admin1")
            json.value(mention.place?.admin1)
            json.key("lat")
            json.value(mention.place?.latitude)
            json.key("lon")
            json.value(mention.place?.longitude)
            json.key("geonames")
            json.value(mention.place?.geonames)
        }
    }

    private func write(_ statement: Statement, to json: inout JSONWriter) {
        json.object { json in
            let text = statement.speaker.map { source.doc.text(bytes: $0) }
            let actors = statement.speakerEntity.map { source.mentions.entities[$0].actors } ?? []
            json.key("text")
            json.value(text)
            if actors.count == 1 {
                json.key("name")
                json.value(actors[0].name)
                json.key("country")
                json.value(actors[0].country)
            }
            json.key("cue")
            json.value(statement.cue.map { source.doc.text(bytes: $0) })
            json.key("kind")
            json.value(statement.kind.rawValue)
        }
    }

    /// Members `text`, `start`, `end` of the object being written.
    func write(_ bytes: ByteSpan, text: String? = nil, to json: inout JSONWriter) {
        let range = source.doc.codePoints.range(ofBytes: bytes)
        json.key("text")
        json.value(text ?? source.doc.text(bytes: bytes))
        json.key("start")
        json.value(range.lowerBound)
        json.key("end")
        json.value(range.upperBound)
    }
}
