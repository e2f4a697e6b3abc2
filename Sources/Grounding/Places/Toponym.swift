import Tokens

/// A span of a report that names a place, with the entries that bear its name.
struct Toponym: Sendable {
    let tokens: Range<Int>
    let key: StringKey
    let matches: [PlaceIndex.Match]
    /// Kinds that a feature word beside the name asks for ('Anbar province'); empty for none.
    let kinds: Set<PlaceKind>
    /// The unit that an abbreviation stands for ('Tex.'); the name is not looked up then.
    let unit: PlaceIndex.ID?
}
