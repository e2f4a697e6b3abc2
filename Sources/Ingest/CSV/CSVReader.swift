/// Reads reports from a table whose first row names the columns.
struct CSVReader: RecordReader {
    /// A row longer than this is taken for a broken quote.
    private static let longestRow = 4 << 20

    private let name: String
    private var rows: CSVRowReader
    private var builder: FieldReportBuilder
    private var columns: [String]?
    private var number = 0
    private var isDone = false

    /// - Parameter separator: `nil` tells it from the first line.
    init(_ reader: ByteReader, name: String, separator: UInt8?, options: ReadingOptions) {
        self.name = name
        let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
        if (try? reader.peek(3))?.elementsEqual(mark) == true { _ = try? reader.skip(3) }
        let head = (try? reader.peek(64 * 1024)) ?? []
        rows = CSVRowReader(
            reader, separator: separator ?? CSVReader.separator(of: head),
            limit: min(CSVReader.longestRow, options.limits.recordBytes))
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
            if columns == nil, let failure = try readHeader() {
                isDone = true
                return .failure(failure)
            }
            guard let columns, let row = try rows.next() else { return nil }
            number += 1
            return read(row, columns: columns)
        } catch {
            isDone = true
            return .failure(error)
        }
    }

    private mutating func readHeader() throws(InputError) -> InputError? {
        guard case .fields(let names, _) = try rows.next() else {
            return InputError(file: name, problem: "has no readable first line that names the columns")
        }
        columns = names.map { $0.trimmed() }
        return nil
    }

    private mutating func read(_ row: CSVRowReader.Row, columns: [String]) -> Reading {
        let file = "\(name)#\(number)"
        switch row {
        case .brokenQuote(let line):
            return .failure(
                InputError(file: file, problem: "a quote opened on line \(line) is never closed; the line was left out")
            )
        case .tooLong(let line):
            return .failure(InputError(file: file, problem: "line \(line) is too long for a row; left out"))
        case .fields(let fields, let line):
            guard fields.count <= columns.count || fields[columns.count...].allSatisfy(\.isEmpty) else {
                return .failure(
                    InputError(
                        file: file,
                        problem: "line \(line) has \(fields.count) fields where \(columns.count) columns are named"))
            }
            return builder.report(names: columns, file: file, warnings: []) { name in
                columns.firstIndex(of: name).flatMap { fields.indices.contains($0) ? fields[$0] : nil }
            }
        }
    }
}
