import Tokens

/// One worker's memory of what the attribute ruler says.
///
/// What the rules for single tokens say depends on the tag, the label and on which conditions the word meets. Words
/// that meet the same ones form a class; nearly all words meet none. So for each class there is a page with one place
/// for every pair of tag and label, and an outcome is worked out once.
package final class AttributeRulerWorkspace {
    /// What a field is set to, and by which rule; -1 for none.
    private struct Setting<Value> {
        var value: Value
        var rule = -1

        mutating func set(_ new: Value?, by number: Int) {
            guard let new, number >= rule else { return }
            value = new
            rule = number
        }
    }

    /// The effect of all rules that match.
    private struct Outcome {
        var tag = Setting(value: PennTag.none)
        var dep = Setting(value: Dependency.none)
        var pos = Setting(value: PartOfSpeech.none)
        var morph = Setting(value: 0)
        var lemma = Setting(value: Lemma(""))
        /// Whether the token matches the first pattern of some sequence rule.
        var startsSequence = false

        mutating func apply(_ rule: AttributeRuler.Rule) {
            tag.set(rule.attributes.tag, by: rule.number)
            dep.set(rule.attributes.dep, by: rule.number)
            pos.set(rule.attributes.pos, by: rule.number)
            morph.set(rule.attributes.morph, by: rule.number)
            lemma.set(rule.attributes.lemma, by: rule.number)
        }

        func write(to token: inout TokenAnnotation) {
            if tag.rule >= 0 { token.tag = tag.value }
            if dep.rule >= 0 { token.dep = dep.value }
            if pos.rule >= 0 { token.pos = pos.value }
            if morph.rule >= 0 { token.morph = morph.value }
            if lemma.rule >= 0 { token.lemma = lemma.value }
        }
    }

    /// What the rules can tell words apart by.
    private struct WordClass: Hashable {
        let conditions: [Bool]
        let isSpace: Bool
    }

    private let ruler: AttributeRuler
    private let regex = RegexWorkspace()
    private var classes: [WordClass] = []
    private var classNumbers: [WordClass: Int] = [:]
    /// Class of each lexeme, -1 while unknown; void when the lexemes' generation changes.
    private var lexemeClasses: [Int] = []
    private var generation = -1
    private var outcomes: [Outcome] = []
    /// By class; place `tag * 64 + label` holds the number of an outcome, -1 while unknown.
    private var pages: [[Int32]] = []

    /// Outcome of each token of the text at hand, and those that sequence rules changed.
    private var found: [Int] = []
    private var combined: [Int: Outcome] = [:]

    init(_ ruler: AttributeRuler) { self.ruler = ruler }

    /// Sets tag, label, part of speech, features and lemma as the rules say.
    /// - Parameters:
    ///   - annotations: with tag and label; one a token.
    ///   - lexemes: those the tokens' numbers refer to.
    package func annotate(
        _ annotations: inout [TokenAnnotation], of tokens: ArraySlice<RawToken>, lexemes: LexemeTable
    ) {
        prepare(lexemes)
        found.removeAll(keepingCapacity: true)
        combined.removeAll(keepingCapacity: true)
        for (token, annotation) in zip(tokens, annotations) {
            found.append(outcome(annotation, lexeme: token.lexeme, lexemes))
        }
        // All rules see the tokens as they were: nothing is written before every match is found.
        for start in found.indices where outcomes[found[start]].startsSequence {
            for rule in ruler.sequenceRules
            where matchesSequence(rule.pattern, at: start, annotations, tokens, lexemes) {
                combined[start + rule.target, default: outcomes[found[start + rule.target]]].apply(rule)
            }
        }
        for index in found.indices { outcomes[found[index]].write(to: &annotations[index]) }
        for (index, outcome) in combined { outcome.write(to: &annotations[index]) }
    }

    private func matchesSequence(
        _ pattern: [TokenPattern], at start: Int, _ annotations: [TokenAnnotation], _ tokens: ArraySlice<RawToken>,
        _ lexemes: LexemeTable
    ) -> Bool {
        start + pattern.count <= tokens.count
            && pattern.indices.allSatisfy {
                matches(
                    pattern[$0], annotations[start + $0],
                    classes[classNumber(tokens[tokens.startIndex + start + $0].lexeme, lexemes)])
            }
    }

    private func prepare(_ lexemes: LexemeTable) {
        if generation != lexemes.generation {
            generation = lexemes.generation
            lexemeClasses.removeAll(keepingCapacity: true)
        }
        while lexemeClasses.count < lexemes.count { lexemeClasses.append(-1) }
    }

    private func outcome(_ token: TokenAnnotation, lexeme: Int, _ lexemes: LexemeTable) -> Int {
        let number = classNumber(lexeme, lexemes)
        let place = token.tag.number * 64 + token.dep.number
        let known = pages[number][place]
        if known >= 0 { return Int(known) }
        var outcome = Outcome()
        for rule in ruler.tokenRules where matches(rule.pattern[0], token, classes[number]) { outcome.apply(rule) }
        outcome.startsSequence = ruler.sequenceRules.contains { matches($0.pattern[0], token, classes[number]) }
        pages[number][place] = Int32(outcomes.count)
        outcomes.append(outcome)
        return outcomes.count - 1
    }

    private func classNumber(_ lexeme: Int, _ lexemes: LexemeTable) -> Int {
        let known = lexemeClasses[lexeme]
        if known >= 0 { return known }
        let word = lexemes[lexeme]
        let new = WordClass(conditions: ruler.lowerConditions.holding(word, regex), isSpace: word.isSpace)
        let number: Int
        if let found = classNumbers[new] {
            number = found
        } else {
            number = classes.count
            classes.append(new)
            classNumbers[new] = number
            pages.append(Array(repeating: -1, count: 64 * 64))
        }
        lexemeClasses[lexeme] = number
        return number
    }

    private func matches(_ pattern: TokenPattern, _ token: TokenAnnotation, _ word: WordClass) -> Bool {
        pattern.tags.contains(token.tag) && pattern.deps.contains(token.dep)
            && (pattern.isSpace == nil || pattern.isSpace == word.isSpace)
            && pattern.lower.allSatisfy { word.conditions[$0] }
    }
}
