import Tokens

/// Which word carries the source of a cue, or none: "*sources* close to the talks said".
package struct SourceHead: Question {
    package let decision = AttributionDecision.sourceHead
    package let candidates: [Int]
    let text: AttributionText
    let head: Int
    let cue: ClosedRange<Int>
    /// How many candidates stand before the cue's head.
    private let before: Int
    private let shared: SharedSubject?
    private let isPassive: UInt64

    package init(_ text: AttributionText, head: Int, cue: ClosedRange<Int>) {
        self.text = text
        self.head = head
        self.cue = cue
        let sentence = text.doc.sentences[text.sentence[head]]
        let window = max(sentence.lowerBound, head - 80)..<min(sentence.upperBound, head + 60)
        let nominals = window.filter { $0 != head && text.canCarrySource($0) }
        candidates = [noCandidate] + nominals
        before = nominals.count { $0 < head }
        shared = text.sharedSubject(of: head)
        isPassive = text.doc.child(of: head, .auxpass) != nil ? 1 : 0
    }

    package func features(at position: Int, into list: inout FeatureList) {
        list.clear()
        if position == 0 {
            noSourceFeatures(&list)
        } else {
            features(
                of: candidates[position], rank: position <= before ? before - position + 1 : position - before, &list)
        }
    }

    private func noSourceFeatures(_ list: inout FeatureList) {
        let t = text
        let l = t.lemma[head]
        let kind = shared?.kind ?? 0
        list.add(60)
        list.add(61, l)
        list.add(62, t.act[head], isPassive)
        list.add(63, l, isPassive)
        list.add(64, t.tag[head], t.dep[head], isPassive)
        list.add(65, kind, isPassive)
        list.add(66, kind, t.tag[head], t.dep[head])
        if let shared {
            list.add(67, t.lemma[shared.token], isPassive)
            list.add(68, t.tag[shared.token], kind, isPassive)
            list.add(69, t.lemma[shared.token], l)
        }
        list.add(70, t.dep[head], t.act[head], kind)
        list.add(71, t.lower[cue.lowerBound], t.lower[cue.upperBound])
        list.add(72, t.lower[cue.lowerBound], t.tag[head])
        list.add(73, t.at(t.lower, cue.lowerBound - 1))
    }

    private func features(of s: Int, rank: Int, _ list: inout FeatureList) {
        let t = text
        let h = head
        let l = t.lemma[h]
        let a = t.act[h]
        let way = t.path(from: s, to: h)
        let kind: UInt64 = shared?.token == s ? shared?.kind ?? 0 : 0
        let side: UInt64 = cue.contains(s) ? 2 : s < h ? 0 : 1
        let distance = distanceClass(s < h ? s - cue.lowerBound : s - cue.upperBound)
        list.add(1, way)
        list.add(2, way, l)
        list.add(3, way, a)
        list.add(4, way, t.tag[h], isPassive)
        list.add(5, way, t.pos[s])
        list.add(6, way, isPassive, t.dep[h])
        list.add(7, way, t.entity[s])
        list.add(8, kind, isPassive, side)
        list.add(9, kind, a, isPassive)
        list.add(10, kind, l)
        list.add(11, kind, t.tag[h], t.dep[h])
        list.add(12, kind, t.lemma[s])
        list.add(13, t.dep[s], side)
        list.add(14, t.dep[s], side, t.tag[h])
        list.add(15, t.dep[s], t.lemma[t.head[s]], side)
        list.add(16, t.lemma[s], side)
        list.add(17, t.entity[s], side, t.pos[s])
        list.add(18, distance)
        list.add(19, distance, t.dep[s])
        list.add(20, distance, t.pos[s], a)
        list.add(21, UInt64(min(rank, 6)), side, t.dep[s])
        list.add(22, UInt64(min(rank, 6)), side, isPassive)
        let quotation = t.marks.number(at: s)
        let quoted: UInt64 = (quotation == t.marks.number(at: h) ? 0 : quotation > 0 ? 1 : 2) + side * 4
        list.add(23, quoted)
        list.add(24, quoted, t.dep[s])
        list.add(25, t.lemma[s], l)
        list.add(26, t.lemma[s], way)
        list.add(27, t.left[s] <= h && t.right[s] >= h ? 1 : 0, t.dep[s], t.dep[h])
        list.add(28, t.at(t.lower, t.right[s] + 1), side)
        list.add(29, t.at(t.lower, t.left[s] - 1), side)
        list.add(30, t.at(t.lower, t.left[s] - 1), l)
        let touches: UInt64 = t.right[s] + 1 == cue.lowerBound ? 1 : t.left[s] == cue.upperBound + 1 ? 2 : 0
        list.add(31, touches, t.dep[s])
        list.add(32, t.dep[s], t.dep[t.head[s]], side)
        list.add(33, t.act[s], side, t.dep[s])
        list.add(34, t.pos[s], t.entity[s], kind)
        list.add(35, t.at(t.entity, s - 1), t.entity[s], t.at(t.entity, s + 1))
        list.add(36, t.mark(cue.upperBound + 1), t.mark(cue.lowerBound - 1), kind)
        list.add(37, t.dep[s], a, side)
        list.add(38, t.tag[s], t.tag[h], distance)
        let nature = t.nature[s] + t.entity[s]
        list.add(39, nature, way)
        list.add(40, nature, kind, a)
        list.add(41, nature, t.dep[s], side)
        list.add(42, nature, distance)
    }
}

