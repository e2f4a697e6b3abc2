import Foundation
import Tokens

/// The tables of the rule lemmatizer for one part of speech.
struct LemmaRules: Sendable {
    /// Endings and what replaces them, in the order they are tried.
    private let endings: [(old: String, new: String)]
    /// Irregular forms, and `lemmas[number]` theirs.
    private let irregular: ByteStringTable
    private let lemmas: [[String]]
    /// Known base forms.
    private let index: ByteStringTable

    init(endings: [(old: String, new: String)], exceptions: [(word: String, lemmas: [String])], index: [String]) {
        self.endings = endings
        var irregular = ByteStringTable(minimumCapacity: exceptions.count)
        var lemmas: [[String]] = []
        for exception in exceptions where irregular.insertIfAbsent(exception.word) { lemmas.append(exception.lemmas) }
        var known = ByteStringTable(minimumCapacity: index.count)
        for word in index { _ = known.insertIfAbsent(word) }
        self.irregular = irregular
        self.lemmas = lemmas
        self.index = known
    }

    /// The lemma of a form that is inflected as far as is known: the first of the candidates spaCy lists.
    func lemma(of form: String, lower: String) -> String {
        var known: [String] = []
        var odd: [String] = []
        var unknown: [String] = []
        for (old, new) in endings where lower.utf8.count >= old.utf8.count && lower.hasSuffixBytes(old) {
            let candidate = String(decoding: lower.utf8.dropLast(old.utf8.count), as: UTF8.self) + new
            if candidate.isEmpty { continue }
            if index.find(candidate) != nil {
                known.append(candidate)
            } else if candidate.isPythonAlpha {
                unknown.append(candidate)
            } else {
                odd.append(candidate)
            }
        }
        // Known forms stand in the reverse order of the rules, before forms with marks in them.
        let candidates = known.reversed() + odd
        let exceptions = irregular.find(lower).map { lemmas[$0] } ?? []
        let exception = exceptions.last { !candidates.contains($0) }
        return exception ?? candidates.first ?? unknown.first ?? form
    }
}

extension String {
    fileprivate func hasSuffixBytes(_ ending: String) -> Bool {
        utf8.suffix(ending.utf8.count).elementsEqual(ending.utf8)
    }
}
