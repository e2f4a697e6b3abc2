import Dates
import Tokens

/// A mention before it is joined to others.
struct FoundMention: Sendable, Equatable {
    let tokens: Range<Int>
    let head: Int
    let form: ActorMention.Form
    /// Empty for a pronoun.
    let reading: PhraseReading
    /// Folded words of a personal name, in order.
    let nameWords: [StringKey]
}

/// Finds the phrases of a Doc that name actors, and the pronouns that may.
struct MentionFinder {
    let doc: Doc
    let reader: PhraseReader
    let date: CalendarDate?
    let map: WordMap

    init(doc: Doc, map: WordMap, reader: PhraseReader, date: CalendarDate?) {
        self.doc = doc
        self.map = map
        self.reader = reader
        self.date = date
    }

    /// In the order of their heads.
    func mentions() -> [FoundMention] {
        var result: [FoundMention] = []
        // What each token heads, where a modifier before it has asked.
        var known: [Int: FoundMention?] = [:]
        for head in doc.tokens.indices {
            if PersonalPronoun(at: head, in: doc) != nil {
                result.append(
                    FoundMention(
                        tokens: head..<head + 1, head: head, form: .pronoun, reading: PhraseReading(), nameWords: []))
            } else if doc.headsNounPhrase(head), doc.tokens[head].pos != .pronoun,
                let mention = known[head] ?? mention(at: head), !isPart(mention, of: result.last)
            {
                result.append(mention)
            } else if let mention = possessor(at: head, &known) {
                result.append(mention)
            }
        }
        let covered = covered(by: result)
        let others = doc.tokens.indices.filter { !covered[$0] }.compactMap(modifierMention) + neighbours(of: result)
        return others.isEmpty ? result : (result + others).sorted { $0.head < $1.head }
    }

    /// Which tokens lie in a mention.
    private func covered(by mentions: [FoundMention]) -> [Bool] {
        var covered = [Bool](repeating: false, count: doc.count)
        for mention in mentions {
            for token in mention.tokens { covered[token] = true }
        }
        return covered
    }

    /// A people or an organization in the place of an adjective, before a noun that names no actor: "the *Israeli* attack",
    /// "a *Taliban* attack". The noun's own mention tells of the people where it names one.
    private func possessor(at token: Int, _ known: inout [Int: FoundMention?]) -> FoundMention? {
        let dep = doc.tokens[token].dep
        let pos = doc.tokens[token].pos
        let noun = doc.tokens[token].head
        guard dep == .amod || dep == .compound, pos == .adjective || pos == .properNoun, noun > token,
            doc.tokens[noun].pos == .noun
        else { return nil }
        let mention = known[noun] ?? mention(at: noun)
        known[noun] = .some(mention)
        guard mention == nil else { return nil }
        let reading = reader.read(
            Phrase(map.words, in: map.words(of: token..<token + 1), knowledge: reader.knowledge), on: date)
        switch reading.head {
        case .people where pos == .adjective && reading.country != nil: break
        case .organization where reading.namedActor != nil: break
        default: return nil
        }
        return FoundMention(tokens: token..<token + 1, head: token, form: .name, reading: reading, nameWords: [])
    }

    /// "State" of "the Secretary of State" is no mention of its own.
    private func isPart(_ mention: FoundMention, of last: FoundMention?) -> Bool {
        guard let last, last.form != .pronoun else { return false }
        return map.words(of: mention.head..<mention.head + 1).contains { last.reading.headWords.contains($0) }
    }

    private func mention(at head: Int) -> FoundMention? {
        let whole = doc.nounPhraseWithComplements(of: head)
        let phrase = Phrase(map.words, in: map.words(of: whole), knowledge: reader.knowledge)
        let reading = reader.read(phrase, on: date)
        guard isActor(reading, head) else { return nil }
        var tokens = withinOneLine(doc.nounPhrase(of: head), head)
        if !reading.headWords.isEmpty {
            let named = map.tokens(of: reading.headWords)
            if isPlace(reading), tokens.lowerBound < named.lowerBound, isForeign(named.lowerBound - 1) {
                tokens = named.lowerBound..<tokens.upperBound
            }
            tokens = min(tokens.lowerBound, named.lowerBound)..<max(tokens.upperBound, named.upperBound)
        }
        let isNamed = reading.name != nil || reading.personName != nil || reading.head == .unknown
        return FoundMention(
            tokens: tokens, head: head, form: isNamed ? .name : .nominal, reading: reading,
            nameWords: reading.personName.map { $0.map { map.words[$0].key } } ?? [])
    }

    func isPlace(_ reading: PhraseReading) -> Bool { reading.head == .state || reading.head == .capital }

    /// Whether a token before a place's name is a name of its own.
    func isForeign(_ token: Int) -> Bool {
        doc.tokens[token].pos == .properNoun && doc.tokens[token].dep == .compound
    }

    /// Without what stands before a line break or a dash: a headline that the parser took for a modifier.
    private func withinOneLine(_ tokens: Range<Int>, _ head: Int) -> Range<Int> {
        let stop = tokens.last { token in
            token < head
                && (doc.tokens[token].pos == .space
                    || ["–", "—", "|", ":"].contains(doc.tokens[token].lower) && doc.tokens[token].spaceAfter)
        }
        return stop.map { $0 + 1..<tokens.upperBound } ?? tokens
    }

    private func isActor(_ reading: PhraseReading, _ head: Int) -> Bool {
        let label = doc.tokens[head].entity.label
        if reading.head != .unknown {
            // "The United States' concern": the state is read, but the phrase is about the concern.
            let words = map.words(of: head..<head + 1)
            guard words.contains(where: { reading.headWords.contains($0) }) else { return false }
        }
        switch reading.head {
        // "A minibus": the recognizer takes some common nouns for names.
        case .unknown: return (label == .person || label == .organization) && isCapitalised(head)
        case .state, .capital, .region: return PlaceRole.acts(head, in: doc)
        case .person:
            if reading.namedActor != nil || reading.country != nil || !reading.sectors.isEmpty { return true }
            switch label {
            case .person, .organization, .geopolitical, .norp, .facility, .location: return true
            default: return false
            }
        case .agent: return !isAbstract(head)
        case .people, .organization: return true
        }
    }

    private func isCapitalised(_ token: Int) -> Bool {
        guard doc.tokens[token].pos == .noun else { return true }
        return doc.text(of: token).contains { $0.isUppercase || $0.isNumber }
    }

    /// "In court", "for charity": a bare singular after a preposition names an institution's purpose, nobody who acts.
    private func isAbstract(_ head: Int) -> Bool {
        // "On the diplomatic front" names a matter, not a movement.
        if doc.tokens[head].lower == "front", doc.tokens[head].dep == .pobj {
            return doc.tokens[doc.tokens[head].head].lower == "on"
        }
        guard doc.tokens[head].tag == .nn, doc.tokens[head].dep == .pobj, doc.nounPhrase(of: head).count == 1 else {
            return false
        }
        return ["in", "at", "to", "for", "from", "into", "of", "on"].contains(doc.tokens[doc.tokens[head].head].lower)
    }
}
