import Grounding
import Lexicon
import Tokens

/// The features of a marked pair, as readable names: the same ones when the model is trained and when it decides.
///
/// Parties and names are anonymous (`PERSON`, `GPE` …): what decides is the act, not who took part in it.
package struct RelationFeatures: Sendable {
    let coder: EventCoder
    let grounder: Grounder
    private var lexicon: EventLexicon { coder.lexicon }

    /// - Throws: `TableError` for a file of the data folder at fault.
    package init(data: DataFolder) throws {
        coder = try EventCoder(data: data)
        grounder = try Grounder(data: data)
    }

    /// Each name once. Every kind has the same length, so that what a sentence has many of, its words, does not drown what it
    /// has few of, the acts that are known of them.
    package func features(of pair: MarkedPair) -> [RelationFeature] {
        let path = RelationFeatures.syntactic(pair).union(RelationFeatures.frames(pair))
        let kinds = [path, RelationFeatures.surface(pair), coded(pair)] + lexical(pair)
        return kinds.flatMap { RelationFeature.group($0, length: 0.7) }
    }

    /// How a token is called in a feature: a party, a kind of name, a number, or its lemma.
    static func label(_ token: Int, in pair: MarkedPair) -> String {
        if pair.actorMarks.contains(token) { return "ACTOR" }
        if pair.recipientMarks.contains(token) { return "RECIPIENT" }
        let word = pair.doc.tokens[token]
        if word.pos == .number { return "NUMBER" }
        switch word.entity.label {
        case .person, .geopolitical, .organization, .location, .facility, .norp:
            if word.pos == .properNoun || word.pos == .adjective { return word.entity.label?.rawValue ?? "" }
        case .date, .time, .cardinal, .money, .ordinal, .percent, .quantity:
            if word.pos == .symbol { return "NUMBER" }
        default: break
        }
        return word.lemma.lowercased()
    }

    /// The head of a party: the kind of name that it is, or its lemma.
    private static func headLabel(_ token: Int, in doc: Doc) -> String {
        let word = doc.tokens[token]
        if word.pos == .properNoun, let label = word.entity.label { return label.rawValue }
        return word.lemma.lowercased()
    }

    // MARK: The path and the words around it

    private static func syntactic(_ pair: MarkedPair) -> Set<String> {
        let doc = pair.doc
        var names: Set<String> = ["actor said=\(!pair.actor.isEmpty)", "recipient said=\(!pair.recipient.isEmpty)"]
        let actorLabel = pair.actorHead.map { doc.tokens[$0].dep.rawValue }
        let recipientLabel = pair.recipientHead.map { doc.tokens[$0].dep.rawValue }
        if let actorLabel { names.insert("actor label=\(actorLabel)") }
        if let recipientLabel { names.insert("recipient label=\(recipientLabel)") }
        if let actor = pair.actorHead, let recipient = pair.recipientHead {
            names.insert("actor first=\(actor < recipient)")
            names.insert("labels=\(actorLabel ?? "")/\(recipientLabel ?? "")")
        }
        let path = pair.path.map { label($0, in: pair) }
        for (token, word) in zip(pair.path, path) {
            names.insert("path=\(word)")
            names.insert("path=\(word):\(doc.tokens[token].dep.rawValue)")
        }
        names.insert("whole path=\(path.joined(separator: ">"))")
        for (first, second) in zip(path, path.dropFirst()) { names.insert("path pair=\(first)>\(second)") }
        for token in neighbourhood(pair) { names.insert("near=\(label(token, in: pair))") }
        if doc.tokens.indices.contains(pair.governor) {
            names.insert("governor=\(label(pair.governor, in: pair))")
            names.insert("governor tag=\(doc.tokens[pair.governor].tag.rawValue)")
            for sign in signs(of: pair.governor, in: doc) { names.insert("governor sign=\(sign)") }
        }
        return names
    }

    /// The core and what depends on it closely.
    private static func neighbourhood(_ pair: MarkedPair) -> [Int] {
        let doc = pair.doc
        let ends = Set(pair.actor).union(pair.recipient)
        var result = Set(pair.core)
        for token in pair.core {
            for child in doc.children(of: token) where closeLabels.contains(doc.tokens[child].dep) {
                result.insert(child)
                guard bearingLabels.contains(doc.tokens[child].dep) else { continue }
                for grandchild in doc.children(of: child, .pobj, .amod, .compound, .prep, .nummod) {
                    result.insert(grandchild)
                }
            }
        }
        return result.filter { token in
            !ends.contains(token) && ![.punctuation, .space, .determiner].contains(doc.tokens[token].pos)
        }
    }

    private static let closeLabels: Set<Dependency> = [
        .dobj, .prt, .neg, .aux, .auxpass, .prep, .pobj, .attr, .acomp, .advmod, .nsubjpass, .agent, .dative, .mark,
        .amod,
        .compound, .oprd, .xcomp, .ccomp, .pcomp,
    ]
    private static let bearingLabels: Set<Dependency> = [.prep, .agent, .dative, .dobj, .attr, .nsubjpass]

    // MARK: Verbs with what they govern

    private static func frames(_ pair: MarkedPair) -> Set<String> {
        let doc = pair.doc
        var names: Set<String> = []
        for token in pair.core {
            let word = label(token, in: pair)
            guard doc.isVerb(token) else {
                for child in doc.children(of: token, .amod, .compound, .prep, .neg, .det) {
                    names.insert("noun=\(word)/\(label(child, in: pair))")
                }
                continue
            }
            for sign in signs(of: token, in: doc) {
                names.insert("sign=\(sign)")
                names.insert("verb sign=\(word)/\(sign)")
            }
            for child in doc.children(of: token) {
                let dep = doc.tokens[child].dep
                if frameLabels.contains(dep) {
                    names.insert("frame=\(word)/\(dep.rawValue)")
                    names.insert("frame=\(word)/\(dep.rawValue)/\(label(child, in: pair))")
                } else if dep == .prep || dep == .agent {
                    let preposition = label(child, in: pair)
                    names.insert("verb preposition=\(word)/\(preposition)")
                    for object in doc.children(of: child, .pobj) {
                        names.insert("verb preposition=\(word)/\(preposition)/\(label(object, in: pair))")
                    }
                }
            }
        }
        return names
    }

    private static let frameLabels: Set<Dependency> = [
        .dobj, .xcomp, .ccomp, .attr, .acomp, .nsubjpass, .prt, .oprd, .dative, .nsubj,
    ]

    /// Negation, modals, voice, particle and conjunction of a verb.
    private static func signs(of verb: Int, in doc: Doc) -> [String] {
        doc.children(of: verb).compactMap { child in
            let word = doc.tokens[child]
            if word.dep == .neg || negations.contains(word.lower) { return "not" }
            switch word.dep {
            case .aux: return modals.contains(word.lower) ? word.lower : nil
            case .auxpass: return "passive"
            case .prt: return "particle \(word.lemma.lowercased())"
            case .mark: return "conjunction \(word.lemma.lowercased())"
            default: return nil
            }
        }
    }

    private static let negations: Set<String> = ["not", "n't", "never", "no"]
    private static let modals: Set<String> = [
        "will", "would", "must", "should", "could", "may", "might", "can", "wo", "'ll", "to", "shall",
    ]

    // MARK: The words as they stand

    private static func surface(_ pair: MarkedPair) -> Set<String> {
        let doc = pair.doc
        var names: Set<String> = []
        let between = pair.between.prefix(25).map { label($0, in: pair) }
        for word in between { names.insert("between=\(word)") }
        for (first, second) in zip(["<"] + between, between + [">"]) { names.insert("between pair=\(first) \(second)") }
        for ((first, second), third) in zip(zip(between, between.dropFirst()), between.dropFirst(2)) {
            names.insert("between three=\(first) \(second) \(third)")
        }
        let after = pair.after.prefix(12).map { label($0, in: pair) }
        for word in after { names.insert("after=\(word)") }
        for (first, second) in zip(after, after.dropFirst()).prefix(5) { names.insert("after pair=\(first) \(second)") }
        for token in pair.before.suffix(6) { names.insert("before=\(label(token, in: pair))") }
        if let head = pair.actorHead { names.insert("actor head=\(headLabel(head, in: doc))") }
        if let head = pair.recipientHead { names.insert("recipient head=\(headLabel(head, in: doc))") }
        for token in pair.actor where [.noun, .properNoun, .adjective].contains(doc.tokens[token].pos) {
            names.insert("actor word=\(doc.tokens[token].lemma.lowercased())")
        }
        for token in pair.recipient where [.noun, .verb, .adjective].contains(doc.tokens[token].pos) {
            names.insert("recipient word=\(doc.tokens[token].lemma.lowercased())")
        }
        for token in doc.tokens.indices where [.noun, .verb, .adjective, .adverb].contains(doc.tokens[token].pos) {
            if pair.actorMarks.contains(token) || pair.recipientMarks.contains(token) { continue }
            names.insert("word=\(label(token, in: pair))")
        }
        return names
    }

    // MARK: What the event lexicon knows

    /// The acts that words can be, the classes that they belong to, and how these go together with the governor.
    private func lexical(_ pair: MarkedPair) -> [Set<String>] {
        let doc = pair.doc
        guard doc.tokens.indices.contains(pair.governor) else { return [] }
        var possible: Set<String> = []
        var classes: Set<String> = []
        let inner = pair.core.filter { $0 != pair.governor && (doc.isVerb($0) || doc.tokens[$0].pos == .noun) }
        let places = [
            ("governor", [pair.governor]), ("path", pair.path), ("object", pair.objects), ("inner", inner),
            ("near", pair.core + pair.objects + pair.adjuncts),
        ]
        for (place, tokens) in places {
            for token in tokens {
                for act in acts(of: token, in: doc) { possible.insert("\(place) act=\(act)") }
                for name in lexicon.classes.names(of: token, in: doc) { classes.insert("\(place) class=\(name)") }
            }
        }
        var combined: Set<String> = []
        let governor = doc.tokens[pair.governor].lemma.lowercased()
        let outer = acts(of: pair.governor, in: doc)
        for token in pair.objects + inner {
            for name in lexicon.classes.names(of: token, in: doc) {
                combined.insert("governor+class=\(governor)/\(name)")
            }
            for act in acts(of: token, in: doc) {
                combined.insert("governor+act=\(governor)/\(act)")
                for first in outer { combined.insert("acts=\(first)/\(act)") }
            }
        }
        return [possible, classes, combined]
    }

    /// What a word can mean as the head of a lexicon entry; modal verbs and what is an act only when somebody says so tell
    /// nothing by themselves.
    private func acts(of token: Int, in doc: Doc) -> Set<String> {
        let entries = lexicon.candidates(for: doc.tokens[token]).lazy.map { lexicon.entries[$0] }
        return Set(entries.filter { $0.conditions.isDisjoint(with: [.told, .unless]) }.map { meaning(of: $0) })
    }

    /// The root of a lexicon entry, or what it does to the act inside it; `+` marks entries that hold an act.
    func meaning(of entry: EventEntry) -> String {
        let carries = entry.pattern.complements.contains { $0.filler == .slot(.act) } ? "+" : ""
        return switch entry.meaning {
        case .event(let type): RelationFeatures.root(type, entry.cameo).rawValue + carries
        case .inner: "ACT" + carries
        case .none: ""
        case .outer(let outer): "\(outer)" + carries
        }
    }
}
