import Grounding
import Lexicon
import Tokens

// What the rules of event coding say of the pair: which acts they find, which events they make of them, and whether the
// marked parties take part in them.
extension RelationFeatures {
    func coded(_ pair: MarkedPair) -> Set<String> {
        let scene = Scene(pair.doc, mentions: RelationFeatures.mentions(of: pair, grounder))
        var session = CodingSession(coder, scene, [], nil, keepsAttempts: false)
        let events = session.events().map { (event: $0, part: part(of: pair, in: $0)) }
            .sorted { ($0.part.rank, $0.event.trigger.lowerBound) < ($1.part.rank, $1.event.trigger.lowerBound) }
        var names: Set<String> = events.isEmpty ? ["coded none"] : []
        if let (event, part) = events.first {
            let root = RelationFeatures.root(event.type, event.cameo).rawValue
            names.insert("coded=\(root)")
            names.insert("coded \(part.rawValue)=\(root)")
            names.insert("coded cameo=\(event.cameo)")
            names.insert("coded status=\(root)/\(event.status.rawValue)")
            names.insert("coded rule=\(event.rule)")
            for mode in event.modes { names.insert("coded mode=\(root)/\(mode)") }
        }
        for (event, part) in events.prefix(4) {
            let root = RelationFeatures.root(event.type, event.cameo).rawValue
            names.insert("codes=\(root)")
            names.insert("codes \(part.rawValue)=\(root)")
        }
        for act in session.finder.acts() {
            let part = part(of: pair, in: act, scene)
            let meaning = meaning(of: coder.lexicon.entries[act.entry])
            names.insert("act \(part.rawValue)=\(meaning)")
            if act.trigger == pair.governor { names.insert("governing act=\(meaning)") }
            if pair.path.contains(act.trigger) { names.insert("act on path=\(meaning)") }
            if pair.core.contains(act.trigger) { names.insert("act in core=\(meaning)") }
        }
        return names
    }

    /// Which of the marked parties take part in an event or act.
    private enum Part: String {
        case both, swapped, actor, recipient, neither

        var rank: Int {
            switch self {
            case .both: 0
            case .swapped: 1
            case .actor: 2
            case .recipient: 3
            case .neither: 4
            }
        }

        init(actor: Bool, recipient: Bool, actorSuffers: Bool, recipientActs: Bool) {
            self =
                actor && recipient
                ? .both
                : actorSuffers && recipientActs ? .swapped : actor ? .actor : recipient ? .recipient : .neither
        }
    }

    private func part(of pair: MarkedPair, in event: Event) -> Part {
        func names(_ tokens: Set<Int>, _ parties: [Event.Participant]) -> Bool {
            parties.contains { party in
                tokens.contains { token in
                    pair.doc.tokens[token].start < party.bytes.upperBound
                        && pair.doc.tokens[token].end > party.bytes.lowerBound
                }
            }
        }
        return Part(
            actor: names(pair.actorMarks, event.actors), recipient: names(pair.recipientMarks, event.recipients),
            actorSuffers: names(pair.actorMarks, event.recipients),
            recipientActs: names(pair.recipientMarks, event.actors))
    }

    private func part(of pair: MarkedPair, in act: Act, _ scene: Scene) -> Part {
        func names(_ marks: Set<Int>, _ tokens: [Int]) -> Bool {
            tokens.contains { token in scene.syntax.coordinated(token).contains { marks.contains($0) } }
        }
        return Part(
            actor: names(pair.actorMarks, act.actors),
            recipient: names(pair.recipientMarks, act.recipients + act.coactors),
            actorSuffers: names(pair.actorMarks, act.recipients),
            recipientActs: names(pair.recipientMarks, act.actors))
    }

    /// What grounding finds, and the marked parties where it finds nobody.
    private static func mentions(of pair: MarkedPair, _ grounder: Grounder) -> Mentions {
        var mentions = grounder.mentions(in: pair.doc, published: nil)
        let known = Set(mentions.actors.map(\.head))
        for (tokens, head) in [(pair.actor, pair.actorHead), (pair.recipient, pair.recipientHead)] {
            guard let head, let first = tokens.first, let last = tokens.last, !known.contains(head) else { continue }
            let text = pair.doc.text(of: first..<last + 1)
            mentions.entities.append(ActorEntity(actors: [Actor(name: text)], mentions: [mentions.actors.count]))
            mentions.actors.append(
                ActorMention(
                    tokens: first..<last + 1, head: head, form: .nominal, entity: mentions.entities.count - 1))
        }
        return mentions
    }

    static func root(_ type: EventType, _ cameo: String?) -> RelationRoot {
        // CAMEO 163, an embargo or sanction imposed, is coercion in this scheme and not a reduction of relations.
        cameo == "163" ? .coerce : RelationRoot(type)
    }
}
