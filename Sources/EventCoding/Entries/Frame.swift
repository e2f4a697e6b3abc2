import Lexicon
import Tokens

/// A `FramePattern` with its words hashed and its classes looked up, as the matcher needs it.
struct Frame: Sendable {
    enum Filler: Sendable {
        case slot(FramePattern.Slot)
        case word(StringKey)
        case wordClass(Int)
    }
    enum Relation: Sendable {
        case object
        case second
        case preposition([StringKey])
        case infinitive
        case clause
    }
    struct Complement: Sendable {
        let relation: Relation
        let filler: Filler
        let isOptional: Bool
    }
    let category: FramePattern.Category
    let particle: StringKey?
    let modifiers: [StringKey]
    let subject: FramePattern.Slot?
    let complements: [Complement]

    init(
        _ pattern: FramePattern, particle: String?, classes: WordClasses, row: LayeredTable.Row
    ) throws(TableError) {
        category = pattern.category
        self.particle = particle.map { StringKey($0) }
        modifiers = pattern.modifiers.map { StringKey($0) }
        subject = pattern.subject
        var complements: [Complement] = []
        for complement in pattern.complements {
            let filler: Filler
            switch complement.filler {
            case .slot(let slot): filler = .slot(slot)
            case .word(let lemma): filler = .word(StringKey(lemma))
            case .wordClass(let name):
                guard let index = classes.index(of: name) else { throw row.error("no class is called '\(name)'") }
                filler = .wordClass(index)
            }
            let relation: Relation
            switch complement.relation {
            case .object: relation = .object
            case .second: relation = .second
            case .preposition(let words): relation = .preposition(words.map { StringKey($0) })
            case .infinitive: relation = .infinitive
            case .clause: relation = .clause
            }
            complements.append(Complement(relation: relation, filler: filler, isOptional: complement.isOptional))
        }
        self.complements = complements
    }
}
