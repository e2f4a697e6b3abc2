import Tokens

/// Features of a marked pair for a linear model: the path between the two in the tree, the frames of the verbs on it,
/// and the words between, before and after. Names are anonymous: the model learns acts, not actors.
struct RelationFeatures {
    private let pair: MarkedPair
    private let doc: Doc
    private var found: [String] = []

    init(_ pair: MarkedPair) {
        self.pair = pair
        doc = pair.doc
    }

    /// Names of the features that hold, each once.
    static func names(_ pair: MarkedPair) -> [String] {
        var features = RelationFeatures(pair)
        guard pair.doc.count > 0 else { return [] }
        features.collect()
        var seen = Set<String>()
        return features.found.filter { seen.insert($0).inserted }
    }

    private mutating func add(_ name: String) { found.append(name) }

    private mutating func collect() {
        let actorHead = pair.actor.isEmpty ? nil : doc.head(of: pair.actor)
        let recipientHead = pair.recipient.isEmpty ? nil : doc.head(of: pair.recipient)
        let path = path(actorHead, recipientHead)
        let governor = governor(of: actorHead) ?? governor(of: recipientHead) ?? path.first
        if let head = actorHead { add("sdep=" + doc.tokens[head].dep.rawValue) }
        if let head = recipientHead { add("tdep=" + doc.tokens[head].dep.rawValue) }
        if let first = actorHead, let second = recipientHead {
            add("order=\(first < second)")
            add("deps=" + doc.tokens[first].dep.rawValue + "/" + doc.tokens[second].dep.rawValue)
        }
        addPath(path)
        let core = core(path, governor)
        for token in zone(core) { add("z=" + word(token)) }
        for token in core { addFrame(token) }
        if let governor {
            add("g=" + word(governor))
            add("gtag=" + doc.tokens[governor].tag.rawValue)
            for flag in flags(governor) { add("gf=" + flag) }
        }
        addSurface()
        addMentions(actorHead, recipientHead)
    }

    // MARK: The tree

    /// Unmarked tokens from the actor up to the common ancestor and down to the recipient.
    private func path(_ first: Int?, _ second: Int?) -> [Int] {
        guard let first else { return second.map { doc.ancestors(of: $0) } ?? [] }
        let up = [first] + doc.ancestors(of: first)
        guard let second else { return up.filter { !pair.isMarked($0) } }
        let down = [second] + doc.ancestors(of: second)
        guard let meeting = up.firstIndex(where: down.contains) else { return up.filter { !pair.isMarked($0) } }
        let below = down.prefix { $0 != up[meeting] }
        return (up[...meeting] + below.reversed()).filter { !pair.isMarked($0) }
    }

    private func governor(of head: Int?) -> Int? {
        head.flatMap { doc.ancestors(of: $0).first { isVerb($0) && !pair.isMarked($0) } }
    }

    private func isVerb(_ token: Int) -> Bool { doc.tokens[token].pos == .verb || doc.tokens[token].pos == .auxiliary }

    /// The path with the governor and the verbs that complement it.
    private func core(_ path: [Int], _ governor: Int?) -> [Int] {
        var core = path
        func descend(_ token: Int, _ depth: Int) {
            if !core.contains(token), !pair.isMarked(token) { core.append(token) }
            guard depth < 4 else { return }
            for child in doc.children(of: token, .xcomp, .ccomp, .pcomp, .acomp, .attr, .oprd) {
                descend(child, depth + 1)
            }
        }
        if let governor { descend(governor, 0) }
        return core
    }

    /// The core with what depends on it and tells what is done.
    private func zone(_ core: [Int]) -> [Int] {
        var zone = Set(core)
        for token in core {
            for child in doc.children(of: token) where RelationFeatures.kept.contains(doc.tokens[child].dep) {
                zone.insert(child)
                for grandchild in doc.children(of: child, .pobj, .amod, .compound, .prep, .nummod) {
                    zone.insert(grandchild)
                }
            }
        }
        return zone.filter {
            !pair.isMarked($0) && ![.punctuation, .space, .determiner].contains(doc.tokens[$0].pos)
        }.sorted()
    }

    private static let kept: Set<Dependency> = [
        .dobj, .prt, .neg, .aux, .auxpass, .prep, .pobj, .attr, .acomp, .advmod, .nsubjpass, .agent, .dative, .mark,
        .amod, .compound, .oprd, .xcomp, .ccomp, .pcomp,
    ]

