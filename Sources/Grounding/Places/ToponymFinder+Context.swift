import Tokens

/// Toponyms that the engine gives no label: datelines, well-known names, and what stands beside or repeats a toponym.
extension ToponymFinder {
    mutating func datelines() {
        for token in doc.tokens.indices where !taken[token] && text.startsParagraph(token) {
            guard !text.hasSmallLetters(token), let name = text.longestName(from: token, to: doc.count),
                text.isUpperCase(name.tokens)
            else { continue }
            let ends = [",", "(", "-", "–", "—", "--", ":", "/"].contains(text.lower(name.tokens.upperBound))
            if ends, name.tokens.contains(where: { !text.isCode($0) || doc.tokens[$0].lower.utf8.count > 3 }) {
                accept(name)
            }
        }
    }

    mutating func rest() {
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

    /// Names that a word for a settlement or unit makes places, whatever the engine takes them for: 'the village of
    /// Garandé', 'Bekana district'.
    mutating func featured() {
        for token in doc.tokens.indices where text.isProperNoun(token) && text.isCapitalised(token) {
            guard !isRunning(token - 1) || doc.tokens[token].startsSentence else { continue }
            var end = token + 1
            while isRunning(end), !doc.tokens[end].startsSentence { end += 1 }
            let core = token..<end
            guard !core.contains(where: { taken[$0] }), text.hasFeature(core),
                text.kinds(core).isSubset(of: [.city, .admin1, .admin2])
            else { continue }
            if let name = text.name(core) {
                if !isDisqualified(name) { accept(name) }
            } else {
                accept((core, []))
            }
        }
    }

    private func isRunning(_ token: Int) -> Bool {
        doc.tokens.indices.contains(token) && text.isProperNoun(token) && text.isCapitalised(token)
    }

    /// What stands beside a toponym: its container ('Paris, Tex.', 'Pandi, Bulacan') and, in a list, a place of the
    /// same country ('Cairo, Giza and Minya').
    mutating func beside() {
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
    mutating func again() {
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
}
