import Grounding
import Lexicon
import Tokens

/// Tells who a noun phrase stands for: an actor that grounding resolved, the owner of what is named ("Ukrainian
/// positions"), or somebody the report leaves unnamed ("gunmen").
struct PartyResolver: Sendable {
    private let person: Int?
    private let site: Int?
    private let civilian: Int?
    private let force: Int?
    private let quantity: Int?
    private let relational: Int?
    private let projectile: Int?
    private let doer: Int?
    private let way: Int?
    private let territory: Int?
    private let court: Int?
    private let suffered: Int?
    private let classes: WordClasses

    init(classes: WordClasses) {
        self.classes = classes
        person = classes.index(of: "person")
        site = classes.index(of: "site")
        civilian = classes.index(of: "civilian")
        force = classes.index(of: "troops")
        quantity = classes.index(of: "quantity")
        relational = classes.index(of: "relational")
        projectile = classes.index(of: "projectiles")
        doer = classes.index(of: "doer")
        way = classes.index(of: "chokepoint")
        territory = classes.index(of: "territory")
        court = classes.index(of: "court")
        suffered = classes.index(of: "suffered")
    }

    /// Whether a token, or one coordinated with it, can be actor or recipient.
    func isParty(_ token: Int, in scene: Scene) -> Bool {
        scene.syntax.coordinated(token).contains { isSingleParty($0, in: scene) }
    }

    /// The participants a noun phrase names, each coordinated member on its own.
    /// - Parameter withSites: whether a place or a thing that belongs to nobody named counts ("attacked *a village*").
    func participants(of token: Int, in scene: Scene, withSites: Bool = true) -> [Event.Participant] {
        scene.syntax.coordinated(token).flatMap { member in
            let found = participants(single: member, in: scene)
            let isOwned = found.contains { $0.actor.country != nil }
            return !withSites && !isOwned && isBareSite(member, in: scene) ? [] : found
        }
    }

    /// Whether a word names a place or a building as such; "both camps" and "both capitals" are who is there.
    func isBareSite(_ token: Int, in scene: Scene) -> Bool {
        isSite(token, in: scene) && !isPerson(token, in: scene)
            && scene.syntax.child(of: token) { $0.lower == "both" } == nil
    }

    private func isSingleParty(_ token: Int, in scene: Scene) -> Bool {
        if isDenied(token, in: scene.doc) { return false }
        if scene.time(at: token) != nil { return false }
        if scene.actor(at: token) != nil { return true }
        switch scene.doc.tokens[token].pos {
        case .noun, .properNoun, .adjective, .determiner:
            return isPerson(token, in: scene) || isName(token, in: scene) || isSite(token, in: scene)
        case .number: return isCount(token, in: scene.doc)
        case .pronoun: return isPersonal(scene.doc.tokens[token]) || isPerson(token, in: scene)
        default: return false
        }
    }

    private func participants(single token: Int, in scene: Scene) -> [Event.Participant] {
        guard isSingleParty(token, in: scene), !isReciprocal(token, in: scene.doc) else { return [] }
        if let named = introduced(by: token, in: scene) { return participants(named, in: scene) }
        if let counted = counted(by: token, in: scene) {
            let bytes = scene.doc.byteRange(of: phrase(of: token, in: scene.doc))
            return participants(single: counted, in: scene).map {
                Event.Participant(text: scene.doc.text(bytes: bytes), bytes: bytes, actor: $0.actor)
            }
        }
        if let mention = scene.actor(at: token) {
            return participants(mention, in: scene) + partners(of: mention, in: scene)
        }
        guard scene.doc.tokens[token].pos != .pronoun else { return [unnamed(token, owner: nil, in: scene)] }
        let owner = isRelational(token, in: scene) ? nil : owner(of: token, in: scene)
        if let owner, isSite(token, in: scene), !isPerson(token, in: scene), country(of: owner, in: scene) != nil {
            return participants(owner, in: scene)
        }
        return [unnamed(token, owner: owner, in: scene)]
    }

    /// "One of them, *Netiporn S.*", "the group *Akbayan*": the name that an apposition adds to somebody of no country known.
    private func introduced(by token: Int, in scene: Scene) -> ActorMention? {
        if let mention = scene.actor(at: token), mention.form == .name || country(of: mention, in: scene) != nil {
            return nil
        }
        guard let apposition = scene.syntax.child(of: token, .appos), let named = scene.actor(at: apposition),
            named.form == .name, scene.syntax.coordinated(apposition).count == 1
        else { return nil }
        return named
    }

    /// A rocket or a drone that nobody is said to have sent: a means, no party.
    func isAimless(_ token: Int, in scene: Scene) -> Bool {
        guard let projectile, classes.contains(token, of: scene.doc, in: projectile) else { return false }
        if let mention = scene.actor(at: token), country(of: mention, in: scene) != nil { return false }
        return owner(of: token, in: scene) == nil
    }

    private func country(of mention: ActorMention, in scene: Scene) -> String? {
        scene.mentions.entities[mention.entity].actors.first?.country
    }

