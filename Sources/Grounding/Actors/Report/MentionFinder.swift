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
    private let map: WordMap

    init(doc: Doc, reader: PhraseReader, date: CalendarDate?) {
        self.doc = doc
        self.reader = reader
        self.date = date
        map = WordMap(doc)
    }

    /// In the order of their heads.
    func mentions() -> [FoundMention] {
        var result: [FoundMention] = []
        for head in doc.tokens.indices {
            if PersonalPronoun(doc.tokens[head]) != nil {
                result.append(
                    FoundMention(
                        tokens: head..<head + 1, head: head, form: .pronoun, reading: PhraseReading(), nameWords: []))
            } else if doc.headsNounPhrase(head), doc.tokens[head].pos != .pronoun, let mention = mention(at: head),
                !isPart(mention, of: result.last)
            {
                result.append(mention)
            }
        }
        return result
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
        var tokens = doc.nounPhrase(of: head)
        if !reading.headWords.isEmpty {
            let named = map.tokens(of: reading.headWords)
            tokens = min(tokens.lowerBound, named.lowerBound)..<max(tokens.upperBound, named.upperBound)
        }
        let isNamed = reading.name != nil || reading.personName != nil || reading.head == .unknown
        return FoundMention(
            tokens: tokens, head: head, form: isNamed ? .name : .nominal, reading: reading,
            nameWords: reading.personName.map { $0.map { map.words[$0].key } } ?? [])
    }

    private func isActor(_ reading: PhraseReading, _ head: Int) -> Bool {
        let label = doc.tokens[head].entity.label
        if reading.head != .unknown {
            // "The United States' concern": the state is read, but the phrase is about the concern.
            let words = map.words(of: head..<head + 1)
            guard words.contains(where: { reading.headWords.contains($0) }) else { return false }
        }
        switch reading.head {
        case .unknown: return label == .person || label == .organization
        case .state, .capital, .region: return PlaceRole.acts(head, in: doc)
        case .person:
            if reading.namedActor != nil || reading.country != nil || !reading.sectors.isEmpty { return true }
            switch label {
            case .person, .organization, .geopolitical, .norp, .facility, .location: return true
            default: return false
            }
        case .people, .organization, .agent: return true
        }
    }
}
