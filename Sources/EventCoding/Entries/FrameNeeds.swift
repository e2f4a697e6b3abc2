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

    /// Where in `metNeeds` the needs lie that a token with a key meets.
    private let met: [StringKey: Range<Int>]
    private let metNeeds: [Int32]
    private let count: Int
    /// The needs of all frames, one after the other.
    private let needs: [Int32]
    /// Index into `needs` of each frame's first, and of the end.
    private let starts: [Int32]

    init(frames: [Frame], classes: WordClasses) {
        var numbering = NeedNumbering()
        for frame in frames { numbering.add(frame, classes) }
        var met: [StringKey: Range<Int>] = Dictionary(minimumCapacity: numbering.met.count)
        var metNeeds: [Int32] = []
        for (key, needs) in numbering.met {
            met[key] = metNeeds.count..<metNeeds.count + needs.count
            metNeeds += needs
        }
        self.met = met
        self.metNeeds = metNeeds
        count = numbering.count
        needs = numbering.needs
        starts = numbering.starts
    }

    func presence(in tokens: Range<Int>, of doc: Doc) -> Presence {
        var presence = Presence(bits: [UInt64](repeating: 0, count: count / 64 + 1))
        func mark(_ key: StringKey) {
            guard let range = met[key] else { return }
            for index in range { presence.mark(metNeeds[index]) }
        }
        for token in tokens {
            let lemma = doc.tokens[token].lemmaKey
            let lower = doc.tokens[token].lowerKey
            mark(lemma)
            if lower != lemma { mark(lower) }
        }
        return presence
    }

    /// Whether nothing that a frame asks for is missing.
    func areMet(by presence: Presence, frame: Int) -> Bool {
        for index in Int(starts[frame])..<Int(starts[frame + 1]) where !presence.has(needs[index]) { return false }
        return true
    }
}

/// Gives each word, class and choice of prepositions that frames ask for a number, frame by frame.
private struct NeedNumbering {
    /// Needs that a token with a key meets.
    private(set) var met: [StringKey: [Int32]] = [:]
    private(set) var count = 0
    private(set) var needs: [Int32] = []
    private(set) var starts: [Int32] = [0]
    private var words: [StringKey: Int32] = [:]
    private var groups: [[StringKey]: Int32] = [:]
    private var ofClass: [Int: Int32] = [:]

    mutating func add(_ frame: Frame, _ classes: WordClasses) {
        for complement in frame.complements where !complement.isOptional {
            switch complement.filler {
            case .word(let key): needs.append(need(of: key))
            case .wordClass(let index), .slotOfClass(_, let index): needs.append(need(ofClass: index, classes))
            case .slot: break
            }
        }
        if let particle = frame.particle { needs.append(need(of: particle)) }
        for modifier in frame.modifiers { needs.append(need(of: modifier)) }
        for complement in frame.complements where !complement.isOptional {
            // "To" may be left unsaid: a bare dative.
            guard case .preposition(let keys) = complement.relation, !keys.contains(NeedNumbering.to) else { continue }
            needs.append(need(ofAny: keys))
        }
        starts.append(Int32(needs.count))
    }

    private static let to = StringKey("to")

    private mutating func fresh(metBy keys: [StringKey]) -> Int32 {
        let need = Int32(count)
        count += 1
        for key in keys where met[key]?.last != need { met[key, default: []].append(need) }
        return need
    }

    private mutating func need(of key: StringKey) -> Int32 {
        if let known = words[key] { return known }
        let fresh = fresh(metBy: [key])
        words[key] = fresh
        return fresh
    }

    private mutating func need(ofAny keys: [StringKey]) -> Int32 {
        if let known = groups[keys] { return known }
        let fresh = fresh(metBy: keys)
        groups[keys] = fresh
        return fresh
    }

    private mutating func need(ofClass index: Int, _ classes: WordClasses) -> Int32 {
        if let known = ofClass[index] { return known }
        let fresh = fresh(metBy: classes.heads(of: index))
        ofClass[index] = fresh
        return fresh
    }
}
