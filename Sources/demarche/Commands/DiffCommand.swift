import Export
import Foundation
import Store

extension Command {
    static let diff = Command(
        name: "diff",
        summary: "what one run of a store coded otherwise than another",
        usage: """
            usage: demarche diff RUN RUN FILE.db [--format table|jsonl]

            Tells which events the second run has more (+), has no more (-) or has with other fields (~) than the first, in
            the reports that both coded. 'demarche runs FILE.db' lists the runs.

              --format table       for people (default)
              --format jsonl       one line a change: the event, for a changed one as it is now, and what its fields were
            """,
        run: runDiff)

    private static func runDiff(_ arguments: [String]) throws -> ExitCode {
        let options = try Options(arguments, valued: ["--format"])
        let isTable = try options.choice("--format", of: ["table", "jsonl"]) == "table"
        var operands = options.operands
        // The store may come first, too.
        if operands.count == 3, Int(operands[0]) == nil { operands.append(operands.removeFirst()) }
        guard operands.count == 3, let first = Int(operands[0]), let second = Int(operands[1]) else {
            throw UsageError("two numbers of runs and a store are needed")
        }
        let store = try Store(reading: operands[2])
        var difference = try store.difference(from: first, to: second)
        var report: String?
        while let change = try difference.next() {
            if isTable, report != change.event.origin.id {
                report = change.event.origin.id
                write("\(change.event.origin.sources.first?.file ?? "")\n".printable)
            }
            write(isTable ? lines(of: change) : jsonLine(change))
        }
        tell(difference.summary)
        return .done
    }

    private static func write(_ text: String) { FileHandle.standardOutput.write(Data(text.utf8)) }

    private static func lines(of change: EventChange) -> String {
        switch change {
        case .added(let event): "  + \(line(event))\n"
        case .removed(let event): "  - \(line(event))\n"
        case .changed(let old, _, let fields):
            "  ~ \(line(old))\n"
                + fields.map { field in
                    let from = field.from.isEmpty ? "–" : field.from
                    return "      \(field.field.rawValue): \(from) → \(field.to.isEmpty ? "–" : field.to)".printable
                        + "\n"
                }.joined()
        }
    }

    private static func line(_ event: StoredEvent) -> String {
        (EventRow.cells(event).dropLast().filter { !$0.isEmpty } + ["\"\(event.trigger.text)\""])
            .joined(separator: "  ").printable
    }

    private static func jsonLine(_ change: EventChange) -> String {
        var json = JSONWriter()
        json.object { json in
            json.key("change")
            switch change {
            case .added: json.value("added")
            case .removed: json.value("removed")
            case .changed(let old, _, let fields):
                json.value("changed")
                json.key("was")
                json.value(old.id)
                json.key("fields")
                json.object { json in
                    for field in fields {
                        json.key(named: field.field.rawValue)
                        json.array { json in
                            json.value(field.from)
                            json.value(field.to)
                        }
                    }
                }
            }
            json.key("event")
            EventLine(change.event).write(to: &json, withSources: false)
        }
        json.endLine()
        return json.text
    }

    private static func tell(_ summary: RunDifference.Summary) {
        warn(
            "\(summary.reports) reports compared, \(summary.changedReports) with changes: \(summary.added) events added, "
                + "\(summary.removed) removed, \(summary.changed) changed, \(summary.equal) equal")
        if summary.onlyInFirst + summary.onlyInSecond > 0 {
            warn(
                "not compared: \(summary.onlyInFirst) reports that only the first run coded, \(summary.onlyInSecond) "
                    + "that only the second did")
        }
    }
}
