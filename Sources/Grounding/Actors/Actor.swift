/// A political actor at one date.
package struct Actor: Sendable, Hashable {
    /// The fullest name known: "Antony Blinken", "Azerbaijan", "Hezbollah".
    package var name: String
    /// ISO 3166 alpha-3, or IGO UNO EUR NGO ISM IMG MNC; `nil` when it cannot be resolved.
    package var country: String?
    /// Primary sector first; empty for a country as such or when unknown.
    package var sectors: [Sector]
    /// Office or description at that date: "Secretary of State".
    package var role: String?

    package init(name: String, country: String? = nil, sectors: [Sector] = [], role: String? = nil) {
        self.name = name
        self.country = country
        self.sectors = sectors
        self.role = role
    }
}

/// Where a report names an actor: by name, by title, by pronoun.
package struct ActorMention: Sendable, Equatable {
    package enum Form: String, Sendable {
        case name, nominal, pronoun
    }
    /// Tokens of the mention with its modifiers ("Azerbaijani President Ilham Aliyev").
    package let tokens: Range<Int>
    /// The token that carries the mention in the tree.
    package let head: Int
    package let form: Form
    /// Index into `Mentions.entities` of the chain this mention belongs to.
    package let entity: Int

    package init(tokens: Range<Int>, head: Int, form: Form, entity: Int) {
        self.tokens = tokens
        self.head = head
        self.form = form
        self.entity = entity
    }
}

/// A chain of mentions of one actor, or of a group of actors ("the two sides").
package struct ActorEntity: Sendable, Equatable {
    /// One for a single actor; several for a plural that the report resolves; one without a country when unresolved.
    package let actors: [Actor]
    /// Indices into `Mentions.actors`, in the order of the text.
    package let mentions: [Int]

    package init(actors: [Actor], mentions: [Int]) {
        self.actors = actors
        self.mentions = mentions
    }
}
