import Grounding
import Tokens

/// Looks up the entity that a span of text names.
struct MentionHeads {
    private let mentions: [ActorMention]

    init(_ mentions: Mentions) { self.mentions = mentions.actors.sorted { $0.head < $1.head } }

    /// The entity of the mention whose head governs the span; else of the first mention with its head inside.
    func entity(headedIn span: ByteSpan, of doc: Doc) -> Int? {
        var low = 0
        var high = mentions.count
        while low < high {
            let middle = (low + high) / 2
            if doc.tokens[mentions[middle].head].start < span.lowerBound { low = middle + 1 } else { high = middle }
        }
        var first: Int?
        while low < mentions.count, doc.tokens[mentions[low].head].end <= span.upperBound {
            let mention = mentions[low]
            let governor = doc.tokens[mention.head].head
            let governed = governor != mention.head && span.contains(doc.tokens[governor].start)
            if !governed { return mention.entity }
            first = first ?? mention.entity
            low += 1
        }
        return first
    }
}
