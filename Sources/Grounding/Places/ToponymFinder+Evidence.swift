import Tokens

/// What speaks for a name's being a place, and what against it.
extension ToponymFinder {
    /// The span's name, or the longer one that begins with it ('U.S. Virgin Islands', 'Washington, D.C.').
    func extended(_ core: Range<Int>) -> Name? {
        if let longer = text.longestName(from: core.lowerBound, to: doc.count),
            longer.tokens.upperBound > core.upperBound
        {
            return longer
        }
        return text.name(core)
    }

    /// The words around it make it a place.
    func isPlace(_ name: Name) -> Bool {
        let named = name.matches.contains { !$0.isVariant || index.entry($0.id).population > 50_000 }
        let isNamed = text.followsLocative(name.tokens) || text.hasFeature(name.tokens)
        return named && isNamed && !text.continues(name.tokens) || text.container(after: name) != nil
    }

    /// It is so well known a place that it needs no such words.
    func isStrong(_ name: Name) -> Bool {
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

    func isTown(_ name: Name) -> Bool { name.matches.first.map { index.entry($0.id).kind == .city } ?? false }

    func isFollowedByPossessive(_ name: Name) -> Bool { text.isPossessive(name.tokens.upperBound) }

    /// What a name of that spelling is when it is no place: a people, a common word of place names, a disease, a sum.
    func isDisqualified(_ name: Name) -> Bool {
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

    func isCommon(_ token: Int) -> Bool {
        text.has(token, in: words.modifiers) || text.has(token, in: words.agencies) || text.has(token, in: words.teams)
            || text.has(token, in: words.titles) || words.features[doc.tokens[token].lowerKey] != nil
    }
}
