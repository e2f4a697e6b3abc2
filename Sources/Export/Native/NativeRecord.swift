import EventCoding
import Grounding
import Store
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
            EventLine(StoredEvent(event, of: source)).write(to: &json, withSources: false)
            json.endLine()
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
