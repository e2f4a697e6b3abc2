import Tokens

/// Where a source begins, its head given.
package struct SourceStart: Question {
    package let decision = AttributionDecision.sourceStart
    package let candidates: [Int]
    let text: AttributionText
    let head: Int
    let cue: ClosedRange<Int>

    package init(_ text: AttributionText, head: Int, cue: ClosedRange<Int>) {
        self.text = text
        self.head = head
        self.cue = cue
        let sentenceStart = text.doc.sentences[text.sentence[head]].lowerBound
        var result = [head]
        var first = head
        while first > sentenceStart, first > head - 30, !text.paragraph[first], first - 1 != cue.upperBound {
            first -= 1
            result.append(first)
        }
        candidates = result
    }

    package func features(at position: Int, into list: inout FeatureList) {
        list.clear()
        let i = candidates[position]
        let s = head
        let t = text
        let d = distanceClass(s - i)
        let edge: UInt64 = i == t.left[s] ? 1 : i < t.left[s] ? 2 : 0
        let rel = t.relation(i, to: s)
        let before = t.relation(i - 1, to: s)
        let tagBefore = t.at(t.tag, i - 1)
        let lowerBefore = t.at(t.lower, i - 1)
        let commas = UInt64(t.commas[s] - t.commas[i])
        list.add(0, d)
        list.add(1, d, t.tag[s])
        list.add(2, edge)
        list.add(3, edge, t.tag[s])
        list.add(4, edge, t.tag[i])
        list.add(5, edge, tagBefore)
        list.add(6, edge, t.lower[i])
        list.add(7, edge, lowerBefore)
        list.add(8, t.tag[i], tagBefore)
        list.add(9, rel, before)
        list.add(10, rel, t.tag[i], t.tag[s])
        list.add(11, before, tagBefore, t.tag[s])
        list.add(12, t.lower[i])
        list.add(13, lowerBefore)
        list.add(14, t.lower[i], lowerBefore)
        list.add(15, t.entity[i], t.at(t.entity, i - 1), t.entity[s])
        list.add(16, t.entity[i], t.at(t.entity, i - 1), edge)
        if s - i < 8 {
            var shape: UInt64 = 0
            for token in i..<s { shape = shape &* 31 &+ t.tag[token] }
            list.add(17, shape, t.tag[s])
        }
        list.add(18, commas, edge)
        list.add(19, i == cue.upperBound + 1 ? 1 : 0, edge)
        list.add(20, s < cue.lowerBound ? 0 : 1, edge)
        list.add(21, rel, t.lemma[s])
        list.add(22, t.opening[i] == i ? 0xFFF1 : t.relation(t.opening[i], to: s), edge)
        list.add(23, t.mark(i), t.mark(i - 1), edge)
        list.add(24, t.dep[s], edge, commas)
        list.add(25, t.lemma[s], d)
    }
}

/// Where a source ends, its head given: with or without apposition, age, relative clause.
package struct SourceEnd: Question {
    package let decision = AttributionDecision.sourceEnd
    package let candidates: [Int]
    let text: AttributionText
    let head: Int
    let cue: ClosedRange<Int>

    package init(_ text: AttributionText, head: Int, cue: ClosedRange<Int>) {
        self.text = text
        self.head = head
        self.cue = cue
        let sentenceEnd = text.doc.sentences[text.sentence[head]].upperBound
        var result = [head]
        var last = head
        while last + 1 < sentenceEnd, last < head + 40, !text.paragraph[last + 1], last + 1 != cue.lowerBound {
            last += 1
            if last + 1 == text.doc.count || !text.isBound[last + 1] || last + 1 == cue.lowerBound {
                result.append(last)
            }
        }
        candidates = result
    }

    package func features(at position: Int, into list: inout FeatureList) {
        list.clear()
        let j = candidates[position]
        let s = head
        let t = text
        let d = distanceClass(j - s)
        let edge: UInt64 = j == t.right[s] ? 1 : j > t.right[s] ? 2 : 0
        let atCue: UInt64 = j + 1 == cue.lowerBound ? 1 : 0
        let rel = t.relation(j, to: s)
        let next = t.relation(j + 1, to: s)
        let follower = j + 1 < t.doc.count ? t.opening[j + 1] : -1
        let followerRelation = t.relation(follower, to: s)
        let tagNext = t.at(t.tag, j + 1)
        let lowerNext = t.at(t.lower, j + 1)
        let commas = UInt64(t.commas[j + 1] - t.commas[s + 1])
        let verbs = UInt64(t.verbs[j + 1] - t.verbs[s + 1])
        let isBefore: UInt64 = s < cue.lowerBound ? 0 : 1
        list.add(0, d)
        list.add(1, d, t.tag[s])
        list.add(2, edge, atCue)
        list.add(3, edge, t.tag[s])
        list.add(4, edge, t.tag[j])
        list.add(5, edge, tagNext)
        list.add(6, edge, t.lower[j])
        list.add(7, edge, lowerNext, atCue)
        list.add(8, t.tag[j], tagNext)
        list.add(9, rel, next)
        list.add(10, rel, t.tag[j], t.tag[s])
        list.add(11, next, tagNext, t.tag[s])
        list.add(12, t.lower[j])
        list.add(13, lowerNext)
        list.add(14, t.lower[j], lowerNext)
        list.add(15, t.entity[j], t.at(t.entity, j + 1), t.entity[s])
        list.add(16, t.entity[j], t.at(t.entity, j + 1), edge)
        if j - s < 8 {
            var shape: UInt64 = 0
            for token in s + 1..<j + 1 { shape = shape &* 31 &+ t.tag[token] }
            list.add(17, shape, t.tag[s])
        }
        list.add(18, commas, edge, atCue)
        list.add(19, verbs, edge, atCue)
        list.add(20, isBefore, edge)
        list.add(21, followerRelation, commas)
        list.add(22, followerRelation, edge, t.tag[s])
        list.add(23, followerRelation, tagNext, t.at(t.tag, j + 2))
        list.add(24, t.closing[j] == j ? 0xFFF1 : t.relation(t.closing[j], to: s), edge, atCue)
        list.add(25, t.mark(j), t.mark(j + 1), edge)
        list.add(26, t.dep[s], edge, commas)
        list.add(27, t.lemma[s], d)
        list.add(28, t.lemma[s], followerRelation)
        list.add(29, t.dep[s], followerRelation, atCue)
        list.add(30, lowerNext, t.at(t.lower, j + 2))
        list.add(31, t.dep[s], isBefore, followerRelation)
    }
}
