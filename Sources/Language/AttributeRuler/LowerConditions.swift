/// The conditions that rules put on the lower-case forms of words, numbered as they are added.
struct LowerConditions: Sendable {
    /// What holds for a word that no list names: only conditions that exclude words.
    private var usual: [Bool] = []
    /// Conditions that hold, or no longer hold, for a word that lists name, by the word's key.
    private var exceptions: [UInt64: [Int]] = [:]
    private var patterns: [(number: Int, pattern: RegularExpression)] = []

    /// - Returns: the condition's number.
    mutating func add(_ predicate: Predicate, rule: Int, file: String) throws(ModelError) -> Int {
        let number = usual.count
        switch predicate {
        case .oneOf(let words):
            usual.append(false)
            for key in Set(words.map(StringStore.key)) { exceptions[key, default: []].append(number) }
        case .noneOf(let words):
            usual.append(true)
            for key in Set(words.map(StringStore.key)) { exceptions[key, default: []].append(number) }
        case .regex(let pattern):
            usual.append(false)
            let name = "rule \(rule), LOWER REGEX"
            patterns.append((number, try RegularExpression(python: pattern, name: name, file: file)))
        case .flag: throw Predicate.unsupported("a flag as value of LOWER", rule: rule, file: file)
        }
        return number
    }

    /// Which conditions hold for a word, by their numbers.
    func holding(_ lexeme: Lexeme, _ workspace: RegexWorkspace) -> [Bool] {
        var result = usual
        for number in exceptions[lexeme.lowerKey] ?? [] { result[number].toggle() }
        for (number, pattern) in patterns {
            result[number] = pattern.firstMatch(in: lexeme.lower, workspace: workspace) != nil
        }
        return result
    }
}