/// The subject that a cue has or shares with the verb it hangs on.
struct SharedSubject {
    let token: Int
    /// How it was found: steps up the tree; 10 more for the agent of a passive, 20 more for the noun that a clause
    /// modifies; counted from 1.
    let kind: UInt64
}

extension AttributionText {
    /// Tokens that name something and are no mere part of a longer name.
    func canCarrySource(_ token: Int) -> Bool {
        let dep = doc.tokens[token].dep
        switch doc.tokens[token].pos {
        case .noun, .properNoun:
            // Inside a name only its last word can.
            return dep != .compound || token + 1 == doc.count || entity[token] == 0
                || entity[token + 1] != entity[token]
        case .pronoun: return true
        case .number: return dep != .nummod && dep != .quantmod
        case .adjective: return dep != .amod && dep != .acomp
        case .determiner: return dep != .det
        case .verb: return dep == .nsubj || dep == .pobj
        default: return false
        }
    }

    func sharedSubject(of cue: Int) -> SharedSubject? {
        var node = cue
        for step in UInt64(1)...5 {
            if let agent = doc.child(of: node, .agent), let object = doc.child(of: agent, .pobj) {
                return SharedSubject(token: object, kind: step + 10)
            }
            if let subject = doc.child(of: node, .nsubj, .nsubjpass) {
                return SharedSubject(token: subject, kind: step)
            }
            switch doc.tokens[node].dep {
            case .acl, .relcl: return SharedSubject(token: head[node], kind: step + 20)
            case .conj, .xcomp, .advcl, .ccomp, .pcomp, .prep, .dobj, .pobj, .aux: node = head[node]
            default: return nil
            }
        }
        return nil
    }

    /// The labels from one token up to the common ancestor and down to the other, as one number; 0 when it is long.
    func path(from token: Int, to other: Int) -> UInt64 {
        var down: UInt64 = 7
        var node = other
        for _ in 0..<6 {
            // Up from the token, until the ancestor of `other` that we are at.
            var up: UInt64 = 3
            var step = token
            for _ in 0..<7 {
                if step == node { return up &* 0x9E37_79B9 &+ down }
                if head[step] == step { break }
                up = up &* 127 &+ dep[step]
                step = head[step]
            }
            if head[node] == node { break }
            down = down &* 131 &+ dep[node]
            node = head[node]
        }
        return 0
    }
}