    private mutating func addPath(_ path: [Int]) {
        for token in path {
            add("p=" + word(token))
            add("pd=" + word(token) + ":" + doc.tokens[token].dep.rawValue)
        }
        add("path=" + path.map(word).joined(separator: ">"))
        for (first, second) in zip(path, path.dropFirst()) { add("pp=" + word(first) + ">" + word(second)) }
    }

    /// Negation, modals, passive, particles and conjunctions of a verb.
    private func flags(_ verb: Int) -> [String] {
        var flags: [String] = []
        for child in doc.children(of: verb) {
            let token = doc.tokens[child]
            switch token.dep {
            case .neg: flags.append("neg")
            case .aux where token.tag == .md || token.tag == .to: flags.append(token.lower)
            case .auxpass: flags.append("pass")
            case .prt: flags.append("+" + token.lemma)
            case .mark: flags.append("m:" + token.lemma)
            default: continue
            }
        }
        return flags
    }

    private mutating func addFrame(_ token: Int) {
        let name = word(token)
        guard isVerb(token) else {
            for child in doc.children(of: token, .amod, .compound, .prep, .neg, .det) {
                add("na=" + name + "/" + word(child))
            }
            return
        }
        for flag in flags(token) {
            add("vf=" + name + "/" + flag)
            add("fl=" + flag)
        }
        for child in doc.children(of: token) {
            let label = doc.tokens[child].dep
            switch label {
            case .dobj, .xcomp, .ccomp, .attr, .acomp, .nsubjpass, .prt, .oprd, .dative, .nsubj:
                add("va=" + name + "/" + label.rawValue + "/" + word(child))
                add("v?=" + name + "/" + label.rawValue)
            case .prep, .agent:
                add("vp=" + name + "/" + word(child))
                for object in doc.children(of: child, .pobj) {
                    add("vpp=" + name + "/" + word(child) + "/" + word(object))
                }
            default: continue
            }
        }
    }

    // MARK: The surface

    private mutating func addSurface() {
        let first = pair.actor.isEmpty ? pair.recipient : pair.actor
        let second = pair.recipient.isEmpty ? pair.actor : pair.recipient
        let (left, right) = first.lowerBound <= second.lowerBound ? (first, second) : (second, first)
        let between = words(left.upperBound..<max(left.upperBound, right.lowerBound)).prefix(25)
        for word in between { add("b=" + word) }
        let framed = ["<"] + between + [">"]
        for (one, two) in zip(framed, framed.dropFirst()) { add("bb=" + one + "_" + two) }
        for index in between.indices.dropLast(2) {
            add("bbb=" + between[index] + "_" + between[index + 1] + "_" + between[index + 2])
        }
        let after = words(min(right.upperBound, doc.count)..<doc.count).prefix(12)
        for word in after { add("a=" + word) }
        for (one, two) in zip(after.prefix(6), after.dropFirst().prefix(5)) { add("aa=" + one + "_" + two) }
        for word in words(0..<left.lowerBound).suffix(6) { add("f=" + word) }
    }

    private func words(_ range: Range<Int>) -> [String] {
        range.filter { doc.tokens[$0].pos != .punctuation && doc.tokens[$0].pos != .space }.map(word)
    }

    private mutating func addMentions(_ actorHead: Int?, _ recipientHead: Int?) {
        if let head = actorHead { add("sh=" + headWord(head)) }
        if let head = recipientHead { add("th=" + headWord(head)) }
        for token in pair.actor where [.noun, .properNoun, .adjective].contains(doc.tokens[token].pos) {
            add("sw=" + doc.tokens[token].lemma.lowercased())
        }
        for token in pair.recipient where [.noun, .verb, .adjective].contains(doc.tokens[token].pos) {
            add("tw=" + doc.tokens[token].lemma.lowercased())
        }
        for token in doc.tokens.indices where !pair.isMarked(token) {
            if [.noun, .verb, .adjective, .adverb].contains(doc.tokens[token].pos) { add("w=" + word(token)) }
        }
    }

    /// A token's lemma; marks, names and numbers are anonymous.
    private func word(_ token: Int) -> String {
        if pair.actor.contains(token) { return "_S" }
        if pair.recipient.contains(token) { return "_T" }
        let it = doc.tokens[token]
        if let label = it.entity.label {
            switch label {
            case .person, .geopolitical, .organization, .location, .facility, .norp:
                if it.pos == .properNoun || it.pos == .adjective { return label.rawValue }
            default: break
            }
        }
        return it.pos == .number ? "#" : it.lemma.lowercased()
    }

    private func headWord(_ token: Int) -> String {
        if let label = doc.tokens[token].entity.label, doc.tokens[token].pos == .properNoun { return label.rawValue }
        return doc.tokens[token].lemma.lowercased()
    }
}
