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

    /// A place that the gazetteer lacks: the smallest known one that the text puts it in, or none where only a feature
    /// word tells that it is one ('Greenlane, Auckland', 'the village of Cellardyke').
    private mutating func unknown(_ core: Range<Int>) {
        if text.lower(core.upperBound) == ",", let holder = text.longestName(from: core.upperBound + 1, to: doc.count),
            !isDisqualified(holder), holder.matches.contains(where: { !index.entry($0.id).kind.isWide })
        {
            accept((core, holder.matches), key: holder.tokens)
        } else if text.hasFeature(core) {
            accept((core, []))
        }
    }

    private mutating func organization(_ core: Range<Int>) {
        guard let name = extended(core), !isDisqualified(name) else {
            return core.contains { [",", "and"].contains(text.lower($0)) } ? parts(of: core) : authority(core)
        }
        if isStrong(name) && !isTown(name) || isPlace(name) && !isFollowedByPossessive(name) { accept(name) }
    }

    private mutating func person(_ core: Range<Int>) {
        guard let name = extended(core), !isDisqualified(name) else { return authority(core) }
        if name.tokens.count == 1, persons.contains(doc.tokens[name.tokens.lowerBound].lowerKey) { return }
        if text.has(name.tokens.lowerBound - 1, in: words.titles) || isFollowedByPossessive(name) { return }
        if isPlace(name) || name.tokens.count > 1 && isStrong(name) { accept(name) }
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

    // MARK: Outside entities

    private mutating func datelines() {
        for token in doc.tokens.indices where !taken[token] && text.startsParagraph(token) {
            guard let name = text.longestName(from: token, to: doc.count), text.isUpperCase(name.tokens) else {
                continue
            }
            let ends = [",", "(", "-", "–", "—", "--", ":", "/"].contains(text.lower(name.tokens.upperBound))
            if ends, name.tokens.contains(where: { !text.isCode($0) || doc.tokens[$0].lower.utf8.count > 3 }) {
                accept(name)
            }
        }
    }

    private mutating func rest() {
        var token = 0
        while token < doc.count {
            guard !taken[token], doc.tokens[token].entity == .outside, text.isCapitalised(token),
                let name = text.longestName(from: token, to: endOfOutside(from: token))
            else {
                token += 1
                continue
            }
            if isOutside(name) { accept(name) }
            token = name.tokens.upperBound
        }
    }

    private func endOfOutside(from start: Int) -> Int {
        var end = start + 1
        while end < doc.count, !taken[end], doc.tokens[end].entity == .outside, !doc.tokens[end].startsSentence {
            end += 1
        }
        return end
    }

    private func isOutside(_ name: Name) -> Bool {
        guard !isDisqualified(name), name.tokens.contains(where: text.isProperNoun), !text.continues(name.tokens),
            !text.isContinued(name.tokens), !text.has(name.tokens.lowerBound - 1, in: words.titles),
            !isFollowedByPossessive(name) || isStrong(name)
        else { return false }
        if name.tokens.count == 1, persons.contains(doc.tokens[name.tokens.lowerBound].lowerKey) { return false }
        return isPlace(name) || isStrong(name)
    }

    /// What stands beside a toponym: its container ('Paris, Tex.', 'Pandi, Bulacan') and, in a list, a place of the
    /// same country ('Cairo, Giza and Minya').
    private mutating func beside() {
        var next = 0
        while next < found.count {
            let toponym = found[next]
            next += 1
            let joint = toponym.tokens.upperBound
            if let unit = text.container(after: (toponym.tokens, toponym.matches)), !taken[unit.tokens.lowerBound] {
                accept(unit.name, unit: unit.abbreviated)
            } else if let name = listed(after: joint), !taken[name.tokens.lowerBound], sharesCountry(name, toponym) {
                accept(name)
            }
            if let name = listed(before: toponym.tokens.lowerBound), sharesCountry(name, toponym) || isStrong(name) {
                accept(name)
            }
        }
    }

    private func listed(after joint: Int) -> Name? {
        var start = joint
        if text.lower(start) == "," { start += 1 }
        if ["and", "or"].contains(text.lower(start)) { start += 1 }
        guard start > joint, start < doc.count, let name = text.longestName(from: start, to: doc.count),
            !isDisqualified(name), !text.continues(name.tokens), !isFollowedByPossessive(name)
        else { return nil }
        let isPerson = name.tokens.contains { persons.contains(doc.tokens[$0].lowerKey) }
        return isPerson || doc.tokens[start].entity.label == .date ? nil : name
    }

    private func listed(before start: Int) -> Name? {
        guard start > 1, ["and", "or", ","].contains(text.lower(start - 1)) else { return nil }
        let end = text.lower(start - 2) == "," ? start - 2 : start - 1
        for first in max(0, end - 3)..<end where text.isCapitalised(first) && doc.tokens[first].tag != .dt {
            guard let name = text.name(first..<end), !isDisqualified(name), !text.isContinued(name.tokens) else {
                continue
            }
            let isPerson = name.tokens.contains { persons.contains(doc.tokens[$0].lowerKey) }
            let isTitled = text.has(first - 1, in: words.titles)
            let isDate = doc.tokens[first].entity.label == .date
            return isPerson || isTitled || isDate || taken[first] ? nil : name
        }
        return nil
    }

    private func sharesCountry(_ name: Name, _ toponym: Toponym) -> Bool {
        let countries = Set(toponym.matches.prefix(6).compactMap { index.entry($0.id).country })
        let isCountry = toponym.matches.contains { index.entry($0.id).kind == .country }
        return name.matches.contains { match in
            let entry = index.entry(match.id)
            if entry.kind == .country { return isCountry }
            return !match.isVariant && entry.population > 1_000
                && entry.country.map(countries.contains) == true
        }
    }

    /// Further uses of names that the report has used as places ('in Guerrero' … 'Guerrero provides').
    private mutating func again() {
        var known: [StringKey: Toponym] = [:]
        for toponym in found where toponym.unit == nil && !toponym.matches.isEmpty { known[toponym.key] = toponym }
        for token in doc.tokens.indices where !taken[token] && text.isCapitalised(token) && text.isProperNoun(token) {
            guard let name = text.longestName(from: token, to: doc.count), known[text.key(name.tokens)] != nil,
                !isDisqualified(name), !text.continues(name.tokens), !text.isContinued(name.tokens),
                !name.tokens.contains(where: { persons.contains(doc.tokens[$0].lowerKey) }),
                !text.has(name.tokens.lowerBound - 1, in: words.titles)
            else { continue }
            accept(name)
        }
    }

    // MARK: Evidence

    /// The span's name, or the longer one that begins with it ('U.S. Virgin Islands', 'Washington, D.C.').
    private func extended(_ core: Range<Int>) -> Name? {
        if let longer = text.longestName(from: core.lowerBound, to: doc.count),
            longer.tokens.upperBound > core.upperBound
        {
            return longer
        }
        return text.name(core)
    }

    /// The words around it make it a place.
    private func isPlace(_ name: Name) -> Bool {
        let named = name.matches.contains { !$0.isVariant || index.entry($0.id).population > 50_000 }
        let isNamed = text.followsLocative(name.tokens) || text.hasFeature(name.tokens)
        return named && isNamed && !text.continues(name.tokens) || text.container(after: name) != nil
    }

    /// It is so well known a place that it needs no such words.
    private func isStrong(_ name: Name) -> Bool {
        name.matches.contains { match in
            let entry = index.entry(match.id)
            switch entry.kind {
            case .city: return !match.isVariant && entry.population > 500_000
            case .admin1: return !match.isVariant && (entry.population > 1_000_000 || name.tokens.count > 1)
            case .admin2: return !match.isVariant && name.tokens.count > 1
            default: return true
            }
        }
    }

    private func isTown(_ name: Name) -> Bool { name.matches.first.map { index.entry($0.id).kind == .city } ?? false }

    private func isFollowedByPossessive(_ name: Name) -> Bool { text.isPossessive(name.tokens.upperBound) }

    /// What a name of that spelling is when it is no place: a people, a common word of place names, a disease, a sum.
    private func isDisqualified(_ name: Name) -> Bool {
        if index.country(ofPeople: text.key(name.tokens)) != nil { return true }
        if name.tokens.count == 1, isCommon(name.tokens.lowerBound) || isUnlikely(name) { return true }
        if name.tokens.allSatisfy(isCommon), text.lower(name.tokens.upperBound) == "of" { return true }
        if text.has(name.tokens.upperBound, in: words.diseases) { return true }
        if text.lower(name.tokens.lowerBound - 1) == "$" || text.isSuffix(name.tokens) { return true }
        if !text.isCapitalised(name.tokens.lowerBound) { return true }
        if isFarFetched(name) { return true }
        let isCode = name.tokens.count == 1 && text.isCode(name.tokens.lowerBound)
        if isCode, !name.matches.contains(where: isAbbreviation) { return true }
        let isInstitution = name.matches.allSatisfy { [.union, .building].contains(index.entry($0.id).kind) }
        return isInstitution && !name.matches.isEmpty && !text.followsLocative(name.tokens)
    }

    /// A common word or a known person's name that only the name of a small place says to be one.
    private func isUnlikely(_ name: Name) -> Bool {
        let token = name.tokens.lowerBound
        let isSmall = name.matches.allSatisfy { match in
            let entry = index.entry(match.id)
            return entry.kind == .city && entry.population < 400_000 || entry.kind == .admin2
        }
        guard isSmall, text.has(token, in: words.common) || text.has(token, in: words.surnames) else { return false }
        let isLabelled = [.geopolitical, .location].contains(doc.tokens[token].entity.label)
        return !(isLabelled && text.followsLocative(name.tokens)) && text.container(after: name) == nil
    }

    /// A spelling that only some other language has for a town of no renown.
    private func isFarFetched(_ name: Name) -> Bool {
        let isObscure = name.matches.allSatisfy { match in
            let entry = index.entry(match.id)
            return match.isVariant && entry.kind == .city && entry.population < 400_000
        }
        return isObscure && !text.followsLocative(name.tokens) && !text.hasFeature(name.tokens)
            && text.container(after: name) == nil
    }

    private func isAbbreviation(_ match: PlaceIndex.Match) -> Bool {
        let kind = index.entry(match.id).kind
        return kind != .city && kind != .admin2 && (kind != .admin1 || match.isVariant)
    }

    private func isCommon(_ token: Int) -> Bool {
        text.has(token, in: words.modifiers) || text.has(token, in: words.agencies) || text.has(token, in: words.teams)
            || text.has(token, in: words.titles) || words.features[doc.tokens[token].lowerKey] != nil
    }

    /// - Parameter key: the tokens under whose name the place is chosen, where they are not the toponym's.
    private mutating func accept(_ name: Name, unit: PlaceIndex.ID? = nil, key: Range<Int>? = nil) {
        guard !name.tokens.contains(where: { taken[$0] }) else { return }
        for token in name.tokens { taken[token] = true }
        found.append(
            Toponym(
                tokens: name.tokens, key: text.key(key ?? name.tokens), matches: name.matches,
                kinds: text.kinds(name.tokens),
                unit: unit))
    }
}
