import Tokens

/// Finds the toponyms of one Doc: the engine's places, and names the gazetteer knows that the engine missed or took for
/// something else, where the words around them make them places.
struct ToponymFinder {
    let text: ToponymText
    private(set) var found: [Toponym] = []
    private(set) var taken: [Bool]
    /// Words of the names of persons that the report gives in full.
    let persons: Set<StringKey>

    var doc: Doc { text.doc }
    var index: PlaceIndex { text.index }
    var words: PlaceWords { text.words }

    typealias Name = (tokens: Range<Int>, matches: [PlaceIndex.Match])

    init(_ text: ToponymText) {
        self.text = text
        taken = [Bool](repeating: false, count: text.doc.count)
        var persons: Set<StringKey> = []
        for entity in text.doc.entities where entity.label == .person && entity.tokens.count > 1 {
            guard text.matches(text.trimmed(entity.tokens)).isEmpty,
                entity.tokens.allSatisfy({ ![",", "and", "of", "in"].contains(text.lower($0)) })
            else { continue }
            for token in entity.tokens where text.isCapitalised(token) {
                persons.insert(text.doc.tokens[token].lowerKey)
            }
        }
        self.persons = persons
    }

    /// All toponyms in the order of the text.
    mutating func toponyms() -> [Toponym] {
        datelines()
        for entity in doc.entities {
            let core = text.trimmed(entity.tokens)
            guard !core.isEmpty, !taken[core.lowerBound] else { continue }
            if let unit = abbreviation(core) {
                accept((core, []), unit: unit)
                continue
            }
            switch entity.label {
            case .geopolitical, .location, .facility: place(text.withoutFeature(core))
            case .organization, .product, .event, .workOfArt, .law: organization(core)
            case .person where doc.tokens[entity.tokens.lowerBound].tag == .dt: place(text.withoutFeature(core))
            case .person: person(core)
            case .norp: people(core)
            default: break
            }
        }
        rest()
        featured()
        beside()
        again()
        return found.sorted { $0.tokens.lowerBound < $1.tokens.lowerBound }
    }

    // MARK: By the engine's label

    private mutating func place(_ core: Range<Int>) {
        if let name = extended(core), !isDisqualified(name) {
            let isPerson = name.tokens.count == 1 && persons.contains(doc.tokens[name.tokens.lowerBound].lowerKey)
            if isPerson, !isStrong(name), !text.followsLocative(name.tokens) { return }
            return accept(name)
        }
        guard text.matches(core).isEmpty else { return }
        if let name = text.modified(core) ?? text.featured(core) {
            if !isDisqualified(name) { accept(name) }
            return
        }
        parts(of: core)
        guard !core.contains(where: { taken[$0] }), core.allSatisfy({ text.isCapitalised($0) }) else { return }
        unknown(core)
    }

    /// The unit of an abbreviation that follows a name and a comma ('Helena, MT'), or has a full stop ('Mont.').
    private func abbreviation(_ core: Range<Int>) -> PlaceIndex.ID? {
        let token = core.lowerBound
        guard core.count == 1, text.isAbbreviation(token) else { return nil }
        let follows = token > 1 && text.lower(token - 1) == "," && text.isCapitalised(token - 2)
        guard follows || doc.tokens[token].lower.hasSuffix(".") else { return nil }
        return index.unit(abbreviated: text.key(core))
    }

    /// Places in the names of organisations that are no toponyms by themselves ('Fresno State', 'University of Utah').
    func hints() -> [PlaceIndex.ID] {
        var hints: [PlaceIndex.ID] = []
        for entity in doc.entities where [.organization, .facility, .event, .workOfArt].contains(entity.label) {
            for token in entity.tokens where !taken[token] && text.isCapitalised(token) {
                guard let name = text.longestName(from: token, to: entity.tokens.upperBound) else { continue }
                let wide = name.matches.first { [.country, .admin1].contains(index.entry($0.id).kind) }
                if let wide, isStrong(name) || text.isCode(token) { hints.append(wide.id) }
            }
        }
        return hints
    }

    /// A place that the gazetteer lacks: the smallest known one that the text puts it in, or none where only the words
    /// before or after it tell that it is one ('Greenlane, Auckland', 'the village of Cellardyke', 'at Cellardyke').
    private mutating func unknown(_ core: Range<Int>) {
        if text.lower(core.upperBound) == ",", let holder = text.longestName(from: core.upperBound + 1, to: doc.count),
            !isDisqualified(holder), holder.matches.contains(where: { !index.entry($0.id).kind.isWide })
        {
            accept((core, holder.matches), key: holder.tokens)
        } else if text.hasFeature(core) || isNamed(core) && text.followsLocative(core) {
            accept((core, []))
        }
    }

