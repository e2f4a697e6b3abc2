import Export
import Foundation
import Store

extension Command {
    static let runs = Command(
        name: "runs",
        summary: "the runs of a store: which version coded what, and when",
        usage: """
            usage: demarche runs [--format table|jsonl] FILE.db

            Lists the runs of a store. A run is what one version of program, model, lexicon and knowledge coded, with one
            command or several; 'latest' counts the reports that no later run has coded again.

              --format table       for people (default)
              --format jsonl       one line a run, with the hashes of what it read
            """,
        run: { arguments in
            let options = try Options(arguments, valued: ["--format"])
            let isTable = try options.choice("--format", of: ["table", "jsonl"]) == "table"
            let runs = try openStore(options).runs()
            FileHandle.standardOutput.write(Data((isTable ? table(runs) : jsonLines(runs)).utf8))
            return .done
        })

    private static func table(_ runs: [Run]) -> String {
        let head = [
            "run", "program", "model", "lexicon", "knowledge", "started", "ended", "reports", "latest", "events",
        ]
        return alignedTable(
            [head]
                + runs.map { run in
                    [
                        "\(run.id)", run.version.program, run.version.model, run.version.lexicon, run.version.knowledge,
                        run.started, run.ended ?? "–", "\(run.reports)", "\(run.currentReports)", "\(run.events)",
                    ]
                })
    }

    private static func jsonLines(_ runs: [Run]) -> String {
        var json = JSONWriter()
        for run in runs {
            json.object { json in
                json.key("run")
                json.value(run.id)
                json.key("program")
                json.value(run.version.program)
                json.key("executable")
                json.value(run.version.executable)
                json.key("model")
                json.value(run.version.model)
                json.key("lexicon")
                json.value(run.version.lexicon)
                json.key("knowledge")
                json.value(run.version.knowledge)
                json.key("options")
                json.value(run.version.options)
                json.key("started")
                json.value(run.started)
                json.key("ended")
                json.value(run.ended)
                json.key("reports")
                json.value(run.reports)
                json.key("latest")
                json.value(run.currentReports)
                json.key("events")
                json.value(run.events)
            }
            json.endLine()
        }
        return json.text
    }
}
