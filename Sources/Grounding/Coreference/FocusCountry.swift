import Tokens

/// The state that a report is about where it says "the government" without saying whose: the only one named so far, or
/// the only one named in this sentence and the one before.
struct FocusCountry: Sendable {
    /// States named by whatever word, in the order of the text.
    private let named: [(token: Int, country: String)]
    private let doc: Doc

    init(doc: Doc, map: WordMap, knowledge: ActorKnowledge) {
        self.doc = doc
        var named: [(token: Int, country: String)] = []
        let phrase = Phrase(map.words, in: map.words.indices, knowledge: knowledge)
        for item in phrase.items where !item.senses.isEmpty {
            let places = item.senses.map { knowledge.senses[Int($0)] }.filter { sense in
                [.nationality, .state, .capital, .region].contains(sense.kind)
            }
            let countries = Set(places.compactMap(\.country))
            if countries.count == 1, let country = countries.first {
                named.append((map.token(ofWord: item.words.lowerBound), country))
            }
        }
        self.named = named
    }

    /// - Returns: `nil` where none or several states are in question.
    func country(at token: Int) -> String? {
        let sentence = doc.sentenceIndex(of: token)
        let end = doc.sentences[sentence].upperBound
        if let only = only(in: 0..<end) { return only }
        return only(in: doc.sentences[max(0, sentence - 1)].lowerBound..<token)
    }

    private func only(in tokens: Range<Int>) -> String? {
        var found: String?
        for place in named where tokens.contains(place.token) {
            if let known = found, known != place.country { return nil }
            found = place.country
        }
        return found
    }
}
