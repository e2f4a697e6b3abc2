import Grounding
import Tokens

/// Finds the place that a clause gives its act.
struct PlaceAttachment {
    let scene: Scene
    private let hosts: [Int]

    init(_ scene: Scene, isAct: (Int) -> Bool) {
        self.scene = scene
        hosts = scene.mentions.places.map { place in
            guard !place.tokens.isEmpty else { return -1 }
            var node = scene.doc.head(of: place.tokens)
            while scene.doc.tokens[node].head != node {
                node = scene.doc.tokens[node].head
                if scene.syntax.isVerb(node) || isAct(node) { return node }
            }
            return node
        }
    }

    /// - Parameters:
    ///   - anchors: the act, then the acts it is part of.
    ///   - parties: tokens of actors and recipients, which are not where it happened unless nothing else is said.
    func place(of anchors: [Int], parties: [Int]) -> PlaceMention? {
        var candidates = anchors
        if let first = anchors.first {
            let sentence = scene.doc.sentences[scene.doc.sentenceIndex(of: first)]
            candidates += scene.doc.ancestors(of: first).filter { sentence.contains($0) && !anchors.contains($0) }
        }
        for anchor in candidates {
            for (index, place) in scene.mentions.places.enumerated() where hosts[index] == anchor && place.place != nil
            {
                if place.tokens.contains(where: { parties.contains($0) }) { continue }
                return place
            }
        }
        return nil
    }
}
