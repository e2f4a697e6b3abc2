import Dates
import Grounding
import Tokens

/// Finds the time that a clause gives its act.
struct TimeAttachment {
    let scene: Scene
    private let published: CalendarDate?
    /// The first time expression that hangs on a verb or act; one that dates something else ("the 2015 accord") hangs on
    /// none.
    private let byHost: [Int: Int]

    init(_ scene: Scene, published: CalendarDate?, isAct: (Int) -> Bool) {
        self.scene = scene
        self.published = published
        let hosts = scene.mentions.times.map { time in
            guard !time.tokens.isEmpty, time.interval != nil, time.kind == .date || time.kind == .time else {
                return -1
            }
            return TimeAttachment.host(of: time, in: scene, isAct: isAct)
        }
        byHost = Dictionary(zip(hosts, hosts.indices).filter { $0.0 >= 0 }, uniquingKeysWith: { first, _ in first })
    }

    private static func host(of time: TimeExpression, in scene: Scene, isAct: (Int) -> Bool) -> Int {
        var node = scene.doc.head(of: time.tokens)
        if let word = bound(of: time, in: scene) {
            // What lasts until a day is not done on it; "the first attack since 2001" is not of 2001.
            if word == .until || !scene.syntax.isVerb(scene.doc.tokens[time.tokens.lowerBound - 1].head) { return -1 }
        }
        switch scene.doc.tokens[node].dep {
        case .amod, .compound, .nummod, .nmod, .poss:
            let head = scene.doc.tokens[node].head
            return isAct(head) ? head : -1
        default: break
        }
        while scene.doc.tokens[node].head != node {
            node = scene.doc.tokens[node].head
            if scene.syntax.isVerb(node) || isAct(node) { return node }
        }
        return node
    }

    /// A word that makes a time the first or the last day of something.
    private enum Bound { case since, until }

    private static func bound(of time: TimeExpression, in scene: Scene) -> Bound? {
        guard time.tokens.lowerBound > 0 else { return nil }
        switch scene.doc.tokens[time.tokens.lowerBound - 1].lower {
        case "since": return .since
        case "until", "till": return .until
        default: return nil
        }
    }

    /// - Parameter anchors: the act, then the acts it is part of.
    func time(of anchors: [Int]) -> Event.Time? { time(of: anchors, depth: 0) }

    private func time(of anchors: [Int], depth: Int) -> Event.Time? {
        for anchor in anchors {
            if let time = hosted(by: anchor, .stated) { return time }
        }
        for anchor in anchors where depth < TimeAttachment.maximalDepth {
            if let time = distant(anchor, depth: depth) { return time }
        }
        for anchor in anchors {
            if let time = occasion(of: anchor) { return time }
        }
        guard let first = anchors.first else { return nil }
        if let time = ofGovernors(of: first, anchors) { return time }
        for anchor in anchors {
            if let time = ofCoordinated(anchor) { return time }
        }
        for anchor in anchors {
            if let time = ofPurpose(anchor) { return time }
        }
        return nil
    }

    /// "Fired into the air to scatter the crowd *on Monday*": what was done for a purpose, on the day that the parser gives
    /// the purpose.
    private func ofPurpose(_ anchor: Int) -> Event.Time? {
        guard scene.doc.tokens[anchor].tag == .vbd else { return nil }
        for purpose in scene.syntax.purposes(of: anchor) {
            if let time = hosted(by: purpose, .stated), let last = time.interval?.upperBound, let published,
                last <= published
            {
                return time
            }
        }
        return nil
    }

    /// Distances of distances are the parser's mistakes.
    private static let maximalDepth = 2

