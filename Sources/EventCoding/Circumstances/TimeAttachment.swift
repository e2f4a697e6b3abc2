import Dates
import Grounding
import Tokens

/// Finds the time that a clause gives its act.
struct TimeAttachment {
    let scene: Scene
    let published: CalendarDate?
    /// For each time expression the verb or act it hangs on.
    private let hosts: [Int]

    init(_ scene: Scene, published: CalendarDate?, isAct: (Int) -> Bool) {
        self.scene = scene
        self.published = published
        hosts = scene.mentions.times.map { TimeAttachment.host(of: $0, in: scene, isAct: isAct) }
    }

    private static func host(of time: TimeExpression, in scene: Scene, isAct: (Int) -> Bool) -> Int {
        guard !time.tokens.isEmpty else { return -1 }
        var node = scene.doc.head(of: time.tokens)
        while scene.doc.tokens[node].head != node {
            node = scene.doc.tokens[node].head
            if scene.syntax.isVerb(node) || isAct(node) { return node }
        }
        return node
    }

    /// - Parameter anchors: the act, then the acts it is part of.
    func time(of anchors: [Int]) -> Event.Time? {
        for anchor in anchors {
            if let time = hosted(by: anchor) { return stated(time, .stated) }
        }
        guard let first = anchors.first else { return nil }
        let sentence = scene.doc.sentences[scene.doc.sentenceIndex(of: first)]
        // A noun's clause, then the clauses above, each as far as it goes on telling the same happening.
        for ancestor in scene.doc.ancestors(of: first) where !anchors.contains(ancestor) {
            guard sentence.contains(ancestor) else { break }
            if let time = hosted(by: ancestor) { return stated(time, .inherited) }
        }
        // An act the clause names as its occasion: "pledged … during talks he held over the weekend".
        for anchor in anchors {
            for (index, time) in scene.mentions.times.enumerated()
            where usable(time) && hosts[index] >= 0 && scene.doc.isAncestor(anchor, of: hosts[index]) {
                return stated(time, .inherited)
            }
        }
        return nil
    }

    private func hosted(by token: Int) -> TimeExpression? {
        for (index, time) in scene.mentions.times.enumerated() where hosts[index] == token && usable(time) {
            return time
        }
        return nil
    }

    private func usable(_ time: TimeExpression) -> Bool {
        time.interval != nil && (time.kind == .date || time.kind == .time)
    }

    private func stated(_ time: TimeExpression, _ basis: Event.Time.Basis) -> Event.Time {
        Event.Time(bytes: time.bytes, kind: time.kind, value: time.value, interval: time.interval, basis: basis)
    }
}
