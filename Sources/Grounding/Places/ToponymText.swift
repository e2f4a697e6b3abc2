import Tokens

/// What the words around a span tell of its being a place: look-ups and small tests on one Doc.
final class ToponymText: Sendable {
    let doc: Doc
    let index: PlaceIndex
    let words: PlaceWords

    init(doc: Doc, index: PlaceIndex, words: PlaceWords) {
        self.doc = doc
        self.index = index
        self.words = words
    }

    func key(_ tokens: Range<Int>) -> StringKey { PlaceName.key(utf8: doc.utf8(of: tokens)) }

    func matches(_ tokens: Range<Int>) -> [PlaceIndex.Match] {
        tokens.isEmpty ? [] : index.matches(key(tokens))
    }

    func isCapitalised(_ token: Int) -> Bool { doc.isCapitalised(token) }

    func isUpperCase(_ tokens: Range<Int>) -> Bool {
        let letters = doc.text(of: tokens).unicodeScalars.filter(\.properties.isAlphabetic)
        return letters.count > 2 && letters.allSatisfy(\.properties.isUppercase)
    }

    /// Whether a token has ASCII letters that are no capitals.
    func hasSmallLetters(_ token: Int) -> Bool {
        doc.utf8(of: token..<token + 1).contains { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0) }
    }

    func isProperNoun(_ token: Int) -> Bool { [.nnp, .nnps].contains(doc.tokens[token].tag) }

    func lower(_ token: Int) -> String { doc.tokens.indices.contains(token) ? doc.tokens[token].lower : "" }

    func lowerKey(_ token: Int) -> StringKey? { doc.tokens.indices.contains(token) ? doc.tokens[token].lowerKey : nil }

    func has(_ token: Int, in words: Set<StringKey>) -> Bool { lowerKey(token).map(words.contains) ?? false }

    /// The span without article, quotes and brackets around it and without a possessive ending.
    func trimmed(_ tokens: Range<Int>) -> Range<Int> {
        var range = tokens
        while let first = range.first, isEdge(first) || doc.tokens[first].tag == .dt {
            range = range.lowerBound + 1..<range.upperBound
        }
        while let last = range.last, isEdge(last) || doc.tokens[last].tag == .pos || isPossessive(last) {
            range = range.lowerBound..<range.upperBound - 1
        }
        return range
    }

    private func isEdge(_ token: Int) -> Bool {
        let bytes = doc.tokens[token].lower.utf8
        return bytes.allSatisfy { $0 < 0x80 && !isLetterOrDigit($0) } || doc.tokens[token].pos == .punctuation
            || doc.tokens[token].pos == .space
    }

    private func isLetterOrDigit(_ byte: UInt8) -> Bool {
        (byte | 0x20 >= UInt8(ascii: "a") && byte | 0x20 <= UInt8(ascii: "z"))
            || (byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9"))
    }

    func isPossessive(_ token: Int) -> Bool { has(token, in: possessives) }

    /// The last token before a span that is neither an article nor a modifier of place ('in [the northern] X').
    func before(_ tokens: Range<Int>) -> Int {
        var token = tokens.lowerBound - 1
        var steps = 0
        while token >= 0, steps < 3, doc.tokens[token].tag == .dt || has(token, in: words.modifiers) {
            token -= 1
            steps += 1
        }
        return token
    }

    func followsLocative(_ tokens: Range<Int>) -> Bool { has(before(tokens), in: words.locative) }

    func followsDirectional(_ tokens: Range<Int>) -> Bool { has(before(tokens), in: words.directional) }

    /// Whether the span is a part of a longer run of capitalised words ('Paris' in 'Paris Hilton').
    func continues(_ tokens: Range<Int>) -> Bool {
        let next = tokens.upperBound
        guard next < doc.count, isCapitalised(next), isProperNoun(next), !doc.tokens[next].startsSentence else {
            return false
        }
        return !has(next, in: words.agencies) && words.features[doc.tokens[next].lowerKey] == nil
    }

    /// Whether the run of capitalised words began before the span.
    func isContinued(_ tokens: Range<Int>) -> Bool {
        let previous = tokens.lowerBound - 1
        guard previous >= 0, !doc.tokens[tokens.lowerBound].startsSentence else { return false }
        return isCapitalised(previous) && isProperNoun(previous) && !has(previous, in: words.modifiers)
            && words.features[doc.tokens[previous].lowerKey] == nil
    }

    /// A span and the places of its name, if there are any.
    func name(_ tokens: Range<Int>) -> ToponymFinder.Name? {
        let matches = matches(tokens)
        return matches.isEmpty ? nil : (tokens, matches)
    }

    /// The longest span of capitalised tokens from `start` that names a place, of at most five tokens; the last may be a
    /// feature word in lower case that is part of the name ('Lachin corridor').
    func longestName(from start: Int, to limit: Int) -> ToponymFinder.Name? {
        guard start < limit, isCapitalised(start), doc.tokens[start].tag != .dt else { return nil }
        var end = start + 1
        while end < min(limit, start + 5), !doc.tokens[end].startsSentence { end += 1 }
        while end > start {
            if end == start + 1 || isCapitalised(end - 1) {
                if let name = name(start..<end) { return name }
            } else if words.features[doc.tokens[end - 1].lowerKey] != nil, let name = name(start..<end), isNatural(name)
            {
                return name
            }
            end -= 1
        }
        return nil
    }

    /// Whether a name is that of a corridor, a river, a bridge rather than a town's or a unit's.
    private func isNatural(_ name: ToponymFinder.Name) -> Bool {
        name.matches.allSatisfy { ![.city, .country, .admin1, .admin2, .region].contains(index.entry($0.id).kind) }
    }

    /// A name with capitalised modifiers before it ('East Yorkshire'), or without those in lower case ('northern Iraq').
    func modified(_ core: Range<Int>) -> ToponymFinder.Name? {
        var start = core.lowerBound
        while start < core.upperBound - 1, has(start, in: words.modifiers) { start += 1 }
        guard start > core.lowerBound, let name = name(start..<core.upperBound) else { return nil }
        let first = core.first { isCapitalised($0) && !doc.tokens[$0].startsSentence } ?? start
        return (first..<core.upperBound, name.matches)
    }

    /// The span without feature words in lower case at its end ('Hebei province').
    func withoutFeature(_ core: Range<Int>) -> Range<Int> {
        var end = core.upperBound
        while end > core.lowerBound + 1, !isCapitalised(end - 1), words.features[doc.tokens[end - 1].lowerKey] != nil {
            end -= 1
        }
        return core.lowerBound..<end
    }

    /// A town's name and a capitalised word for what bears it ('Salinas Valley', 'Oaxaca State'), for kinds near it.
    func featured(_ core: Range<Int>) -> ToponymFinder.Name? {
        guard core.count > 1, let last = core.last, isCapitalised(last),
            let kinds = words.features[doc.tokens[last].lowerKey], kinds.isDisjoint(with: [.river, .mountain, .sea]),
            var name = name(core.lowerBound..<last), lower(last) != "state" || !isAmerican(name)
        else { return nil }
        name.tokens = core
        return name
    }

    /// A state of the US, whose name and 'State' name a university.
    private func isAmerican(_ name: ToponymFinder.Name) -> Bool {
        name.matches.contains { match in
            let entry = index.entry(match.id)
            return entry.kind == .admin1 && entry.country.map(index.code) == "USA"
        }
    }

    /// Whether a feature word beside the span says that it is a place ('the town of Shusha', 'Anbar province').
    func hasFeature(_ tokens: Range<Int>) -> Bool {
        if let next = lowerKey(tokens.upperBound), words.features[next] != nil {
            return !isCapitalised(tokens.upperBound)
        }
        let of = tokens.lowerBound - 1
        return lower(of) == "of" && lowerKey(of - 1).map { words.features[$0] != nil } == true
    }

    /// The kinds that 'X province' and 'the town of X' ask for; empty for none.
    func kinds(_ tokens: Range<Int>) -> Set<PlaceKind> {
        if let last = tokens.last, tokens.count > 1, let kinds = words.features[doc.tokens[last].lowerKey] {
            return kinds
        }
        if let next = lowerKey(tokens.upperBound), let kinds = words.features[next] { return kinds }
        let of = tokens.lowerBound - 1
        if lower(of) == "of", let kinds = lowerKey(of - 1).flatMap({ words.features[$0] }) { return kinds }
        if of >= 0, isCapitalised(of), let kinds = words.features[doc.tokens[of].lowerKey] { return kinds }
        return []
    }

    /// Capitals alone or a word with a full stop ('NY', 'N.Y.', 'Mont.').
    func isAbbreviation(_ token: Int) -> Bool {
        isCode(token) || doc.tokens[token].lower.utf8.contains(UInt8(ascii: "."))
    }

    /// Whether the span is the end of a compound ('euro-Atlantic') or the start of a people's ('UK-Algerian').
    func isSuffix(_ tokens: Range<Int>) -> Bool {
        let before = tokens.lowerBound - 1
        if before > 0, lower(before) == "-", !doc.tokens[before].spaceAfter, !isCapitalised(before - 1) { return true }
        let after = tokens.upperBound
        guard lower(after) == "-", after + 1 < doc.count else { return false }
        return index.country(ofPeople: key(after + 1..<after + 2)) != nil
    }

    /// Whether a paragraph or, in capitals, a sentence begins at the token.
    func startsParagraph(_ token: Int) -> Bool {
        token == 0 || doc.tokens[token - 1].pos == .space || doc.tokens[token].startsSentence
    }

    /// Two to four capitals, with or without full stops, and nothing else ('AI', 'U.N.', 'NATO').
    func isCode(_ token: Int) -> Bool {
        let bytes = doc.utf8(of: token..<token + 1)
        let letters = bytes.count { $0 >= UInt8(ascii: "A") && $0 <= UInt8(ascii: "Z") }
        let stops = bytes.count { $0 == UInt8(ascii: ".") }
        return (2...4).contains(letters) && letters + stops == bytes.count
    }

    /// The unit or country that stands after the span and a comma or in brackets, and holds a place of that name.
    func container(
        after inner: ToponymFinder.Name
    ) -> (name: ToponymFinder.Name, tokens: Range<Int>, abbreviated: PlaceIndex.ID?)? {
        let comma = inner.tokens.upperBound
        guard [",", "("].contains(lower(comma)), comma + 1 < doc.count, isCapitalised(comma + 1) else { return nil }
        let span = comma + 1..<comma + 2
        if let unit = index.unit(abbreviated: key(span)) {
            let holds =
                inner.matches.contains { index.contains($0.id, within: unit) } || doc.text(of: span).hasSuffix(".")
            return holds ? ((span, []), span, unit) : nil
        }
        guard let name = longestName(from: comma + 1, to: doc.count) else { return nil }
        let units = name.matches.map(\.id).filter { [.country, .admin1, .admin2].contains(index.entry($0).kind) }
        let holds = inner.matches.contains { match in units.contains { index.contains(match.id, within: $0) } }
        return holds ? (name, name.tokens, nil) : nil
    }
}

private let possessives = Set(["'s", "’s", "'", "’"].map { StringKey($0) })

extension PlaceIndex {
    /// Whether a place lies in a country or first-level unit; a place does not lie in itself. A second-level unit holds
    /// what lies in its first-level unit within 80 km.
    func contains(_ place: ID, within unit: ID) -> Bool {
        guard place != unit else { return false }
        let inner = entry(place)
        let outer = entry(unit)
        guard let country = outer.country, inner.country == country else { return false }
        switch outer.kind {
        case .country: return inner.kind != .country
        case .admin1: return inner.admin1 == unit
        case .admin2:
            return inner.kind == .city && (inner.admin1 == nil || inner.admin1 == outer.admin1)
                && distance(inner.latitude, inner.longitude, outer.latitude, outer.longitude) < 80
        default: return false
        }
    }
}
