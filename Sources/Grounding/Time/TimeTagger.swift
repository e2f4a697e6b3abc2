import Dates
import Lexicon
import Tokens

/// Finds and normalises time expressions.
package struct TimeTagger: Sendable {
    package init(data: DataFolder) throws {}

    package func expressions(in doc: Doc, published: CalendarDate?) -> [TimeExpression] { [] }
}
