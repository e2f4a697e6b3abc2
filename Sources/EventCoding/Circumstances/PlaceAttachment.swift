import Grounding
import Lexicon
import Tokens

/// Finds the place that a clause gives its act.
struct PlaceAttachment {
    let scene: Scene
    private let clauses: ClausePlaces
    private let words: LocativeWords
    /// Earlier mentions of nouns by lemma, to find what a definite one repeats.
    private let nouns: [StringKey: [Int]]

    init(_ scene: Scene, words: LocativeWords) {
        self.scene = scene
        self.words = words
        clauses = ClausePlaces(doc: scene.doc, places: scene.mentions.places, words: words)
        var nouns: [StringKey: [Int]] = [:]
        if !scene.mentions.places.isEmpty {
            for (index, token) in scene.doc.tokens.enumerated() where token.pos == .noun {
                nouns[token.lemmaKey, default: []].append(index)
            }
        }
        self.nouns = nouns
    }

    func place(of draft: Draft) -> PlaceMention? {
        guard !scene.mentions.places.isEmpty else { return nil }
        let anchors = draft.anchors + draft.fixed
        // Trade is cut off from where it is decided.
        let isDistant = draft.type == .sanction && draft.modes == ["discontinue"]
        let isSpeech = PlaceAttachment.speech.contains(draft.type) || isDistant
        let isMaterial = PlaceAttachment.material.contains(draft.type) && !isDistant
        for anchor in anchors {
            if let place = usable(clauses.place(of: anchor, withObjects: !isSpeech), draft) { return place }
        }
        if isMaterial, let place = ofParties(draft) { return place }
        if isMaterial, let place = ofPurpose(draft) ?? ofDoers(draft) { return place }
        for anchor in anchors {
            if let earlier = repeated(anchor), let place = usable(clauses.place(of: earlier), draft) { return place }
        }
        for anchor in anchors {
            if let place = usable(referred(by: anchor), draft) { return place }
        }
        return nil
    }

    /// Acts of words, which are not where those are whom they are addressed to.
    private static let speech: Set<EventType> = [.accuse, .request, .reject, .threaten, .support]
    /// Acts that are where those are whom they are done to.
    private static let material: Set<EventType> = [.assault, .coerce, .protest, .mobilize, .retreat, .aid, .sanction]
    /// Acts that may be done to the place where they happen: a town is shelled, blockaded, visited.
    private static let toPlaces: Set<EventType> = [.assault, .coerce, .protest, .mobilize, .retreat, .consult, .agree]

    /// What is a party is not where it happened, save a town or region it is done to. A union of states is nowhere.
    private func usable(_ index: Int?, _ draft: Draft) -> PlaceMention? {
        guard let index else { return nil }
        let mention = scene.mentions.places[index]
        let kind = mention.place?.kind
        if kind == .union { return nil }
        if mention.tokens.contains(where: { draft.actors.contains($0) || draft.coactors.contains($0) }) { return nil }
        if mention.tokens.contains(where: { draft.recipients.contains($0) }) {
            let isWide = kind == .country || mention.place.map { $0.country == nil } ?? false
            guard PlaceAttachment.toPlaces.contains(draft.type), !isWide else { return nil }
        }
        return mention
    }

    /// Where they are whom it is done to, or what it is done with: "shot dead *two men in Gazni*", "*a bomb on a bus in
    /// Kirkuk* killed five". Who does it may be elsewhere ("troops in Idlib fired").
    private func ofParties(_ draft: Draft) -> PlaceMention? {
        var sources = draft.recipients
        if let instrument = draft.instrument { sources.append(instrument) }
        for anchor in draft.anchors {
            guard scene.syntax.isVerb(anchor), let subject = scene.syntax.subject(of: anchor),
                !draft.actors.contains(subject)
            else { continue }
            sources += [subject] + scene.syntax.children(of: subject, [.acl])
        }
        for source in sources {
            if let place = usable(clauses.attachedWithin(source), draft) { return place }
        }
        return nil
    }

    /// "Fired into the air to scatter a crowd *in Hamdallaye*."
    private func ofPurpose(_ draft: Draft) -> PlaceMention? {
        for anchor in draft.anchors {
            for purpose in scene.syntax.purposes(of: anchor) {
                if let place = usable(clauses.place(of: purpose), draft) { return place }
            }
        }
        return nil
    }

    /// Where they are who do it: "*a court in Miami* sentenced …".
    private func ofDoers(_ draft: Draft) -> PlaceMention? {
        for actor in draft.actors where scene.doc.tokens[actor].pos == .noun {
            if let place = usable(clauses.attached(to: actor), draft) { return place }
        }
        return nil
    }

    /// What a definite noun repeats: "established *the checkpoint*", after "a checkpoint on the Lachin corridor".
    private func repeated(_ noun: Int) -> Int? {
        guard isDefinite(noun), let mentions = nouns[scene.doc.tokens[noun].lemmaKey] else { return nil }
        return mentions.last { $0 < noun && clauses.place(of: $0) != nil }
    }

    private func isDefinite(_ noun: Int) -> Bool {
        scene.syntax.child(of: noun) { $0.dep == .det && $0.lower == "the" } != nil
    }

    /// The place of its kind named last in the paragraph, when the act is "there" or "in the town".
    private func referred(by anchor: Int) -> Int? {
        let doc = scene.doc
        if let there = scene.syntax.child(of: anchor, where: { $0.dep == .advmod && $0.lower == "there" }) {
            return lastPlace(before: there) { !$0.isWide }
        }
        for noun in clauses.locativeObjects(of: anchor) where doc.tokens[noun].pos == .noun && isDefinite(noun) {
            // "The northern town" is told from another one.
            guard doc.children(of: noun).allSatisfy({ doc.tokens[$0].dep == .det || doc.tokens[$0].dep == .punct }),
                let kinds = words.features[doc.tokens[noun].lowerKey]
            else { continue }
            return lastPlace(before: noun) { kinds.contains($0) && $0 != .country }
        }
        return nil
    }

    private func lastPlace(before token: Int, where isOfKind: (PlaceKind) -> Bool) -> Int? {
        let paragraph = scene.paragraph(of: token)
        return scene.mentions.places.lastIndex { mention in
            paragraph.contains(mention.tokens.lowerBound) && mention.tokens.upperBound <= token
                && (mention.place?.kind).map(isOfKind) ?? true
        }
    }
}
