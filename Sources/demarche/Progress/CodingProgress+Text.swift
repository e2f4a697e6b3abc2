import Ingest

/// Progress for people.
extension CodingProgress {
    /// One line: what was done, how fast, what is left.
    func line(after elapsed: Duration) -> String { parts(after: elapsed).joined(separator: ", ") }

    /// As `line`, after a bar where the total is known, and cut to a terminal's width.
    /// - Parameter width: columns; the last is left free, so that no terminal wraps.
    func bar(after elapsed: Duration, width: Int) -> String {
        var parts = parts(after: elapsed)
        // What is said last goes first when the line is too long.
        while parts.count > 1, parts.joined(separator: "  ").count >= width { parts.removeLast() }
        let text = parts.joined(separator: "  ")
        let room = min(30, width - text.count - 4)
        guard let share, room >= 8 else { return String(text.prefix(max(0, width - 1))) }
        let full = Int(share * Double(room))
        return "[" + String(repeating: "█", count: full) + String(repeating: "░", count: room - full) + "] " + text
    }

    private func parts(after elapsed: Duration) -> [String] {
        let seconds = max(elapsed / .seconds(1), 0.001)
        var parts: [String] = []
        if let share { parts.append("\(Int(share * 100)) %") }
        parts.append(counted(reports, "report"))
        parts.append("\(grouped(Int(Double(words) / seconds))) words/s")
        parts.append(counted(events, "event"))
        if failures > 0 { parts.append("\(grouped(failures)) failed") }
        if let left = timeLeft(after: elapsed) { parts.append("\(clock(left)) left") }
        return parts
    }

    /// What a run came to, in one or more lines.
    func summary(after elapsed: Duration) -> [String] {
        var first = "\(counted(reports, "report")) read, \(counted(words, "word")), \(counted(events, "event"))"
        first += ", in \(clock(elapsed))"
        if elapsed >= .seconds(1) {
            first += " (\(grouped(Int(Double(words) / (elapsed / .seconds(1))))) words/s)"
        }
        return [first] + shortfalls()
    }

    /// What was not read, and what was read without a day: one line each.
    func shortfalls() -> [String] {
        var lines: [String] = []
        if failures > 0 { lines.append("\(grouped(failures)) failed, each named above with its reason") }
        let languages = skipped.compactMap { reason, count -> (String, Int)? in
            if case .language(let code) = reason { (code, count) } else { nil }
        }.sorted { ($1.1, $0.0) < ($0.1, $1.0) }
        if !languages.isEmpty {
            let list = languages.map { "\($0) \(grouped($1))" }.joined(separator: ", ")
            let total = languages.reduce(0) { $0 + $1.1 }
            lines.append("\(grouped(total)) skipped: in another language (\(list)); --language any reads them")
        }
        if let count = skipped[.withoutText] { lines.append("\(grouped(count)) skipped: without text") }
        if let count = skipped[.notAPage] {
            lines.append("\(grouped(count)) skipped: no page (an image, a redirect, a request)")
        }
        if codedBefore > 0 {
            lines.append("\(grouped(codedBefore)) skipped: in the store as this version codes them")
        }
        if undated > 0 {
            lines.append(
                "\(counted(undated, "report")) without a day of publication (--date D): relative times stay unresolved")
        }
        return lines
    }
}

/// `1 report`, `1,204 reports`.
private func counted(_ count: Int, _ noun: String) -> String { "\(grouped(count)) \(noun)\(count == 1 ? "" : "s")" }

/// Digits in groups of three: `1,204`.
private func grouped(_ number: Int) -> String {
    var digits = String(number)
    var position = digits.count - 3
    while position > 0 {
        digits.insert(",", at: digits.index(digits.startIndex, offsetBy: position))
        position -= 3
    }
    return digits
}

/// `0:42`, `3:07:00`.
private func clock(_ duration: Duration) -> String {
    let seconds = Int(duration.components.seconds)
    let two = { (value: Int) in value < 10 ? "0\(value)" : "\(value)" }
    let minutes = "\(seconds < 3600 ? "\(seconds / 60)" : two(seconds / 60 % 60)):\(two(seconds % 60))"
    return seconds < 3600 ? minutes : "\(seconds / 3600):\(minutes)"
}
