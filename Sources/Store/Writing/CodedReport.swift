import EventCoding
import Grounding
import Ingest
import Tokens

/// A report with all that was found in it, ready to be stored. Made by the threads that code, so that the one that
/// writes has little left to do.
package struct CodedReport: Sendable {
    package let report: Report
    /// `RecordID.report` of the text.
    package let id: String
    /// Words, punctuation not counted.
    package let wordCount: Int
    let sentences: [ByteSpan]
    let mentions: Mentions
    /// The spans of `mentions.actors`.
    let actorSpans: [ByteSpan]
    package let coding: Coding
    let names: StoryNames
    let offsets: CodePointOffsets
    let shingles: Shingles

    package init(report: Report, doc: Doc, mentions: Mentions, coding: Coding) {
        self.report = report
        id = RecordID.report(text: report.text)
        wordCount = doc.wordCount
        sentences = doc.sentences.map { doc.byteRange(of: $0) }
        self.mentions = mentions
        actorSpans = mentions.actors.map { doc.byteRange(of: $0.tokens) }
        self.coding = coding
        names = StoryNames(doc)
        offsets = doc.codePoints
        shingles = Shingles(report.text)
    }

    func text(_ span: ByteSpan) -> String {
        let utf8 = report.text.utf8
        let start = utf8.index(utf8.startIndex, offsetBy: span.lowerBound)
        return String(report.text[start..<utf8.index(start, offsetBy: span.count)])
    }
}

extension StoryNames {
    init(_ doc: Doc) {
        var people: Set<String> = []
        var organizations: Set<String> = []
        var locations: Set<String> = []
        for entity in doc.entities {
            switch entity.label {
            case .person: people.insert(doc.text(of: entity.tokens))
            case .organization: organizations.insert(doc.text(of: entity.tokens))
            case .geopolitical, .location, .facility: locations.insert(doc.text(of: entity.tokens))
            default: continue
            }
        }
        self.init(people: people.sorted(), organizations: organizations.sorted(), locations: locations.sorted())
    }
}
