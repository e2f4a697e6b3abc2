import Dates
import EventCoding
import Foundation
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

    /// - Parameters:
    ///   - docs: asked for last, as it may still be read while lexicon and knowledge are.
    ///   - lexicon: folders of event lexicons to read over the program's own, the strongest last.
    package init(docs: @autoclosure () throws -> any DocSource, data: DataFolder, lexicon: [URL] = []) throws {
        let grounding = Background { try Grounder(data: data) }
        coder = try EventCoder(data: data, layers: LexiconLayers(data: data, user: lexicon))
        grounder = try grounding.value
        self.docs = try docs()
    }

    package func analyze(_ report: Report, reader: any DocReader) throws -> Analysis {
        let doc = try reader.doc(of: report.text)
        let mentions = grounder.mentions(in: doc, published: report.date)
        let coding = coder.code(doc, mentions: mentions, published: report.date)
        return Analysis(report: report, doc: doc, mentions: mentions, coding: coding)
    }
}
