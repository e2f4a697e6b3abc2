import Dates
import Lexicon
import Tokens

/// Finds political actors, resolves them at the report's date, and joins mentions of the same one.
package struct ActorResolver: Sendable {
    package init(data: DataFolder) throws {}

    package func actors(in doc: Doc, published: CalendarDate?) -> (mentions: [ActorMention], entities: [ActorEntity]) {
        ([], [])
    }
}
