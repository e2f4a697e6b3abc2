import Analysis
import EventCoding
import Foundation
import Grounding
import Tokens

extension Command {
    static let quotes = Command(
        name: "quotes",
        summary: "statements: speaker, cue, content",
        usage: """
            usage: demarche quotes [--date D] [--format table|jsonl] PATH…

            Who said what: each statement with its speaker, its cue (the words that attribute), its content, the kind of
            speech (direct, indirect, mixed), the addressee, and the statement that holds it. Offices are resolved at the
            day of publication. Offsets count code points.

              --format table       for people (default)
              --format jsonl       one line a statement
            \(TextInputs.optionsHelp)
            """,
        run: { arguments in
            let options = try Options(
                arguments, valued: TextInputs.valuedOptions.union(["--format"]), flags: TextInputs.flags)
            let format = try options.choice("--format", of: ["table", "jsonl"])
            let inputs = try TextInputs(options)
            let grounder = try Grounder(data: inputs.data)
            let finder = try StatementFinder(data: inputs.data)
            let encoder = JSONEncoder()
            encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
            return try inputs.forEach { report, reader in
                let doc = try reader.doc(of: report.text)
                let mentions = grounder.mentions(in: doc, published: report.date)
                let statements = finder.statements(in: doc, mentions: mentions)
                let records = StatementRecord.records(of: statements, in: doc, mentions: mentions, file: report.file)
                for record in records {
                    if format == "jsonl" {
                        inputs.output.write(Array(try encoder.encode(record)) + [0x0A])
                    } else {
                        inputs.output.write(Array((table(record) + "\n").utf8))
                    }
                }
            }
        })
}

/// One statement as a block of aligned lines.
private func table(_ record: StatementRecord) -> String {
    func party(_ label: String, _ party: StatementRecord.Party?) -> String? {
        guard let party else { return nil }
        let resolved = party.name.map { name in " = \(name)" + (party.country.map { " (\($0))" } ?? "") } ?? ""
        return line(label, "\(oneLine(party.text)) [\(party.start)–\(party.end)]\(resolved)")
    }
    let content = record.content.enumerated().map { position, span in
        line(position == 0 ? "content" : "", "\(oneLine(span.text)) [\(span.start)–\(span.end)]")
    }
    let lines =
        [
            "\(record.file) \(record.index): \(record.kind)" + (record.parent.map { ", inside \($0)" } ?? ""),
            party("speaker", record.speaker),
            record.cue.map { line("cue", "\(oneLine($0.text)) [\($0.start)–\($0.end)]") },
            party("addressee", record.addressee),
        ] + content
    return lines.compactMap { $0 }.joined(separator: "\n") + "\n"
}

private func line(_ label: String, _ text: String) -> String {
    "  " + label + String(repeating: " ", count: 11 - label.count) + text
}

private func oneLine(_ text: String) -> String {
    text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
}
