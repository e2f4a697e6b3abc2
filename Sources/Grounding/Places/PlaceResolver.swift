import Dates
import Lexicon
import Tokens

/// Finds toponyms and resolves them to gazetteer entries.
package struct PlaceResolver: Sendable {
    package init(data: DataFolder) throws {}

    package func places(in doc: Doc, published: CalendarDate?) -> [PlaceMention] { [] }
}
