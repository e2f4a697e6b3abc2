/// What a user types, as an expression of FTS5 that cannot be anything but words, phrases and prefixes.
enum SearchExpression {
    /// - Parameter text: words, all of which are wanted; "a phrase"; `prefix*`.
    /// - Returns: `nil` when there is no word in it.
    static func words(_ text: String) -> String? {
        var terms: [String] = []
        var rest = text[...]
        while let first = rest.first {
            if first.isWhitespace {
                rest.removeFirst()
            } else if first == "\"" {
                rest.removeFirst()
                let phrase = rest.prefix { $0 != "\"" }
                rest = rest.dropFirst(phrase.count + 1)
                terms.append(quoted(phrase))
            } else {
                let word = rest.prefix { !$0.isWhitespace && $0 != "\"" }
                rest = rest.dropFirst(word.count)
                terms.append(word.last == "*" ? quoted(word.dropLast()) + "*" : quoted(word))
            }
        }
        let wanted = terms.filter { $0.contains { $0.isLetter || $0.isNumber } }
        return wanted.isEmpty ? nil : wanted.joined(separator: " ")
    }

    /// Any of several names, each as a phrase.
    static func anyPhrase(_ names: [String]) -> String? {
        let phrases = names.filter { $0.contains { $0.isLetter || $0.isNumber } }.map { quoted($0[...]) }
        return phrases.isEmpty ? nil : phrases.joined(separator: " OR ")
    }

    private static func quoted(_ text: Substring) -> String {
        "\"" + text.filter { $0 != "\"" && $0 != "\0" } + "\""
    }
}
