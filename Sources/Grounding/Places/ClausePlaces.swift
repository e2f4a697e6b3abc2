import Tokens

/// Which place a clause states for what it tells: the locative attachments of a verb or noun ('clashes near Shusha',
/// 'met in Geneva', 'in the capital, Baku').
///
/// Only attachments count. A place in the subject ('troops in Idlib fired'), in what is said ('spoke of the war in
/// Gaza'), or elsewhere in the report says nothing of where the act happened.
package struct ClausePlaces: Sendable {
    private let doc: Doc
    private let places: [PlaceMention]
    private let words: LocativeWords
    /// The mention of each token.
    private let mentionAt: [Int?]

    package init(doc: Doc, places: [PlaceMention], words: LocativeWords) {
        self.doc = doc
        self.places = places
        self.words = words
        var mentionAt = [Int?](repeating: nil, count: doc.count)
        for (index, mention) in places.enumerated() { for token in mention.tokens { mentionAt[token] = index } }
        self.mentionAt = mentionAt
    }

    /// The place stated for the act at `token`: by its own attachments, by those of its object, by those of the clauses
    /// that it is a part of ('held talks in Geneva', 'in Moscow they met and signed').
    /// - Returns: an index into the places given; `nil` where the clause states none.
    package func place(of token: Int) -> Int? {
        if let own = attached(to: token) { return own }
        for object in doc.children(of: token, .dobj, .nsubjpass, .attr) {
            if let place = attached(to: object) { return place }
        }
        if words.grounds.contains(doc.tokens[token].lemmaKey), let object = doc.child(of: token, .dobj, .nsubjpass),
            let place = mentionAt[object]
        {
            return place
        }
        return ofGovernor(of: token)
    }

    private func ofGovernor(of token: Int) -> Int? {
        let governor = doc.tokens[token].head
        guard governor != token else { return nil }
        switch doc.tokens[token].dep {
        case .dobj, .xcomp, .attr, .oprd, .nsubjpass, .advcl: return attached(to: governor)
        case .conj:
            // Only what stands before both holds for both.
            if let place = attached(to: governor), places[place].tokens.upperBound <= governor { return place }
            return isNominal(token) ? attached(to: governor) : nil
        case .pobj where [.prep, .agent].contains(doc.tokens[governor].dep):
            let head = doc.tokens[governor].head
            return head == governor ? nil : attached(to: head)
        default: return nil
        }
    }

    private func isNominal(_ token: Int) -> Bool { [.noun, .properNoun].contains(doc.tokens[token].pos) }

    /// The place of the prepositions that hang on a token, the nearest first.
    private func attached(to token: Int) -> Int? {
        let prepositions = doc.children(of: token, .prep).sorted { abs($0 - token) < abs($1 - token) }
        for preposition in prepositions {
            let key = doc.tokens[preposition].lowerKey
            let isDestination = words.goals.contains(key) && words.movements.contains(doc.tokens[token].lemmaKey)
            guard words.locative.contains(key) || isDestination else { continue }
            for object in doc.children(of: preposition, .pobj) { if let place = place(in: object) { return place } }
        }
        return nil
    }

    /// The place that a prepositional object names: itself, what it is made of or called ('Anbar province', 'the town of
    /// Shusha', 'the capital, Baku'), or where it lies ('a checkpoint near Lachin').
    private func place(in object: Int) -> Int? {
        if let place = mentionAt[object] { return place }
        for child in doc.children(of: object, .compound, .nmod, .appos) where mentionAt[child] != nil {
            return mentionAt[child]
        }
        for preposition in doc.children(of: object, .prep) {
            let key = doc.tokens[preposition].lowerKey
            guard words.locative.contains(key) || doc.tokens[preposition].lower == "of" else { continue }
            for inner in doc.children(of: preposition, .pobj) where mentionAt[inner] != nil { return mentionAt[inner] }
        }
        return doc.child(of: object, .poss).flatMap { mentionAt[$0] }
    }
}

/// The words that attach a place to an act, from data/places/words.tsv.
package struct LocativeWords: Sendable {
    /// Prepositions of place.
    let locative: Set<StringKey>
    /// Prepositions of a goal, after verbs of movement.
    let goals: Set<StringKey>
    /// Lemmas of movement: 'travel', 'visit'.
    let movements: Set<StringKey>
    /// Lemmas whose object is where it happens: 'storm', 'visit'.
    let grounds: Set<StringKey>
}
