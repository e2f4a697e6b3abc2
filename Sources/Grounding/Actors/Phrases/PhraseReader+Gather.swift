import Dates
import Tokens

extension PhraseReader {
    /// Collects what the core of a phrase says, from the head leftward.
    func gather(_ phrase: Phrase, _ core: Range<Int>, on date: CalendarDate?, into gathered: inout Gathered) {
        guard !core.isEmpty else { return }
        let name = personName(phrase, core)
        if let name { takePerson(phrase, name, core, on: date, &gathered) }
        var excluded = excludedItems(phrase, core)
        for item in core.reversed() {
            if let name, name.contains(phrase.items[item].words.lowerBound) { continue }
            if excluded.remove(item) != nil { continue }
            take(phrase, item, isHead: gathered.reading.head == .unknown, on: date, &gathered)
        }
    }

    private func take(
        _ phrase: Phrase, _ item: Int, isHead: Bool, on date: CalendarDate?, _ gathered: inout Gathered
    ) {
        let words = phrase.items[item].words
        guard let sense = sense(phrase, item, isHead: isHead) else {
            if !isHead { takeUnknown(phrase, item, on: date, &gathered) }
            return
        }
        if isHead { gathered.reading.headWords = words }
        switch sense.kind {
        case .state, .nationality, .capital:
            if let country = sense.country, !(isOwner(phrase, item) && gathered.reading.isOther) {
                gathered.nations.append(country)
            }
            if sense.kind == .capital, isHead {
                gathered.weak = sense.sectors
            } else {
                gathered.second += sense.sectors.filter { $0 == .partiallyRecognized }
            }
            if isHead {
                gathered.reading.head =
                    sense.kind == .nationality ? .people : sense.kind == .capital ? .capital : .state
                if sense.kind != .nationality { gathered.reading.name = sense.name }
            }
        case .region:
            if let country = sense.country { gathered.regions.append(country) }
            if isHead {
                gathered.reading.head = .region
                gathered.reading.name = sense.name
            }
        case .community:
            if let country = sense.country { gathered.communities.append(country) }
            gathered.second += sense.sectors
            if isHead { gathered.reading.head = .people }
        case .organization where isForeignBody(phrase, item, sense):
            if isHead { gathered.reading.head = .organization }
        case .organization:
            let standing = knowledge.actors[sense.index].standing(on: date, isPerson: false)
            gathered.standings.append(standing)
            gathered.strong += standing.sectors
            gathered.organizationSectors += standing.sectors
            if isHead {
                gathered.reading.head = .organization
                gathered.reading.name = sense.name
                gathered.reading.namedActor = sense.index
            }
        case .person:
            takeOwner(knownPerson(phrase, item, on: date) ?? sense.index, on: date, &gathered)
        case .agent:
            takeAgent(sense, isHead: isHead, &gathered)
        case .title:
            gathered.weak += sense.sectors
        case .modifier:
            switch knowledge.effects[sense.index] {
            case .former: gathered.isFormer = true
            case .opposition: gathered.second.append(.opposition)
            case .adds: gathered.strong += sense.sectors
            case .other, .neutral: break
            }
            if knowledge.effects[sense.index] == .neutral { return }
        }
        gathered.reading.used.formUnion(words)
    }

    /// "The Armenian *Security Council*", "his Security Council": a name without that of the body it belongs to, and another
    /// owner before it.
    private func isForeignBody(_ phrase: Phrase, _ item: Int, _ sense: Sense) -> Bool {
        guard item > 0 else { return false }
        let owner = phrase.items[item - 1]
        let isOwned =
            owner.senses.contains { index in
                let nation = knowledge.senses[Int(index)]
                return nation.kind == .nationality && nation.country != sense.country
            } || owner.words.count == 1 && owningPronouns.contains(phrase.word(item - 1).key)
        guard isOwned else { return false }
        let full = Word.scan(Array(sense.name.utf8)).map(\.key)
        let said = phrase.words[phrase.items[item].words].map(\.key)
        return said.count > 1 && full.count > said.count && full.suffix(said.count) == said[...]
    }

    private func isOwner(_ phrase: Phrase, _ item: Int) -> Bool {
        item + 1 < phrase.items.count && phrase.isKind(item + 1, .possessive)
    }

    /// A family name before the head: "Bush administration", "Putin's spokesman"; or a noun that says what somebody
    /// leads, which is not the state: "independence leaders".
    private func takeUnknown(_ phrase: Phrase, _ item: Int, on date: CalendarDate?, _ gathered: inout Gathered) {
        let word = phrase.word(item)
        if !word.capitalised, word.kind == .word, gathered.noun == "leader",
            phrase.items[item].words.upperBound == gathered.reading.headWords.lowerBound, !isDeterminer(word)
        {
            gathered.weak = []
        }
        guard word.capitalised, let owner = holder(of: word, called: [], phrase, on: date) else { return }
        takeOwner(owner, on: date, &gathered)
        gathered.reading.used.formUnion(phrase.items[item].words)
    }

    private func isDeterminer(_ word: Word) -> Bool {
        Phrase.determiners.contains(word.key) || Phrase.quantities.contains(word.key)
    }

