import Foundation
import Tokens

/// spaCy's English rule lemmatizer. Immutable, shared by all workers; each brings a `LemmatizerWorkspace`.
package struct Lemmatizer: Sendable {
    /// What to do with a word of one part of speech and one set of features.
    enum Treatment: Sendable, Equatable {
        /// The word itself, in lower case.
        case lower
        /// The word itself.
        case asWritten
        /// By the rules of the part of speech.
        case rules
    }

    private let rules: [PartOfSpeech: LemmaRules]

    /// - Parameter folder: the component's, with `lookups/lookups.bin`.
    package init(folder: URL) throws(ModelError) {
        rules = try LemmaRules.all(contentsOf: folder.appendingPathComponent("lookups/lookups.bin"))
    }

    init(rules: [PartOfSpeech: LemmaRules]) { self.rules = rules }

    package func makeWorkspace() -> LemmatizerWorkspace { LemmatizerWorkspace(self) }

    /// The lemma of one word.
    func lemma(of word: String, lower: String, pos: PartOfSpeech, morphology: Morphology) -> String {
        switch treatment(pos: pos, morphology: morphology) {
        case .lower: lower
        case .asWritten: word
        case .rules: rules[pos]?.lemma(of: word, lower: lower) ?? lower
        }
    }

    private func treatment(pos: PartOfSpeech, morphology: Morphology) -> Treatment {
        if pos == .none || pos == .space || isBaseForm(pos, morphology) { return .lower }
        if rules[pos] != nil { return .rules }
        return pos == .properNoun ? .asWritten : .lower
    }

    /// Whether the features say that the word is not inflected.
    private func isBaseForm(_ pos: PartOfSpeech, _ morphology: Morphology) -> Bool {
        if pos == .noun, morphology["Number"] == "Sing" { return true }
        if pos == .verb, morphology["VerbForm"] == "Fin", morphology["Tense"] == "Pres", morphology["Number"] == nil {
            return true
        }
        let verbForm = morphology["VerbForm"]
        return verbForm == "Inf" || verbForm == "None" || morphology["Degree"] == "Pos"
    }
}
