import Lexicon
import Tokens

/// The words that can be events, found by the lemma of their head. Immutable, shared by all workers.
package final class EventLexicon: Sendable {
    package let entries: [EventEntry]
    package let classes: WordClasses
    package let ontology: Ontology
    /// Entries by head lemma and category.
    private let byHead: [StringKey: [Int]]
    /// Compiled forms of the entries' complements, index for index.
    let frames: [Frame]
    let needs: FrameNeeds
    private let weapon: Int?
    private let quantity: Int?
    private let assembly: Int?
    private let document: Int?
    private let debater: Int?
    private let procedure: Int?

    /// - Throws: `TableError` for a file at fault, naming file and line.
    package init(layers: LexiconLayers, ontology: Ontology) throws(TableError) {
        let misread = try Misreadings(layers: layers)
        let classes = try WordClasses(layers: layers, misread: misread)
        let table = try LayeredTable("events", layers: layers, columns: EventEntry.columns)
        var entries: [EventEntry] = []
        var frames: [Frame] = []
        var byHead: [StringKey: [Int]] = [:]
        for row in table.rows {
            let entry = try EventEntry(row, ontology: ontology)
            for head in try EventLexicon.heads(of: entry, classes, row) {
                for key in misread.keys(for: head.lemma) { byHead[key, default: []].append(entries.count) }
                entries.append(entry)
                frames.append(
                    try Frame(
                        entry.pattern, particle: head.particle, phraseClass: head.phraseClass, classes: classes,
                        row: row))
            }
        }
        self.entries = entries
        self.classes = classes
        self.ontology = ontology
        self.byHead = byHead
        self.frames = frames
        needs = FrameNeeds(frames: frames, classes: classes)
        weapon = classes.index(of: "weapon")
        quantity = classes.index(of: "quantity")
        assembly = classes.index(of: "assembly")
        document = classes.index(of: "document")
        debater = classes.index(of: "debater")
        procedure = classes.index(of: "procedure")
    }

    /// Indices of the entries whose head a token can be; empty for nearly every token.
    func candidates(for token: Token) -> [Int] {
        let found = byHead[token.lemmaKey] ?? []
        // "Fighting", "shelling": the noun's lemma is its form, the verb's is not.
        guard token.tag == .vbg, token.lowerKey != token.lemmaKey, let more = byHead[token.lowerKey] else {
            return found
        }
        return found + more
    }

    /// Whether a noun is a means of force, which may stand as subject of what is done with it.
    func isWeapon(_ token: Int, of doc: Doc) -> Bool {
        weapon.map { classes.contains(token, of: doc, in: $0) } ?? false
    }

    /// Whether a noun only counts what stands after it ("a series of attacks").
    func isQuantity(_ token: Int, of doc: Doc) -> Bool {
        quantity.map { classes.contains(token, of: doc, in: $0) } ?? false
    }

    /// Whether a noun names a body that meets as one ("the council met").
    func isAssembly(_ token: Int, of doc: Doc) -> Bool {
        assembly.map { classes.contains(token, of: doc, in: $0) } ?? false
    }

    /// Whether a noun names what speaks for those who issued it ("a *report* accusing …").
    func isDocument(_ token: Int, of doc: Doc) -> Bool {
        document.map { classes.contains(token, of: doc, in: $0) } ?? false
    }

    /// Whether a noun names one who fights with words ("her *rival*", "the *campaign*").
    func isDebater(_ token: Int, of doc: Doc) -> Bool {
        debater.map { classes.contains(token, of: doc, in: $0) } ?? false
    }

    /// Whether a noun tells how something was decided, not by whom ("dismissed by *decree*", "by 125 *votes*").
    func isProcedure(_ token: Int, of doc: Doc) -> Bool {
        procedure.map { classes.contains(token, of: doc, in: $0) } ?? false
    }

    /// What an entry's head stands for.
    private struct Head {
        let lemma: String
        let particle: String?
        /// The class that a phrase with this lemma has to be of.
        var phraseClass: Int?
    }

    /// The lemmas an entry's head stands for; members of a class may be particle verbs (`carry_out`) and phrases.
    private static func heads(
        of entry: EventEntry, _ classes: WordClasses, _ row: LayeredTable.Row
    ) throws(TableError) -> [Head] {
        switch entry.pattern.head {
        case .word(let lemma): return [Head(lemma: lemma, particle: entry.pattern.particle)]
        case .wordClass(let name):
            guard let index = classes.index(of: name) else { throw row.error("no class is called '\(name)'") }
            let words = classes.members(of: index).filter { !$0.utf8.contains(UInt8(ascii: " ")) }.map { member in
                let parts = member.parts(UInt8(ascii: "_"))
                return Head(lemma: parts[0], particle: parts.count > 1 ? parts[1] : entry.pattern.particle)
            }
            return words
                + classes.phraseHeads(of: index).map {
                    Head(lemma: $0, particle: entry.pattern.particle, phraseClass: index)
                }
        }
    }
}
