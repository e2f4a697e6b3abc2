import Lexicon
import Tokens

/// Words and phrases that tell a PLOVER context.
struct ContextWords: Sendable {
    private let phrases: PhraseTrie<String>

    /// Reads `contexts.tsv`: phrase, context.
    init(layers: LexiconLayers, ontology: Ontology) throws(TableError) {
        let table = try LayeredTable("contexts.tsv", layers: layers, columns: ["phrase", "context"])
        var phrases = PhraseTrie<String>()
        for row in table.rows {
            guard ontology.contexts.contains(row.fields[1]) else {
                throw row.error("no context is called '\(row.fields[1])'")
            }
            phrases.insert(row.fields[0].split(separator: " ").map { StringKey(String($0)) }, row.fields[1])
        }
        self.phrases = phrases
    }

    /// Contexts that the words of a range tell, in the order of the text.
    func contexts(in range: Range<Int>, of doc: Doc) -> [String] {
        var result: [String] = []
        var position = range.lowerBound
        while position < range.upperBound {
            guard let found = phrases.longest(at: position, in: doc) else {
                position += 1
                continue
            }
            if !result.contains(found.value) { result.append(found.value) }
            position += found.length
        }
        return result
    }
}
