import Foundation
import Tokens

/// The folders a lexicon is read from, the project's own first; each later one adds to, overrides or removes from those
/// before it.
package struct LexiconLayers: Sendable {
    package let folders: [URL]

    /// - Parameter user: folders of the same layout as `data/lexicon`, the strongest last.
    package init(data: DataFolder, user: [URL] = []) { folders = [data.file("lexicon")] + user }

    package init(folders: [URL]) { self.folders = folders }
}

/// The rows of one table of a lexicon after all layers: a row whose key an earlier layer has replaces it, a row whose
/// key begins with `-` removes it.
package struct LayeredTable: Sendable {
    package struct Row: Sendable, Equatable {
        /// As errors name the place.
        package let file: String
        package let line: Int
        /// In the order of the columns asked for; missing ones are empty.
        package let fields: [String]

        package func error(_ problem: String) -> TableError { TableError(file: file, line: line, problem: problem) }
    }

    package let rows: [Row]

    /// - Parameters:
    ///   - path: a file such as `classes.tsv`, or a folder such as `events`, of which every `.tsv` is read.
    ///   - columns: what rows are wanted in this order; the first `key` of them identify a row.
    /// - Throws: `TableError` for a file at fault, a key that stands twice in one layer, or one removed that is not there.
    package init(_ path: String, layers: LexiconLayers, columns: [String], key: Int = 1) throws(TableError) {
        var rows: [Row?] = []
        var known: [StringKey: Known] = [:]
        for (layer, folder) in layers.folders.enumerated() {
            for file in try LayeredTable.files(path, in: folder, required: layer == 0) {
                for row in try LayeredTable.read(file, columns: columns) {
                    let removes = row.fields[0].utf8.first == UInt8(ascii: "-")
                    let first = removes ? String(row.fields[0].dropFirst()).withoutSpacesAround() : row.fields[0]
                    // No field holds a tab.
                    let identity = key == 1 ? first : ([first] + row.fields[1..<key]).joined(separator: "\t")
                    let hash = StringKey(identity)
                    let entry = known[hash]
                    if let entry, entry.layer == layer {
                        throw row.error(
                            "'\(LayeredTable.shown(identity))' is there already: \(entry.file):\(entry.line)")
                    }
                    var position = entry?.position
                    if removes {
                        guard let last = position else {
                            throw row.error("'\(LayeredTable.shown(identity))' is not there to be removed")
                        }
                        rows[last] = nil
                        position = nil
                    } else if let position {
                        rows[position] = row
                    } else {
                        position = rows.count
                        rows.append(row)
                    }
                    known[hash] = Known(position: position, layer: layer, file: row.file, line: row.line)
                }
            }
        }
        self.rows = rows.compactMap { $0 }
    }

    /// What the layers so far say of a key: where its row is, unless it was removed, and which line said so last.
    private struct Known {
        let position: Int?
        let layer: Int
        let file: String
        let line: Int
    }

    /// A key as errors write it.
    private static func shown(_ identity: String) -> String {
        identity.parts(UInt8(ascii: "\t")).joined(separator: " ")
    }

    private static func read(_ url: URL, columns: [String]) throws(TableError) -> [Row] {
        let table = try Table(contentsOf: url)
        var positions: [Int?] = []
        for (index, name) in columns.enumerated() {
            positions.append(index == 0 ? try table.column(name) : table.columns.firstIndex(of: name))
        }
        if let unknown = table.columns.first(where: { !columns.contains($0) }) {
            throw TableError(
                file: url.path, line: 1,
                problem: "no column is called '\(unknown)': expected \(columns.joined(separator: ", "))")
        }
        let path = url.path
        let isInOrder = positions == Array(columns.indices)
        return table.rows.map { row in
            // Nearly every table has the columns in this order and no spaces around: its rows are taken as they are.
            if isInOrder, !row.fields.contains(where: \.hasSpacesAround) {
                return Row(file: path, line: row.line, fields: row.fields)
            }
            return Row(
                file: path, line: row.line,
                fields: positions.map { $0.map { row.fields[$0].withoutSpacesAround() } ?? "" })
        }
    }

    private static func files(_ path: String, in folder: URL, required: Bool) throws(TableError) -> [URL] {
        let url = folder.appendingPathComponent(path)
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: url.path, isDirectory: &isFolder) else {
            if required { throw TableError(file: url.path, line: 0, problem: "is missing from the lexicon") }
            return []
        }
        guard isFolder.boolValue else { return [url] }
        let names: [String]
        do { names = try FileManager.default.contentsOfDirectory(atPath: url.path) } catch {
            throw TableError(file: url.path, line: 0, problem: "cannot be read: \(error.localizedDescription)")
        }
        return names.filter { $0.hasSuffix(".tsv") }.sorted().map { url.appendingPathComponent($0) }
    }
}
