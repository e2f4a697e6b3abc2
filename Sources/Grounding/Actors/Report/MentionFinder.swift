import Dates
import Tokens

/// A mention before it is joined to others.
struct FoundMention: Sendable, Equatable {
    let tokens: Range<Int>
    let head: Int
    let form: ActorMention.Form
    let reading: PhraseReading
}

/// Finds the phrases of a Doc that name actors.
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

    func mentions() -> [FoundMention] {
        var result: [FoundMention] = []
        for head in doc.tokens.indices where doc.headsNounPhrase(head) && doc.tokens[head].pos != .pronoun {
            if let mention = mention(at: head) { result.append(mention) }
        }
        return result
    }

    private func mention(at head: Int) -> FoundMention? {
        let tokens = doc.nounPhrase(of: head)
        let whole = doc.nounPhraseWithComplements(of: head)
        let phrase = Phrase(map.words, in: map.words(of: whole), knowledge: reader.knowledge)
        let reading = reader.read(phrase, on: date)
        let label = doc.tokens[head].entity.label
        switch reading.head {
        case .unknown:
            guard label == .person || label == .organization else { return nil }
        case .state, .capital, .region: guard PlaceRole.acts(head, in: doc) else { return nil }
        case .people, .person, .organization, .agent: break
        }
        let form: ActorMention.Form = reading.name != nil || reading.personName != nil ? .name : .nominal
        return FoundMention(tokens: tokens, head: head, form: form, reading: reading)
    }
}
