import Tokens

/// The state that a report is about where it says "the government" without saying whose: the only one named at all, the
/// only one named in this sentence and the one before, or the one the whole report tells of where these name it first or
/// none.
struct FocusCountry: Sendable {
    /// States named by whatever word, in the order of the text.
    private let named: [(token: Int, country: String)]
    private let doc: Doc
    /// The state that the whole report tells of.
    let story: String?
    /// The state that the report was written in, when it is among the two it names oftenest.
    private let home: String?

    init(doc: Doc, map: WordMap, knowledge: ActorKnowledge) {
        self.doc = doc
        var named: [(token: Int, country: String)] = []
        let phrase = Phrase(map.words, in: map.words.indices, knowledge: knowledge)
        for item in phrase.items where !item.senses.isEmpty {
            if let country = FocusCountry.onlyCountry(of: item.senses, in: knowledge) {
                named.append((map.token(ofWord: item.words.upperBound - 1), country))
            }
        }
        self.named = named
        (story, home) = FocusCountry.story(of: doc, named)
    }

    /// The country of a name for a state or a part of one; `nil` where it could be several.
    private static func onlyCountry(of senses: [Int32], in knowledge: ActorKnowledge) -> String? {
        var only: String?
        for index in senses {
            switch knowledge.senses[Int(index)].kind {
            case .nationality, .state, .capital, .region: break
            default: continue
            }
            guard let country = knowledge.senses[Int(index)].country else { continue }
            if let only, only != country { return nil }
            only = country
        }
        return only
    }

    /// The state that the report names oftenest, by a good margin; where it was written (its dateline, a first sentence of
    /// a few words) and what its first sentence names count more.
    private static func story(
        of doc: Doc, _ named: [(token: Int, country: String)]
    ) -> (story: String?, home: String?) {
        let dateline = endOfDateline(doc)
        let lead = doc.sentences.first { $0.lowerBound >= dateline }?.upperBound ?? dateline
        var scores: [String: Int] = [:]
        for place in named {
            scores[place.country, default: 0] += place.token < dateline ? 4 : place.token < lead ? 2 : 1
        }
        let ranked = scores.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
        guard let first = ranked.first, first.value >= leastScore else { return (nil, nil) }
        let home = named.first { $0.token < dateline }?.country
        let isKnown = ranked.prefix(2).contains { $0.key == home }
        guard ranked.count > 1 else { return (first.key, isKnown ? home : nil) }
        return (2 * first.value >= 3 * ranked[1].value ? first.key : nil, isKnown ? home : nil)
    }

    /// A first sentence of a few words, or what stands before a dash or a colon in a first sentence that begins in
    /// capitals.
    private static func endOfDateline(_ doc: Doc) -> Int {
        guard let first = doc.sentences.first else { return 0 }
        if first.count <= longestDateline { return first.upperBound }
        let word = doc.text(of: first.lowerBound)
        guard word.count > 2, word.allSatisfy({ !$0.isLowercase }) else { return 0 }
        return first.prefix(longestDateline).first { ["-", "–", "—", ":"].contains(doc.text(of: $0)) } ?? 0
    }

    private static let longestDateline = 8
    private static let leastScore = 3

    /// Whose office somebody holds who is introduced without a country: officials of other states than the story's are given
    /// theirs.
    func country(ofOfficialAt token: Int) -> String? {
        spot(of: token) ?? story ?? reportedState(by: token) ?? lastSubject(before: token) ?? home ?? country(at: token)
    }

    /// "*In Canberra*, Prime Minister Vega said": where a sentence begins that names no other state before him.
    private func spot(of token: Int) -> String? {
        let sentence = doc.sentences[doc.sentenceIndex(of: token)]
        let before = named.filter { sentence.lowerBound <= $0.token && $0.token < token }
        guard let place = before.first, before.allSatisfy({ $0.country == place.country }) else { return nil }
        let preposition = doc.tokens[place.token].head
        guard doc.tokens[place.token].dep == .pobj, doc.tokens[preposition].lower == "in",
            preposition == sentence.lowerBound, !doc.isAncestor(preposition, of: token)
        else { return nil }
        return place.country
    }

    /// "*Canada* will impose duties, Trade Minister Vega warned": the state whose own act an official tells.
    private func reportedState(by token: Int) -> String? {
        guard let verb = doc.ancestors(of: token).first(where: { doc.tokens[$0].pos == .verb }),
            let clause = doc.child(of: verb, .ccomp), clause < token, let subject = doc.child(of: clause, .nsubj)
        else { return nil }
        return named.first { $0.token == subject }?.country
    }

    /// "*Lilongwe* was less sure. Trade Minister Vega said": the state that the sentence before speaks of, and of no other.
    private func lastSubject(before token: Int) -> String? {
        let sentence = doc.sentenceIndex(of: token)
        guard sentence > 0 else { return nil }
        let last = doc.sentences[sentence - 1]
        guard !doc.tokens[last].contains(where: { $0.pos == .space }), let only = only(in: last) else { return nil }
        return named.contains { last.contains($0.token) && doc.tokens[$0.token].dep == .nsubj } ? only : nil
    }

    /// - Returns: `nil` where none or several states are in question.
    func country(at token: Int) -> String? {
        let sentence = doc.sentenceIndex(of: token)
        let end = doc.sentences[sentence].upperBound
        if let only = only(in: 0..<end) { return only }
        let window = doc.sentences[max(0, sentence - 1)].lowerBound..<token
        if let only = only(in: window) { return only == story || isTopic(of: window) ? only : story ?? home ?? only }
        let first = named.first { window.contains($0.token) }?.country
        return first == nil || first == story ? story : nil
    }

    /// Whether what a stretch of text names is what it is about: a subject, an owner, or where it is set.
    private func isTopic(of tokens: Range<Int>) -> Bool {
        named.contains { place in
            guard tokens.contains(place.token) else { return false }
            let head = doc.tokens[doc.tokens[place.token].head]
            switch doc.tokens[place.token].dep {
            case .nsubj, .nsubjpass, .poss: return true
            case .amod, .compound: return head.dep == .nsubj || head.dep == .nsubjpass
            case .pobj: return head.lower == "in"
            default: return false
            }
        }
    }

    /// The state named last before a token, in its sentence and the one before, that is not a given one.
    func lastCountry(before token: Int, in doc: Doc, except own: String?) -> String? {
        let start = doc.sentences[max(0, doc.sentenceIndex(of: token) - 1)].lowerBound
        return named.last { start <= $0.token && $0.token < token && $0.country != own }?.country
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
