import Tokens

/// Finds the toponyms of one Doc: the engine's places, and names the gazetteer knows that the engine missed or took for
/// something else, where the words around them make them places.
struct ToponymFinder {
    private let text: ToponymText
    private var found: [Toponym] = []
    private var taken: [Bool]
    /// Words of the names of persons that the report gives in full.
    private var persons: Set<StringKey> = []

    private var doc: Doc { text.doc }
    private var index: PlaceIndex { text.index }
    private var words: PlaceWords { text.words }

    init(_ text: ToponymText) {
        self.text = text
        taken = [Bool](repeating: false, count: text.doc.count)
        for entity in doc.entities where entity.label == .person && entity.tokens.count > 1 {
            guard text.matches(text.trimmed(entity.tokens)).isEmpty else { continue }
            for token in entity.tokens where text.isCapitalised(token) { persons.insert(doc.tokens[token].lowerKey) }
        }
    }

    mutating func toponyms() -> [Toponym] {
        for entity in doc.entities {
            let core = text.trimmed(entity.tokens)
            guard !core.isEmpty else { continue }
            switch entity.label {
            case .geopolitical, .location, .facility: place(core, entity.label)
            case .organization, .product, .event, .workOfArt, .law: organization(core)
            case .person: person(core)
            case .norp: people(core)
            default: break
            }
        }
        rest()
        abbreviations()
        return found.sorted { $0.tokens.lowerBound < $1.tokens.lowerBound }
    }

    // MARK: By the engine's label

    private mutating func place(_ core: Range<Int>, _ label: EntityLabel) {
        let matches = text.matches(core)
        if !matches.isEmpty {
            if core.count == 1, persons.contains(doc.tokens[core.lowerBound].lowerKey), !isStrong(core, matches) {
                return
            }
            if isPeople(core), !text.isProperNoun(core.lowerBound) { return }
            return accept(core, matches)
        }
        parts(of: core)
    }

    private mutating func organization(_ core: Range<Int>) {
        let matches = text.matches(core)
        guard !matches.isEmpty else { return authority(core) }
        if isStrong(core, matches) && !isTown(matches) || isPlace(core, matches) { accept(core, matches) }
    }

    private mutating func person(_ core: Range<Int>) {
        let matches = text.matches(core)
        guard !matches.isEmpty else { return authority(core) }
        if core.count == 1, persons.contains(doc.tokens[core.lowerBound].lowerKey) { return }
        if text.has(core.lowerBound - 1, in: words.titles) { return }
        if isPlace(core, matches) || core.count > 1 && isStrong(core, matches) { accept(core, matches) }
    }

    private mutating func people(_ core: Range<Int>) {
        let matches = text.matches(core)
        guard !matches.isEmpty, !isPeople(core), matches.contains(where: { !$0.isVariant }) else { return }
        let next = core.upperBound
        let hasHead = next < doc.count && doc.tokens[next].pos == .noun
        if isPlace(core, matches) || text.followsDirectional(core) || hasHead || isStrong(core, matches) {
            accept(core, matches)
        }
    }

    /// A place in the name of its authorities ('Utah Department of Health', 'the Health Ministry of Uganda').
    private mutating func authority(_ core: Range<Int>) {
        if let name = text.longestName(from: core.lowerBound, to: core.upperBound),
            name.matches.contains(where: { !$0.isVariant || index.entry($0.id).kind != .city })
        {
            let next = name.tokens.upperBound
            if text.has(next, in: words.agencies) || text.isPossessive(next) {
                return accept(name.tokens, name.matches)
            }
            if text.lower(next) == ",", text.container(after: name.tokens, of: name.matches) != nil {
                accept(name.tokens, name.matches)
            }
        }
        guard let of = core.last(where: { text.lower($0) == "of" }), of + 1 < core.upperBound else { return }
        let rest = text.trimmed(of + 1..<core.upperBound)
        let isAuthority = core.contains { $0 < of && text.has($0, in: words.agencies) }
        let matches = text.matches(rest)
        if isAuthority, !matches.isEmpty { accept(rest, matches) }
    }

    /// The known names in a span that is none as a whole ('Pandi, Bulacan', 'northern Iraq').
    private mutating func parts(of core: Range<Int>) {
        var token = core.lowerBound
        var isWhole = true
        var names: [(tokens: Range<Int>, matches: [PlaceIndex.Match])] = []
        while token < core.upperBound {
            if let name = text.longestName(from: token, to: core.upperBound), !text.has(token, in: words.modifiers) {
                names.append(name)
                token = name.tokens.upperBound
            } else {
                let isJoint =
                    !text.isCapitalised(token) || text.has(token, in: words.modifiers)
                    || words.features[doc.tokens[token].lowerKey] != nil
                if !isJoint { isWhole = false }
                token += 1
            }
        }
        if isWhole {
            for name in names { accept(name.tokens, name.matches) }
        } else {
            authority(core)
        }
    }

