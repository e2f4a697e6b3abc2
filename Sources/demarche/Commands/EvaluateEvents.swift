import Analysis
import EventCoding
import Evaluation
import Foundation
import Ingest
import Lexicon

extension EvaluationTask {
    static let events = EvaluationTask(
        name: "events",
        summary: "coded events against gold reports with the complete list of their events",
        arguments: "GOLD.txt… [--differences]",
        run: { arguments in
            let options = try Options(arguments, valued: TextInputs.evaluationOptions, flags: ["--differences"])
            guard !options.operands.isEmpty else { throw UsageError("no file given") }
            let data = try DataFolder.locate(options["--data"])
            let analyzer = try Analyzer(docs: try docSource(options, data), data: data)
            let reader = analyzer.docs.makeReader()
            var score = EventsScore()
            var read = 0
            for path in options.operands {
                do {
                    let gold = try EventsGold(TextFile.read(path).text)
                    let name = URL(fileURLWithPath: path).lastPathComponent
                    let report = Report(text: gold.text, date: gold.published, file: name)
                    let analysis = try analyzer.analyze(report, reader: reader)
                    let doc = analysis.doc
                    let differences = score.add(gold, analysis.coding, text: { doc.text(bytes: $0) }) { index in
                        speaker(of: analysis.coding.statements[index], analysis)
                    }
                    if options.has("--differences"), !differences.isEmpty {
                        print(name)
                        for difference in differences { print(describe(difference, analysis)) }
                    }
                    read += 1
                } catch { warn(error is InputError ? "\(error)" : "\(path): \(error)") }
            }
            print(table(score, files: read))
            return read < options.operands.count ? .someInputsFailed : .done
        })
}

/// The words that name a speaker and the names of whom they are resolved to.
private func speaker(of statement: Statement, _ analysis: Analysis) -> String {
    let words = statement.speaker.map { analysis.doc.text(bytes: $0) } ?? ""
    let names = statement.speakerEntity.map { analysis.mentions.entities[$0].actors.map(\.name) } ?? []
    return ([words] + names).joined(separator: "\n")
}

private func describe(_ difference: EventsScore.Difference, _ analysis: Analysis) -> String {
    let coded = difference.coded.map { event in
        let parties = { (list: [Event.Participant]) in
            list.isEmpty ? "-" : list.map { ($0.actor.country ?? "") + "\"\($0.text)\"" }.joined(separator: "+")
        }
        let days = event.time.interval.map { "\($0.lowerBound)/\($0.upperBound)" } ?? "-"
        let place = event.place.map { analysis.doc.text(bytes: $0.bytes) } ?? "-"
        let said = event.saidBy.first.map { speaker(of: analysis.coding.statements[$0], analysis) } ?? "-"
        return "\(([event.type.rawValue] + event.modes).joined(separator: " ")) | \(parties(event.actors)) > "
            + "\(parties(event.recipients)) | \(days) | \(event.status.rawValue) | \(place) | "
            + "\(said.split(separator: "\n").first ?? "-") | '\(analysis.doc.text(bytes: event.trigger))' by \(event.rule)"
    }
    switch (difference.gold, coded) {
    case (let gold?, let coded?):
        return "  differs  \(gold)\n           \(coded)\n           in \(difference.fields.joined(separator: ", "))"
    case (let gold?, nil): return "  missed   \(gold)"
    case (nil, let coded): return "  spurious \(coded ?? "")"
    }
}

private func table(_ score: EventsScore, files: Int) -> String {
    func percent(_ part: Int, _ whole: Int) -> String {
        let text = whole == 0 ? "–" : String(format: "%.1f", Double(part) * 100 / Double(whole))
        return String(repeating: " ", count: max(0, 7 - text.count)) + text
    }
    func pad(_ text: String, _ width: Int) -> String {
        text + String(repeating: " ", count: max(0, width - text.count))
    }
    let total = score.total
    var lines = [
        "\(files) reports, \(total.gold) events, \(total.coded) coded", "", "                precision recall     F1",
    ]
    for (name, right) in [("event", total.event), ("event+actors", total.actors), ("all fields", total.all)] {
        lines.append(
            pad(name, 18) + percent(right, total.coded) + percent(right, total.gold)
                + percent(2 * right, total.coded + total.gold))
    }
    lines += ["", "field             right in pairs"]
    for (name, counts) in score.fields.sorted(by: { $0.key < $1.key }) {
        lines.append(pad(name, 18) + percent(counts.right, counts.of))
    }
    lines += ["", "event+actors      gold  coded  precision recall"]
    for type in EventType.allCases {
        guard let counts = score.byType[type] else { continue }
        lines.append(
            pad(type.rawValue, 16) + pad("  \(counts.gold)", 8) + pad("\(counts.coded)", 8)
                + percent(counts.actors, counts.coded) + percent(counts.actors, counts.gold))
    }
    return lines.joined(separator: "\n")
}
