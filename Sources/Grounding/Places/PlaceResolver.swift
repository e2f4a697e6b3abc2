import Dates
import Lexicon
import Tokens

/// Finds toponyms and resolves them to gazetteer entries.
package struct PlaceResolver: Sendable {
    /// Where the index of places lies in the data folder.
    package static let indexPath = "places/index/places.bin"

    package init(data: DataFolder) throws {}

    package func places(in doc: Doc, published: CalendarDate?) -> [PlaceMention] { [] }
}
