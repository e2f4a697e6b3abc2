import Dates

/// Wrong use of the command: what was wrong. Ends with exit code 2 and the command's usage.
struct UsageError: Error, CustomStringConvertible {
    let description: String
    init(_ description: String) { self.description = description }
}

/// A command's arguments: options with a value (`--date D`, `--date=D`), flags (`--help`) and the rest in order.
struct Options: Sendable {
    private var values: [String: String] = [:]
    private var flags: Set<String> = []
    private(set) var operands: [String] = []

    /// - Parameters:
    ///   - valued: names, with their dashes, that take a value.
    ///   - flags: names that take none.
    init(_ arguments: [String], valued: Set<String>, flags known: Set<String> = []) throws(UsageError) {
        var rest = arguments[...]
        var onlyOperands = false
        while let argument = rest.popFirst() {
            if onlyOperands || argument == "-" || !argument.hasPrefix("-") {
                operands.append(argument)
            } else if argument == "--" {
                onlyOperands = true
            } else if let equals = argument.firstIndex(of: "="), valued.contains(String(argument[..<equals])) {
                values[String(argument[..<equals])] = String(argument[argument.index(after: equals)...])
            } else if valued.contains(argument) {
                guard let value = rest.popFirst() else { throw UsageError("\(argument) needs a value") }
                values[argument] = value
            } else if known.contains(argument) {
                flags.insert(argument)
            } else {
                throw UsageError("unknown option \(argument)")
            }
        }
    }

    subscript(name: String) -> String? { values[name] }

    func has(_ flag: String) -> Bool { flags.contains(flag) }

    /// One of the given words, the first when the option is not there.
    func choice(_ name: String, of words: [String]) throws(UsageError) -> String {
        guard let value = values[name] else { return words[0] }
        guard words.contains(value) else {
            throw UsageError("\(name) \(value): expected \(words.joined(separator: ", "))")
        }
        return value
    }

    func day(_ name: String) throws(UsageError) -> CalendarDate? {
        guard let value = values[name] else { return nil }
        guard let date = CalendarDate(value) else {
            throw UsageError("\(name) \(value): expected a day as YYYY-MM-DD")
        }
        return date
    }

    func integer(_ name: String, in range: ClosedRange<Int>) throws(UsageError) -> Int? {
        guard let value = values[name] else { return nil }
        guard let number = Int(value), range.contains(number) else {
            throw UsageError(
                "\(name) \(value): expected a whole number from \(range.lowerBound) to \(range.upperBound)")
        }
        return number
    }
}
