import Tokens

extension MentionFinder {
    /// An actor named by a modifier of something that is none itself: "Turkish strikes", "US sanctions", "Hamas rockets".
    func modifierMention(at token: Int) -> FoundMention? {
        switch doc.tokens[token].dep {
        case .amod, .compound, .nmod: break
        default: return nil
        }
        guard doc.tokens[token].pos == .adjective || doc.tokens[token].pos == .properNoun else { return nil }
        let word = map.words(of: token..<token + 1)
        guard let last = word.last else { return nil }
        let phrase = Phrase(
            map.words, in: map.words(of: doc.nounPhrase(of: doc.tokens[token].head)), knowledge: reader.knowledge)
        guard let item = phrase.items.indices.first(where: { phrase.items[$0].words.last == last }),
            !reader.excludedItems(phrase, phrase.items.indices).contains(item),
            let sense = reader.sense(phrase, item, isHead: false)
        else { return nil }
        var reading = PhraseReading()
        reading.name = sense.name
        reading.headWords = phrase.items[item].words
        reading.used = Set(reading.headWords)
        switch sense.kind {
        case .nationality, .state, .capital:
            reading.head = .state
            reading.country = sense.country
            reading.sectors = sense.sectors.filter { $0 == .partiallyRecognized }
        case .organization:
            let standing = reader.knowledge.actors[sense.index].standing(on: date, isPerson: false)
            reading.head = .organization
            reading.country = standing.country
            reading.sectors = standing.sectors
            reading.namedActor = sense.index
        default: return nil
        }
        return FoundMention(
            tokens: map.tokens(of: reading.headWords), head: token, form: .name, reading: reading, nameWords: [])
    }

    /// Persons whose name the parser took for part of a place's: "conveyed to Smith Washington's support".
    func neighbours(of mentions: [FoundMention]) -> [FoundMention] {
        mentions.compactMap { mention in
            let last = mention.tokens.lowerBound - 1
            guard isPlace(mention.reading), last >= 0, isForeign(last), doc.tokens[last].head == mention.head else {
                return nil
            }
            let words = map.words(of: last..<last + 1)
            guard words.count == 1, let key = words.first.map({ map.words[$0].key }) else { return nil }
            var reading = PhraseReading()
            reading.head = .person
            reading.personName = words
            reading.headWords = words
            return FoundMention(tokens: last..<last + 1, head: last, form: .name, reading: reading, nameWords: [key])
        }
    }
}
