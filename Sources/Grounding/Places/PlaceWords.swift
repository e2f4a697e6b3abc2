import Lexicon
import Tokens

/// The closed classes of words around place names, from data/places/words.tsv.
struct PlaceWords: Sendable {
    /// 'in', 'near': a name after them is a place.
    private(set) var locative: Set<StringKey> = []
    /// 'to', 'from', 'of': a name after them is often a place.
    private(set) var directional: Set<StringKey> = []
    /// 'northern', 'downtown': before a place's name, no part of it.
    private(set) var modifiers: Set<StringKey> = []
    private(set) var titles: Set<StringKey> = []
    /// 'police', 'department': after a place's name in the name of its authorities.
    private(set) var agencies: Set<StringKey> = []
    /// 'virus', 'fever': after a name, they make it a disease's.
    private(set) var diseases: Set<StringKey> = []
    /// 'United', 'University', 'Times': after a name, they make it a team, a school or a paper.
    private(set) var teams: Set<StringKey> = []
    /// 'hope', 'reading': common words that are also names of small places.
    private(set) var common: Set<StringKey> = []
    /// Last names of persons in the news.
    private(set) var surnames: Set<StringKey> = []
    private var attaching: Set<StringKey> = []
    private var goals: Set<StringKey> = []
    private var sources: Set<StringKey> = []
    private var movements: Set<StringKey> = []
    private var grounds: Set<StringKey> = []
    private var removals: Set<StringKey> = []
    private var parts: Set<StringKey> = []
    /// 'province', 'river': the kinds of the name they stand beside.
    private(set) var features: [StringKey: Set<PlaceKind>] = [:]

    init() {}

    /// - Throws: `TableError` for a class or kind that does not exist.
    /// - Parameter people: tables with a column `name` of persons in the news.
    init(_ table: Table, people: [Table] = []) throws(TableError) {
        for table in people {
            for row in try Rows(table).read() {
                if let last = try row.text("name").split(separator: " ").last {
                    surnames.insert(StringKey(last.lowercased()))
                }
            }
        }
        for row in try Rows(table).read() {
            let key = StringKey(try row.text("word"))
            switch try row.text("class") {
            case "locative": locative.insert(key)
            case "directional": directional.insert(key)
            case "modifier": modifiers.insert(key)
            case "title": titles.insert(key)
            case "agency": agencies.insert(key)
            case "disease": diseases.insert(key)
            case "team": teams.insert(key)
            case "common": common.insert(key)
            case "attaching": attaching.insert(key)
            case "source": sources.insert(key)
            case "goal": goals.insert(key)
            case "movement": movements.insert(key)
            case "ground": grounds.insert(key)
            case "removal": removals.insert(key)
            case "part": parts.insert(key)
            case "feature":
                var kinds: Set<PlaceKind> = []
                for word in try row.list("kinds") {
                    guard let kind = PlaceKind(rawValue: word) else { throw row.error("no kind '\(word)'") }
                    kinds.insert(kind)
                }
                features[key] = kinds
            case let other: throw row.error("no class '\(other)'")
            }
        }
    }

    /// Those that attach a place to an act.
    var attachments: LocativeWords {
        LocativeWords(
            locative: locative.union(attaching).subtracting(goals).subtracting(sources), goals: goals,
            movements: movements, grounds: grounds, sources: sources, removals: removals, parts: parts,
            features: features)
    }
}