    /// Whether a word names only where something is: a town, a region, of which no party is known.
    func isMerePlace(_ token: Int, in scene: Scene) -> Bool {
        guard scene.actor(at: token) == nil, !isPerson(token, in: scene) else { return false }
        // A name that neither actors nor places know: "the Chapare".
        let label = scene.doc.tokens[token].entity.label
        if scene.doc.tokens[token].pos == .properNoun, label == .geopolitical || label == .location,
            scene.place(at: token) == nil
        {
            return true
        }
        return scene.place(at: token)?.place?.admin1 != nil
            || territory.map { classes.contains(token, of: scene.doc, in: $0) } ?? false
    }

    /// A court or a newspaper that one complains *to* or *with*: it hears the complaint and is not its target.
    func isHearer(_ token: Int, in scene: Scene) -> Bool {
        let word = scene.doc.tokens[token]
        guard word.dep == .pobj, ["to", "with", "before"].contains(scene.doc.tokens[word.head].lower) else {
            return false
        }
        if let mention = scene.actor(at: token),
            scene.mentions.entities[mention.entity].actors.contains(where: {
                $0.sectors.contains(.judiciary) || $0.sectors.contains(.journalist)
            })
        {
            return true
        }
        return court.map { classes.contains(token, of: scene.doc, in: $0) } ?? false
    }

    /// Whether a word names a road, a border or a gate: what is closed, not against whom.
    func isWay(_ token: Int, in scene: Scene) -> Bool {
        guard scene.actor(at: token) == nil, !isPerson(token, in: scene) else { return false }
        return way.map { classes.contains(token, of: scene.doc, in: $0) } ?? false
    }

    /// "A *gang* attack", "the *student* protests": who acts, named by a common noun before the act.
    func isDoer(_ token: Int, in scene: Scene) -> Bool {
        doer.map { classes.contains(token, of: scene.doc, in: $0) } ?? false
    }

    /// A death, a fate, a plight: its owner is whom it befell and not whose deed it is.
    func isSuffered(_ token: Int, in scene: Scene) -> Bool {
        suffered.map { classes.contains(token, of: scene.doc, in: $0) } ?? false
    }

    /// Who stands behind a number or a count noun ("dozens of *women*", "30 of the *rebels*").
    private func counted(by token: Int, in scene: Scene) -> Int? {
        let isCount =
            scene.doc.tokens[token].pos == .number
            || quantity.map { classes.contains(token, of: scene.doc, in: $0) } ?? false
        guard isCount, let preposition = scene.syntax.child(of: token, where: { $0.dep == .prep && $0.lower == "of" }),
            let object = scene.syntax.child(of: preposition, .pobj), isSingleParty(object, in: scene)
        else { return nil }
        return object
    }

    /// The others in "the foreign ministers of Serbia *and Kosovo*": as the mention, each of its own country.
    private func partners(of mention: ActorMention, in scene: Scene) -> [Event.Participant] {
        let head = scene.doc.tokens[mention.head]
        guard head.tag == .nns || head.tag == .nnps,
            let preposition = scene.syntax.child(of: mention.head, where: { $0.dep == .prep && $0.lower == "of" }),
            let first = scene.syntax.child(of: preposition, .pobj),
            let known = scene.mentions.entities[mention.entity].actors.first
        else { return [] }
        let bytes = scene.doc.byteRange(of: phrase(of: mention.head, in: scene.doc))
        return scene.syntax.coordinated(first).dropFirst().compactMap { token in
            guard let other = scene.actor(at: token),
                let country = scene.mentions.entities[other.entity].actors.first?.country,
                country != known.country
            else { return nil }
            let text = scene.doc.text(bytes: bytes)
            return Event.Participant(
                text: text, bytes: bytes,
                actor: Actor(name: text, country: country, sectors: known.sectors, role: known.role))
        }
    }

    /// "Its neighbour", "China's partner": somebody else than the owner.
    private func isRelational(_ token: Int, in scene: Scene) -> Bool {
        relational.map { classes.contains(token, of: scene.doc, in: $0) } ?? false
    }

    private func participants(_ mention: ActorMention, in scene: Scene) -> [Event.Participant] {
        let bytes = scene.doc.byteRange(of: wholeWords(mention.tokens, in: scene.doc))
        let text = scene.doc.text(bytes: bytes)
        var actors = scene.mentions.entities[mention.entity].actors
        // "The chief negotiator of the group", "Sudan's prime minister and several ministers": of whom they belong to.
        if actors.count == 1, actors[0].country == nil, mention.form == .nominal,
            !isRelational(mention.head, in: scene),
            let owner = owner(of: mention.head, in: scene), owner.entity != mention.entity
        {
            actors[0].country = scene.mentions.entities[owner.entity].actors.first?.country
        }
        return actors.map { Event.Participant(text: text, bytes: bytes, actor: $0) }
    }

