import Lexicon
import Tokens

/// What must stand in a sentence for a frame to hold there: the words and classes it asks for. Most frames of a common
/// verb ask for something the sentence does not have, and need not be tried on its tree.
struct FrameNeeds: Sendable {
    /// The words and classes a sentence has, a bit each.
    struct Presence {
        fileprivate var bits: [UInt64]

        fileprivate func has(_ need: Int32) -> Bool { bits[Int(need) >> 6] & (1 << UInt64(need & 63)) != 0 }

        fileprivate mutating func mark(_ need: Int32) { bits[Int(need) >> 6] |= 1 << UInt64(need & 63) }
    }

    /// Needs that a token with a key meets.
    private var met: [StringKey: [Int32]] = [:]
    private var count = 0
    /// The needs of all frames, one after the other.
    private var needs: [Int32] = []
    /// Index into `needs` of each frame's first, and of the end.
    private var starts: [Int32] = [0]

    init(frames: [Frame], classes: WordClasses) {
        var words: [StringKey: Int32] = [:]
        var groups: [[StringKey]: Int32] = [:]
        var ofClass: [Int: Int32] = [:]
        for frame in frames {
            for complement in frame.complements where !complement.isOptional {
                switch complement.filler {
                case .word(let key): add(need(of: key, &words))
                case .wordClass(let index), .slotOfClass(_, let index):
                    add(need(ofClass: index, classes, &ofClass))
                case .slot: break
                }
            }
            if let particle = frame.particle { add(need(of: particle, &words)) }
            for modifier in frame.modifiers { add(need(of: modifier, &words)) }
            for complement in frame.complements where !complement.isOptional {
                // "To" may be left unsaid: a bare dative.
                guard case .preposition(let keys) = complement.relation, !keys.contains(FrameNeeds.to) else { continue }
                if let known = groups[keys] {
                    add(known)
                } else {
                    let fresh = fresh(metBy: keys)
                    groups[keys] = fresh
                    add(fresh)
                }
            }
            starts.append(Int32(needs.count))
        }
    }

    private static let to = StringKey("to")

    private mutating func add(_ need: Int32) { needs.append(need) }

    private mutating func fresh(metBy keys: [StringKey]) -> Int32 {
        let need = Int32(count)
        count += 1
        for key in keys where met[key]?.last != need { met[key, default: []].append(need) }
        return need
    }

    private mutating func need(of key: StringKey, _ words: inout [StringKey: Int32]) -> Int32 {
        if let known = words[key] { return known }
        let fresh = fresh(metBy: [key])
        words[key] = fresh
        return fresh
    }

    private mutating func need(ofClass index: Int, _ classes: WordClasses, _ ofClass: inout [Int: Int32]) -> Int32 {
        if let known = ofClass[index] { return known }
        let fresh = fresh(metBy: classes.heads(of: index))
        ofClass[index] = fresh
        return fresh
    }

    func presence(in tokens: Range<Int>, of doc: Doc) -> Presence {
        var presence = Presence(bits: [UInt64](repeating: 0, count: count / 64 + 1))
        for token in tokens {
            let word = doc.tokens[token]
            for need in met[word.lemmaKey] ?? [] { presence.mark(need) }
            if word.lowerKey != word.lemmaKey { for need in met[word.lowerKey] ?? [] { presence.mark(need) } }
        }
        return presence
    }

    /// Whether nothing that a frame asks for is missing.
    func areMet(by presence: Presence, frame: Int) -> Bool {
        for index in Int(starts[frame])..<Int(starts[frame + 1]) where !presence.has(needs[index]) { return false }
        return true
    }
}
