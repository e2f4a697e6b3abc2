import Dates
import Grounding
import Lexicon
import Tokens

/// The EventCoding stage: from a Doc and its mentions to events and statements. Immutable, shared by all workers.
package struct EventCoder: Sendable {
    package let statements: StatementFinder
    package let lexicon: EventLexicon
    let composition: CompositionTable
    let parties: PartyResolver
    let irrealis: StatusReader.IrrealisClasses
    let modes: ModeCues
    let contexts: ContextWords
    let domains: DomainWords
    let locative: LocativeWords

    /// - Parameters:
    ///   - data: the program's data folder.
    ///   - layers: the event lexicon; the program's own when not given.
    /// - Throws: `TableError` for a data file at fault, naming file and line.
    package init(data: DataFolder, layers: LexiconLayers? = nil) throws {
        statements = try StatementFinder(data: data)
        let layers = layers ?? LexiconLayers(data: data)
        let ontology = try Ontology(data: data)
        lexicon = try EventLexicon(layers: layers, ontology: ontology)
        composition = try CompositionTable(layers: layers, ontology: ontology)
        parties = PartyResolver(classes: lexicon.classes)
        irrealis = StatusReader.IrrealisClasses(lexicon.classes)
        modes = try ModeCues(layers: layers, ontology: ontology)
        contexts = try ContextWords(layers: layers, ontology: ontology)
        domains = try DomainWords(layers: layers)
        locative = try PlaceResolver.locativeWords(data: data)
    }

    package func code(_ doc: Doc, mentions: Mentions, published: CalendarDate?) -> Coding {
        let statements = statements.statements(in: doc, mentions: mentions)
        var session = CodingSession(self, Scene(doc, mentions: mentions), statements, published, keepsAttempts: false)
        return Coding(events: session.events(), statements: statements)
    }
}
