import Grounding
import Lexicon
import Tokens

/// What stands beside or inside somebody's words and is the report's own all the same.
extension Voices {
    /// Whether a statement, in words that are not the speaker's own, holds an act only because the report explains or dates
    /// something by it: "France said China, *which equipped* the police last year, …", "demanded that it withdraw, two days
    /// *after* a ship *rammed* …".
    /// - Parameter isAct: what is itself told of may be described in the same breath ("air strikes *that killed* 85").
    func isAside(_ act: Int, in statement: Statement, isAct: (Int) -> Bool) -> Bool {
        guard statement.kind == .indirect else { return false }
        let cue = statement.cue.flatMap(head)
        var node = act
        while doc.tokens[node].head != node {
            let governor = doc.tokens[node].head
            switch doc.tokens[node].dep {
            case .relcl where scene.syntax.resumes(node), .acl where scene.syntax.resumes(node): return true
            case .relcl where !isAct(governor) && (isSetOff(node) || isDated(node)): return true
            case .advcl where governor == cue || isDistance(node): return isTemporal(node)
            default: break
            }
            node = governor
            if node == cue { return false }
            guard statement.content.contains(where: { $0.contains(doc.tokens[node].start) }) else { return false }
        }
        return false
    }

    /// Whether a comma divides a relative clause from what it describes.
    private func isSetOff(_ clause: Int) -> Bool {
        let first = doc.subtree(of: clause).lowerBound
        return first > 0 && doc.tokens[first - 1].tag == .comma
    }

    /// Whether a relative clause tells its time.
    private func isDated(_ clause: Int) -> Bool {
        doc.subtree(of: clause).contains { scene.time(at: $0)?.interval != nil }
    }

    /// A clause that says when something else happened: "after the rebels freed …", "as protesters gathered".
    private func isTemporal(_ clause: Int) -> Bool {
        doc.children(of: clause).contains { child in
            let token = doc.tokens[child]
            return (token.dep == .mark || token.dep == .advmod) && Voices.temporal.contains(token.lower)
        }
    }

    /// "Two days *after* …", "hours *before* …".
    private func isDistance(_ clause: Int) -> Bool {
        doc.children(of: clause).contains { child in
            let token = doc.tokens[child]
            return token.dep == .mark && (token.lower == "after" || token.lower == "before")
                && doc.children(of: clause).contains { doc.tokens[$0].dep == .npadvmod && $0 == child - 1 }
        }
    }

    private static let temporal: Set<String> = ["after", "before", "as", "while", "when", "since"]

    /// Acts that consist in saying something: who says it of himself or of his own side does it.
    private static let utterances: Set<EventType> = [.threaten, .reject, .request, .accuse, .support, .concede]

    /// Whether an act is done by the very words of a statement: "said that Budapest *would veto* it" is the refusal. What
    /// somebody says he will do in future is not done yet.
    func isUttered(_ draft: Draft, _ status: Status, by statement: Statement) -> Bool {
        guard Voices.utterances.contains(draft.type) || draft.type == .agree && status != .future,
            let speaker = statement.speaker.flatMap(head)
        else { return false }
        return !draft.actors.isEmpty
            && draft.actors.allSatisfy { scene.isSame($0, as: [speaker]) || isOwnSide($0, of: speaker) }
    }

    /// Whether a party is the state that a speaker leads, or "his government". Who only speaks for others is a voice.
    private func isOwnSide(_ party: Int, of speaker: Int) -> Bool {
        guard let one = scene.actor(at: party)?.entity, let other = scene.actor(at: speaker)?.entity,
            !speaksForOthers(speaker)
        else { return false }
        let (parties, speakers) = (scene.mentions.entities[one].actors, scene.mentions.entities[other].actors)
        guard parties.count == 1, speakers.count == 1, let country = parties[0].country else { return false }
        return country == speakers[0].country
            && (parties[0].sectors.isEmpty
                || scene.syntax.child(of: party) { $0.dep == .poss && $0.pos == .pronoun } != nil)
    }

    /// "The presidential *spokesman*", "its *ambassador* in Accra".
    private func speaksForOthers(_ speaker: Int) -> Bool {
        guard let mouthpiece = classes.index(of: "mouthpiece") else { return false }
        let words = [speaker] + scene.syntax.children(of: speaker, [.compound, .nmod, .appos])
        return words.contains { classes.contains($0, of: doc, in: mouthpiece) }
    }
}
