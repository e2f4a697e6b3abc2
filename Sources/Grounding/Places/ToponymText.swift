import Tokens

/// What the words around a span tell of its being a place: look-ups and small tests on one Doc.
struct ToponymText {
    let doc: Doc
    let index: PlaceIndex
    let words: PlaceWords

    func key(_ tokens: Range<Int>) -> StringKey { PlaceName.key(doc.text(of: tokens)) }

    func matches(_ tokens: Range<Int>) -> [PlaceIndex.Match] {
        tokens.isEmpty ? [] : index.matches(key(tokens))
    }

    func isCapitalised(_ token: Int) -> Bool {
        guard let first = doc.text(of: token).unicodeScalars.first else { return false }
        return first.properties.isUppercase
    }

    func isUpperCase(_ tokens: Range<Int>) -> Bool {
        let letters = doc.text(of: tokens).unicodeScalars.filter(\.properties.isAlphabetic)
        return letters.count > 2 && letters.allSatisfy(\.properties.isUppercase)
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

    func isPossessive(_ token: Int) -> Bool { ["'s", "’s", "'", "’"].contains(lower(token)) }

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

    /// The longest span of capitalised tokens from `start` that names a place, of at most five tokens.
    func longestName(from start: Int, to limit: Int) -> (tokens: Range<Int>, matches: [PlaceIndex.Match])? {
        guard isCapitalised(start) else { return nil }
        for end in stride(from: min(limit, start + 5), to: start, by: -1) where isName(end - 1) {
            let matches = matches(start..<end)
            if !matches.isEmpty { return (start..<end, matches) }
        }
        return nil
    }

    private func isName(_ token: Int) -> Bool {
        doc.tokens[token].pos != .punctuation && !isPossessive(token) && doc.tokens[token].tag != .dt
    }

    /// The unit or country that stands after the span and a comma or in brackets, and holds a place of that name.
    func container(after tokens: Range<Int>, of matches: [PlaceIndex.Match]) -> Range<Int>? {
        let comma = tokens.upperBound
        guard [",", "("].contains(lower(comma)), comma + 1 < doc.count else { return nil }
        var units: [PlaceIndex.ID] = []
        var span = comma + 1..<comma + 2
        if let unit = index.unit(abbreviated: key(span)) {
            units = [unit]
        } else if let name = longestName(from: comma + 1, to: doc.count) {
            span = name.tokens
            units = name.matches.map(\.id).filter { [.country, .admin1, .admin2].contains(index.entry($0).kind) }
        }
        guard !units.isEmpty else { return nil }
        let holds = matches.contains { match in units.contains { index.contains(match.id, within: $0) } }
        return holds ? span : nil
    }
}

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
