import Ingest

/// One pass over the inputs: counts what was read and what was not, and names each failure.
final class ReadingRun {
    private var reports: ReportReader
    private let output: RunOutput

    init(reports: ReportReader, output: RunOutput) {
        self.reports = reports
        self.output = output
    }

    /// `nil` at the end of the inputs, or when what is found can no longer be written.
    func next() -> Result<Report, InputError>? {
        guard output.failure == nil else { return nil }
        let next = reports.next()
        let (bytesRead, skipped) = (reports.bytesRead, reports.skipped)
        let isUndated = if case .success(let report)? = next { report.date == nil } else { false }
        output.update { progress in
            progress.bytesRead = bytesRead
            progress.skipped = skipped
            if isUndated { progress.undated += 1 }
        }
        return next
    }

    /// The outcome of working on one report; an error is put down to it.
    static func attempt<Output>(_ report: Report, _ work: () throws -> Output) -> Result<Output, InputError> {
        Result { try work() }.mapError { InputError(file: report.file, problem: "\($0)") }
    }

    func take<Output>(_ result: Result<Output, InputError>, _ consume: (Output) -> Void) {
        switch result {
        case .success(let output):
            self.output.update { $0.reports += 1 }
            consume(output)
        case .failure(let error):
            output.complain("\(error)")
            output.update { $0.failures += 1 }
        }
    }

    /// - Parameter counts: whether what was done is told too, besides what fell short.
    func finish(counts: Bool) -> ExitCode {
        output.finish(counts: counts)
        if let failure = output.failure {
            output.complain("\(failure)")
            return .someInputsFailed
        }
        return output.progress.failures > 0 ? .someInputsFailed : .done
    }
}
