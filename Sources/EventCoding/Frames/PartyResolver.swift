import Grounding
import Lexicon
import Tokens

/// Tells who a noun phrase stands for: an actor that grounding resolved, the owner of what is named ("Ukrainian
/// positions"), or somebody the report leaves unnamed ("gunmen").
struct PartyResolver: Sendable {
    private let person: Int?
    private let site: Int?
    private let classes: WordClasses

    init(classes: WordClasses) {
        self.classes = classes
        person = classes.index(of: "person")
        site = classes.index(of: "site")
    }

    /// Whether a token, or one coordinated with it, can be actor or recipient.
    func isParty(_ token: Int, in scene: Scene) -> Bool {
        scene.syntax.coordinated(token).contains { !participants(single: $0, in: scene).isEmpty }
    }

    /// The participants a noun phrase names, each coordinated member on its own.
    func participants(of token: Int, in scene: Scene) -> [Event.Participant] {
        scene.syntax.coordinated(token).flatMap { participants(single: $0, in: scene) }
    }

    private func participants(single token: Int, in scene: Scene) -> [Event.Participant] {
        if let mention = scene.actor(at: token) { return participants(mention, in: scene) }
        let doc = scene.doc
        switch doc.tokens[token].pos {
        case .noun, .properNoun, .number, .adjective:
            if isPerson(token, in: scene) || isName(token, in: doc) {
                return [unnamed(token, owner: owner(of: token, in: scene), in: scene)]
            }
            guard let site, classes.contains(token, of: doc, in: site) else { return [] }
            if let owner = owner(of: token, in: scene) { return participants(owner, in: scene) }
            return [unnamed(token, owner: nil, in: scene)]
        case .pronoun:
            return isPersonal(doc.tokens[token]) ? [unnamed(token, owner: nil, in: scene)] : []
        default:
            return []
        }
    }

    private func participants(_ mention: ActorMention, in scene: Scene) -> [Event.Participant] {
        let bytes = scene.doc.byteRange(of: mention.tokens)
        let text = scene.doc.text(bytes: bytes)
        return scene.mentions.entities[mention.entity].actors.map {
            Event.Participant(text: text, bytes: bytes, actor: $0)
        }
    }

    /// Somebody the report names by description only; with the country of whom they belong to.
    private func unnamed(_ token: Int, owner: ActorMention?, in scene: Scene) -> Event.Participant {
        let range = phrase(of: token, in: scene.doc)
        let bytes = scene.doc.byteRange(of: range)
        let text = scene.doc.text(bytes: bytes)
        let country = owner.flatMap { scene.mentions.entities[$0.entity].actors.first?.country }
        return Event.Participant(text: text, bytes: bytes, actor: Actor(name: text, country: country))
    }

    /// The actor mention among a noun's modifiers: possessor, nationality, "of", "in".
    func owner(of token: Int, in scene: Scene) -> ActorMention? {
        let doc = scene.doc
        for label in [Dependency.poss, .amod, .compound, .nmod] {
            for child in doc.children(of: token) where doc.tokens[child].dep == label {
                if let mention = scene.actor(at: child) { return mention }
            }
        }
        for child in doc.children(of: token) where doc.tokens[child].dep == .prep {
            guard ["of", "in", "from", "for"].contains(doc.tokens[child].lower),
                let object = scene.syntax.child(of: child, .pobj)
            else { continue }
            if let mention = scene.actor(at: object) { return mention }
        }
        return nil
    }

    func isPerson(_ token: Int, in scene: Scene) -> Bool {
        guard let person else { return false }
        return classes.contains(token, of: scene.doc, in: person)
    }

    private func isName(_ token: Int, in doc: Doc) -> Bool {
        guard doc.tokens[token].pos == .properNoun else { return false }
        switch doc.tokens[token].entity.label {
        case .person, .organization, .norp, .geopolitical: return true
        default: return false
        }
    }

    private func isPersonal(_ token: Token) -> Bool {
        token.tag == .prp && token.lower != "it" && token.lower != "itself"
    }

    /// A noun with its modifiers before it and its `of` phrase.
    private func phrase(of token: Int, in doc: Doc) -> Range<Int> {
        var start = token
        var end = token + 1
        for child in doc.children(of: token) {
            switch doc.tokens[child].dep {
            case .compound, .amod, .nummod, .poss, .nmod, .det, .quantmod, .predet:
                start = min(start, doc.subtree(of: child).lowerBound)
            case .prep where doc.tokens[child].lower == "of": end = max(end, doc.subtree(of: child).upperBound)
            default: break
            }
        }
        return start..<end
    }
}
