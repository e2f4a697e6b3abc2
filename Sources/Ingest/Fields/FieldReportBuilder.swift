/// Makes reports from named fields, as JSON objects and table rows have them.
struct FieldReportBuilder {
    private let name: String
    private let given: FieldMapping
    /// The mapping last completed, with the names it was completed from.
    private var completed: (names: [String], mapping: FieldMapping)?
    /// Mappings that were said; records of one input can differ.
    private var said: Set<String> = []

    init(name: String, mapping: FieldMapping) {
        self.name = name
        given = mapping
    }

    /// - Parameters:
    ///   - names: the names this record has.
    ///   - value: the text under a name; `nil` where there is none.
    mutating func report(
        names: [String], file: String, warnings: [String], value: (String) -> String?
    ) -> Reading {
        let mapping: FieldMapping
        var warnings = warnings
        if let completed, completed.names == names {
            mapping = completed.mapping
        } else {
            do {
                mapping = try given.completed(from: names) { isURL(value($0) ?? "") }
            } catch {
                return .failure(InputError(file: file, problem: error.description))
            }
            completed = (names, mapping)
            if mapping != given, said.insert(mapping.description).inserted {
                warnings.append("\(name): read as \(mapping)")
            }
        }
        func field(_ field: ReportField) -> String? {
            guard let text = mapping[field].flatMap(value)?.withoutNulls().trimmed(), !text.isEmpty else { return nil }
            return text
        }
        guard let text = field(.text) else { return .skipped(.withoutText) }
        var report = Report(text: Markup.isLikely(text) ? Markup.plainText(text) : text, file: file)
        report.title = field(.title).map { Markup.decodingEntities($0).spacesCollapsed() }
        report.byline = field(.byline)?.spacesCollapsed()
        report.publisher = field(.publisher)?.spacesCollapsed()
        report.url = field(.url)
        report.language = field(.language).map { $0.lowercased() }
        if let written = field(.date) {
            if let date = WrittenDate(written) {
                report.date = date.date
                if date.isAmbiguous { warnings.append("\(file): date '\(written)' was read with the month first") }
            } else {
                warnings.append("\(file): '\(written.prefix(40))' is no date that can be read")
            }
        }
        return .report(report, warnings: warnings)
    }

    private func isURL(_ text: String) -> Bool { text.hasPrefix("http://") || text.hasPrefix("https://") }
}
