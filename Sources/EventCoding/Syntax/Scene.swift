import Grounding
import Tokens

/// One Doc with what grounding found in it, indexed by token.
struct Scene: Sendable {
    let doc: Doc
    let mentions: Mentions
    let syntax: Syntax
    /// Index into `mentions.actors` of the mention that a token is head of; -1 for none.
    private let actorAt: [Int32]
    /// Index into `mentions.places`; -1 for none.
    private let placeAt: [Int32]
    /// Index into `mentions.times`; -1 for none.
    private let timeAt: [Int32]

    init(_ doc: Doc, mentions: Mentions) {
        var actorAt = [Int32](repeating: -1, count: doc.count)
        for (index, mention) in mentions.actors.enumerated() {
            // Where the tree disagrees with the mention about its head, either carries it.
            actorAt[doc.head(of: mention.tokens)] = Int32(index)
        }
        for (index, mention) in mentions.actors.enumerated() { actorAt[mention.head] = Int32(index) }
        // "Her predecessor, Pedro Vega": a noun that is no mention itself stands for the person it introduces.
        for (index, mention) in mentions.actors.enumerated() where mention.form == .name {
            let token = doc.tokens[mention.head]
            if token.dep == .appos, token.entity.label == .person, actorAt[token.head] < 0 {
                actorAt[token.head] = Int32(index)
            }
        }
        var placeAt = [Int32](repeating: -1, count: doc.count)
        for (index, mention) in mentions.places.enumerated() {
            for token in mention.tokens { placeAt[token] = Int32(index) }
        }
        var timeAt = [Int32](repeating: -1, count: doc.count)
        for (index, time) in mentions.times.enumerated() {
            for token in time.tokens { timeAt[token] = Int32(index) }
        }
        let syntax = Syntax(doc: doc)
        // "Croatia, *whose* foreign minister …": the relative possessor stands for the noun it describes.
        for token in doc.tokens.indices where doc.tokens[token].tag == .wpPossessive && actorAt[token] < 0 {
            actorAt[token] = actorAt[syntax.antecedent(of: token)]
        }
        self.doc = doc
        self.mentions = mentions
        self.actorAt = actorAt
        self.placeAt = placeAt
        self.timeAt = timeAt
        self.syntax = syntax
    }

    /// The tokens of the paragraph that a token stands in: no line break divides them.
    func paragraph(of token: Int) -> Range<Int> {
        var first = doc.sentenceIndex(of: token)
        var last = first
        while first > 0, !isBroken(before: doc.sentences[first].lowerBound) { first -= 1 }
        while last + 1 < doc.sentences.count, !isBroken(before: doc.sentences[last + 1].lowerBound) { last += 1 }
        return doc.sentences[first].lowerBound..<doc.sentences[last].upperBound
    }

    /// Whether a line break stands before a token, as a token of its own or between two.
    private func isBroken(before token: Int) -> Bool {
        guard token > 0 else { return true }
        let previous = doc.tokens[token - 1]
        let start = previous.pos == .space ? previous.start : previous.end
        return doc.text(bytes: start..<doc.tokens[token].start).utf8.contains(UInt8(ascii: "\n"))
    }

    func actor(at token: Int) -> ActorMention? { actorAt[token] < 0 ? nil : mentions.actors[Int(actorAt[token])] }

    func time(at token: Int) -> TimeExpression? { timeAt[token] < 0 ? nil : mentions.times[Int(timeAt[token])] }

    func place(at token: Int) -> PlaceMention? { placeAt[token] < 0 ? nil : mentions.places[Int(placeAt[token])] }
}
