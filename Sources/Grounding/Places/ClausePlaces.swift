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
    /// - Parameter withObjects: whether the act is where its object is ('shot a man in Lachin', not 'warned a man').
    /// - Returns: an index into the places given; `nil` where the clause states none.
    package func place(of token: Int, withObjects: Bool = true) -> Int? {
        if let own = attached(to: token) { return own }
        for object in doc.children(of: token, .dobj, .nsubjpass, .attr) where withObjects {
            if let place = attachedWithin(object) { return place }
        }
        if let place = described(by: token) { return place }
        if words.grounds.contains(doc.tokens[token].lemmaKey), let object = doc.child(of: token, .dobj, .nsubjpass),
            let place = mentionAt[object]
        {
            return place
        }
        return ofGovernor(of: token)
    }

    /// The place of a noun, of what it is one of, and of what is named with it: 'five fighters of a militia near Kirkuk', 'two
    /// men and a boy in Taiz'.
    package func attachedWithin(_ noun: Int) -> Int? {
        var node = noun
        for _ in 0..<ClausePlaces.maximalDepth {
            if let place = attached(to: node) { return place }
            let of = doc.children(of: node, .prep).first { doc.tokens[$0].lower == "of" }
            guard let next = of.flatMap({ doc.child(of: $0, .pobj) }) ?? doc.child(of: node, .conj) else { return nil }
            node = next
        }
        return nil
    }

    /// What a relative clause of place describes: 'in Singapore, where he met the president'.
    private func described(by verb: Int) -> Int? {
        guard doc.tokens[verb].dep == .relcl else { return nil }
        let isOfPlace = doc.children(of: verb).contains { child in
            doc.tokens[child].lower == "where"
                || doc.tokens[child].dep == .prep && words.locative.contains(doc.tokens[child].lowerKey)
                    && doc.children(of: child).contains { doc.tokens[$0].lower == "which" }
        }
        return isOfPlace ? place(in: doc.tokens[verb].head) : nil
    }

    private func ofGovernor(of token: Int) -> Int? {
        let governor = doc.tokens[token].head
        guard governor != token else { return nil }
        switch doc.tokens[token].dep {
        // What happened before, after or while something else did may have happened elsewhere.
        case .advcl where doc.child(of: token, .mark) != nil: return nil
        case .dobj, .xcomp, .attr, .oprd, .nsubjpass, .advcl: return attached(to: governor) ?? described(by: governor)
        case .conj:
            // Only what stands before both holds for both.
            if let place = attached(to: governor) ?? described(by: governor),
                places[place].tokens.upperBound <= governor
            {
                return place
            }
            return isNominal(token) ? attached(to: governor) : nil
        case .pobj where [.prep, .agent].contains(doc.tokens[governor].dep):
            let head = doc.tokens[governor].head
            return head == governor ? nil : attached(to: head)
        default: return nil
        }
    }

    private func isNominal(_ token: Int) -> Bool { [.noun, .properNoun].contains(doc.tokens[token].pos) }

    /// The place of the prepositions that hang on a token, the nearest first.
    package func attached(to token: Int) -> Int? {
        for object in locativeObjects(of: token) { if let place = place(in: object) { return place } }
        return nil
    }

    /// What the locative prepositions of a token name, the nearest first: 'in the *town*', 'flew to *Baku*', 'abducted
    /// from *Chibok*'.
    package func locativeObjects(of token: Int) -> [Int] {
        let lemma = doc.tokens[token].lemmaKey
        let prepositions = doc.children(of: token, .prep).sorted { abs($0 - token) < abs($1 - token) }
        return prepositions.flatMap { preposition -> [Int] in
            let key = doc.tokens[preposition].lowerKey
            let isGoal = words.goals.contains(key) && words.movements.contains(lemma)
            let isSource = words.sources.contains(key) && words.removals.contains(lemma)
            guard words.locative.contains(key) || isGoal || isSource else { return [] }
            // "Out of the town" is two prepositions.
            let inner = doc.children(of: preposition, .prep).flatMap { doc.children(of: $0, .pobj) }
            return doc.children(of: preposition, .pobj) + inner
        }
    }

    /// The place that a noun phrase names or lies in: itself, what it is made of or called ('Anbar province', 'the town of
    /// Shusha', 'the capital, Baku'), or where it lies ('a checkpoint near Lachin').
    private func place(in object: Int, depth: Int = 0) -> Int? {
        if let place = mentionAt[object] { return place }
        let isCommon = doc.tokens[object].pos == .noun
        let isFeature = words.features[doc.tokens[object].lowerKey] != nil
        for child in doc.children(of: object, .compound, .nmod, .appos) {
            guard let mention = mentionAt[child] else { continue }
            // "At Oxford House": a name of its own, not the town's. "At the Iraq embassy": not in Iraq.
            let isOwner = places[mention].place?.kind == .country && doc.tokens[child].dep != .appos
            if isCommon && !isOwner || doc.tokens[child].dep == .appos || isFeature { return mention }
        }
        for preposition in doc.children(of: object, .prep) where depth < ClausePlaces.maximalDepth {
            let key = doc.tokens[preposition].lowerKey
            let isPartitive = doc.tokens[preposition].lower == "of"
            guard words.locative.contains(key) || isPartitive else { continue }
            for inner in doc.children(of: preposition, .pobj) {
                guard let place = place(in: inner, depth: depth + 1) else { continue }
                // "In the north of Mali", not "at the request of Mali".
                if isPartitive, places[place].place?.kind == .country,
                    !words.parts.contains(doc.tokens[object].lemmaKey)
                        && !isFeature
                {
                    continue
                }
                return place
            }
        }
        // "Across Egypt's border", not "at Egypt's request".
        guard isFeature else { return nil }
        return doc.child(of: object, .poss).flatMap { mentionAt[$0] }
    }

    /// Phrases inside phrases: 'at a post on the road to the border with Chad' is about as far as one goes.
    private static let maximalDepth = 3
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
    /// Prepositions of where something comes from.
    let sources: Set<StringKey>
    /// Lemmas after which a source is where it happens: 'abduct', 'deport'.
    let removals: Set<StringKey>
    /// Lemmas of what a country has parts of: 'north', 'heart', 'part'.
    let parts: Set<StringKey>
    /// Nouns for what lies somewhere ('border', 'province', 'airport'), with the kinds of place they name.
    package let features: [StringKey: Set<PlaceKind>]
}