    private func takeOwner(_ person: Int, on date: CalendarDate?, _ gathered: inout Gathered) {
        let standing = knowledge.actors[person].standing(on: date, isPerson: true)
        gathered.standings.append(standing)
        gathered.weak += standing.sectors
    }

    private func takeAgent(_ sense: Sense, isHead: Bool, _ gathered: inout Gathered) {
        switch sense.weight {
        case .strong: gathered.strong += sense.sectors
        case .weak: gathered.weak += sense.sectors
        case .none: break
        }
        gathered.noun = gathered.noun ?? sense.name
        guard isHead else { return }
        gathered.reading.head = .agent
        gathered.reading.agent = sense.index
        gathered.reading.role = sense.name
        gathered.reading.isOther = otherSides.contains(sense.name)
        gathered.reading.isPlural = knowledge.agents[sense.index].plural
    }

    /// The sense of an item that fits its place: a head is a noun, a modifier rather an adjective.
    func sense(_ phrase: Phrase, _ item: Int, isHead: Bool) -> Sense? {
        let senses = phrase.items[item].senses.map { knowledge.senses[Int($0)] }
        guard senses.count > 1 else { return senses.first }
        let order: [Sense.Kind] =
            isHead
            ? [.organization, .person, .state, .capital, .agent, .nationality, .region, .community, .title, .modifier]
            : [.organization, .person, .nationality, .state, .modifier, .agent, .capital, .region, .community, .title]
        for kind in order {
            if let sense = senses.first(where: { $0.kind == kind }) { return sense }
        }
        return senses.first
    }

    /// Items that name somebody else: X in "X-backed", "anti-X", "pro-X".
    func excludedItems(_ phrase: Phrase, _ core: Range<Int>) -> Set<Int> {
        var excluded: Set<Int> = []
        for item in core {
            guard
                phrase.items[item].senses.contains(where: { index in
                    let sense = knowledge.senses[Int(index)]
                    return sense.kind == .modifier && knowledge.effects[sense.index] == .other
                })
            else { continue }
            let word = phrase.word(item)
            if word.joined, item > core.lowerBound {
                // "US-backed", "Saudi-led": what stands before.
                excluded.insert(item - 1)
            } else if item + 1 < core.upperBound, phrase.word(item + 1).joined {
                excluded.insert(item + 1)
            }
        }
        return excluded
    }

    /// Words of a personal name: the capitals that follow a title, or that end the phrase and hold a known person.
    private func personName(_ phrase: Phrase, _ core: Range<Int>) -> Range<Int>? {
        var start = core.upperBound
        while start > core.lowerBound, isNameItem(phrase, start - 1) { start -= 1 }
        guard start < core.upperBound else { return nil }
        let items = start..<core.upperBound
        let words = phrase.items[start].words.lowerBound..<phrase.items[core.upperBound - 1].words.upperBound
        let isKnown = items.contains { item in
            phrase.items[item].senses.contains { knowledge.senses[Int($0)].kind == .person }
        }
        if isKnown { return words }
        let hasUnknown = items.contains { phrase.items[$0].senses.isEmpty }
        guard hasUnknown, start == core.lowerBound || canPrecedeName(phrase, start - 1, words.count) else { return nil }
        // "General Dostum", "rebel leader Joseph Kony", "Mr Smith", "the Iraqi Ahmed Chalabi".
        return words
    }

    /// A title, an office or a nationality may stand before a name; a possessive ("Smith's Supporters") or the name of a
    /// place ("Lachin Pass") may not.
    private func canPrecedeName(_ phrase: Phrase, _ item: Int, _ length: Int) -> Bool {
        if phrase.isKind(item, .possessive) { return false }
        let senses = phrase.items[item].senses.map { knowledge.senses[Int($0)] }
        guard !senses.isEmpty else { return true }
        let isPlace = senses.allSatisfy { [.region, .state, .capital].contains($0.kind) }
        return !isPlace || length > 1
    }

    /// A capitalised word that is no common noun, title or adjective of nationality.
    private func isNameItem(_ phrase: Phrase, _ item: Int) -> Bool {
        let word = phrase.word(item)
        guard word.kind == .word, word.capitalised else { return isParticle(phrase, item) }
        let senses = phrase.items[item].senses.map { knowledge.senses[Int($0)] }
        return senses.isEmpty || senses.allSatisfy { $0.kind == .person }
    }

    /// "bin", "al", "de" inside a name.
    private func isParticle(_ phrase: Phrase, _ item: Int) -> Bool {
        phrase.items[item].senses.isEmpty && nameParticles.contains(phrase.word(item).key)
    }
}

private let nameParticles: Set<StringKey> = Set(
    [
        "al", "el", "bin", "ibn", "bint", "de", "da", "do", "dos", "del", "della", "di", "der", "den", "van", "von",
        "la", "le", "ul", "ur", "abu", "ben", "ould", "ter",
    ]
    .map { StringKey($0) })

private let owningPronouns: Set<StringKey> = Set(["his", "her", "its", "their", "our", "my"].map { StringKey($0) })

/// Nouns for somebody else than the one they belong to: "Iran's rival" is not Iranian.
private let otherSides: Set<String> = [
    "ally", "rival", "enemy", "foe", "adversary", "archenemy", "arch-enemy", "archrival", "arch-rival", "opponent",
    "neighbour", "neighbor", "critic", "backer", "counterpart", "partner",
]
