import Foundation
import Tokens

/// The tables of the rule lemmatizer for one part of speech.
struct LemmaRules: Sendable {
    /// Endings and what replaces them, in the order they are tried.
    var endings: [(old: String, new: String)] = []
    /// Irregular forms and their lemmas.
    var exceptions: [String: [String]] = [:]
    /// Known base forms, as UTF-8.
    var index = ByteStringTable(minimumCapacity: 0)

    var isEmpty: Bool { endings.isEmpty && exceptions.isEmpty && index.count == 0 }

    /// The lemma of a form that is inflected as far as is known: the first of the candidates spaCy lists.
    func lemma(of form: String) -> String {
        let lower = form.pythonLowercased()
        var forms: [String] = []
        var unknownForms: [String] = []
        for (old, new) in endings where lower.utf8.elementsEqualAtEnd(old.utf8) {
            let candidate = String(decoding: lower.utf8.dropLast(old.utf8.count), as: UTF8.self) + new
            if candidate.isEmpty { continue }
            if isKnown(candidate) {
                forms.insert(candidate, at: 0)
            } else if candidate.isPythonAlpha {
                unknownForms.append(candidate)
            } else {
                forms.append(candidate)
            }
        }
        for exception in exceptions[lower] ?? [] where !forms.contains(exception) { forms.insert(exception, at: 0) }
        return forms.first ?? unknownForms.first ?? form
    }

    private func isKnown(_ form: String) -> Bool {
        var copy = form
        return copy.withUTF8 {
            let key = $0.span.bytes
            return index.find(key, hash: ByteStringTable.hash(key)) != nil
        }
    }
}

extension String.UTF8View {
    fileprivate func elementsEqualAtEnd(_ ending: String.UTF8View) -> Bool {
        count >= ending.count && suffix(ending.count).elementsEqual(ending)
    }
}

extension LemmaRules {
    /// The tables of every part of speech that has any.
    /// - Parameter url: the lemmatizer's `lookups/lookups.bin`.
    static func read(_ url: URL) throws(ModelError) -> [PartOfSpeech: LemmaRules] {
        let lookups = try Lookups(contentsOf: url)
        let endings = try lookups.requiredTable("lemma_rules", \.endings)
        let exceptions = try lookups.table("lemma_exc", \.exceptions) ?? [:]
        let indexes = try lookups.table("lemma_index", \.array) ?? [:]
        var result: [PartOfSpeech: LemmaRules] = [:]
        for pos in PartOfSpeech.allCases where pos != .none {
            let key = StringStore.key(pos.rawValue.lowercased())
            var rules = LemmaRules()
            rules.endings = endings[key] ?? []
            rules.exceptions = exceptions[key] ?? [:]
            let words = indexes[key] ?? []
            rules.index = ByteStringTable(minimumCapacity: words.count)
            for word in words {
                guard var text = word.text else {
                    throw ModelError(file: url.path, problem: "table 'lemma_index' has a row that is no list of words")
                }
                text.withUTF8 { rules.index.insertIfAbsent($0.span.bytes) }
            }
            if !rules.isEmpty { result[pos] = rules }
        }
        return result
    }
}

extension MessagePack {
    fileprivate var endings: [(old: String, new: String)]? {
        guard let rows = array else { return nil }
        let pairs = rows.compactMap { row -> (old: String, new: String)? in
            guard let parts = row.array, parts.count == 2, let old = parts[0].text, let new = parts[1].text else {
                return nil
            }
            return (old, new)
        }
        return pairs.count == rows.count ? pairs : nil
    }

    fileprivate var exceptions: [String: [String]]? {
        guard let rows = entries else { return nil }
        var result: [String: [String]] = [:]
        result.reserveCapacity(rows.count)
        for row in rows {
            guard let word = row.key.text, let lemmas = row.value.array?.map(\.text), !lemmas.contains(nil) else {
                return nil
            }
            result[word] = lemmas.compactMap(\.self)
        }
        return result
    }
}
