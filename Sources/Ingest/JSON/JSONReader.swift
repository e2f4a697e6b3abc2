/// Reads reports from JSON: one object a line, objects one after the other, or a list of objects.
///
/// Shapes as trafilatura and news-please write them need no mapping.
struct JSONReader: RecordReader {
    private let name: String
    private let options: ReadingOptions
    private var splitter: JSONRecordSplitter
    private var builder: FieldReportBuilder
    private var number = 0
    private var isDone = false

    init(_ reader: ByteReader, name: String, options: ReadingOptions) {
        self.name = name
        self.options = options
        splitter = JSONRecordSplitter(reader, limit: options.limits.recordBytes)
        builder = FieldReportBuilder(name: name, mapping: options.fields)
    }

    mutating func next() -> Reading? {
        guard !isDone else { return nil }
        do {
            guard let record = try splitter.next() else { return nil }
            number += 1
            return read(record)
        } catch {
            isDone = true
            return .failure(error)
        }
    }

    private mutating func read(_ record: JSONRecordSplitter.Record) -> Reading {
        let file = "\(name)#\(number)"
        switch record {
        case .tooLong:
            return .failure(
                InputError(file: file, problem: "is longer than \(options.limits.recordBytes) bytes; left out"))
        case .cutOff: return .failure(InputError(file: file, problem: "the input ends inside this object"))
        case .object(let bytes, let line):
            do {
                let decoded = TextEncoding.decodeText(bytes, file: file)
                let value = try JSONParser.parse(Array(decoded.text.utf8))
                guard case .object(let members) = value else {
                    return .failure(InputError(file: file, problem: "is no JSON object"))
                }
                return builder.report(
                    names: members.map(\.name), file: file, warnings: decoded.warnings,
                    value: { value.value(at: $0)?.plainText })
            } catch {
                let place = line > 0 ? "line \(line), byte \(error.offset)" : "byte \(error.offset) of it"
                return .failure(InputError(file: file, problem: "is broken JSON at \(place): \(error.problem)"))
            }
        }
    }
}
