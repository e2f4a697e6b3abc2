import Lexicon
import Tokens

/// What an act inside another one, or done for its sake, is by itself.
extension CodingSession {
    /// "Halted work *to put pressure on* the firm": what is meant by a deed, not said.
    func servesDeed(_ act: Act) -> Bool {
        guard let outer = finder.act(at: scene.doc.tokens[act.trigger].head),
            case .event(let type) = coder.lexicon.entries[outer.entry].meaning
        else { return false }
        return type != .consult && !CodingSession.spoken.contains(type)
    }

    /// What a crowd did to say what it says: "*rallied* to demand …" is one act.
    func protest(voicing act: Act) -> Int? {
        let head = scene.doc.tokens[act.trigger].head
        guard scene.doc.tokens[act.trigger].dep == .advcl, scene.syntax.hasInfinitiveMark(act.trigger),
            let outer = finder.act(at: head), case .event(.protest) = coder.lexicon.entries[outer.entry].meaning
        else { return nil }
        return head
    }

    /// Whether an act is a fact for the one it stands in: "rejected a *demand* by the bishops", "called off their *strike*".
    func isPresupposed(_ act: Act, in trigger: Int) -> Bool {
        guard scene.syntax.isNominal(act.trigger), act.telling == nil, let outer = finder.act(at: trigger),
            case .event(let type) = coder.lexicon.entries[act.entry].meaning, !act.actors.isEmpty
        else { return false }
        let isOwn = act.actors.contains { scene.isSame($0, as: outer.actors) }
        switch coder.lexicon.entries[outer.entry].meaning {
        case .outer(.end): return type == .protest
        case .event(.retreat) where isOwn: return type == .protest
        // "A *Chinese* proposal" was not said to have been made.
        case .event(let answer):
            // "Blacklisted them over *Iran's delivery* of drones": what is punished or looked into was done.
            let isAnswered =
                CodingSession.answers.contains(answer) && CodingSession.words.contains(type)
                || CodingSession.penalties.contains(answer) && CodingSession.deeds.contains(type)
            return isAnswered && !isOwn && !act.actors.contains { scene.doc.tokens[$0].dep == .amod }
        default: return false
        }
    }

    /// What is done by saying it.
    static let spoken: Set<EventType> = [.request, .accuse, .support, .reject]
    /// Acts of words, which are there to be answered.
    private static let words: Set<EventType> = [.request, .accuse, .agree, .threaten, .reject]
    private static let answers: Set<EventType> = [.reject, .concede, .support, .agree, .accuse]
    private static let deeds: Set<EventType> = [.aid, .sanction, .protest, .mobilize, .coerce, .assault]
    private static let penalties: Set<EventType> = [.accuse, .sanction, .coerce]
}
