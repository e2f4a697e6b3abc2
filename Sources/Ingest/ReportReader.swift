import Dates

/// Reads reports from files, folders, patterns and standard input, one at a time: memory stays flat however large the
/// input is.
///
/// The order is always the same, and so is every report's `file`: the path, with `#` and the record's number where a
/// file holds many. An input or record that cannot be read is a failure in its place; reading goes on after it.
package struct ReportReader: Sequence, IteratorProtocol {
    /// Records that were read but are no report for this run, by reason.
    package private(set) var skipped: [SkipReason: Int] = [:]
    /// Inputs opened so far.
    package private(set) var inputCount = 0

    private let options: ReadingOptions
    private let warn: (String) -> Void
    private var paths: PathExpander
    private var current: Input?
    private var finishedBytes = 0

    /// The input that is being read.
    private struct Input {
        let path: String
        let opened: OpenedInput
        /// Whether it holds many reports, each with facts of its own, rather than being one.
        let holdsRecords: Bool
        var reader: any RecordReader
        var warnings = 0
    }

    /// Warnings about one input; more tell nothing new.
    private static let mostWarnings = 20

    /// - Parameters:
    ///   - paths: files, folders, patterns or `-`.
    ///   - warn: is told what was mended, guessed or is doubtful, each with its place.
    package init(paths: [String], options: ReadingOptions, warn: @escaping (String) -> Void = { _ in }) {
        self.options = options
        self.warn = warn
        self.paths = PathExpander(paths)
    }

    /// Bytes read so far, as stored (compressed inputs count their compressed bytes).
    package var bytesRead: Int { finishedBytes + (current?.opened.bytesRead ?? 0) }

    package mutating func next() -> Result<Report, InputError>? {
        while true {
            if let reading = current?.reader.next() {
                switch reading {
                case .failure(let error): return .failure(error)
                case .skipped(let reason): skipped[reason, default: 0] += 1
                case .report(let report, let warnings):
                    let length = report.text.utf8.count
                    guard length <= options.limits.textBytes else {
                        let problem = "has \(length) bytes of text; split it into reports"
                        return .failure(InputError(file: report.file, problem: problem))
                    }
                    if let report = accept(report, warnings: warnings) { return .success(report) }
                }
                continue
            }
            finishedBytes = bytesRead
            current = nil
            switch paths.next() {
            case nil: return nil
            case .failure(let error): return .failure(error)
            case .success(let path):
                do {
                    current = try open(path)
                    inputCount += 1
                } catch {
                    return .failure(error)
                }
            }
        }
    }

    private func open(_ path: String) throws(InputError) -> Input {
        let input = try OpenedInput(path: path, limits: options.limits)
        let bytes = input.reader
        let head = try bytes.peek(InputFormat.headLength)
        let format = options.format ?? InputFormat.detect(name: path, head: head)
        let reader: any RecordReader =
            switch format {
            case .text: PlainTextReader(bytes, name: path, options: options)
            case .html: HTMLReader(bytes, name: path, options: options)
            case .json: JSONReader(try linewise(bytes), name: path, options: options)
            case .csv: CSVReader(try linewise(bytes), name: path, separator: nil, options: options)
            case .tsv: CSVReader(try linewise(bytes), name: path, separator: 0x09, options: options)
            case .warc: WARCReader(bytes, name: path, options: options)
            case .feed: FeedReader(bytes, name: path, options: options)
            }
        return Input(path: path, opened: input, holdsRecords: format != .text && format != .html, reader: reader)
    }

    /// The bytes in an encoding in which a line feed is one byte.
    private func linewise(_ bytes: ByteReader) throws(InputError) -> ByteReader {
        try UTF16Source(bytes).map { ByteReader($0) } ?? bytes
    }

    /// The report with its language and date checked; `nil` when it is in a language that is not read.
    private mutating func accept(_ report: Report, warnings: [String]) -> Report? {
        var report = report
        let language = IdentifiedLanguage(of: report.text)
        if language.isReliable { report.language = language.code }
        if let wanted = options.languages, language.isReliable, !wanted.contains(language.code) {
            skipped[.language(language.code), default: 0] += 1
            return nil
        }
        warnings.forEach { tell($0) }
        let holdsRecords = current?.holdsRecords ?? false
        report.date = holdsRecords ? report.date ?? options.date : options.date ?? report.date
        if let date = report.date, date != options.date, let doubt = options.doubt(about: date) {
            tell("\(report.file): is it really of \(date)? \(doubt)")
        }
        return report
    }

    private mutating func tell(_ warning: String) {
        let count = (current?.warnings ?? 0) + 1
        current?.warnings = count
        if count <= ReportReader.mostWarnings { warn(warning) }
        if count == ReportReader.mostWarnings + 1, let current {
            warn("\(current.path): more warnings about it are not shown")
        }
    }
}
