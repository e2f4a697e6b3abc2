import Tokens

/// Lemmas that the language model gets wrong ("stag" for "staged"), so that a lexicon's words are found all the same.
package struct Misreadings: Sendable {
    private let byLemma: [String: [StringKey]]

    /// Reads `lemmas.tsv`: misread, lemma.
    package init(layers: LexiconLayers) throws(TableError) {
        var byLemma: [String: [StringKey]] = [:]
        for row in try LayeredTable("lemmas.tsv", layers: layers, columns: ["misread", "lemma"]).rows {
            byLemma[row.fields[1], default: []].append(StringKey(row.fields[0]))
        }
        self.byLemma = byLemma
    }

    /// The keys under which tokens of a word can be found: its own first.
    package func keys(for lemma: String) -> [StringKey] { [StringKey(lemma)] + (byLemma[lemma] ?? []) }
}
