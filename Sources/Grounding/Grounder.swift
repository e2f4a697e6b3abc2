import Dates
import Lexicon
import Tokens

/// The Grounding stage: from a Doc to the times, actors and places it names. Immutable, shared by all workers.
package struct Grounder: Sendable {
    package let times: TimeTagger
    package let actors: ActorResolver
    package let places: PlaceResolver

    /// - Throws: `TableError` for a data file at fault, naming file and line.
    package init(data: DataFolder) throws {
        times = try TimeTagger(data: data)
        actors = try ActorResolver(data: data)
        places = try PlaceResolver(data: data)
    }

    /// - Parameter published: the report's date of publication; without it relative times stay unresolved.
    package func mentions(in doc: Doc, published: CalendarDate?) -> Mentions {
        let times = times.expressions(in: doc, published: published)
        let (mentions, entities) = actors.actors(in: doc, published: published)
        return Mentions(
            times: times, actors: mentions, entities: entities, places: places.places(in: doc, published: published))
    }
}
