import Analysis
import Export
import Foundation

extension Command {
    static let code = Command(
        name: "code",
        summary: "coded events: who did or said what to whom, when, where, according to whom",
        usage: """
            usage: demarche code [--date D] [--format table|jsonl] [--statements] [--jobs N] [--lexicon DIR] PATH…

            Codes texts, pages, tables, archives and folders of them ('-' is standard input).

              --date D             the day of publication, YYYY-MM-DD, of all but records with a day of their own:
                                   without any day relative times stay unresolved
              --format table       for people: events under the sentences that say them (default)
              --format jsonl       one line an event
              --statements         after a report's events, a line for each statement (with jsonl)
              --jobs N             threads (1 by default); the output keeps the order of the inputs
              --lexicon DIR        a lexicon of your own, read over the program's
            \(TextInputs.evaluationOptionsHelp)
            """,
        run: { arguments in
            let options = try Options(
                arguments, valued: TextInputs.valuedOptions.union(["--format", "--jobs", "--lexicon"]),
                flags: ["--statements"])
            let isTable = try options.choice("--format", of: ["table", "jsonl"]) == "table"
            let withStatements = options.has("--statements")
            let jobs = try options.integer("--jobs", in: 1...256) ?? 1
            let inputs = try TextInputs(options)
            let analyzer = try Analyzer(docs: inputs.docs, data: inputs.data, lexicon: lexiconFolders(options))
            let terminal = Terminal.standardOutput
            return try inputs.forEachRecord(jobs: jobs) { report, reader in
                let analysis = try analyzer.analyze(report, reader: reader)
                let source = NativeRecord.Source(
                    file: report.file, doc: analysis.doc, coding: analysis.coding, mentions: analysis.mentions)
                if isTable {
                    return Array(
                        EventTable(source, colour: terminal.isColoured ? .ansi : .none, width: terminal.width).text()
                            .utf8)
                }
                var json = JSONWriter()
                let record = NativeRecord(source)
                record.writeEvents(to: &json)
                if withStatements { record.writeStatements(to: &json) }
                return json.bytes
            } consume: { (output: [UInt8]) in
                FileHandle.standardOutput.write(Data(output))
            }
        })
}
