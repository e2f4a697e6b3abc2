import Dates
import Lexicon
import Tokens

/// Finds time expressions and gives them their values: TIMEX3 of TimeML 1.2.1.
///
/// Three steps, each a function of the one before: words become atoms (`TimeLexer`), rows of atoms become meanings
/// that know nothing of the calendar (`TimeParser`), meanings become values and intervals (`TimeResolver`).
package struct TimeTagger: Sendable {
    private let lexicon: TimeLexicon

    /// - Throws: `TableError` for a table of `data/time` at fault, naming file and line.
    package init(data: DataFolder) throws { lexicon = try TimeLexicon(data: data) }

    /// All expressions of a text in order, none overlapping.
    ///
    /// - Parameter published: the day of publication, from which "today" and "last week" count in news. Without it, and
    ///   in texts that tell of explicit years long before it, times count from the last one named.
    package func expressions(in doc: Doc, published: CalendarDate?) -> [TimeExpression] {
        let atoms = TimeLexer(doc, lexicon).atoms()
        var matches = TimeParser(atoms, doc: doc).matches()
        let anchoring = TimeAnchoring(of: matches, published: published)
        if anchoring == .publication { matches.removeAll(where: \.isOfStories) }
        var resolver = TimeResolver(doc: doc, lexicon: lexicon, published: published, anchoring: anchoring)
        let (storyline, mentions) =
            anchoring == .narrative ? Storyline.thread(through: matches) : (nil, [])
        var expressions: [TimeExpression] = []
        expressions.reserveCapacity(matches.count)
        for (index, match) in matches.enumerated() {
            let first = atoms[match.atoms.lowerBound]
            let last = atoms[match.atoms.upperBound - 1]
            let following = index + 1 < matches.count ? matches[index + 1] : nil
            let isJoined = following.map { joins(atoms, match.atoms.upperBound, $0.atoms.lowerBound) } ?? false
            let mention = storyline == nil ? nil : mentions[index]
            let story = mention.map { (storyline?.years[$0], storyline?.asides.contains($0) == true) }
            let resolution = resolver.resolve(
                match, at: first.token, following: isJoined ? following : nil, story: story ?? (nil, false))
            let bytes = first.start..<doc.endOfAbbreviation(last)
            expressions.append(
                TimeExpression(
                    tokens: first.token..<doc.token(endingAt: last.end, from: last.token) + 1, bytes: bytes,
                    kind: resolution.kind, value: resolution.value, modifier: match.modifier?.rawValue,
                    quantifier: match.quantifier, frequency: match.frequency, interval: resolution.interval))
        }
        return expressions
    }

    /// Whether two expressions are members of a list, the ends of a range, or a time "on" a day.
    private func joins(_ atoms: [TimeAtom], _ from: Int, _ to: Int) -> Bool {
        guard to - from <= 2, to > from else { return false }
        return atoms[from..<to].allSatisfy { atom in
            switch atom.word {
            case .and, .or, .to, .hyphen, .slash, .comma, .on: true
            default: false
            }
        }
    }
}

extension Doc {
    /// Where an atom ends, with the full stop that the tokenizer takes off "p.m." at the end of a sentence.
    fileprivate func endOfAbbreviation(_ atom: TimeAtom) -> Int {
        guard case .meridiem = atom.word, atom.token + 1 < count, tokens[atom.token].lower.utf8.count == 3,
            tokens[atom.token + 1].start == atom.end, tokens[atom.token + 1].lower == "."
        else { return atom.end }
        return tokens[atom.token + 1].end
    }

    /// The token that a byte offset ends, looking onward from one (a holiday's atom spans several tokens).
    fileprivate func token(endingAt end: Int, from first: Int) -> Int {
        var token = first
        while token + 1 < count, tokens[token + 1].start < end { token += 1 }
        return token
    }
}
