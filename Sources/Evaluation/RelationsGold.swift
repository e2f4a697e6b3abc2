import EventCoding
import Foundation
import Lexicon

/// One line of a file of marked pairs: a sentence with actor and recipient marked, and its gold root.
package struct RelationsGold: Sendable {
    package let id: String
    package let marked: MarkedSentence
    /// `nil` where the file tells none.
    package let root: RelationRoot?

    /// Reads a tab-separated file with the columns `id`, `marked_sentence` and, for scoring, `gold_root`; others are ignored.
    ///
    /// - Throws: `TableError` naming file and line for a mark out of place or a root that does not exist.
    package static func read(_ url: URL) throws(TableError) -> [RelationsGold] {
        try read(Table(contentsOf: url))
    }

    static func read(_ table: Table) throws(TableError) -> [RelationsGold] {
        let id = try table.column("id")
        let sentence = try table.column("marked_sentence")
        let root = table.columns.firstIndex(of: "gold_root")
        var result: [RelationsGold] = []
        for row in table.rows {
            let marked: MarkedSentence
            do { marked = try MarkedSentence(row.fields[sentence]) } catch {
                throw TableError(file: table.name, line: row.line, problem: error.description)
            }
            let label = root.map { row.fields[$0] } ?? ""
            guard let known = label.isEmpty ? .some(nil) : merged(label).map(Optional.some) else {
                let roots = RelationRoot.allCases.map(\.rawValue).joined(separator: ", ")
                throw TableError(
                    file: table.name, line: row.line, problem: "'\(label)' is no root: expected one of \(roots)")
            }
            result.append(RelationsGold(id: row.fields[id], marked: marked, root: known))
        }
        return result
    }

    /// A root by its name, or an event type's.
    private static func merged(_ label: String) -> RelationRoot? {
        RelationRoot(rawValue: label) ?? EventType(rawValue: label).map { RelationRoot($0) }
    }
}
