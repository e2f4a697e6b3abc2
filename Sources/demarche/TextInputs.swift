import Analysis
import Dates
import Foundation
import Ingest
import Language
import Lexicon

/// What every command that reads texts has in common: `--date`, `--model`, `--data`, `--parsed`, and files or `-`.
struct TextInputs: Sendable {
    static let valuedOptions: Set<String> = ["--date", "--model", "--data", "--parsed"]
    static let evaluationOptions: Set<String> = ["--model", "--data", "--parsed"]
    static let evaluationOptionsHelp = """
          --model DIR          the language model
          --data DIR           the program's data
          --parsed FILE.jsonl  parses made before, instead of the engine's
        """

    let date: CalendarDate?
    let data: DataFolder
    let docs: any DocSource
    private let paths: [String]

    /// - Parameter docs: where the texts' Docs come from, by default as `--parsed` and `--model` say.
    init(_ options: Options, docs: (Options, DataFolder) throws -> any DocSource = docSource) throws {
        date = try options["--date"].map { text in
            guard let date = CalendarDate(text) else {
                throw UsageError("--date \(text): expected a day as YYYY-MM-DD")
            }
            return date
        }
        guard !options.operands.isEmpty else { throw UsageError("no file given ('-' reads standard input)") }
        paths = options.operands
        data = try DataFolder.locate(options["--data"])
        self.docs = try docs(options, data)
    }

    /// Calls `body` with each input that can be read; what cannot be is named on standard error with its reason.
    func forEach(_ body: (_ report: Report, _ reader: any DocReader) throws -> Void) -> ExitCode {
        let reader = docs.makeReader()
        var code = ExitCode.done
        for path in paths {
            do {
                try body(try read(path), reader)
            } catch {
                complain(error, path)
                code = .someInputsFailed
            }
        }
        return code
    }

    /// As `forEach`, with several threads: `work` runs on any of them, `consume` on this one in the order of the inputs.
    func forEach<Output: Sendable>(
        jobs: Int, work: @escaping @Sendable (_ report: Report, _ reader: any DocReader) throws -> Output,
        consume: (Output) -> Void
    ) -> ExitCode {
        var rest = paths[...]
        var code = ExitCode.done
        OrderedWorkers(jobs: jobs).run(
            next: { rest.popFirst() }, makeWorker: { docs.makeReader() },
            work: { reader, path in
                (path, Result { try work(try read(path), reader) })
            },
            consume: { path, result in
                switch result {
                case .success(let output): consume(output)
                case .failure(let error):
                    complain(error, path)
                    code = .someInputsFailed
                }
            })
        return code
    }

    /// As `forEach` with several threads, for every report that the inputs hold: records of tables and archives, files of
    /// folders. `--date` is the day of all but records that have a day of their own.
    func forEachRecord<Output: Sendable>(
        jobs: Int, work: @escaping @Sendable (_ report: Report, _ reader: any DocReader) throws -> Output,
        consume: (Output) -> Void
    ) throws -> ExitCode {
        var reading = ReadingOptions(articleModel: try ArticleModel(contentsOf: data.file(articleModelFile)))
        reading.defaultDate = date
        var reports = ReportReader(paths: paths, options: reading) { warn($0) }
        var code = ExitCode.done
        OrderedWorkers(jobs: jobs).run(
            next: { reports.next() }, makeWorker: { docs.makeReader() },
            work: { reader, input -> Result<Output, InputError> in
                input.flatMap { report in
                    var report = report
                    if let date, !report.file.contains("#") { report.date = date }
                    if report.date == nil {
                        warn("\(report.file): no day of publication (--date): relative times stay unresolved")
                    }
                    return Result { try work(report, reader) }.mapError {
                        InputError(file: report.file, problem: "\($0)")
                    }
                }
            },
            consume: { result in
                switch result {
                case .success(let output): consume(output)
                case .failure(let error):
                    warn("\(error)")
                    code = .someInputsFailed
                }
            })
        let skipped = reports.skipped.map { reason, count in "\(count) skipped: \(describe(reason))" }
        skipped.sorted().forEach { warn($0) }
        return code
    }

    private func describe(_ reason: SkipReason) -> String {
        switch reason {
        case .language(let code): "written in another language than English (\(code))"
        case .withoutText: "without text"
        case .notAPage: "no page (an image, a redirect, a request)"
        }
    }

    private func read(_ path: String) throws(InputError) -> Report {
        let file = try TextFile.read(path)
        file.warnings.forEach { warn($0) }
        return Report(text: file.text, date: date, file: path == "-" ? path : baseName(path))
    }

    private func complain(_ error: any Error, _ path: String) {
        warn(error is InputError ? "\(error)" : "\(path): \(error)")
    }

    private func baseName(_ path: String) -> String { URL(fileURLWithPath: path).lastPathComponent }
}

/// Parses made before (`--parsed`) or the language engine with the model of `--model`, by default the installed one.
func docSource(_ options: Options, _ data: DataFolder) throws -> any DocSource {
    if let parsed = options["--parsed"] { return try ParsedTexts(jsonLines: URL(fileURLWithPath: parsed)) }
    return try languageModel(options, data)
}

/// The model of `--model`, by default the installed one.
func languageModel(_ options: Options, _ data: DataFolder) throws -> LanguageModel {
    let folder = options["--model"].map { URL(fileURLWithPath: $0) } ?? data.file("models/en_core_web_sm-3.8.0")
    return try LanguageModel(folder: folder)
}

func warn(_ message: String) { FileHandle.standardError.write(Data("demarche: \(message)\n".utf8)) }
