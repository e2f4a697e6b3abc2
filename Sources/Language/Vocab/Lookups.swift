import Foundation

/// The tables of a `lookups.bin` file: each maps 64-bit string keys to values.
struct Lookups: Sendable {
    private let tables: [String: [MessagePack.Entry]]
    let file: String

    init(contentsOf url: URL) throws(ModelError) {
        file = url.path
        guard let entries = try MessagePack.decode(readModelFile(url), file: url.path).entries else {
            throw ModelError(file: url.path, problem: "is no map of tables")
        }
        var tables: [String: [MessagePack.Entry]] = [:]
        for entry in entries {
            guard let name = entry.key.text, let rows = entry.value.entries else {
                throw ModelError(file: url.path, problem: "holds something that is no named table")
            }
            tables[name] = rows
        }
        self.tables = tables
    }

    /// The rows of a table in the order of the file, or nil when there is no such table.
    /// - Parameters:
    ///   - value: reads one value; nil means it has the wrong type.
    func table<Value>(_ name: String, _ value: (MessagePack) -> Value?) throws(ModelError) -> [UInt64: Value]? {
        guard let rows = tables[name] else { return nil }
        var result: [UInt64: Value] = [:]
        result.reserveCapacity(rows.count)
        for row in rows {
            guard let key = row.key.hash, let value = value(row.value) else {
                throw ModelError(file: file, problem: "table '\(name)' has a row of the wrong type")
            }
            result[key] = value
        }
        return result
    }

    func requiredTable<Value>(
        _ name: String, _ value: (MessagePack) -> Value?
    ) throws(ModelError) -> [UInt64: Value] {
        guard let table = try table(name, value) else {
            throw ModelError(file: file, problem: "has no table '\(name)'")
        }
        return table
    }
}

extension NormTable {
    /// The normal forms of a vocabulary: those of its `lookups.bin`, when it has any, and the general ones.
    package init(vocabulary folder: URL) throws(ModelError) {
        let lookups = try Lookups(contentsOf: folder.appendingPathComponent("lookups.bin"))
        self.init(lexemeNorm: try lookups.table("lexeme_norm", \.text) ?? [:])
    }
}
