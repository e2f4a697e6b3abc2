import Dates

/// Reads one report from one text. The text stays whole, so that offsets count in the file; what its first lines say
/// about it (headline, date, publisher, byline) is read besides.
struct PlainTextReader: RecordReader {
    private let reader: ByteReader
    private let name: String
    private let limits: ReadingLimits
    private var isDone = false

    init(_ reader: ByteReader, name: String, options: ReadingOptions) {
        self.reader = reader
        self.name = name
        limits = options.limits
    }

    mutating func next() -> Reading? {
        guard !isDone else { return nil }
        isDone = true
        do {
            guard let bytes = try reader.rest(limit: limits.recordBytes) else {
                return .failure(
                    InputError(
                        file: name,
                        problem: "is longer than \(limits.recordBytes) bytes, which is no single report; split it"))
            }
            let file = try TextFile.decode(bytes, file: name)
            guard file.text.utf8.contains(where: { !$0.isSpace }) else {
                return .failure(InputError(file: name, problem: "is empty"))
            }
            let heading = TextHeading(file.text)
            var report = Report(text: file.text, file: name)
            report.title = heading.title
            report.byline = heading.byline
            report.publisher = heading.publisher
            report.date = heading.date?.date ?? dateInName
            let isAmbiguous = heading.date?.isAmbiguous == true
            let warnings = isAmbiguous ? ["\(name): the date in its first lines was read with the month first"] : []
            return .report(report, warnings: file.warnings + warnings)
        } catch {
            return .failure(error)
        }
    }

    /// `2023-05-02-talks.txt`, `20230502.txt`.
    private var dateInName: CalendarDate? {
        DateInPath.find(in: name.split(separator: "/").last.map(String.init) ?? name, allowingPacked: true)
    }
}
