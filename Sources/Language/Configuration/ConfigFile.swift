import Foundation

/// Reads thinc's `config.cfg`: sections with dotted names that nest, values in JSON, and `${section:key}` or
/// `${section.key}` for the value of another key.
struct ConfigFile {
    private struct Entry {
        let text: String
        let line: Int
    }

    private let file: String
    /// Values as written, by section and key.
    private var sections: [String: [String: Entry]] = [:]

    /// The whole file as nested objects.
    /// - Throws: `ModelError` with file and line.
    static func read(_ url: URL) throws(ModelError) -> ConfigSection {
        guard let text = String(validating: try readModelFile(url), as: UTF8.self) else {
            throw ModelError(file: url.path, problem: "is not UTF-8")
        }
        return try parse(text, file: url.path)
    }

    static func parse(_ text: String, file: String) throws(ModelError) -> ConfigSection {
        let config = try ConfigFile(text, file: file)
        var root: [String: ConfigValue] = [:]
        for (section, entries) in config.sections {
            var values: [String: ConfigValue] = [:]
            for (key, entry) in entries { values[key] = try config.value(of: entry, depth: 0) }
            root.merge(values, at: section.split(separator: ".").map(String.init)[...])
        }
        return ConfigSection(file: file, path: "", values: root)
    }

    private init(_ text: String, file: String) throws(ModelError) {
        self.file = file
        var section: String?
        var number = 0
        for line in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) {
            number += 1
            let content = line.trimmingCharacters(in: .whitespaces)
            if content.isEmpty || content.hasPrefix("#") || content.hasPrefix(";") { continue }
            if content.hasPrefix("["), content.hasSuffix("]") {
                let name = String(content.dropFirst().dropLast())
                section = name
                sections[name] = sections[name] ?? [:]
                continue
            }
            guard let section, let equals = content.firstIndex(of: "=") else {
                throw ModelError(
                    file: file, problem: "line \(number) is no [section], no key = value of a section and no comment")
            }
            let key = content[..<equals].trimmingCharacters(in: .whitespaces)
            let value = content[content.index(after: equals)...].trimmingCharacters(in: .whitespaces)
            sections[section]?[key] = Entry(text: value, line: number)
        }
    }

    /// An entry's value with all references followed.
    private func value(of entry: Entry, depth: Int) throws(ModelError) -> ConfigValue {
        guard depth < 32 else {
            throw ModelError(file: file, problem: "line \(entry.line): references that lead in a circle")
        }
        guard let open = entry.text.range(of: "${") else { return ConfigValue(parsing: entry.text) }
        guard let close = entry.text[open.upperBound...].firstIndex(of: "}") else {
            throw ModelError(file: file, problem: "line \(entry.line): a reference without '}'")
        }
        let name = String(entry.text[open.upperBound..<close])
        let referred = try value(of: try self.entry(named: name, line: entry.line), depth: depth + 1)
        let before = entry.text[..<open.lowerBound]
        let after = entry.text[entry.text.index(after: close)...]
        if before.isEmpty, after.isEmpty { return referred }
        guard let text = referred.string else {
            throw ModelError(file: file, problem: "line \(entry.line): '\(name)', which is no text, inside other text")
        }
        return try value(of: Entry(text: before + text + after, line: entry.line), depth: depth + 1)
    }

    private func entry(named name: String, line: Int) throws(ModelError) -> Entry {
        let separator = name.lastIndex(of: ":") ?? name.lastIndex(of: ".")
        if let separator,
            let entry = sections[String(name[..<separator])]?[String(name[name.index(after: separator)...])]
        {
            return entry
        }
        throw ModelError(file: file, problem: "line \(line) refers to '\(name)', which is not there")
    }
}

extension [String: ConfigValue] {
    /// Puts values where a dotted section name says.
    fileprivate mutating func merge(_ values: [String: ConfigValue], at path: ArraySlice<String>) {
        guard let first = path.first else {
            merge(values) { old, new in old.object == nil ? new : old }
            return
        }
        var inner = self[first]?.object ?? [:]
        inner.merge(values, at: path.dropFirst())
        self[first] = .object(inner)
    }
}
