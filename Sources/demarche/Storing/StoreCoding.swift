import Analysis
import EventCoding
import Export
import Foundation
import Ingest
import Store

/// `demarche code --store`: codes what a store does not hold yet, and stores it.
struct StoreCoding {
    let file: String
    let inputs: TextInputs
    let analyzer: Analyzer
    let version: RunVersion
    let arguments: [String]
    let jobs: Int

    /// - Parameter render: what of an analysis goes to standard output besides; run by the workers.
    /// - Throws: `StoreError` when the store cannot be opened.
    func run(render: (@Sendable (Analysis) -> [UInt8])?) throws -> ExitCode {
        let writer = try StoreWriter(Store(writing: file), version: version, arguments: arguments)
        Interruption.listen()
        let analyzer = analyzer
        let output = inputs.output
        let code = try inputs.forEach(jobs: jobs) { report in
            guard try writer.skipsCoded(report, id: RecordID.report(text: report.text)) else { return true }
            output.update { $0.codedBefore += 1 }
            return false
        } work: { report, reader -> (CodedReport, [UInt8]) in
            let analysis = try analyzer.analyze(report, reader: reader)
            let coded = CodedReport(
                report: report, doc: analysis.doc, mentions: analysis.mentions, coding: analysis.coding)
            return (coded, render?(analysis) ?? [])
        } consume: { coded, rendered in
            output.write(rendered)
            output.update { progress in
                progress.words += coded.wordCount
                progress.events += coded.coding.events.count
            }
            try writer.add(coded)
        }
        return finish(writer, code)
    }

    private func finish(_ writer: StoreWriter, _ code: ExitCode) -> ExitCode {
        let failure = inputs.output.failure
        let outcome: Outcome = failure != nil ? .failed : Interruption.isAsked ? .interrupted : .complete
        do {
            try writer.finish(outcome, failures: inputs.output.progress.failures)
        } catch {
            // The same failure once more needs no second word.
            if failure == nil { inputs.output.complain("\(error)") }
            return .someInputsFailed
        }
        if outcome == .interrupted {
            inputs.output.complain("interrupted; all that was coded is in \(file), the same command goes on from there")
            return .someInputsFailed
        }
        return code
    }
}
