import Tokens

/// Where content begins next to its cue, or that there is none on this side: for content after the cue its first token,
/// for content before it its last.
package struct ContentEdge: Question {
    package let decision: AttributionDecision
    package let candidates: [Int]
    let text: AttributionText
    let by: Attributor
    let side: Side
    private let situation: UInt64

    package init(_ text: AttributionText, by: Attributor, side: Side) {
        self.text = text
        self.by = by
        self.side = side
        decision = side == .after ? .contentAfter : .contentBefore
        situation = text.situation(of: by)
        candidates = [noCandidate] + (side == .after ? text.contentStarts(after: by) : text.contentEnds(before: by))
    }

    package func features(at position: Int, into list: inout FeatureList) {
        list.clear()
        if position == 0 {
            noContentFeatures(&list)
        } else {
            placeFeatures(candidates[position], &list)
            passedFeatures(candidates[position], &list)
        }
    }

    private func noContentFeatures(_ list: inout FeatureList) {
        let t = text
        let h = by.head
        let l = t.lemma[h]
        let after = by.last + 1
        let before = by.first - 1
        list.add(100)
        list.add(101, situation)
        list.add(102, situation, l)
        list.add(103, situation, t.act[h])
        list.add(104, situation, t.dep[h])
        list.add(105, l)
        list.add(106, t.at(t.lower, after), t.at(t.lower, before))
        list.add(107, t.at(t.tag, after), t.at(t.tag, before), t.tag[h])
        list.add(108, t.at(t.lower, after), l)
        list.add(109, t.at(t.lower, before), l)
        list.add(110, t.at(t.tag, by.cue.upperBound + 1), l)
        list.add(111, t.at(t.lower, by.cue.upperBound + 1), situation & 0x1F)
        list.add(112, t.dep[h], t.tag[h], t.at(t.lower, before))
        list.add(113, t.mark(after), t.mark(before), t.marks.number(at: h) > 0 ? 1 : 0)
        list.add(114, t.lower[by.cue.upperBound], situation)
        list.add(115, t.lower[by.cue.lowerBound], t.lower[by.cue.upperBound], l)
    }

    private var anchor: Int { side == .after ? by.cue.upperBound : by.cue.lowerBound }

    /// Tokens between the edge and the cue, those of the source not counted; and whether the source lies between.
    private func gap(_ i: Int) -> (net: Int, source: UInt64) {
        let gap = abs(i - anchor) - 1
        guard let source = by.source, source.lowerBound > min(i, anchor), source.upperBound < max(i, anchor) else {
            return (gap, 0)
        }
        let isNext = i - side.outward == (side == .after ? source.upperBound : source.lowerBound)
        return (gap - source.count, isNext ? 1 : 2)
    }

    /// Features of the place: the words at the edge, the constituent that has its edge there, what it hangs on.
    private func placeFeatures(_ i: Int, _ list: inout FeatureList) {
        let t = text
        let h = by.head
        let l = t.lemma[h]
        let (net, source) = gap(i)
        let d = distanceClass(net) + 1000 * source
        let top = side == .after ? t.opening[i] : t.closing[i]
        let topRelation = t.relation(top, to: h)
        let rel = t.relation(i, to: h)
        let hangsOnCue: UInt64 = by.cue.contains(t.head[top]) ? 1 : 0
        let inward = i - side.outward
        let lowerInward = t.at(t.lower, inward)
        let tagInward = t.at(t.tag, inward)
        list.add(0, d)
        list.add(1, d, l)
        list.add(2, d, t.act[h])
        list.add(3, d, t.tag[h], t.dep[h])
        list.add(4, d, t.lower[i])
        list.add(5, d, lowerInward)
        list.add(6, t.tag[i], tagInward, d)
        list.add(7, t.lower[i], lowerInward)
        list.add(8, t.tag[i], tagInward)
        list.add(9, t.mark(i), t.mark(inward), d)
        list.add(10, t.mark(i), t.mark(inward), tagInward)
        list.add(11, topRelation, l)
        list.add(12, topRelation, t.act[h], source)
        list.add(13, topRelation, d)
        list.add(14, topRelation, t.tag[i])
        list.add(15, topRelation, t.lower[i])
        list.add(16, rel, l)
        list.add(17, rel, t.tag[i])
        list.add(18, t.lower[i], l)
        list.add(19, t.tag[i], l)
        list.add(20, lowerInward, l)
        list.add(21, t.dep[top], t.dep[h], hangsOnCue)
        list.add(22, hangsOnCue, t.dep[top], d)
        list.add(23, hangsOnCue == 1 ? t.lemma[t.head[top]] : 0, t.dep[top], topRelation)
        list.add(24, t.head[h] == top ? 1 : 0, t.left[top] <= h && h <= t.right[top] ? 1 : 0, d)
        list.add(25, lowerInward, t.dep[top], topRelation)
        list.add(31, situation, topRelation)
        list.add(32, situation, d)
        list.add(33, t.sentence[i] == t.sentence[h] ? 1 : 0, t.paragraph[i] ? 1 : 0, t.mark(i))
        list.add(34, t.lower[i], t.at(t.lower, i + side.outward))
        list.add(35, t.tag[i], t.at(t.tag, i + side.outward), l)
        let quotation = t.marks.number(at: i)
        list.add(36, quotation > 0 ? 1 : 0, quotation == t.marks.number(at: h) ? 1 : 0, d)
        list.add(37, t.lower[by.cue.upperBound], t.lower[i], d)
        list.add(38, t.lower[by.cue.upperBound], topRelation, t.tag[i])
        list.add(39, t.lower[by.cue.upperBound], l, t.lower[i])
        list.add(40, topRelation, t.tag[by.cue.upperBound], t.tag[i])
    }

    /// Features of what lies between the edge and the cue, the source left out.
    private func passedFeatures(_ i: Int, _ list: inout FeatureList) {
        let t = text
        let h = by.head
        let (net, source) = gap(i)
        let top = side == .after ? t.opening[i] : t.closing[i]
        let passed = side == .after ? anchor + 1..<max(anchor + 1, i) : min(i + 1, anchor)..<anchor
        var marks: UInt64 = 0
        var shape: UInt64 = 0
        if passed.count < 30 {
            for token in passed where !(by.source?.contains(token) ?? false) {
                shape = shape &* 31 &+ t.tag[token]
                if t.mark(token) != 0 { marks = min(marks + 1, 3) }
            }
        }
        let verbs = UInt64(min(t.verbs[passed.upperBound] - t.verbs[passed.lowerBound], 3))
        let commas = UInt64(min(t.commas[passed.upperBound] - t.commas[passed.lowerBound], 3))
        list.add(26, verbs, commas, marks)
        list.add(27, verbs, t.relation(top, to: h), source)
        list.add(28, marks, t.mark(i), source)
        if net < 8 {
            list.add(29, shape, source, t.mark(i))
            list.add(30, shape, t.lemma[h])
        }
    }
}

