import Grounding
import Tokens

/// Finds the place that a clause gives its act.
struct PlaceAttachment {
    let scene: Scene
    private let clauses: ClausePlaces
    /// Earlier mentions of nouns by lemma, to find what a definite one repeats.
    private let nouns: [StringKey: [Int]]

    init(_ scene: Scene, words: LocativeWords) {
        self.scene = scene
        clauses = ClausePlaces(doc: scene.doc, places: scene.mentions.places, words: words)
        var nouns: [StringKey: [Int]] = [:]
        if !scene.mentions.places.isEmpty {
            for (index, token) in scene.doc.tokens.enumerated() where token.pos == .noun {
                nouns[token.lemmaKey, default: []].append(index)
            }
        }
        self.nouns = nouns
    }

    /// - Parameters:
    ///   - anchors: the act, the acts it is part of, the words its frame asks for.
    ///   - parties: tokens of actors and recipients, which are not where it happened.
    func place(of anchors: [Int], parties: [Int]) -> PlaceMention? {
        for anchor in anchors {
            if let place = stated(anchor, parties) { return place }
        }
        for anchor in anchors {
            if let earlier = repeated(anchor), let place = stated(earlier, parties) { return place }
        }
        return nil
    }

    private func stated(_ token: Int, _ parties: [Int]) -> PlaceMention? {
        guard let index = clauses.place(of: token) else { return nil }
        let place = scene.mentions.places[index]
        return place.place == nil || place.tokens.contains(where: { parties.contains($0) }) ? nil : place
    }

    /// What a definite noun repeats: "established *the checkpoint*", after "a checkpoint on the Lachin corridor".
    private func repeated(_ noun: Int) -> Int? {
        guard scene.syntax.child(of: noun, where: { $0.dep == .det && $0.lower == "the" }) != nil,
            let mentions = nouns[scene.doc.tokens[noun].lemmaKey]
        else { return nil }
        return mentions.last { $0 < noun && clauses.place(of: $0) != nil }
    }
}
