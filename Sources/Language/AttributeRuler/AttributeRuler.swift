import Foundation
import Tokens

/// spaCy's `attribute_ruler`: rules that map tags, and tokens in certain contexts, to part of speech, features and
/// more. Immutable, shared by all workers; each brings an `AttributeRulerWorkspace`.
package struct AttributeRuler: Sendable {
    /// What a rule sets on its token; later rules override earlier ones.
    struct Attributes: Sendable {
        var tag: PennTag?
        var dep: Dependency?
        var pos: PartOfSpeech?
        /// Number in `morphologies`.
        var morph: Int?
        var lemma: Lemma?
    }

    /// Token patterns in a row, and what to set on which of the tokens they match.
    struct Rule: Sendable {
        /// Number of the rule in the file; the greater wins.
        let number: Int
        let pattern: [TokenPattern]
        let target: Int
        let attributes: Attributes
    }

    /// The features that tokens can have; `TokenAnnotation.morph` counts here. The first has none.
    package private(set) var morphologies: [Morphology] = [.none]
    let lowerConditions: LowerConditions
    /// Rules for one token on its own.
    let tokenRules: [Rule]
    /// Rules for tokens in a row.
    let sequenceRules: [Rule]

    /// - Parameter url: the component's `patterns` file.
    package init(contentsOf url: URL) throws(ModelError) {
        try self.init(MessagePack.decode(readModelFile(url), file: url.path), file: url.path)
    }

    init(_ data: MessagePack, file: String) throws(ModelError) {
        guard let entries = data.array else {
            throw ModelError(file: file, problem: "is no list of rules")
        }
        var conditions = LowerConditions()
        var rules: [Rule] = []
        for (number, entry) in entries.enumerated() {
            guard let patterns = entry["patterns"]?.array, let attributes = entry["attrs"]?.entries else {
                throw ModelError(file: file, problem: "rule \(number) has no 'patterns' or no 'attrs'")
            }
            let values = try attributes.reduced(rule: number, file: file, morphologies: &morphologies)
            let index = entry["index"]?.integer ?? 0
            for pattern in patterns {
                var tokens: [TokenPattern] = []
                for token in pattern.array ?? [] {
                    tokens.append(try TokenPattern(token, conditions: &conditions, rule: number, file: file))
                }
                let target = index < 0 ? tokens.count + index : index
                guard tokens.indices.contains(target) else {
                    throw ModelError(file: file, problem: "rule \(number) sets token \(index) of \(tokens.count)")
                }
                rules.append(Rule(number: number, pattern: tokens, target: target, attributes: values))
            }
        }
        lowerConditions = conditions
        tokenRules = rules.filter { $0.pattern.count == 1 }
        sequenceRules = rules.filter { $0.pattern.count > 1 }
    }

    package func makeWorkspace() -> AttributeRulerWorkspace { AttributeRulerWorkspace(self) }
}

extension [MessagePack.Entry] {
    /// The attributes a rule sets.
    fileprivate func reduced(
        rule: Int, file: String, morphologies: inout [Morphology]
    ) throws(ModelError) -> AttributeRuler.Attributes {
        var result = AttributeRuler.Attributes()
        for entry in self {
            guard let name = entry.key.text, let value = entry.value.text else {
                throw ModelError(file: file, problem: "rule \(rule) sets something that is no text")
            }
            let isKnown: Bool
            switch name {
            case "TAG":
                result.tag = PennTag(rawValue: value)
                isKnown = result.tag != nil
            case "DEP":
                result.dep = Dependency(rawValue: value)
                isKnown = result.dep != nil
            case "POS":
                result.pos = PartOfSpeech(rawValue: value)
                isKnown = result.pos != nil
            case "MORPH":
                let morphology = Morphology(value)
                if let known = morphologies.firstIndex(of: morphology) {
                    result.morph = known
                } else {
                    result.morph = morphologies.count
                    morphologies.append(morphology)
                }
                isKnown = true
            case "LEMMA":
                result.lemma = Lemma(value)
                isKnown = true
            default: isKnown = false
            }
            guard isKnown else {
                throw ModelError(
                    file: file, problem: "rule \(rule) sets \(name) to '\(value)', which no English pipeline has",
                    remedy: "use an English pipeline as published for spaCy 3.7 or 3.8")
            }
        }
        return result
    }
}
