/// Reads reports from a table whose first row names the columns.
struct CSVReader: RecordReader {
    /// A row longer than this is taken for a broken quote.
    private static let longestRow = 4 << 20

    /// A first line with more names than this is none.
    static let mostColumns = 10_000

    private let name: String
    private let reader: ByteReader
    private let separator: UInt8?
    private let limit: Int
    private var table: Table?
    private var builder: FieldReportBuilder
    private var number = 0
    private var isDone = false

    /// What the first line tells.
    private struct Table {
        var rows: CSVRowReader
        let columns: [String]
        /// Where each column is; of two of one name the first.
        let index: [String: Int]

        init(_ rows: CSVRowReader, columns: [String]) {
            self.rows = rows
            self.columns = columns
            index = Dictionary(zip(columns, 0...)) { first, _ in first }
        }
    }

    /// - Parameter separator: `nil` tells it from the first line.
    init(_ reader: ByteReader, name: String, separator: UInt8?, options: ReadingOptions) {
        self.name = name
        self.reader = reader
        self.separator = separator
        limit = min(CSVReader.longestRow, options.limits.recordBytes)
        builder = FieldReportBuilder(name: name, mapping: options.fields)
    }

    /// The most frequent of comma, semicolon, tab and bar in the first line.
    static func separator(of head: ArraySlice<UInt8>) -> UInt8 {
        let line = head.prefix { $0 != 0x0A }
        let counts = [UInt8](",;\t|".utf8).map { mark in (mark, line.count { $0 == mark }) }
        return counts.max { $0.1 < $1.1 }?.0 ?? 0x2C
    }

    mutating func next() -> Reading? {
        guard !isDone else { return nil }
        do {
            if table == nil { table = try readHeader() }
            guard let row = try table?.rows.next(), let table else { return nil }
            number += 1
            return read(row, in: table)
        } catch {
            isDone = true
            return .failure(error)
        }
    }

    private func readHeader() throws(InputError) -> Table {
        let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
        if try reader.peek(mark.count).elementsEqual(mark) { _ = try reader.skip(mark.count) }
        let head = try reader.peek(InputFormat.headLength)
        let separator = separator ?? CSVReader.separator(of: head)
        var rows = CSVRowReader(reader, separator: separator, limit: limit)
        guard case .fields(let names, _) = try rows.next() else {
            throw InputError(file: name, problem: "has no readable first line that names the columns")
        }
        guard names.count <= CSVReader.mostColumns else {
            throw InputError(
                file: name, problem: "names \(names.count) columns in its first line: is this a table of reports?")
        }
        return Table(rows, columns: names.map { $0.trimmed() })
    }

    private mutating func read(_ row: CSVRowReader.Row, in table: Table) -> Reading {
        let file = "\(name)#\(number)"
        switch row {
        case .brokenQuote(let line):
            return .failure(
                InputError(file: file, problem: "a quote opened on line \(line) is never closed; the line was left out")
            )
        case .givenUp(let line):
            return .failure(
                InputError(
                    file: name,
                    problem: """
                        \(CSVRowReader.mostBrokenQuotes) quotes are never closed, so everything from line \(line) on \
                        was left out: double the quotes inside its fields
                        """))
        case .tooLong(let line):
            return .failure(InputError(file: file, problem: "line \(line) is too long for a row; left out"))
        case .fields(let fields, let line):
            let columns = table.columns
            guard fields.count <= columns.count || fields[columns.count...].allSatisfy(\.isEmpty) else {
                return .failure(
                    InputError(
                        file: file,
                        problem: "line \(line) has \(fields.count) fields where \(columns.count) columns are named"))
            }
            return builder.report(names: columns, file: file, warnings: []) { name in
                table.index[name].flatMap { fields.indices.contains($0) ? fields[$0] : nil }
            }
        }
    }
}