    /// Somebody the report names by description only; with the country of whom they belong to.
    private func unnamed(_ token: Int, owner: ActorMention?, in scene: Scene) -> Event.Participant {
        let range = phrase(of: token, in: scene.doc)
        let bytes = scene.doc.byteRange(of: range)
        let text = scene.doc.text(bytes: bytes)
        let country = owner.flatMap { self.country(of: $0, in: scene) } ?? scene.place(at: token)?.place?.country
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
            if let mention = scene.actor(at: object) ?? self.owner(of: object, in: scene) { return mention }
        }
        // "Sudan's prime minister and several cabinet members": the possessor belongs to both.
        if doc.tokens[token].dep == .conj, let possessor = scene.syntax.child(of: doc.tokens[token].head, .poss) {
            return scene.actor(at: possessor)
        }
        return nil
    }

    /// "No group", "nobody": named only to say that there is none.
    func isDenied(_ token: Int, in doc: Doc) -> Bool {
        if ["nobody", "none", "neither"].contains(doc.tokens[token].lower) { return true }
        return doc.children(of: token).contains {
            doc.tokens[$0].dep == .det && ["no", "neither"].contains(doc.tokens[$0].lower)
        }
    }

    /// "Each other", "one another": whoever the subject is.
    private func isReciprocal(_ token: Int, in doc: Doc) -> Bool {
        doc.tokens[token].lower == "other" && token > 0 && doc.tokens[token - 1].lower == "each"
            || doc.tokens[token].lower == "another" && token > 0 && doc.tokens[token - 1].lower == "one"
    }

    func isPerson(_ token: Int, in scene: Scene) -> Bool {
        person.map { classes.contains(token, of: scene.doc, in: $0) } ?? false
    }

    /// Whether a party is a crowd or civilians rather than the state or an armed force.
    func isCivilian(_ token: Int, in scene: Scene) -> Bool {
        if let mention = scene.actor(at: token), let actor = scene.mentions.entities[mention.entity].actors.first,
            let sector = actor.sectors.first
        {
            return PartyResolver.civilianSectors.contains(sector)
        }
        return civilian.map { classes.contains(token, of: scene.doc, in: $0) } ?? false
    }

    /// Whether a party is a state or an armed force.
    func isArmed(_ token: Int, in scene: Scene) -> Bool {
        if let mention = scene.actor(at: token), let actor = scene.mentions.entities[mention.entity].actors.first {
            if actor.sectors.isEmpty { return actor.country != nil }
            return actor.sectors.contains { $0 == .military || $0 == .government }
        }
        return force.map { classes.contains(token, of: scene.doc, in: $0) } ?? false
    }

    /// "Killed 20", "12 of them": a number that counts people, no money, share or time.
    private func isCount(_ token: Int, in doc: Doc) -> Bool {
        switch doc.tokens[token].entity.label {
        case nil, .cardinal: true
        default: false
        }
    }

    private static let civilianSectors: Set<Sector> = [
        .civilian, .labor, .agriculture, .education, .religious, .civilSociety, .refugee, .opposition, .medical,
        .journalist,
        .unknown, .business, .party,
    ]

    private func isSite(_ token: Int, in scene: Scene) -> Bool {
        site.map { classes.contains(token, of: scene.doc, in: $0) } ?? false
    }

    /// A proper name that is no time, event or work: the recognizer often misses or mislabels names, so a place the
    /// gazetteer knows counts too.
    private func isName(_ token: Int, in scene: Scene) -> Bool {
        guard scene.doc.tokens[token].pos == .properNoun else { return false }
        if scene.place(at: token) != nil { return true }
        switch scene.doc.tokens[token].entity.label {
        // The recognizer takes many a surname for a product.
        case nil, .person, .organization, .norp, .geopolitical, .facility, .product: return true
        default: return false
        }
    }

    private func isPersonal(_ token: Token) -> Bool {
        token.tag == .prp && token.lower != "it" && !token.lower.hasSuffix("self") && !token.lower.hasSuffix("selves")
    }

    /// A noun with its modifiers before it and its `of` phrase.
    private func phrase(of token: Int, in doc: Doc) -> Range<Int> {
        var start = token
        var end = token + 1
        for child in doc.children(of: token) {
            switch doc.tokens[child].dep {
            case .compound, .amod, .nummod, .poss, .nmod, .det, .quantmod, .predet:
                start = min(start, doc.subtree(of: child).lowerBound)
            case .prep where doc.tokens[child].lower == "of":
                if let object = doc.children(of: child).first(where: { doc.tokens[$0].dep == .pobj }) {
                    end = max(end, phrase(of: object, in: doc).upperBound)
                }
            default: break
            }
        }
        return wholeWords(start..<end, in: doc)
    }

    /// With the other parts of words that hyphens join: "passers-by", "co-chairs".
    private func wholeWords(_ tokens: Range<Int>, in doc: Doc) -> Range<Int> {
        var (start, end) = (tokens.lowerBound, tokens.upperBound)
        while end + 1 < doc.count, doc.tokens[end].lower == "-", !doc.tokens[end - 1].spaceAfter,
            !doc.tokens[end].spaceAfter
        {
            end += 2
        }
        while start > 1, doc.tokens[start - 1].lower == "-", !doc.tokens[start - 1].spaceAfter,
            !doc.tokens[start - 2].spaceAfter
        {
            start -= 2
        }
        return start..<end
    }
}
