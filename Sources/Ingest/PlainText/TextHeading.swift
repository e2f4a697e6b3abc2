/// What the first lines of a text say about it. Takes only what has the form of a heading; running text never counts.
struct TextHeading: Equatable {
    private(set) var title: String?
    private(set) var byline: String?
    private(set) var publisher: String?
    private(set) var date: WrittenDate?

    /// Lines looked at before the body must have begun.
    private static let mostLines = 6
    private static let longestLine = 200

    init(_ text: String) {
        let lines = text.utf8.prefix(8192).split(omittingEmptySubsequences: false, whereSeparator: { $0 == 0x0A })
            .map { Substring($0).trimmed() }
        let filled = lines.filter { !$0.isEmpty }
        for (index, line) in filled.prefix(TextHeading.mostLines).enumerated() {
            guard line.utf8.count <= TextHeading.longestLine else {
                readDateline(line)
                break
            }
            if readDateLine(line) || readByline(line) { continue }
            guard index == 0 || title == nil, TextHeading.isHeadline(line), index + 1 < filled.count,
                TextHeading.standsAlone(line, in: lines, before: filled[index + 1])
            else {
                readDateline(line)
                break
            }
            title = line
        }
    }

    /// `date 2023-05-02 Publisher – …`, `Published: May 2, 2023`, `2 May 2023`.
    private mutating func readDateLine(_ line: String) -> Bool {
        guard date == nil, let written = WrittenDate(line) else { return false }
        let words = line.split(separator: " ").map(String.init)
        let labels: Set<String> = ["date", "published", "posted", "updated", "publication", "on", "at"]
        let firstThatIsNoLabel = words.first { !labels.contains($0.trimmingMarks().lowercased()) } ?? ""
        guard
            WrittenDateScanner.parts(of: firstThatIsNoLabel).contains(where: { $0 != .word })
                || isWeekday(firstThatIsNoLabel)
        else { return false }
        guard
            let length = (1...words.count).first(where: {
                WrittenDate(words.prefix($0).joined(separator: " ")) == written
            })
        else { return false }
        let rest = words.dropFirst(length).joined(separator: " ")
        guard rest.utf8.last != 0x2E else { return false }
        date = written
        if let first = rest.utf8.first, (0x41...0x5A).contains(first) { publisher = TextHeading.name(before: rest) }
        return true
    }

    /// A site's name before its motto: `Courier – All the news`.
    private static func name(before text: String) -> String? {
        let words = text.split(separator: " ").map(String.init)
        let name = words.prefix { !["–", "—", "-", "|", "·"].contains($0) }
        return name.isEmpty ? nil : name.joined(separator: " ")
    }

    private mutating func readByline(_ line: String) -> Bool {
        guard byline == nil, line.hasPrefix("By ") || line.hasPrefix("BY "), line.utf8.count <= 120,
            line.utf8.last != 0x2E, let next = line.dropFirst(3).utf8.first, (0x41...0x5A).contains(next)
        else { return false }
        byline = line.dropFirst(3).trimmed()
        return true
    }

    /// The agency (and the date, when it has a year) of `KYIV, May 2, 2023 (Agency) — …`.
    private mutating func readDateline(_ line: String) {
        let head = line.utf8.prefix(100)
        for dash in [" — ", " – ", " -- ", " - "] {
            guard let range = String(Substring(head)).range(ofBytes: dash) else { continue }
            let dateline = String(line.utf8.prefix(range)) ?? ""
            guard let place = dateline.split(separator: " ").first, place.utf8.count >= 3,
                place.utf8.allSatisfy({ !(0x61...0x7A).contains($0) })
            else { return }
            if let open = dateline.lastIndex(of: "("), dateline.hasSuffix(")") {
                let agency = dateline[dateline.index(after: open)...].dropLast().trimmed()
                if !agency.isEmpty, agency.utf8.count <= 40 { publisher = publisher ?? agency }
            }
            date = date ?? WrittenDate(dateline)
            return
        }
    }

    private static func isHeadline(_ line: String) -> Bool {
        guard let last = line.utf8.last, let first = line.unicodeScalars.first else { return false }
        return last != 0x2E && last != 0x3A && line.utf8.count >= 10 && line.utf8.contains(0x20)
            && (first.properties.isUppercase || first.properties.numericType != nil || !first.properties.isAlphabetic)
    }

    /// A headline stands above a blank line, a byline or date line, or a paragraph much longer than itself.
    private static func standsAlone(_ line: String, in lines: [String], before next: String) -> Bool {
        guard let index = lines.firstIndex(of: line), index + 1 < lines.count else { return false }
        return lines[index + 1].isEmpty || next.utf8.count > 2 * line.utf8.count || next.hasPrefix("By ")
            || next.hasPrefix("BY ") || WrittenDate(next) != nil
    }

    private func isWeekday(_ word: String) -> Bool {
        let name = word.trimmingMarks().lowercased()
        let days = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
        return name.utf8.count >= 3 && days.contains { $0.hasPrefix(name) }
    }
}

extension String {
    fileprivate func trimmingMarks() -> String { String(filter { $0.isLetter || $0.isNumber }) }

    /// Where `pattern` begins, in bytes.
    fileprivate func range(ofBytes pattern: String) -> Int? {
        let bytes = Array(utf8)
        let wanted = Array(pattern.utf8)
        guard bytes.count >= wanted.count else { return nil }
        return (0...(bytes.count - wanted.count)).first { bytes[$0...].starts(with: wanted) }
    }
}
