/// Reads the rows of a table of fields separated by one byte (RFC 4180): quoted fields may hold separators and line
/// breaks, a doubled quote is one quote.
///
/// Forgiving: a quote inside an unquoted field stands for itself, as does what follows a closing quote.
struct CSVRowReader {
    enum Row: Equatable {
        case fields([String], line: Int)
        /// A quote opened on `line` is never closed: the line is given up, reading goes on with the next one.
        case brokenQuote(line: Int)
        case tooLong(line: Int)
        /// So many quotes were never closed that the rest is not read: each costs a search for its end.
        case givenUp(line: Int)
    }
    /// Rows with a broken quote after which the rest is given up.
    static let mostBrokenQuotes = 100

    private let reader: ByteReader
    private let separator: UInt8
    private let limit: Int
    /// Lines read in search of a closing quote that was not there, to be read again; the last is next.
    private var putBack: [ByteReader.Line] = []
    private var line = 0
    private var brokenQuotes = 0
    private var isDone = false

    init(_ reader: ByteReader, separator: UInt8, limit: Int) {
        self.reader = reader
        self.separator = separator
        self.limit = limit
    }

    /// The next row that is no empty line; `nil` at the end.
    mutating func next() throws(InputError) -> Row? {
        guard !isDone else { return nil }
        while let read = try nextLine() {
            if brokenQuotes == CSVRowReader.mostBrokenQuotes {
                isDone = true
                return .givenUp(line: line)
            }
            let start = line
            guard case .bytes(let first) = read else { return .tooLong(line: start) }
            if first.isEmpty { continue }
            var scanner = CSVScanner(separator: separator)
            scanner.scan(first)
            var lines: [ByteReader.Line] = []
            var size = first.count
            while scanner.isInQuotes {
                let next = size <= limit ? try nextLine() : nil
                if let next { lines.append(next) }
                guard case .bytes(let more) = next else {
                    putBack.append(contentsOf: lines.reversed())
                    line = start
                    brokenQuotes += 1
                    return .brokenQuote(line: start)
                }
                size += more.count + 1
                scanner.lineBreak()
                scanner.scan(more)
            }
            return .fields(scanner.fields(), line: start)
        }
        return nil
    }

    private mutating func nextLine() throws(InputError) -> ByteReader.Line? {
        if let read = putBack.popLast() {
            line += 1
            return read
        }
        guard let read = try reader.line(limit: limit) else { return nil }
        line += 1
        return read
    }
}

/// Cuts one row into fields, line after line while a quote is open.
private struct CSVScanner {
    let separator: UInt8
    private(set) var isInQuotes = false
    private var finished: [[UInt8]] = []
    private var field: [UInt8] = []
    private var isFieldStart = true

    init(separator: UInt8) { self.separator = separator }

    mutating func lineBreak() { field.append(0x0A) }

    mutating func scan(_ bytes: [UInt8]) {
        var position = 0
        while position < bytes.count {
            let byte = bytes[position]
            position += 1
            if isInQuotes {
                guard byte == 0x22 else {
                    field.append(byte)
                    continue
                }
                if position < bytes.count, bytes[position] == 0x22 {
                    field.append(byte)
                    position += 1
                } else {
                    isInQuotes = false
                }
            } else if byte == separator {
                finished.append(field)
                field.removeAll(keepingCapacity: true)
                isFieldStart = true
            } else if byte == 0x22, isFieldStart {
                isInQuotes = true
                isFieldStart = false
            } else {
                field.append(byte)
                isFieldStart = false
            }
        }
    }

    consuming func fields() -> [String] { (finished + [field]).map { TextEncoding.decodeText($0, file: "").text } }
}
