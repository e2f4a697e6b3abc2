import Analysis
import Export
import Foundation

extension Command {
    static let code = Command(
        name: "code",
        summary: "coded events: who did or said what to whom, when, where, according to whom",
        usage: """
            usage: demarche code [--date D] [--format table|jsonl] [--statements] [--jobs N] [--lexicon DIR] PATH…

            Codes texts, pages, tables, archives, feeds and folders of them ('-' is standard input). Tells on standard
            error how far it is, and at the end what was read and what was not.

              --format table       for people: events under the sentences that say them (default)
              --format jsonl       one line an event
              --statements         after a report's events, a line for each statement (with jsonl)
              --jobs N             threads (1 by default); the output keeps the order of the inputs
              --lexicon DIR        a lexicon of your own, read over the program's
            \(TextInputs.optionsHelp)
            """,
        run: { arguments in
            let options = try Options(
                arguments, valued: TextInputs.valuedOptions.union(["--format", "--jobs", "--lexicon"]),
                flags: TextInputs.flags.union(["--statements"]))
            let isTable = try options.choice("--format", of: ["table", "jsonl"]) == "table"
            let withStatements = options.has("--statements")
            let jobs = try options.integer("--jobs", in: 1...256) ?? 1
            let inputs = try TextInputs(options, showsProgress: true)
            let analyzer = try Analyzer(docs: inputs.docs, data: inputs.data, lexicon: lexiconFolders(options))
            let terminal = Terminal.standardOutput
            return try inputs.forEach(jobs: jobs) { report, reader in
                let analysis = try analyzer.analyze(report, reader: reader)
                let source = NativeRecord.Source(
                    file: report.file, doc: analysis.doc, coding: analysis.coding, mentions: analysis.mentions)
                if isTable {
                    let colour: EventTable.Colour = terminal.isColoured ? .ansi : .none
                    let table = EventTable(source, colour: colour, width: terminal.width).text()
                    return CodedReport(analysis, output: Array(table.utf8))
                }
                var json = JSONWriter()
                let record = NativeRecord(source)
                record.writeEvents(to: &json)
                if withStatements { record.writeStatements(to: &json) }
                return CodedReport(analysis, output: json.bytes)
            } consume: { coded in
                inputs.output.write(coded.output)
                inputs.output.update { progress in
                    progress.words += coded.words
                    progress.events += coded.events
                }
            }
        })
}

/// What one report came to.
private struct CodedReport: Sendable {
    let output: [UInt8]
    let words: Int
    let events: Int

    init(_ analysis: Analysis, output: [UInt8]) {
        self.output = output
        words = analysis.doc.wordCount
        events = analysis.coding.events.count
    }
}