    // MARK: Outside entities

    private mutating func rest() {
        var token = 0
        while token < doc.count {
            guard !taken[token], doc.tokens[token].entity == .outside, text.isCapitalised(token),
                let name = text.longestName(from: token, to: endOfOutside(from: token))
            else {
                token += 1
                continue
            }
            if isOutside(name.tokens, name.matches) { accept(name.tokens, name.matches) }
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

    private func isOutside(_ tokens: Range<Int>, _ matches: [PlaceIndex.Match]) -> Bool {
        if isPeople(tokens) || tokens.allSatisfy({ text.has($0, in: words.modifiers) }) { return false }
        if text.isUpperCase(tokens), isDateline(tokens) { return true }
        guard tokens.contains(where: text.isProperNoun), !text.continues(tokens), !text.isContinued(tokens) else {
            return false
        }
        if text.has(tokens.lowerBound - 1, in: words.titles) { return false }
        if tokens.count == 1, persons.contains(doc.tokens[tokens.lowerBound].lowerKey) { return false }
        return isPlace(tokens, matches) || isStrong(tokens, matches)
    }

    /// At the start of a paragraph, in capitals, before a dash, a comma or a bracket.
    private func isDateline(_ tokens: Range<Int>) -> Bool {
        let previous = tokens.lowerBound - 1
        let starts = previous < 0 || doc.tokens[previous].pos == .space || doc.tokens[tokens.lowerBound].startsSentence
        return starts && [",", "(", "-", "–", "—", "--", ":"].contains(text.lower(tokens.upperBound))
    }

    /// 'Tex.' in 'Paris, Tex.'
    private mutating func abbreviations() {
        for toponym in found {
            let comma = toponym.tokens.upperBound
            let token = comma + 1
            guard text.lower(comma) == ",", token < doc.count, !taken[token], text.isCapitalised(token),
                let unit = index.unit(abbreviated: text.key(token..<token + 1))
            else { continue }
            found.append(
                Toponym(
                    tokens: token..<token + 1, key: text.key(token..<token + 1), matches: [], kinds: [], unit: unit))
            taken[token] = true
        }
    }

    // MARK: Evidence

    /// The words around it make it a place.
    private func isPlace(_ tokens: Range<Int>, _ matches: [PlaceIndex.Match]) -> Bool {
        let named = matches.contains { !$0.isVariant || index.entry($0.id).population > 50_000 }
        return named && text.followsLocative(tokens) && !text.continues(tokens)
            || text.container(after: tokens, of: matches) != nil
    }

    /// It is so well known a place that it needs no such words.
    private func isStrong(_ tokens: Range<Int>, _ matches: [PlaceIndex.Match]) -> Bool {
        matches.contains { match in
            let entry = index.entry(match.id)
            switch entry.kind {
            case .city: return !match.isVariant && entry.population > 500_000
            case .admin1: return !match.isVariant && (entry.population > 1_000_000 || tokens.count > 1)
            case .admin2: return !match.isVariant && tokens.count > 1
            case .country: return true
            default: return true
            }
        }
    }

    private func isTown(_ matches: [PlaceIndex.Match]) -> Bool {
        matches.first.map { index.entry($0.id).kind == .city } ?? false
    }

    private func isPeople(_ tokens: Range<Int>) -> Bool { index.country(ofPeople: text.key(tokens)) != nil }

    private mutating func accept(_ tokens: Range<Int>, _ matches: [PlaceIndex.Match]) {
        guard !tokens.contains(where: { taken[$0] }) else { return }
        for token in tokens { taken[token] = true }
        found.append(
            Toponym(tokens: tokens, key: text.key(tokens), matches: matches, kinds: kinds(of: tokens), unit: nil))
    }

    /// The kinds that 'X province' and 'the town of X' ask for.
    private func kinds(of tokens: Range<Int>) -> Set<PlaceKind> {
        if tokens.upperBound < doc.count, let kinds = words.features[doc.tokens[tokens.upperBound].lowerKey] {
            return kinds
        }
        let of = tokens.lowerBound - 1
        if of > 0, text.lower(of) == "of", let kinds = words.features[doc.tokens[of - 1].lowerKey] { return kinds }
        if of >= 0, text.isCapitalised(of), let kinds = words.features[doc.tokens[of].lowerKey] { return kinds }
        return []
    }
}
