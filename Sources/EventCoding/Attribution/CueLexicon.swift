import Lexicon
import Tokens

/// The words that attribute: verbs of saying, thinking, asking, judging, and nouns made from them.
package struct CueLexicon: Sendable {
    private let lemmas: Set<StringKey>

    /// - Throws: `TableError` for a data file at fault, naming file and line.
    package init(data: DataFolder) throws {
        let table = try Table(contentsOf: data.file("attribution/cues.tsv"))
        let lemma = try table.column("lemma")
        lemmas = Set(table.rows.map { StringKey($0.fields[lemma]) })
    }

    package func isCue(_ token: Token) -> Bool {
        (token.pos == .verb || token.lower == "according")
            && (lemmas.contains(token.lemmaKey) || token.lower == "according")
    }
}
