import Foundation
import Tokens

extension LemmaRules {
    /// The tables of every part of speech that has any.
    /// - Parameter url: the lemmatizer's `lookups/lookups.bin`.
    static func all(contentsOf url: URL) throws(ModelError) -> [PartOfSpeech: LemmaRules] {
        let lookups = try Lookups(contentsOf: url)
        let endings = try lookups.requiredTable("lemma_rules", \.endings)
        let exceptions = try lookups.table("lemma_exc", \.exceptions) ?? [:]
        let indexes = try lookups.table("lemma_index", \.texts) ?? [:]
        var result: [PartOfSpeech: LemmaRules] = [:]
        for pos in PartOfSpeech.allCases where pos != .none {
            let key = StringStore.key(pos.rawValue.lowercased())
            let endings = endings[key] ?? []
            let exceptions = exceptions[key] ?? []
            let index = indexes[key] ?? []
            if endings.isEmpty, exceptions.isEmpty, index.isEmpty { continue }
            result[pos] = LemmaRules(endings: endings, exceptions: exceptions, index: index)
        }
        return result
    }
}

extension MessagePack {
    /// A list of strings.
    fileprivate var texts: [String]? {
        guard let values = array else { return nil }
        let texts = values.compactMap(\.text)
        return texts.count == values.count ? texts : nil
    }

    /// Pairs of an ending and its replacement.
    fileprivate var endings: [(old: String, new: String)]? {
        guard let pairs = array?.map(\.texts), pairs.allSatisfy({ $0?.count == 2 }) else { return nil }
        return pairs.compactMap { $0 }.map { ($0[0], $0[1]) }
    }

    /// Words, each with a list of lemmas.
    fileprivate var exceptions: [(word: String, lemmas: [String])]? {
        guard let rows = entries else { return nil }
        var result: [(word: String, lemmas: [String])] = []
        result.reserveCapacity(rows.count)
        for row in rows {
            guard let word = row.key.text, let lemmas = row.value.texts else { return nil }
            result.append((word, lemmas))
        }
        return result
    }
}
