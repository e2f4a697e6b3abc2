import Ingest

/// One pass over the inputs: counts what was read and what was not, and names each failure.
final class ReadingRun {
    private var reports: ReportReader
    private let output: RunOutput
    private let isWanted: (Report) throws -> Bool

    /// - Parameter isWanted: leaves reports out; an error of it ends the run.
    init(reports: ReportReader, output: RunOutput, isWanted: @escaping (Report) throws -> Bool = { _ in true }) {
        self.reports = reports
        self.output = output
        self.isWanted = isWanted
    }

    /// `nil` at the end of the inputs, when what is found can no longer be written, or when the user ends the run.
    func next() -> Result<Report, InputError>? {
        while output.failure == nil, !Interruption.isAsked {
            let next = read()
            guard case .success(let report)? = next else { return next }
            do {
                if try isWanted(report) { return next }
            } catch { output.fail(error) }
        }
        return nil
    }

    private func read() -> Result<Report, InputError>? {
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

    /// - Parameter consume: an error of it ends the run.
    func take<Output>(_ result: Result<Output, InputError>, _ consume: (Output) throws -> Void) {
        guard output.failure == nil else { return }
        switch result {
        case .success(let output):
            self.output.update { $0.reports += 1 }
            do { try consume(output) } catch { self.output.fail(error) }
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
