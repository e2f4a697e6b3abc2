import Dates
import Grounding
import Tokens

/// Finds the time that a clause gives its act.
struct TimeAttachment {
    let scene: Scene
    /// The first time expression that hangs on a verb or act; one that dates something else ("the 2015 accord") hangs on
    /// none.
    private let byHost: [Int: Int]

    init(_ scene: Scene, isAct: (Int) -> Bool) {
        self.scene = scene
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

    /// - Parameter anchors: the act, then the acts it is part of.
    func time(of anchors: [Int]) -> Event.Time? {
        for anchor in anchors {
            if let time = hosted(by: anchor, .stated) { return time }
        }
        for anchor in anchors {
            if let time = occasion(of: anchor) { return time }
        }
        guard let first = anchors.first else { return nil }
        // A noun's clause, then the clauses above, each as far as it goes on telling the same happening.
        let sentence = scene.doc.sentences[scene.doc.sentenceIndex(of: first)]
        for ancestor in scene.doc.ancestors(of: first) where !anchors.contains(ancestor) {
            guard sentence.contains(ancestor) else { break }
            if let time = hosted(by: ancestor, .inherited) { return time }
        }
        return nil
    }

    /// The time of what the clause names as its occasion: "pledged … during talks he held over the weekend", "after the
    /// president fled on Sunday".
    private func occasion(of anchor: Int) -> Event.Time? {
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
                guard isOccasion else { continue }
                for host in scene.doc.subtree(of: child) {
                    if let time = hosted(by: host, .inherited) { return time }
                }
            }
        }
        return nil
    }

    private static let prepositions: Set<String> = ["during", "at", "in", "after", "following", "amid", "on"]
    private static let conjunctions: Set<String> = ["after", "when", "as", "while"]

    private func hosted(by token: Int, _ basis: Event.Time.Basis) -> Event.Time? {
        guard let index = byHost[token] else { return nil }
        let time = scene.mentions.times[index]
        return Event.Time(bytes: time.bytes, kind: time.kind, value: time.value, interval: time.interval, basis: basis)
    }
}
