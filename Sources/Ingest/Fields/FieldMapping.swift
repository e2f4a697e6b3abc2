/// Which column or JSON field holds which part of a report.
package struct FieldMapping: Equatable, Sendable, CustomStringConvertible {
    /// Names as the input has them; a JSON name may be a path (`article.body`).
    package var names: [ReportField: String]

    package init(_ names: [ReportField: String] = [:]) { self.names = names }

    /// Names looked at in one record; no honest one has more.
    private static let mostNames = 1000

    package subscript(field: ReportField) -> String? { names[field] }

    /// From `title=headline,text=body,date=published`.
    package init(parsing text: String) throws(FieldMappingError) {
        names = [:]
        for pair in text.split(separator: ",") {
            let sides = pair.split(separator: "=", maxSplits: 1).map { $0.trimmed() }
            guard sides.count == 2, !sides[1].isEmpty else {
                throw FieldMappingError("'\(pair)' is not FIELD=NAME")
            }
            guard let field = ReportField(rawValue: sides[0]) else {
                let known = ReportField.allCases.map(\.rawValue).joined(separator: ", ")
                throw FieldMappingError("no field '\(sides[0])': a report has \(known)")
            }
            guard names[field] == nil else { throw FieldMappingError("'\(sides[0])' is given twice") }
            names[field] = sides[1]
        }
    }

    /// Completes what the user gave by the names that are there, where only one can be meant.
    ///
    /// - Parameters:
    ///   - available: the names of the input, as it writes them.
    ///   - isURL: whether the value under a name is a URL (trafilatura's `source` is one, elsewhere it is a publisher).
    /// - Throws: when no name, or more than one, can be the text.
    func completed(
        from available: [String], isURL: (String) -> Bool = { _ in false }
    ) throws(FieldMappingError) -> FieldMapping {
        var mapping = self
        let free = available.prefix(FieldMapping.mostNames).filter { name in !names.values.contains(name) }
        for field in ReportField.allCases where mapping.names[field] == nil {
            let candidates = free.filter { name in
                field.usualNames.contains(ReportField.normalized(name)) && isURL(name) == (field == .url)
            }
            mapping.names[field] = try FieldMapping.choose(candidates, for: field)
        }
        guard mapping.names[.text] != nil else {
            throw FieldMappingError(
                "none of \(listed(available)) is known to hold the text: say --fields text=NAME")
        }
        return mapping
    }

    /// The one candidate; among several the field's own name, or for anything but the text the surest.
    private static func choose(_ candidates: [String], for field: ReportField) throws(FieldMappingError) -> String? {
        if candidates.count < 2 { return candidates.first }
        let ranked = field.usualNames.lazy.compactMap { usual in
            candidates.first { ReportField.normalized($0) == usual }
        }
        guard let surest = ranked.first else { return nil }
        if field == .text, ReportField.normalized(surest) != "text", ReportField.normalized(surest) != "maintext" {
            throw FieldMappingError("\(listed(candidates)) could each be the text: say --fields text=NAME")
        }
        return surest
    }

    /// As messages show it: `text=body, title=headline`.
    package var description: String {
        ReportField.allCases.compactMap { field in names[field].map { "\(field.rawValue)=\($0)" } }
            .joined(separator: ", ")
    }
}

package struct FieldMappingError: Error, Equatable, CustomStringConvertible {
    package let description: String
    init(_ description: String) { self.description = description }
}

private func listed(_ names: [String]) -> String { names.prefix(30).map { "'\($0)'" }.joined(separator: ", ") }
