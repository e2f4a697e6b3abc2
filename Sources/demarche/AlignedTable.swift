import Export

/// Rows for people: columns padded to their widest cell, two spaces between, nothing after the last.
/// - Parameter rows: the heading first; all of one length. Line breaks inside a cell become spaces.
func alignedTable(_ rows: [[String]]) -> String {
    let rows = rows.map { row in row.map { $0.split(whereSeparator: \.isNewline).joined(separator: " ").printable } }
    let widths = (rows.first ?? []).indices.map { column in rows.map { $0[column].count }.max() ?? 0 }
    return rows.map { row in
        var line = zip(row, widths).map { $0 + String(repeating: " ", count: $1 - $0.count) }.joined(separator: "  ")
        while line.last == " " { line.removeLast() }
        return line + "\n"
    }.joined()
}