    /// Whether a span bears no article and no common word: 'at Cellardyke', not 'at the Royal Infirmary'.
    private func isNamed(_ core: Range<Int>) -> Bool {
        core.count <= 3 && doc.tokens[max(0, core.lowerBound - 1)].tag != .dt && !core.contains(where: isCommon)
            && !core.contains { text.has($0, in: words.common) }
    }

    private mutating func organization(_ core: Range<Int>) {
        guard let name = extended(core), !isDisqualified(name) else {
            return core.contains { [",", "and"].contains(text.lower($0)) } ? parts(of: core) : authority(core)
        }
        if isStrong(name) && !isTown(name) || isPlace(name) && !isFollowedByPossessive(name) { accept(name) }
    }

    private mutating func person(_ core: Range<Int>) {
        guard let name = extended(core), !isDisqualified(name) else {
            return isIn(core) ? accept((core, [])) : authority(core)
        }
        if name.tokens.count == 1, persons.contains(doc.tokens[name.tokens.lowerBound].lowerKey) { return }
        if text.has(name.tokens.lowerBound - 1, in: words.titles) || isFollowedByPossessive(name) { return }
        if isPlace(name) || name.tokens.count > 1 && isStrong(name) { accept(name) }
    }

    /// 'In Namhsan': nobody is in a person.
    private func isIn(_ core: Range<Int>) -> Bool {
        text.lower(core.lowerBound - 1) == "in" && isNamed(core) && text.matches(core).isEmpty
            && !text.isPossessive(core.upperBound) && core.allSatisfy { text.isCapitalised($0) }
            && !core.contains { persons.contains(doc.tokens[$0].lowerKey) }
    }

    private mutating func people(_ core: Range<Int>) {
        guard let name = extended(core), !isDisqualified(name) else { return }
        guard name.matches.contains(where: { !$0.isVariant }) else { return }
        let next = name.tokens.upperBound
        let hasHead = next < doc.count && doc.tokens[next].pos == .noun
        if isPlace(name) || text.followsDirectional(name.tokens) || hasHead || isStrong(name) { accept(name) }
    }

    /// A place in the name of its authorities ('Utah Department of Health', 'the Health Ministry of Uganda').
    private mutating func authority(_ core: Range<Int>) {
        if let name = text.longestName(from: core.lowerBound, to: core.upperBound), !isDisqualified(name) {
            let next = name.tokens.upperBound
            let isUnit = name.tokens.count > 1 && name.matches.contains { index.entry($0.id).kind == .admin2 }
            let isSchool = core.contains { text.has($0, in: words.teams) }
            if isUnit && next < core.upperBound || isWellKnown(name) && text.has(next, in: words.agencies) && !isSchool
                || text.isPossessive(next) || text.container(after: name) != nil
            {
                return accept(name)
            }
        }
        guard let of = core.last(where: { text.lower($0) == "of" }), of + 1 < core.upperBound else { return }
        let isAuthority = core.contains { $0 < of && text.has($0, in: words.agencies) }
        if isAuthority, let name = extended(text.trimmed(of + 1..<core.upperBound)), !isDisqualified(name),
            isWellKnown(name)
        {
            accept(name)
        }
    }

    private func isWellKnown(_ name: Name) -> Bool {
        isStrong(name) || name.matches.contains { !$0.isVariant && index.entry($0.id).population > 20_000 }
    }

    /// The known names in a span that is none as a whole: what commas and conjunctions divide ('Pandi, Bulacan').
    private mutating func parts(of core: Range<Int>) {
        var start = core.lowerBound
        for end in core.lowerBound...core.upperBound {
            let isBreak = end == core.upperBound || [",", "and", "or", "/", "of", "in", ";"].contains(text.lower(end))
            guard isBreak else { continue }
            let part = text.trimmed(start..<end)
            start = end + 1
            if part.isEmpty || part == core { continue }
            if let name = text.name(part) ?? text.modified(part), !isDisqualified(name) { accept(name) }
        }
        if !core.contains(where: { taken[$0] }) { authority(core) }
    }

    /// - Parameter key: the tokens under whose name the place is chosen, where they are not the toponym's.
    mutating func accept(_ name: Name, unit: PlaceIndex.ID? = nil, key: Range<Int>? = nil) {
        guard !name.tokens.contains(where: { taken[$0] }) else { return }
        for token in name.tokens { taken[token] = true }
        found.append(
            Toponym(
                tokens: name.tokens, key: text.key(key ?? name.tokens), matches: name.matches,
                kinds: text.kinds(name.tokens),
                unit: unit))
    }
}