    /// The time of a noun's clause, then of the clauses above, each as far as it goes on telling the same happening: what
    /// *has* happened since or holds now is not of the day of what it is coordinated with, nor is what somebody else did,
    /// unless the day stands before both or is a month or year that the sentence looks back to.
    private func ofGovernors(of first: Int, _ anchors: [Int]) -> Event.Time? {
        let doc = scene.doc
        let sentence = doc.sentences[doc.sentenceIndex(of: first)]
        var node = first
        var isOthers = false
        var isOfDay = false
        while doc.tokens[node].head != node {
            if scene.syntax.isVerb(node) {
                if scene.syntax.isPresent(node) { return nil }
                isOthers = isOthers || isOfAnother(node)
                // "Since Monday, *when* gunmen *attacked* it": the attack was then.
                isOfDay = isOfDay || doc.tokens[node].dep == .relcl && scene.time(at: doc.tokens[node].head) != nil
            }
            node = doc.tokens[node].head
            guard sentence.contains(node) else { return nil }
            if anchors.contains(node) { continue }
            guard let index = byHost[node] else { continue }
            let time = scene.mentions.times[index]
            // Behind the subject a day is that one's alone: "Chad *on Monday* closed its border, while Niger …".
            let start = scene.syntax.child(of: node) { $0.dep == .nsubj || $0.dep == .nsubjpass } ?? node
            if isOthers, time.tokens.lowerBound > min(start, node), !time.isCoarse { return nil }
            return hosted(by: node, .inherited, reaches: !isOfDay)
        }
        return nil
    }

    /// Whether a clause tells what somebody else did than the clause it hangs on: "…, *while* Chad closed its border".
    private func isOfAnother(_ verb: Int) -> Bool {
        guard scene.syntax.hasOwnSubject(verb) else { return false }
        switch scene.doc.tokens[verb].dep {
        case .conj: return true
        case .advcl: return scene.syntax.child(of: verb) { $0.dep == .mark && $0.lower == "while" } != nil
        default: return false
        }
    }

    /// "*Detained* the leader and raided his office *on Wednesday*": one day for what one subject did.
    private func ofCoordinated(_ anchor: Int) -> Event.Time? {
        guard scene.syntax.isVerb(anchor), !scene.syntax.isPresent(anchor) else { return nil }
        for next in scene.syntax.children(of: anchor, [.conj])
        where !scene.syntax.hasOwnSubject(next) && scene.doc.tokens[next].tag == scene.doc.tokens[anchor].tag {
            if let time = hosted(by: next, .inherited) { return time }
        }
        return nil
    }

    /// The day of what happened at a stated distance from something else: "met on Friday, *two days after* a ship sank".
    private func distant(_ anchor: Int, depth: Int) -> Event.Time? {
        let doc = scene.doc
        let word: Int?
        let governor: Int
        switch doc.tokens[anchor].dep {
        case .advcl:
            word = scene.syntax.child(of: anchor) {
                $0.dep == .mark && TimeAttachment.distances.keys.contains($0.lower)
            }
            governor = doc.tokens[anchor].head
        case .pobj:
            let preposition = doc.tokens[anchor].head
            word = TimeAttachment.distances.keys.contains(doc.tokens[preposition].lower) ? preposition : nil
            governor = doc.tokens[preposition].head
        default: return nil
        }
        guard let word, let direction = TimeAttachment.distances[doc.tokens[word].lower],
            let length = (word > 0 ? scene.time(at: word - 1) : nil)?.wholeDays
        else { return nil }
        let reported = scene.syntax.children(of: governor, [.ccomp]).filter { $0 < governor }
        for reference in [governor] + reported {
            guard let time = time(of: [reference], depth: depth + 1), let interval = time.interval,
                interval.lowerBound == interval.upperBound
            else { continue }
            let day = interval.lowerBound.adding(days: direction * length)
            return Event.Time(
                bytes: time.bytes, kind: .date, value: day.description, interval: day...day, basis: .inherited)
        }
        return nil
    }

    /// What lies after another act lies that much later than it: the other one is before.
    private static let distances = ["after": -1, "before": 1]

