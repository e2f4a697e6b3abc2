import Foundation

/// A plain-text table of the project: tab-separated fields, one entry a line, `#` begins a comment line, blank lines
/// are skipped; lines end in LF or CR LF. The first line that is no comment names the columns.
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
        let bytes = Array(data)
        do { _ = try UTF8Span(validating: bytes.span) } catch {
            throw TableError(file: url.path, line: 0, problem: "is not UTF-8")
        }
        try self.init(utf8: bytes, name: url.lastPathComponent)
    }

    package init(_ text: String, name: String) throws(TableError) { try self.init(utf8: Array(text.utf8), name: name) }

    private init(utf8 bytes: [UInt8], name: String) throws(TableError) {
        var columns: [String]?
        var rows: [Row] = []
        var number = 0
        var next = bytes.starts(with: Table.byteOrderMark) ? Table.byteOrderMark.count : 0
        while next < bytes.count {
            let start = next
            var end = bytes[start...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
            next = end + 1
            number += 1
            if end > start, bytes[end - 1] == UInt8(ascii: "\r") { end -= 1 }
            if start == end || bytes[start] == UInt8(ascii: "#") { continue }
            var fields = Table.fields(of: bytes[start..<end], count: columns?.count ?? 8)
            guard let known = columns else {
                columns = fields
                continue
            }
            guard fields.count <= known.count else {
                throw TableError(
                    file: name, line: number, problem: "\(fields.count) fields where \(known.count) columns are named")
            }
            while fields.count < known.count { fields.append("") }
            rows.append(Row(line: number, fields: fields))
        }
        self.name = name
        self.columns = columns ?? []
        self.rows = rows
    }

    private static let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]

    /// - Parameter count: as many as are expected.
    private static func fields(of line: ArraySlice<UInt8>, count: Int) -> [String] {
        var fields: [String] = []
        fields.reserveCapacity(count)
        var start = line.startIndex
        while let tab = line[start...].firstIndex(of: UInt8(ascii: "\t")) {
            fields.append(String(decoding: line[start..<tab], as: UTF8.self))
            start = tab + 1
        }
        fields.append(String(decoding: line[start...], as: UTF8.self))
        return fields
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
