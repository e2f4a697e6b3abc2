import Grounding
import Tokens

/// Finds the place that a clause gives its act.
struct PlaceAttachment {
    let scene: Scene
    /// Places that hang on a verb or an act, in the order of the text.
    private let byHost: [Int: [Int]]

    init(_ scene: Scene, isAct: (Int) -> Bool) {
        self.scene = scene
        var byHost: [Int: [Int]] = [:]
        for (index, place) in scene.mentions.places.enumerated() where place.place != nil && !place.tokens.isEmpty {
            var node = scene.doc.head(of: place.tokens)
            // A place that modifies a name ("the Damascus government") says where nothing happened.
            if [.poss, .amod, .compound, .nmod].contains(scene.doc.tokens[node].dep),
                !isAct(scene.doc.tokens[node].head)
            {
                continue
            }
            while scene.doc.tokens[node].head != node {
                node = scene.doc.tokens[node].head
                if scene.syntax.isVerb(node) || isAct(node) { break }
            }
            byHost[node, default: []].append(index)
        }
        self.byHost = byHost
    }

    /// - Parameters:
    ///   - anchors: the act, then the acts it is part of.
    ///   - parties: tokens of actors and recipients, which are not where it happened.
    func place(of anchors: [Int], parties: [Int]) -> PlaceMention? {
        for anchor in anchors {
            if let place = hosted(by: anchor, parties) { return place }
        }
        return nil
    }

    private func hosted(by token: Int, _ parties: [Int]) -> PlaceMention? {
        for index in byHost[token] ?? [] {
            let place = scene.mentions.places[index]
            if !place.tokens.contains(where: { parties.contains($0) }) { return place }
        }
        return nil
    }
}
