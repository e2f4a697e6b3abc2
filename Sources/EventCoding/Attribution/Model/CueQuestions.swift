import Tokens

/// Where a cue begins, its head given: "has repeatedly *said*" begins at "has".
package struct CueStart: Question {
    package let decision = AttributionDecision.cueStart
    package let candidates: [Int]
    let text: AttributionText
    let head: Int

    package init(_ text: AttributionText, head: Int) {
        self.text = text
        self.head = head
        let sentenceStart = text.doc.sentences[text.sentence[head]].lowerBound
        var first = head
        while first > sentenceStart, first > head - 8, !text.paragraph[first], text.mark(first - 1) == 0 { first -= 1 }
        candidates = Array(first...head)
    }

    package func features(at position: Int, into list: inout FeatureList) {
        list.clear()
        let i = candidates[position]
        let h = head
        let t = text
        let d = UInt64(h - i)
        let a = t.act[h]
        list.add(0, d)
        list.add(1, d, t.lemma[h])
        list.add(2, d, a)
        list.add(3, d, t.tag[h])
        list.add(4, d, t.dep[h])
        var shape: UInt64 = 0
        var words: UInt64 = 0
        var outside: UInt64 = 0
        for token in i..<h {
            shape = shape &* 31 &+ t.tag[token] &+ 1
            words = words &* 31 &+ t.lower[token]
            if token < t.left[h] { outside += 1 }
        }
        let commas = UInt64(t.commas[h] - t.commas[i])
        list.add(5, shape, t.tag[h])
        list.add(6, shape, t.dep[h])
        list.add(7, words)
        list.add(8, words, t.lemma[h])
        list.add(9, outside, commas)
        let rel = t.relation(i, to: h)
        let before = t.relation(i - 1, to: h)
        let lowerBefore = t.at(t.lower, i - 1)
        let tagBefore = t.at(t.tag, i - 1)
        list.add(10, rel, d)
        list.add(11, before, d)
        list.add(12, rel, before)
        list.add(13, t.lower[i], d)
        list.add(14, t.tag[i], rel)
        list.add(15, lowerBefore, before)
        list.add(16, lowerBefore, t.lower[i])
        list.add(17, tagBefore, t.tag[i])
        list.add(18, lowerBefore, rel)
        list.add(19, tagBefore, before, rel)
        list.add(20, lowerBefore, t.lemma[h])
        list.add(21, rel, before, t.lemma[h])
        list.add(22, t.lower[i], t.lemma[h])
        list.add(23, tagBefore, t.at(t.tag, i - 2), t.tag[i])
        list.add(24, before, t.tag[i], tagBefore)
        list.add(25, t.at(t.dep, i - 1), t.dep[i])
        list.add(26, t.at(t.entity, i - 1), t.entity[i], tagBefore)
    }
}

/// Where a cue ends, its head given: "*said* in a statement" ends at "statement".
package struct CueEnd: Question {
    package let decision = AttributionDecision.cueEnd
    package let candidates: [Int]
    let text: AttributionText
    let head: Int

    package init(_ text: AttributionText, head: Int) {
        self.text = text
        self.head = head
        let sentenceEnd = text.doc.sentences[text.sentence[head]].upperBound
        var result = [head]
        var last = head
        while last + 1 < sentenceEnd, last < head + 14, !text.paragraph[last + 1], text.mark(last + 1) != 1 {
            last += 1
            if last + 1 == text.doc.count || !text.isBound[last + 1] { result.append(last) }
        }
        candidates = result
    }

    package func features(at position: Int, into list: inout FeatureList) {
        list.clear()
        let j = candidates[position]
        let h = head
        let t = text
        let d = UInt64(j - h)
        let a = t.act[h]
        let l = t.lemma[h]
        var shape: UInt64 = 0
        var words: UInt64 = 0
        var outside: UInt64 = 0
        var nominals: UInt64 = 0
        var punctuation: UInt64 = 0
        var lastVerb = h
        for token in h + 1..<j + 1 {
            shape = shape &* 31 &+ t.tag[token] &+ 1
            words = words &* 31 &+ t.lower[token]
            if token > t.right[h] { outside += 1 }
            switch t.doc.tokens[token].pos {
            case .noun, .properNoun, .pronoun: nominals += 1
            case .verb: lastVerb = token
            case .punctuation: punctuation += 1
            default: break
            }
        }
        let verbs = UInt64(t.verbs[j + 1] - t.verbs[h + 1])
        list.add(0, d)
        list.add(1, d, l)
        list.add(2, d, a)
        list.add(3, d, t.tag[h])
        list.add(4, d, t.dep[h])
        list.add(5, shape, t.tag[h])
        list.add(6, shape, l)
        list.add(7, words)
        list.add(8, words, l)
        list.add(9, outside, punctuation)
        list.add(10, nominals, verbs, punctuation)
        edgeFeatures(j, lastVerb: lastVerb, nominals: nominals, &list)
    }

    /// Features of the last token, the next one, and what the constituent that would follow the cue hangs on.
    private func edgeFeatures(_ j: Int, lastVerb: Int, nominals: UInt64, _ list: inout FeatureList) {
        let h = head
        let t = text
        let d = UInt64(j - h)
        let a = t.act[h]
        let l = t.lemma[h]
        let rel = t.relation(j, to: h)
        let next = t.relation(j + 1, to: h)
        let follower = j + 1 < t.doc.count ? t.opening[j + 1] : -1
        let followerToHead = t.relation(follower, to: h)
        let followerToLast = t.relation(follower, to: j)
        let followerToVerb = t.relation(follower, to: lastVerb)
        let ends = t.closing[j] == j ? 0xFFF0 : t.relation(t.closing[j], to: h)
        let lowerNext = t.at(t.lower, j + 1)
        let tagNext = t.at(t.tag, j + 1)
        list.add(11, rel, d)
        list.add(12, next, d)
        list.add(13, rel, next)
        list.add(14, t.lower[j], d)
        list.add(15, t.tag[j], rel)
        list.add(16, lowerNext, next)
        list.add(17, lowerNext, t.lower[j])
        list.add(18, tagNext, t.tag[j])
        list.add(19, lowerNext, rel)
        list.add(20, tagNext, next, rel)
        list.add(21, lowerNext, l)
        list.add(22, rel, next, l)
        list.add(23, t.lower[j], l)
        list.add(24, tagNext, t.at(t.tag, j + 2), t.tag[j])
        list.add(25, followerToHead, l)
        list.add(26, followerToHead, rel, a)
        list.add(27, followerToLast, t.tag[j])
        list.add(28, followerToLast, t.lower[j])
        list.add(29, followerToVerb, t.act[lastVerb], t.lower[j])
        list.add(30, ends, followerToHead)
        list.add(31, ends, l, d)
        list.add(32, t.mark(j + 1), t.tag[j], a)
        list.add(33, t.mark(j + 1), t.mark(j + 2), t.lower[j])
        list.add(34, t.entity[j], t.at(t.entity, j + 1))
        list.add(35, t.dep[j], t.at(t.dep, j + 1))
        list.add(36, nominals, followerToHead, t.tag[j])
        list.add(37, t.act[j], followerToLast, t.tag[j])
        list.add(38, a, tagNext, d)
        list.add(39, t.lower[j], tagNext)
        list.add(40, j + 1 < t.doc.count && t.sentence[j + 1] == t.sentence[j] ? 0 : 1, d)
        list.add(41, followerToVerb, t.lemma[lastVerb], t.tag[j])
    }
}
