import Lexicon
import Tokens

/// The words that attribute, with the kind of act they name (say, ask, deny, think), and the nouns for what statements
/// come from (persons, groups, documents).
package struct AttributionLexicon: Sendable {
    /// Hashed names of act and nature, so that the model does not depend on the order of the lines.
    private let acts: [StringKey: UInt64]
    private let natures: [StringKey: UInt64]

    private static let addressing = Set(["tell", "ask"].map { StringKey($0).value })
    private static let asserting = Set(
        ["say", "tell", "ask", "deny", "promise", "accuse", "show", "according", "report-noun"].map {
            StringKey($0).value
        })
    private static let parties = Set(["person", "group"].map { StringKey($0).value })

    /// - Throws: `TableError` for a data file at fault, naming file and line.
    package init(data: DataFolder) throws(TableError) {
        acts = try AttributionLexicon.read("attribution/cues.tsv", word: "lemma", kind: "act", data)
        natures = try AttributionLexicon.read("attribution/sources.tsv", word: "noun", kind: "nature", data)
    }

    private static func read(
        _ path: String, word: String, kind: String, _ data: DataFolder
    ) throws(TableError) -> [StringKey: UInt64] {
        let table = try Table(contentsOf: data.file(path))
        let words = try table.column(word)
        let kinds = try table.column(kind)
        var result: [StringKey: UInt64] = [:]
        for row in table.rows {
            guard result.updateValue(StringKey(row.fields[kinds]).value, forKey: StringKey(row.fields[words])) == nil
            else { throw TableError(file: table.name, line: row.line, problem: "'\(row.fields[words])' stands twice") }
        }
        return result
    }

    /// A number for the act that a word names, 0 for none.
    func act(ofLemma lemma: StringKey) -> UInt64 { acts[lemma] ?? 0 }

    func act(of token: Token) -> UInt64 { act(ofLemma: token.lemmaKey) }

    /// A number for the nature of what a noun names, 0 for none that states anything.
    func nature(ofLemma lemma: StringKey) -> UInt64 { natures[lemma] ?? 0 }

    /// Whether the object of a verb is who is spoken to: "told", "urged".
    func takesAddressee(_ token: Token) -> Bool { AttributionLexicon.addressing.contains(act(of: token)) }

    /// Whether a word puts forward what it introduces, be it a mere noun: "reported an attack".
    func asserts(_ token: Token) -> Bool { AttributionLexicon.asserting.contains(act(of: token)) }

    /// Whether a noun names people.
    func isParty(_ token: Token) -> Bool { AttributionLexicon.parties.contains(nature(ofLemma: token.lemmaKey)) }
}
