/// What a lexicon entry says about the syntax of a word: which of its dependents are actor and recipient, which words must
/// stand beside it. Written as a sentence would be:
///
///     A attack R                       a verb, its subject (actor) and object (recipient)
///     A crack_down on R                a particle verb
///     A open fire on|at R              a fixed object, alternative prepositions
///     A hold {talks} with B            an object of a word class, a party that acts together with A
///     A urge R to ACT                  an act inside the act
///     A's attack by A on|against R     a noun: possessor, agent, recipient
///     A's hunger strike by A           a noun with a modifier that must stand beside it
///     A be critical of R               an adjective
///     A take_in R:{refugees}           a slot whose word must be of a class
///     ACT target R                     an act as subject
///
/// Slots: `A` actor, `R` recipient, `B` co-actor, `D` a deed (its doer is the recipient), `X` anything, `ACT` an inner act.
/// A verb's complements must be there unless marked `?`; a noun's may be missing unless marked `!`.
package struct FramePattern: Sendable, Equatable {
    package enum Category: String, Sendable {
        case verb, noun, adjective
    }

    package enum Slot: String, Sendable, CaseIterable {
        case actor = "A"
        case recipient = "R"
        case coactor = "B"
        case deed = "D"
        case anything = "X"
        case act = "ACT"
    }

    package enum Filler: Sendable, Equatable {
        case slot(Slot)
        /// `R:{refugees}`: a party or act whose word is of a class.
        case slotOfClass(Slot, String)
        /// A lemma.
        case word(String)
        case wordClass(String)
    }

    package enum Relation: Sendable, Equatable {
        /// First bare complement of a verb.
        case object
        /// Second bare complement of a verb ("grant R {asylum}", "take R hostage").
        case second
        case preposition([String])
        /// `to ACT`.
        case infinitive
        /// `that ACT`, `that D`.
        case clause
    }

    package struct Complement: Sendable, Equatable {
        package let relation: Relation
        package let filler: Filler
        package let isOptional: Bool

        package init(_ relation: Relation, _ filler: Filler, isOptional: Bool = false) {
            self.relation = relation
            self.filler = filler
            self.isOptional = isOptional
        }
    }

    package enum Head: Sendable, Equatable {
        case word(String)
        case wordClass(String)
    }

    package let category: Category
    package let head: Head
    /// Lemmas that must stand among a noun's modifiers.
    package let modifiers: [String]
    /// Of a particle verb.
    package let particle: String?
    /// Of a verb or adjective its subject, of a noun its possessor; `nil` for a noun that takes none.
    package let subject: Slot?
    /// The class that the subject's word must be of (`A:{peacekeepers} leave R`).
    package let subjectClass: String?
    package let complements: [Complement]

    package static let prepositions: Set<String> = [
        "about", "above", "across", "after", "against", "ahead", "along", "alongside", "among", "around", "as", "at",
        "before",
        "behind", "beside", "between", "beyond", "by", "concerning", "despite", "down", "during", "for", "from", "in",
        "inside",
        "into",
        "like", "near", "of", "off", "on", "onto", "out", "outside", "over", "regarding", "through", "throughout", "to",
        "toward",
        "towards", "under", "until", "upon", "via", "with", "within", "without",
    ]
}

/// A pattern that cannot be read: what is wrong with it.
package struct PatternError: Error, Equatable, CustomStringConvertible {
    package let problem: String

    package init(problem: String) { self.problem = problem }

    package var description: String { problem }
}
