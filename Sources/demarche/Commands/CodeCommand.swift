import Analysis
import Export
import Foundation

extension Command {
    static let code = Command(
        name: "code",
        summary: "coded events: who did or said what to whom, when, where, according to whom",
        usage: """
            usage: demarche code [--date D] [--format table|jsonl] FILE…

              --date D             the day of publication, YYYY-MM-DD: without it relative times stay unresolved
              --format table       for people (default)
              --format jsonl       one line an event
            \(TextInputs.evaluationOptionsHelp)
            """,
        run: { arguments in
            let options = try Options(arguments, valued: TextInputs.valuedOptions.union(["--format"]))
            _ = try options.choice("--format", of: ["table", "jsonl"])
            let inputs = try TextInputs(options)
            let analyzer = try Analyzer(docs: inputs.docs, data: inputs.data)
            return inputs.forEach { report, reader in
                let analysis = try analyzer.analyze(report, reader: reader)
                var json = JSONWriter()
                NativeRecord(
                    .init(file: report.file, doc: analysis.doc, coding: analysis.coding, mentions: analysis.mentions)
                ).writeEvents(to: &json)
                FileHandle.standardOutput.write(Data(json.bytes))
            }
        })
}