    /// The time of what the clause names as its occasion: "pledged … during talks he held over the weekend", "after the
    /// president fled on Sunday".
    private func occasion(of anchor: Int) -> Event.Time? {
        // "*Is flying* soldiers to the highlands after gunmen killed 26 people on Sunday."
        if scene.syntax.isVerb(anchor), scene.syntax.isPresent(anchor) { return nil }
        var sources = [anchor]
        sources += scene.syntax.children(of: anchor, [.dobj, .nsubjpass])
        for source in sources {
            for child in scene.doc.children(of: source) {
                let token = scene.doc.tokens[child]
                let isOccasion: Bool
                switch token.dep {
                case .prep: isOccasion = TimeAttachment.prepositions.contains(token.lower)
                case .advcl:
                    isOccasion = scene.syntax.child(of: child) { TimeAttachment.conjunctions.contains($0.lower) } != nil
                default: isOccasion = false
                }
                // "Brought the airports to a standstill *with a walkout* on Monday."
                if token.dep == .prep, token.lower == "with", let means = scene.syntax.child(of: child, .pobj),
                    let time = hosted(by: means, .inherited)
                {
                    return time
                }
                guard isOccasion else { continue }
                for host in scene.doc.subtree(of: child) where !isReported(host, below: child) {
                    if let time = hosted(by: host, .inherited) { return time }
                }
            }
        }
        return nil
    }

    /// Whether a word stands in what somebody says: "while Chad said it *would send* troops next week".
    private func isReported(_ word: Int, below top: Int) -> Bool {
        var node = word
        while node != top, scene.doc.tokens[node].head != node {
            if scene.doc.tokens[node].dep == .ccomp { return true }
            node = scene.doc.tokens[node].head
        }
        return false
    }

    private static let prepositions: Set<String> = ["during", "at", "in", "after", "following", "amid", "on"]
    private static let conjunctions: Set<String> = ["after", "when", "as", "while"]

    /// - Parameter reaches: whether what has gone on since a day goes on to the day of the report.
    private func hosted(by token: Int, _ basis: Event.Time.Basis, reaches: Bool = true) -> Event.Time? {
        guard let index = byHost[token] else { return nil }
        let time = scene.mentions.times[index]
        if reaches, !scene.syntax.isPluperfect(token), TimeAttachment.bound(of: time, in: scene) == .since,
            let first = time.interval?.lowerBound, let published,
            first <= published
        {
            return Event.Time(
                bytes: time.bytes, kind: time.kind, value: time.value + "/" + published.description,
                interval: first...published, basis: basis)
        }
        if let interval = time.interval, let last = end(of: index) {
            return Event.Time(
                bytes: time.bytes.lowerBound..<last.bytes.upperBound, kind: time.kind,
                value: time.value + "/" + last.value, interval: interval.lowerBound...last.day, basis: basis)
        }
        return Event.Time(bytes: time.bytes, kind: time.kind, value: time.value, interval: time.interval, basis: basis)
    }

    /// Where a span of days ends: "from May 3 *to May 5*".
    private func end(of index: Int) -> (bytes: Range<Int>, value: String, day: CalendarDate)? {
        let times = scene.mentions.times
        guard index + 1 < times.count, let first = times[index].interval, let last = times[index + 1].interval,
            first.upperBound < last.lowerBound,
            times[index + 1].tokens.lowerBound == times[index].tokens.upperBound + 1,
            times[index].tokens.lowerBound > 0
        else { return nil }
        let (from, to) = (times[index].tokens.lowerBound - 1, times[index].tokens.upperBound)
        switch (scene.doc.tokens[from].lower, scene.doc.tokens[to].lower) {
        case ("from", "to"), ("from", "until"), ("from", "till"), ("from", "through"), ("between", "and"):
            return (times[index + 1].bytes, times[index + 1].value, last.upperBound)
        default: return nil
        }
    }
}

extension TimeExpression {
    /// Whether it is longer than a week.
    fileprivate var isCoarse: Bool { interval.map { $0.upperBound > $0.lowerBound.adding(days: 7) } ?? false }

    /// Days that a duration counts, none for some hours; `nil` for months, for parts, for what is no number.
    fileprivate var wholeDays: Int? {
        guard kind == .duration else { return nil }
        if value.hasPrefix("PT") { return 0 }
        guard value.hasPrefix("P"), let count = Int(value.dropFirst().dropLast()) else { return nil }
        switch value.last {
        case "D": return count
        case "W": return 7 * count
        default: return nil
        }
    }
}
