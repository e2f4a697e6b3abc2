import Lexicon
import Tokens

/// Tells sentences about sport, markets, weather and film, where words of force are figures of speech.
struct DomainWords: Sendable {
    private let domains: [StringKey: Int]
    private let names: [String]

    /// Distinct words of one domain that a sentence must hold, alone and in a report that is full of them.
    private static let enoughInSentence = 2
    private static let enoughInReport = 4

    /// Reads `domains.tsv`: word, domain.
    init(layers: LexiconLayers) throws(TableError) {
        let table = try LayeredTable("domains.tsv", layers: layers, columns: ["word", "domain"])
        var names: [String] = []
        var domains: [StringKey: Int] = [:]
        for row in table.rows {
            let index = names.firstIndex(of: row.fields[1]) ?? names.count
            if index == names.count { names.append(row.fields[1]) }
            domains[StringKey(row.fields[0])] = index
        }
        self.names = names
        self.domains = domains
    }

    /// For each sentence of a Doc the domain it is about, if it is about one.
    func domains(of doc: Doc) -> [String?] {
        var whole = Array(repeating: Set<StringKey>(), count: names.count)
        var sentences: [[Set<StringKey>]] = []
        for sentence in doc.sentences {
            var words = Array(repeating: Set<StringKey>(), count: names.count)
            for token in sentence {
                let key = doc.tokens[token].lemmaKey
                guard let domain = domains[key] else { continue }
                words[domain].insert(key)
                whole[domain].insert(key)
            }
            sentences.append(words)
        }
        return sentences.map { words in
            for domain in names.indices {
                let isFull =
                    whole[domain].count >= DomainWords.enoughInReport && whole[domain].count * 3 >= doc.sentences.count
                if words[domain].count >= DomainWords.enoughInSentence || isFull && !words[domain].isEmpty {
                    return names[domain]
                }
            }
            return nil
        }
    }
}
