import Dates
import Lexicon
import Tokens

/// Finds political actors, resolves them at the report's date, and joins mentions of the same one.
package struct ActorResolver: Sendable {
    let knowledge: ActorKnowledge
    let reader: PhraseReader

    /// - Throws: `TableError` for a table of `data/knowledge` at fault, naming file and line.
    package init(data: DataFolder) throws {
        knowledge = try ActorKnowledge(data: data)
        reader = PhraseReader(knowledge: knowledge)
    }

    /// - Parameter published: the day at which offices and standings are looked up; without it the latest known count.
    /// - Returns: mentions in the order of the text, and their chains.
    package func actors(in doc: Doc, published: CalendarDate?) -> (mentions: [ActorMention], entities: [ActorEntity]) {
        let map = WordMap(doc)
        let found = MentionFinder(doc: doc, map: map, reader: reader, date: published).mentions()
        let focus = FocusCountry(doc: doc, map: map, knowledge: knowledge)
        var chains = EntityChains(doc: doc, knowledge: knowledge, date: published, found: found, focus: focus)
        return chains.resolve()
    }
}
