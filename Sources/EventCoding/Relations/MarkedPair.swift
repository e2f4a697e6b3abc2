import Tokens

/// An actor and a recipient marked in a Doc, and the syntax that joins them.
package struct MarkedPair: Sendable {
    let doc: Doc
    /// Tokens of the first mark of each; empty when it is not said.
    let actor: [Int]
    let recipient: [Int]
    /// Tokens of all marks, where a party is named again.
    let actorMarks: Set<Int>
    let recipientMarks: Set<Int>
    /// Heads of the first marks.
    let actorHead: Int?
    let recipientHead: Int?
    /// Unmarked tokens on the way through the tree from the actor to the recipient, with the word they have in common; from
    /// the only one marked to the root, when one is not.
    let path: [Int]
    /// The verb that governs the actor, else the recipient, else the word that the path turns at.
    let governor: Int
    /// The path, then the verbs below the governor ("agreed to *lift*").
    let core: [Int]
    /// Objects and predicates of the core.
    let objects: [Int]
    /// Prepositions, particles and their objects in the core.
    let adjuncts: [Int]

    /// - Parameter marked: the sentence that the Doc was made of.
    package init(_ marked: MarkedSentence, in doc: Doc) {
        self.doc = doc
        func tokens(_ ranges: some Sequence<Range<Int>>) -> [Int] {
            ranges.flatMap { range in
                doc.tokens.indices.filter {
                    doc.tokens[$0].start < range.upperBound && doc.tokens[$0].end > range.lowerBound
                        && doc.tokens[$0].pos != .space
                }
            }
        }
        actor = tokens(marked.actor.prefix(1))
        recipient = tokens(marked.recipient.prefix(1))
        actorMarks = Set(tokens(marked.actor))
        recipientMarks = Set(tokens(marked.recipient))
        let ends = Set(actor).union(recipient)
        actorHead = MarkedPair.head(of: actor, in: doc)
        recipientHead = MarkedPair.head(of: recipient, in: doc)
        let way = MarkedPair.way(from: actorHead, to: recipientHead, in: doc)
        path = way.tokens.filter { !ends.contains($0) }
        let verbs = [actorHead, recipientHead].lazy.compactMap { head in
            head.flatMap { doc.ancestors(of: $0).first { doc.isVerb($0) && !ends.contains($0) } }
        }
        governor = verbs.first ?? way.turn
        var core = path
        for verb in MarkedPair.verbs(below: governor, in: doc) where !core.contains(verb) { core.append(verb) }
        self.core = core
        var objects: [Int] = []
        var adjuncts: [Int] = []
        for token in core {
            for child in doc.children(of: token) where !ends.contains(child) {
                switch doc.tokens[child].dep {
                case .dobj, .attr, .nsubjpass, .oprd, .acomp: objects.append(child)
                case .prep, .prt, .agent, .pobj: adjuncts.append(child)
                default: break
                }
            }
        }
        self.objects = objects
        self.adjuncts = adjuncts
    }

    /// Tokens between the two marks, or after the only one, without punctuation.
    var between: [Int] {
        guard let actorStart = actor.first, let actorEnd = actor.last, let recipientStart = recipient.first,
            let recipientEnd = recipient.last
        else {
            return words((actor.last ?? recipient.last ?? -1) + 1..<doc.count)
        }
        let start = actorStart < recipientStart ? actorEnd + 1 : recipientEnd + 1
        return words(start..<max(start, actorStart < recipientStart ? recipientStart : actorStart))
    }

    /// Tokens before the first mark.
    var before: [Int] { words(0..<min(actor.first ?? doc.count, recipient.first ?? doc.count)) }

    /// Tokens after the second mark; none when only one is marked.
    var after: [Int] {
        guard let actorEnd = actor.last, let recipientEnd = recipient.last else { return [] }
        return words(max(actorEnd, recipientEnd) + 1..<doc.count)
    }

    private func words(_ range: Range<Int>) -> [Int] {
        range.filter { doc.tokens[$0].pos != .punctuation && doc.tokens[$0].pos != .space }
    }

    private static func head(of tokens: [Int], in doc: Doc) -> Int? {
        tokens.first { doc.isRoot($0) || !tokens.contains(doc.tokens[$0].head) } ?? tokens.last
    }

    /// The way from one token up to the ancestor in common and down to the other, both ends included; from one to the root
    /// when the other is not there or in another tree.
    private static func way(from start: Int?, to end: Int?, in doc: Doc) -> (tokens: [Int], turn: Int) {
        guard let start = start ?? end else { return ([], doc.tokens.indices.first { doc.isRoot($0) } ?? 0) }
        let up = [start] + doc.ancestors(of: start)
        guard let end, end != start else { return (up, up.last ?? start) }
        let down = [end] + doc.ancestors(of: end)
        guard let turn = up.first(where: down.contains), let above = up.firstIndex(of: turn),
            let below = down.firstIndex(of: turn)
        else { return (up + down.reversed(), up.last ?? start) }
        return (up[...above] + down[..<below].reversed(), turn)
    }

    /// The verb and the clausal complements below it, four levels down at most.
    private static func verbs(below verb: Int, in doc: Doc) -> [Int] {
        guard doc.tokens.indices.contains(verb) else { return [] }
        var result = [verb]
        var level = [verb]
        for _ in 0..<4 {
            level = level.flatMap { doc.children(of: $0, .xcomp, .ccomp, .pcomp, .acomp, .attr, .oprd) }
            result += level.filter { !result.contains($0) }
        }
        return result
    }
}

extension Doc {
    func isVerb(_ token: Int) -> Bool { tokens[token].pos == .verb || tokens[token].pos == .auxiliary }
}
