import Analysis
import Export
import Foundation
import Ingest
import Language
import Lexicon

/// What every command that reads reports has in common: where they are and how they are read.
struct TextInputs: Sendable {
    static let valuedOptions = evaluationOptions.union(["--date", "--fields", "--input", "--language"])
    static let flags: Set<String> = ["--quiet"]
    static let evaluationOptions: Set<String> = ["--model", "--data", "--parsed"]
    static let evaluationOptionsHelp = """
          --model DIR          the language model
          --data DIR           the program's data
          --parsed FILE.jsonl  parses made before, instead of the engine's
        """
    static let optionsHelp = """
          --date D             the day of publication, YYYY-MM-DD, of all but records with a day of their own:
                               without any day relative times stay unresolved
          --fields LIST        which fields of JSON or columns of tables hold what, as title=headline,text=body;
                               guessed, and said, where only one can be meant
                               (\(fieldNames))
          --input FORMAT       \(formatNames),
                               by default told by name and content
          --language LIST      languages to read, as en,fr (en by default); any reads all; others are skipped
          --quiet              tells of failures only
        \(evaluationOptionsHelp)
        """

    let data: DataFolder
    let output: RunOutput
    private let paths: [String]
    private let reading: ReadingOptions
    /// Whether the command shows how far it is and sums up what it did.
    private let showsProgress: Bool
    private let loading: Background<any DocSource>

    /// Where the texts' Docs come from: waits for what is still being read.
    var docs: any DocSource { get throws { try loading.value } }

    /// - Parameters:
    ///   - showsProgress: for commands that run over collections.
    ///   - languages: ISO 639 codes of what is read by default; `nil` reads every language.
    ///   - docs: where the texts' Docs come from, by default as `--parsed` and `--model` say.
    init(
        _ options: Options, showsProgress: Bool = false, languages: Set<String>? = ["en"],
        docs: @escaping @Sendable (Options, DataFolder) throws -> any DocSource = docSource
    ) throws {
        guard !options.operands.isEmpty else { throw UsageError("no file given ('-' reads standard input)") }
        paths = options.operands
        self.showsProgress = showsProgress
        output = RunOutput(isQuiet: options.has("--quiet"), showsProgress: showsProgress)
        let data = try DataFolder.locate(options["--data"])
        self.data = data
        loading = Background { try docs(options, data) }
        var reading = ReadingOptions(articleModel: try ArticleModel(contentsOf: data.file(articleModelFile)))
        reading.languages = languages
        try TextInputs.apply(options, to: &reading)
        if let date = reading.date, let doubt = reading.doubt(about: date) {
            output.warn("--date \(date): is it really that day? \(doubt)")
        }
        self.reading = reading
    }

    private static func apply(_ options: Options, to reading: inout ReadingOptions) throws(UsageError) {
        reading.date = try options.day("--date")
        if let text = options["--fields"] {
            do { reading.fields = try FieldMapping(parsing: text) } catch { throw UsageError("--fields: \(error)") }
        }
        if options["--input"] != nil {
            let word = try options.choice("--input", of: InputFormat.allCases.map(\.rawValue))
            reading.format = InputFormat(rawValue: word)
        }
        if let text = options["--language"] {
            let codes = text.lowercased().split(separator: ",").map(String.init)
            guard !codes.isEmpty, codes.allSatisfy({ code in code.utf8.allSatisfy { $0 >= 0x61 && $0 <= 0x7A } }) else {
                throw UsageError("--language \(text): expected codes of languages, as en,fr, or any")
            }
            reading.languages = codes.contains("any") ? nil : Set(codes)
        }
    }

    private static let fieldNames = ReportField.allCases.map(\.rawValue).joined(separator: ", ")
    private static let formatNames = InputFormat.allCases.map(\.rawValue).joined(separator: ", ")

    /// Calls `body` with every report that the inputs hold: texts and pages, records of tables, archives and feeds, files
    /// of folders. What cannot be read is named on standard error with its reason.
    func forEach(_ body: (_ report: Report, _ reader: any DocReader) throws -> Void) throws -> ExitCode {
        let reader = try docs.makeReader()
        let run = ReadingRun(reports: reports(), output: output)
        while let input = run.next() {
            run.take(input.flatMap { report in ReadingRun.attempt(report) { try body(report, reader) } }) { _ in }
        }
        return run.finish(counts: showsProgress)
    }

    /// As `forEach`, with several threads: `work` runs on any of them, `consume` on this one in the order of the reports.
    /// - Parameter isWanted: leaves reports out; runs on this thread. An error of it or of `consume` ends the run.
    func forEach<Output: Sendable>(
        jobs: Int, isWanted: @escaping (Report) throws -> Bool = { _ in true },
        work: @escaping @Sendable (_ report: Report, _ reader: any DocReader) throws -> Output,
        consume: (Output) throws -> Void
    ) throws -> ExitCode {
        let docs = try docs
        let run = ReadingRun(reports: reports(), output: output, isWanted: isWanted)
        if output.showsProgress { measureInputs() }
        OrderedWorkers(jobs: jobs).run(
            next: { run.next() }, makeWorker: { docs.makeReader() },
            work: { reader, input -> Result<Output, InputError> in
                input.flatMap { report in ReadingRun.attempt(report) { try work(report, reader) } }
            },
            consume: { run.take($0, consume) })
        return run.finish(counts: showsProgress)
    }

    private func reports() -> ReportReader {
        ReportReader(paths: paths, options: reading) { [output] in output.warn($0) }
    }

    /// Finds out how much there is to read while reading goes on: a large folder takes a while to go through.
    private func measureInputs() {
        let thread = Thread { [paths, output] in
            if let total = InputSize.bytes(of: paths) { output.update { $0.bytesTotal = total } }
        }
        thread.start()
    }
}

/// Parses made before (`--parsed`) or the language engine with the model of `--model`, by default the installed one.
func docSource(_ options: Options, _ data: DataFolder) throws -> any DocSource {
    if let parsed = options["--parsed"] { return try ParsedTexts(jsonLines: URL(fileURLWithPath: parsed)) }
    return try languageModel(options, data)
}

/// The model of `--model`, by default the installed one.
func languageModel(_ options: Options, _ data: DataFolder) throws -> LanguageModel {
    try LanguageModel(folder: modelFolder(options, data))
}

func modelFolder(_ options: Options, _ data: DataFolder) -> URL {
    options["--model"].map { URL(fileURLWithPath: $0) } ?? data.file("models/en_core_web_sm-3.8.0")
}

/// Tells something on standard error, for commands that show no progress.
func warn(_ message: String) { FileHandle.standardError.write(Data("demarche: \(message.printable)\n".utf8)) }
