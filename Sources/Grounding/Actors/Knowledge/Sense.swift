/// What a name or word can stand for: one entry of the knowledge tables.
struct Sense: Sendable, Equatable {
    enum Kind: Sendable, Equatable {
        /// A sovereign state, or a territory or breakaway region with a code of its own.
        case state
        /// An adjective of nationality, and the people it names.
        case nationality
        /// A capital that stands for its government.
        case capital
        /// A province, city or other part of a state.
        case region
        /// An ethnic or religious group that crosses borders.
        case community
        /// A named organisation: institution, party, armed group, company …
        case organization
        /// A named person.
        case person
        /// A common noun for people, bodies or equipment.
        case agent
        /// A title or rank that comes before a name.
        case title
        /// A word that changes how the head is read: former, opposition …
        case modifier
    }
    /// How firmly an entry gives its sectors.
    enum Weight: Sendable, Equatable {
        /// Whatever modifies it: a soldier is military.
        case strong
        /// Only where nothing else gives a sector: an official, a leader.
        case weak
        /// Never.
        case none
    }
    let kind: Kind
    /// The canonical name.
    let name: String
    let country: String?
    let sectors: [Sector]
    var weight: Weight = .strong
    /// Index into the table of people, modifiers or agents; 0 where there is none.
    var index: Int = 0
}

/// How a name must be written to be recognised.
enum Casing: Sendable, Equatable {
    case any, capitalised, upper

    /// As the name itself is written.
    init(of name: String) {
        self = Casing(ofASCII: name) ?? Casing(ofAny: name)
    }

    /// `nil` for a name with other letters than English ones.
    private init?(ofASCII name: String) {
        var letters = 0
        var capitals = 0
        var beginsWithCapital = false
        for byte in name.utf8 {
            guard byte < 0x80 else { return nil }
            guard (0x61...0x7A).contains(byte | 0x20) else { continue }
            if byte & 0x20 == 0 {
                if letters == 0 { beginsWithCapital = true }
                capitals += 1
            }
            letters += 1
        }
        self = letters > 1 && capitals == letters ? .upper : beginsWithCapital ? .capitalised : .any
    }

    private init(ofAny name: String) {
        let letters = name.unicodeScalars.filter(\.properties.isAlphabetic)
        if letters.count > 1, letters.allSatisfy(\.properties.isUppercase) {
            self = .upper
        } else {
            self = letters.first?.properties.isUppercase == true ? .capitalised : .any
        }
    }
}
