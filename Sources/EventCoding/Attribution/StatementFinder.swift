import Grounding
import Lexicon
import Tokens

/// Finds statements: who said what, with which words.
package struct StatementFinder: Sendable {
    package init(data: DataFolder) throws {}

    package func statements(in doc: Doc, mentions: Mentions) -> [Statement] { [] }
}
