import Foundation

/// A plain-text table of the project: tab-separated fields, one entry a line, `#` begins a comment line, blank lines
/// are skipped. The first line that is no comment names the columns.
package struct Table: Sendable {
    package struct Row: Sendable {
        package let line: Int
        package let fields: [String]
    }
    /// As errors name it.
    package let name: String
    package let columns: [String]
    package let rows: [Row]

    /// - Throws: `TableError` for a file that cannot be read, is not UTF-8, or has a row with more fields than columns.
    package init(contentsOf url: URL) throws(TableError) {
        let data: Data
        do { data = try Data(contentsOf: url) } catch {
            throw TableError(file: url.path, line: 0, problem: "cannot be read: \(error.localizedDescription)")
        }
        guard let text = String(data: data, encoding: .utf8) else {
            throw TableError(file: url.path, line: 0, problem: "is not UTF-8")
        }
        try self.init(text, name: url.lastPathComponent)
    }

    package init(_ text: String, name: String) throws(TableError) {
        var columns: [String]?
        var rows: [Row] = []
        var number = 0
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
            number += 1
            if line.isEmpty || line.utf8.first == 0x23 { continue }
            let fields = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
            guard let known = columns else {
                columns = fields
                continue
            }
            guard fields.count <= known.count else {
                throw TableError(
                    file: name, line: number, problem: "\(fields.count) fields where \(known.count) columns are named")
            }
            let padding = Array(repeating: "", count: known.count - fields.count)
            rows.append(Row(line: number, fields: fields + padding))
        }
        self.name = name
        self.columns = columns ?? []
        self.rows = rows
    }

    /// The position of a column that must be there.
    package func column(_ column: String) throws(TableError) -> Int {
        guard let position = columns.firstIndex(of: column) else {
            throw TableError(file: name, line: 1, problem: "no column '\(column)' among \(columns)")
        }
        return position
    }
}

/// A data file at fault: which, where, and what is wrong. Line 0 means the file as a whole.
package struct TableError: Error, Equatable, CustomStringConvertible {
    package let file: String
    package let line: Int
    package let problem: String

    package init(file: String, line: Int, problem: String) {
        self.file = file
        self.line = line
        self.problem = problem
    }

    package var description: String { line > 0 ? "\(file):\(line): \(problem)" : "\(file): \(problem)" }
}
