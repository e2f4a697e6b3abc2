import EventCoding
import Grounding

/// Events for people: each sentence that tells one, and below it a line an event with aligned columns.
package struct EventTable {
    /// Colours as ECMA-48 escape sequences; none for output that is no terminal.
    package enum Colour: Sendable {
        case none, ansi
    }
    private let source: NativeRecord.Source
    private let colour: Colour
    /// Columns that a sentence is wrapped to.
    private let width: Int

    package init(_ source: NativeRecord.Source, colour: Colour = .none, width: Int = 100) {
        self.source = source
        self.colour = colour
        self.width = max(width, 40)
    }

    package func text() -> String {
        let events = source.coding.events
        guard !events.isEmpty else { return "\(source.file.printable): no events\n" }
        let rows = events.map(cells)
        let widths = (0..<(rows.first?.count ?? 0)).map { column in rows.map { $0[column].count }.max() ?? 0 }
        var output = "\(paint(source.file.printable, "1"))\n"
        var sentence = -1
        for (event, row) in zip(events, rows) {
            if event.sentence != sentence {
                sentence = event.sentence
                output += "\n" + wrapped(source.doc.text(of: source.doc.sentences[sentence]))
            }
            output += line(row, widths, event)
        }
        return output + "\n"
    }

    private func cells(_ event: Event) -> [String] {
        let modes = event.modes.isEmpty ? "" : " " + event.modes.joined(separator: " ")
        var parties = names(event.actors)
        if !event.recipients.isEmpty { parties += " → " + names(event.recipients) }
        let said = event.saidBy.map { voice(source.coding.statements[$0]) }.joined(separator: " ← ")
        return [
            event.type.rawValue + modes, event.cameo, parties, when(event.time), event.status.rawValue,
            event.place?.place?.name ?? "", said.isEmpty ? "" : "says \(said)",
        ]
    }

    private func names(_ parties: [Event.Participant]) -> String {
        guard !parties.isEmpty else { return "–" }
        return parties.map { party in
            let codes = [party.actor.country ?? "?"] + party.actor.sectors.map(\.rawValue)
            return oneLine(party.actor.name.isEmpty ? party.text : party.actor.name)
                + " (\(codes.joined(separator: " ")))"
        }.joined(separator: ", ")
    }

    private func when(_ time: Event.Time) -> String {
        guard let interval = time.interval else { return "–" }
        let days =
            interval.lowerBound == interval.upperBound
            ? "\(interval.lowerBound)" : "\(interval.lowerBound)/\(interval.upperBound)"
        return time.basis == .publication ? "(\(days))" : days
    }

    private func voice(_ statement: Statement) -> String {
        let actors = statement.speakerEntity.map { source.mentions.entities[$0].actors } ?? []
        if actors.count == 1, !actors[0].name.isEmpty { return oneLine(actors[0].name) }
        return statement.speaker.map { oneLine(source.doc.text(bytes: $0)) } ?? "somebody"
    }

    private func line(_ row: [String], _ widths: [Int], _ event: Event) -> String {
        var text = "   "
        for (column, cell) in row.enumerated() {
            let padded = cell + String(repeating: " ", count: widths[column] - cell.count)
            text += " " + (column == 0 ? paint(padded, quadColour(event.quad)) : padded) + " "
        }
        while text.last == " " { text.removeLast() }
        return text + "\n"
    }

    private func quadColour(_ quad: Quad) -> String {
        switch quad {
        case .verbalCooperation: "36"
        case .materialCooperation: "32"
        case .verbalConflict: "33"
        case .materialConflict: "31"
        }
    }

    private func paint(_ text: String, _ code: String) -> String {
        colour == .ansi ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text
    }

    private func wrapped(_ sentence: String) -> String {
        var lines: [String] = []
        var line = ""
        for word in sentence.split(whereSeparator: \.isWhitespace).map(\.printable) {
            if !line.isEmpty, line.count + 1 + word.count > width - 2 {
                lines.append(line)
                line = ""
            }
            line += (line.isEmpty ? "" : " ") + word
        }
        if !line.isEmpty { lines.append(line) }
        return lines.map { "  \($0)\n" }.joined()
    }

    private func oneLine(_ text: String) -> String {
        text.split(whereSeparator: \.isWhitespace).joined(separator: " ").printable
    }
}
