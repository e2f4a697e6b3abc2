import Analysis
import Export
import Foundation
import Store

extension Command {
    static let code = Command(
        name: "code",
        summary: "coded events: who did or said what to whom, when, where, according to whom",
        usage: """
            usage: demarche code [--store FILE.db] [--date D] [--format table|jsonl] [--statements] [--jobs N]
                                 [--lexicon DIR] PATH…

            Codes texts, pages, tables, archives, feeds and folders of them ('-' is standard input). Tells on standard
            error how far it is, and at the end what was read and what was not.

              --store FILE.db      keeps all that is found in this store, made where there is none, and prints nothing
                                   unless --format is given. Reports that it holds as this version codes them are
                                   skipped: after Ctrl-C or a failure the same command goes on where it stopped
              --format table       for people: events under the sentences that say them (default)
              --format jsonl       one line an event
              --statements         after a report's events, a line for each statement (with jsonl)
              --jobs N             threads (1 by default); the output keeps the order of the inputs
              --lexicon DIR        a lexicon of your own, read over the program's
            \(TextInputs.optionsHelp)
            """,
        run: runCode)

    private static func runCode(_ arguments: [String]) throws -> ExitCode {
        let options = try Options(
            arguments, valued: TextInputs.valuedOptions.union(["--store", "--format", "--jobs", "--lexicon"]),
            flags: TextInputs.flags.union(["--statements"]))
        let render = try renderer(options)
        let jobs = try options.integer("--jobs", in: 1...256) ?? 1
        let inputs = try TextInputs(options, showsProgress: true)
        let analyzer = try Analyzer(docs: try inputs.docs, data: inputs.data, lexicon: lexiconFolders(options))
        if let file = options["--store"] {
            let coding = StoreCoding(
                file: file, inputs: inputs, analyzer: analyzer, version: try RunVersion(options, data: inputs.data),
                arguments: ["code"] + arguments, jobs: jobs)
            return try coding.run(render: options["--format"] == nil ? nil : render)
        }
        return try inputs.forEach(jobs: jobs) { report, reader in
            let analysis = try analyzer.analyze(report, reader: reader)
            return CodedOutput(analysis, bytes: render(analysis))
        } consume: { coded in
            inputs.output.write(coded.bytes)
            inputs.output.update { progress in
                progress.words += coded.words
                progress.events += coded.events
            }
        }
    }

    /// What of an analysis is printed.
    private static func renderer(_ options: Options) throws -> @Sendable (Analysis) -> [UInt8] {
        let isTable = try options.choice("--format", of: ["table", "jsonl"]) == "table"
        let withStatements = options.has("--statements")
        let terminal = Terminal.standardOutput
        return { analysis in
            let source = NativeRecord.Source(
                file: analysis.report.file, doc: analysis.doc, coding: analysis.coding, mentions: analysis.mentions)
            if isTable {
                let colour: EventTable.Colour = terminal.isColoured ? .ansi : .none
                return Array(EventTable(source, colour: colour, width: terminal.width).text().utf8)
            }
            var json = JSONWriter()
            let record = NativeRecord(source)
            record.writeEvents(to: &json)
            if withStatements { record.writeStatements(to: &json) }
            return json.bytes
        }
    }
}

/// What one report came to.
private struct CodedOutput: Sendable {
    let bytes: [UInt8]
    let words: Int
    let events: Int

    init(_ analysis: Analysis, bytes: [UInt8]) {
        self.bytes = bytes
        words = analysis.doc.wordCount
        events = analysis.coding.events.count
    }
}
