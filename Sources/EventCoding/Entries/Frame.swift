import Lexicon
import Tokens

/// A `FramePattern` with its words hashed and its classes looked up, as the matcher needs it.
struct Frame: Sendable {
    enum Filler: Sendable {
        case slot(FramePattern.Slot)
        case slotOfClass(FramePattern.Slot, Int)
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

        var isAct: Bool {
            switch filler {
            case .slot(.act), .slotOfClass(.act, _): true
            default: false
            }
        }

        var isSecond: Bool { if case .second = relation { true } else { false } }
    }
    /// Whether the frame leaves room for somebody on whom the act is done, and does not insist.
    var hasOpenRecipient: Bool {
        complements.contains { complement in
            switch complement.filler {
            case .slot(.recipient), .slot(.deed), .slotOfClass(.recipient, _), .slotOfClass(.deed, _):
                complement.isOptional
            default: false
            }
        }
    }

    let category: FramePattern.Category
    let particle: StringKey?
    /// The class that the head has to be of with the words around it ("*act* of war").
    let phraseClass: Int?
    let modifiers: [StringKey]
    let subject: FramePattern.Slot?
    let subjectClass: Int?
    let complements: [Complement]

    init(
        _ pattern: FramePattern, particle: String?, phraseClass: Int?, classes: WordClasses, row: LayeredTable.Row
    ) throws(TableError) {
        category = pattern.category
        self.particle = particle.map { StringKey($0) }
        self.phraseClass = phraseClass
        modifiers = pattern.modifiers.map { StringKey($0) }
        subject = pattern.subject
        if let name = pattern.subjectClass {
            subjectClass = try Frame.index(name, classes, row)
        } else {
            subjectClass = nil
        }
        var complements: [Complement] = []
        for complement in pattern.complements {
            let filler: Filler
            switch complement.filler {
            case .slot(let slot): filler = .slot(slot)
            case .slotOfClass(let slot, let name): filler = .slotOfClass(slot, try Frame.index(name, classes, row))
            case .word(let lemma): filler = .word(StringKey(lemma))
            case .wordClass(let name): filler = .wordClass(try Frame.index(name, classes, row))
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

    private static func index(
        _ name: String, _ classes: WordClasses, _ row: LayeredTable.Row
    ) throws(TableError) -> Int {
        guard let index = classes.index(of: name) else { throw row.error("no class is called '\(name)'") }
        return index
    }
}