extension AttributionText {
    /// What the sentence holds on each side of the cue, as bits.
    func situation(of by: Attributor) -> UInt64 {
        let h = by.head
        var bits: UInt64 = 0
        for child in doc.children(of: h) {
            switch doc.tokens[child].dep {
            case .ccomp: bits |= child < h ? 5 : 10
            case .xcomp, .dobj, .prep, .acl: bits |= child < h ? 1 : 2
            default: break
            }
        }
        let label = doc.tokens[h].dep
        if label == .ccomp || label == .parataxis { bits |= 16 }
        let first = by.first
        let after = by.last + 1
        if mark(first - 1) == 2 || mark(first - 2) == 2 { bits |= 32 }
        if mark(after) == 1 || mark(after + 1) == 1 { bits |= 64 }
        if first == doc.sentences[sentence[h]].lowerBound { bits |= 128 }
        if let source = by.source { bits |= source.lowerBound > by.cue.upperBound ? 256 : 512 }
        if after >= doc.count || paragraph[after] || doc.tokens[after].tag == .sentenceEnd { bits |= 1024 }
        if first > 0, doc.tokens[first - 1].tag == .comma { bits |= 2048 }
        return bits
    }

    /// Where content after a cue can begin: in the cue's sentence, or at the next one ("He put it this way:").
    fileprivate func contentStarts(after by: Attributor) -> [Int] {
        let from = by.cue.upperBound + 1
        let end = doc.sentences[sentence[by.head]].upperBound
        var result = (from..<max(from, min(end, from + 80))).filter {
            !isBound[$0] && !(by.source?.contains($0) ?? false) && doc.tokens[$0].pos != .space
        }
        if let next = doc.tokens[end...].firstIndex(where: { $0.pos != .space }) { result.append(next) }
        return result
    }

    /// Where content before a cue can end: in the cue's sentence, or at the end of the one before.
    fileprivate func contentEnds(before by: Attributor) -> [Int] {
        let index = sentence[by.head]
        let first = doc.sentences[index].lowerBound
        var result: [Int] = []
        if index > 0, !paragraph[first] {
            result =
                lastWord[index - 1] == lastToken[index - 1]
                ? [lastToken[index - 1]] : [lastWord[index - 1], lastToken[index - 1]]
        }
        result += (max(first, by.cue.lowerBound - 80)..<max(first, by.cue.lowerBound)).filter {
            !isBound[$0 + 1] && !(by.source?.contains($0) ?? false) && doc.tokens[$0].pos != .space
        }
        return result
    }
}
