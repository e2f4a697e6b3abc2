import Dates
import EventCoding

extension EventsGold {
    /// - Throws: `EventsGoldError` naming the line.
    package init(_ content: String) throws(EventsGoldError) {
        var header: [String: String] = [:]
        var paragraphs: [Paragraph] = []
        var text = ""
        var entries: [Entry] = []
        var isHeader = true
        func close() {
            if !text.isEmpty { paragraphs.append(Paragraph(text: text, entries: entries)) }
            (text, entries) = ("", [])
        }
        for (index, line) in content.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            if line.isEmpty {
                isHeader = isHeader && header.isEmpty
                close()
            } else if isHeader {
                let parts = line.split(separator: ":", maxSplits: 1)
                guard parts.count == 2 else { throw EventsGoldError(line: index + 1, problem: "no 'key: value'") }
                header[String(parts[0])] = trim(parts[1])
            } else if line.hasPrefix("=") {
                entries.append(try Entry(trim(line.dropFirst()), line: index + 1))
            } else {
                text += text.isEmpty ? String(line) : "\n" + line
            }
        }
        close()
        guard let date = header["date"], let published = CalendarDate(date) else {
            throw EventsGoldError(line: 1, problem: "no 'date: YYYY-MM-DD'")
        }
        self.published = published
        region = header["region"] ?? ""
        self.paragraphs = paragraphs
    }
}

extension EventsGold.Entry {
    init(_ text: String, line: Int) throws(EventsGoldError) {
        let fields = text.split(separator: "|", omittingEmptySubsequences: false).map { trim($0) }
        guard fields.count == 6 else { throw EventsGoldError(line: line, problem: "\(fields.count) fields, not 6") }
        self.line = text
        var kinds: [EventsGold.Kind] = []
        for alternative in fields[0].split(separator: "/") {
            let words = alternative.split(separator: " ").map(String.init)
            guard let first = words.first, let type = EventType(rawValue: first) else {
                throw EventsGoldError(line: line, problem: "'\(alternative)' is no event")
            }
            kinds.append(EventsGold.Kind(type: type, modes: Array(words.dropFirst())))
        }
        self.kinds = kinds
        let sides = fields[1].split(separator: ">").map { trim($0) }
        guard sides.count == 2 else { throw EventsGoldError(line: line, problem: "no 'actor > recipient'") }
        actors = try EventsGold.side(sides[0], line: line)
        recipients = try EventsGold.side(sides[1], line: line)
        days = try EventsGold.days(fields[2], line: line)
        if fields[3] == "*" {
            status = .anything
        } else {
            let statuses = fields[3].split(separator: "/").compactMap { Status(rawValue: String($0)) }
            guard statuses.count == fields[3].split(separator: "/").count else {
                throw EventsGoldError(line: line, problem: "'\(fields[3])' is no status")
            }
            status = .value(statuses)
        }
        switch fields[4] {
        case "*": place = .anything
        case "-": place = .nothing
        default: place = .value(fields[4].split(separator: "/").map(String.init))
        }
        switch fields[5] {
        case "*": saidBy = .anything
        case "-": saidBy = .nothing
        default: saidBy = .value(fields[5])
        }
    }
}

extension EventsGold {
    fileprivate static func side(_ text: String, line: Int) throws(EventsGoldError) -> [Side]? {
        if text == "*" { return nil }
        var result: [Side] = []
        for alternative in separated(text, by: " or ") {
            var side: Side = []
            for member in separated(alternative, by: "+") {
                var names: [Name] = []
                for name in separated(member, by: "/") { names.append(try Name(name, line: line)) }
                side.append(names)
            }
            result.append(side)
        }
        return result
    }

    fileprivate static func days(_ text: String, line: Int) throws(EventsGoldError) -> Expectation<Day> {
        switch text {
        case "*": return .anything
        case "-": return .nothing
        case ".": return .value(.publication)
        default:
            let days = text.split(separator: "/").map { CalendarDate($0) }
            guard let first = days.first ?? nil, let last = days.last ?? nil, first <= last else {
                throw EventsGoldError(line: line, problem: "'\(text)' is no date")
            }
            return .value(.range(first...last))
        }
    }

    /// Parts outside quotation marks.
    private static func separated(_ text: String, by separator: String) -> [String] {
        var parts = [""]
        var rest = text[...]
        var quoted = false
        while let character = rest.first {
            if character == "\"" { quoted.toggle() }
            if !quoted, rest.hasPrefix(separator) {
                rest = rest.dropFirst(separator.count)
                parts.append("")
                continue
            }
            parts[parts.count - 1].append(character)
            rest = rest.dropFirst()
        }
        return parts.map { trim($0) }
    }
}

extension EventsGold.Name {
    init(_ text: String, line: Int) throws(EventsGoldError) {
        if text == "-" {
            self = .nobody
        } else if text.hasPrefix("\""), text.hasSuffix("\""), text.utf8.count > 2 {
            self = .words(String(text.dropFirst().dropLast()))
        } else if text.utf8.count == 3, text == text.uppercased() {
            self = .country(text)
        } else {
            throw EventsGoldError(line: line, problem: "'\(text)' is neither a country code, \"words\" nor -")
        }
    }
}

private func trim(_ text: some StringProtocol) -> String {
    var text = text[...]
    while text.first == " " { text = text.dropFirst() }
    while text.last == " " { text = text.dropLast() }
    return String(text)
}
