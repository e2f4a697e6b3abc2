import Dates
import Tokens

/// Reads a noun phrase without a tree: the head noun, its modifiers by their order, a name with its title, and the
/// complements that `of`, `for`, `from` and `in` begin.
struct PhraseReader: Sendable {
    let knowledge: ActorKnowledge

    func read(_ phrase: Phrase, on date: CalendarDate?) -> PhraseReading {
        read(phrase, items: phrase.items.indices, on: date, depth: 0)
    }

    func read(_ phrase: Phrase, items: Range<Int>, on date: CalendarDate?, depth: Int) -> PhraseReading {
        let core = core(of: phrase, items)
        var gathered = Gathered()
        gather(phrase, core, on: date, into: &gathered)
        let rest = core.upperBound..<items.upperBound
        if depth < 4, !rest.isEmpty {
            if phrase.isKind(rest.lowerBound, .comma) || phrase.isKind(rest.lowerBound, .bracket) {
                apposition(phrase, rest.dropFirst(), on: date, depth: depth, &gathered)
            } else {
                complement(phrase, rest, on: date, depth: depth, &gathered)
            }
        }
        decide(&gathered)
        return gathered.reading
    }

    /// The items before the first preposition, comma, bracket or relative pronoun that follows a head.
    private func core(of phrase: Phrase, _ items: Range<Int>) -> Range<Int> {
        var start = items.lowerBound
        while start < items.upperBound, isFiller(phrase, start) { start += 1 }
        var end = start
        while end < items.upperBound {
            if end > start, phrase.link(end) != nil || phrase.isKind(end, .comma) || phrase.isKind(end, .bracket) {
                break
            }
            if end > start, isAnd(phrase, end), hasHead(phrase, start..<end),
                hasHead(phrase, end + 1..<items.upperBound)
            {
                break
            }
            end += 1
        }
        return start..<end
    }

    private func isFiller(_ phrase: Phrase, _ item: Int) -> Bool {
        guard phrase.items[item].senses.isEmpty else { return false }
        let word = phrase.word(item)
        return word.kind != .word || Phrase.determiners.contains(word.key) || Phrase.quantities.contains(word.key)
    }

    private func isAnd(_ phrase: Phrase, _ item: Int) -> Bool {
        phrase.items[item].senses.isEmpty && Phrase.and.contains(phrase.word(item).key)
    }

    /// Whether the last item of a stretch can head a phrase (an adjective of nationality alone cannot).
    private func hasHead(_ phrase: Phrase, _ items: Range<Int>) -> Bool {
        guard let last = items.last(where: { !isFiller(phrase, $0) }) else { return false }
        return phrase.items[last].senses.contains { knowledge.senses[Int($0)].kind != .nationality }
    }
}

/// What the items of a phrase contribute, before it is decided which of it counts.
struct Gathered {
    var reading = PhraseReading()
    /// From the head outward: countries of adjectives, states and their capitals.
    var nations: [String] = []
    /// Of named organisations and persons.
    var standings: [NamedActor.Standing] = []
    var regions: [String] = []
    var communities: [String] = []
    /// Sectors that count whatever else does, in order of nearness to the head.
    var strong: [Sector] = []
    /// Sectors for want of others.
    var weak: [Sector] = []
    /// Sectors that come second: PRE, OPP.
    var second: [Sector] = []
    var isFormer = false
    /// The agent noun nearest to the head, the head included.
    var noun: String?
    /// Sectors of named organisations alone.
    var organizationSectors: [Sector] = []
    var personStanding: NamedActor.Standing?
    /// From complements.
    var complementCountry: String?
    var placeCountry: String?
    var complementSectors: [Sector] = []
}
