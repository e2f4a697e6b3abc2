/// A part of `config.cfg`, with errors that name file and key.
package struct ConfigSection: Sendable {
    package let file: String
    /// Dotted name; empty for the whole file.
    package let path: String
    let values: [String: ConfigValue]

    /// A section, or a value that is an object, within this one.
    func section(_ name: String) throws(ModelError) -> ConfigSection {
        let inner = path.isEmpty ? name : "\(path).\(name)"
        guard let object = values[name]?.object else {
            throw ModelError(file: file, problem: "has no section [\(inner)]")
        }
        return ConfigSection(file: file, path: inner, values: object)
    }

    func string(_ key: String) throws(ModelError) -> String { try value(key, "text", \.string) }

    func integer(_ key: String) throws(ModelError) -> Int { try value(key, "a whole number", \.integer) }

    func bool(_ key: String) throws(ModelError) -> Bool { try value(key, "true or false", \.bool) }

    func strings(_ key: String) throws(ModelError) -> [String] {
        try value(key, "a list of texts") { $0.array?.all(\.string) }
    }

    func integers(_ key: String) throws(ModelError) -> [Int] {
        try value(key, "a list of whole numbers") { $0.array?.all(\.integer) }
    }

    /// A value that must be the one this engine computes.
    func expect(_ key: String, _ expected: ConfigValue) throws(ModelError) {
        let found = values[key] ?? .null
        guard found == expected else {
            throw ModelError(
                file: file, problem: "[\(path)] \(key) is \(found.text) where \(expected.text) is expected",
                remedy: "use an English pipeline as published for spaCy 3.7 or 3.8")
        }
    }

    private func value<Value>(
        _ key: String, _ expected: String, _ read: (ConfigValue) -> Value?
    ) throws(ModelError) -> Value {
        let found = values[key] ?? .null
        guard let value = read(found) else {
            throw ModelError(file: file, problem: "[\(path)] \(key) is \(found.text) where \(expected) is expected")
        }
        return value
    }
}

extension [ConfigValue] {
    fileprivate func all<Value>(_ read: (ConfigValue) -> Value?) -> [Value]? {
        let values = compactMap(read)
        return values.count == count ? values : nil
    }
}

extension ConfigValue {
    /// As an error shows it.
    fileprivate var text: String {
        switch self {
        case .null: "absent"
        case .bool(let value): "\(value)"
        case .number(let value): integer.map { "\($0)" } ?? "\(value)"
        case .string(let value): "'\(value)'"
        case .array(let values): "[\(values.map(\.text).joined(separator: ", "))]"
        case .object: "a section"
        }
    }
}
