import Dates
import EventCoding
import Grounding
import Ingest
import Lexicon
import Tokens

/// All that one report yields.
package struct Analysis: Sendable {
    package let report: Report
    package let doc: Doc
    package let mentions: Mentions
    package let coding: Coding
}

/// Puts the stages together: Report → Doc → Mentions → Coding. Immutable, shared by all workers.
package struct Analyzer: Sendable {
    package let docs: any DocSource
    package let grounder: Grounder
    package let coder: EventCoder

    package init(docs: any DocSource, data: DataFolder) throws {
        self.docs = docs
        grounder = try Grounder(data: data)
        coder = try EventCoder(data: data)
    }

    package func analyze(_ report: Report, reader: any DocReader) throws -> Analysis {
        let doc = try reader.doc(of: report.text)
        let mentions = grounder.mentions(in: doc, published: report.date)
        let coding = coder.code(doc, mentions: mentions, published: report.date)
        return Analysis(report: report, doc: doc, mentions: mentions, coding: coding)
    }
}
