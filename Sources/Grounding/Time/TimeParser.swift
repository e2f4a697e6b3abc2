import Tokens

/// Finds time expressions in a row of atoms.
///
/// Each family of expressions is a set of rule functions in a file of its own: given the position of an atom, a rule
/// answers with the match that begins there or `nil`. Rules call one another, so that "early", "the morning of" or
/// "about" are said once. Of all matches that begin at an atom the longest counts.
struct TimeParser {
    let atoms: [TimeAtom]
    let doc: Doc
    /// Whether the text counts years before Christ, so that "in 490" is such a year.
    let countsBeforeChrist: Bool

    init(_ atoms: [TimeAtom], doc: Doc) {
        self.atoms = atoms
        self.doc = doc
        countsBeforeChrist = atoms.count(where: { $0.word == .era(beforeChrist: true) }) >= 3
    }

    /// All expressions, left to right, none overlapping.
    func matches() -> [TimeMatch] {
        var result: [TimeMatch] = []
        var position = 0
        while position < atoms.count {
            guard atoms[position].word.mayBegin, let match = longest(at: position) else {
                position += 1
                continue
            }
            result.append(match)
            position = match.atoms.upperBound
            while let listed = listedDay(after: match, at: position) {
                result.append(listed)
                position = listed.atoms.upperBound
            }
        }
        return result
    }

    /// Families in order of preference where two matches are equally long.
    private func longest(at start: Int) -> TimeMatch? {
        let match = longest(
            timeOfDay(start), partOfPoint(start), point(start), shifted(start), set(start), duration(start),
            vague(start), anyWeekday(start))
        return match.flatMap { isPartOfName($0) ? nil : $0 }
    }

    /// The longest of several readings; the first where they are equally long.
    func longest(_ matches: TimeMatch?...) -> TimeMatch? {
        var best: TimeMatch?
        for match in matches {
            if let match, match.atoms.upperBound > best?.atoms.upperBound ?? 0 { best = match }
        }
        return best
    }

    // MARK: Looking at atoms

    /// The word at a position; `.other` past the ends.
    func word(_ position: Int) -> TimeWord {
        atoms.indices.contains(position) ? atoms[position].word : .other
    }

    /// The token an atom lies in.
    func token(_ position: Int) -> Token? {
        atoms.indices.contains(position) ? doc.tokens[atoms[position].token] : nil
    }

    func tag(_ position: Int) -> PennTag { token(position)?.tag ?? .none }

    func skipping(_ word: TimeWord, at position: Int) -> Int { self.word(position) == word ? position + 1 : position }

    /// Whether a clause or phrase ends before the position: punctuation, a preposition, a conjunction or the end.
    func endsPhrase(_ position: Int) -> Bool {
        guard let token = token(position) else { return true }
        switch token.pos {
        case .punctuation, .adposition, .coordinatingConjunction, .subordinatingConjunction, .space, .symbol,
            .auxiliary, .verb, .adverb, .pronoun, .particle:
            return true
        default: return token.startsSentence
        }
    }

    /// "USA Today", "This Morning": words that are no names, written as names inside a sentence.
    private func isCommonWordInTitle(_ match: TimeMatch) -> Bool {
        switch atoms[match.atoms.upperBound - 1].word {
        case .deictic, .frequency, .unit, .units, .dayPart: break
        default: return false
        }
        let first = atoms[match.atoms.lowerBound].token
        let last = atoms[match.atoms.upperBound - 1].token
        guard doc.startsWithCapital(first), doc.startsWithCapital(last), doc.tokens[last].tag == .nnp else {
            return false
        }
        return first > 0 && !doc.tokens[first].startsSentence && doc.tokens[first - 1].tag == .nnp
            && doc.startsWithCapital(first - 1)
    }

    /// Whether the expression is a piece of somebody's or something's name: "the Sunday Times", "Theresa May".
    private func isPartOfName(_ match: TimeMatch) -> Bool {
        let first = atoms[match.atoms.lowerBound].token
        let last = atoms[match.atoms.upperBound - 1].token
        if isCommonWordInTitle(match) { return true }
        for token in [first, last] {
            switch doc.tokens[token].entity.label {
            case .organization, .workOfArt, .product, .person, .facility: break
            default: continue
            }
            guard let entity = doc.entity(at: token) else { continue }
            if case .digits = atoms[match.atoms.lowerBound].word, entity.label != .product { continue }
            if entity.label == .person, case .month = atoms[match.atoms.lowerBound].word, match.atoms.count == 1 {
                return true
            }
            let around = [entity.tokens.lowerBound, entity.tokens.upperBound - 1]
            if around.contains(where: { ($0 < first || $0 > last) && doc.tokens[$0].tag == .nnp }),
                doc.tokens[token].tag == .nnp || doc.tokens[token].tag == .nnps
            {
                return true
            }
        }
        return false
    }
}
