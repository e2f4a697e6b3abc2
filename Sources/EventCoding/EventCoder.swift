import Dates
import Grounding
import Lexicon
import Tokens

/// The EventCoding stage: from a Doc and its mentions to events and statements. Immutable, shared by all workers.
package struct EventCoder: Sendable {
    package let statements: StatementFinder

    /// - Throws: `TableError` for a data file at fault, naming file and line.
    package init(data: DataFolder) throws { statements = try StatementFinder(data: data) }

    package func code(_ doc: Doc, mentions: Mentions, published: CalendarDate?) -> Coding {
        let statements = statements.statements(in: doc, mentions: mentions)
        return Coding(events: [], statements: statements)
    }
}
