import Tokens

/// How far content goes, its edge next to the cue given: for content after the cue its last token, for content before
/// it its first.
package struct ContentExtent: Question {
    package let decision: AttributionDecision
    package let candidates: [Int]
    let text: AttributionText
    let by: Attributor
    let side: Side
    /// The edge next to the cue.
    let inner: Int

    package init(_ text: AttributionText, by: Attributor, side: Side, inner: Int) {
        self.text = text
        self.by = by
        self.side = side
        self.inner = inner
        decision = side == .after ? .contentEnd : .contentStart
        candidates = side == .after ? text.contentEnds(from: inner) : text.contentStarts(to: inner, by: by)
    }

    package func features(at position: Int, into list: inout FeatureList) {
        list.clear()
        let j = candidates[position]
        let low = min(inner, j)
        let high = max(inner, j)
        let quotes = quotationFeatures(j, low, high, &list)
        treeFeatures(j, low, high, quotes, &list)
    }

    /// Where the edge stands in its sentence: 0 inside, 1 at the sentence's edge, 2 at the paragraph's, 3 at the text's.
    private func ending(_ j: Int) -> UInt64 {
        let next = j + side.outward
        guard next >= 0, next < text.doc.count else { return 3 }
        if text.paragraph[max(next, j)] || text.doc.tokens[next].pos == .space { return 2 }
        return text.sentence[next] != text.sentence[j] ? 1 : 0
    }

    /// Features of marks, sentences and words; returns the state of quotation marks that others combine with.
    private func quotationFeatures(_ j: Int, _ low: Int, _ high: Int, _ list: inout FeatureList) -> UInt64 {
        let t = text
        let h = by.head
        let l = t.lemma[h]
        let next = j + side.outward
        let range = t.doc.sentences[t.sentence[j]]
        let rest = distanceClass(side == .after ? max(0, t.lastToken[t.sentence[j]] - j) : j - range.lowerBound)
        let end = ending(j)
        let quotation = t.marks.number(at: j)
        let innerQuotation = t.marks.number(at: inner)
        let firstKind: UInt64 = t.mark(low) == 1 ? 1 : t.marks.number(at: low) > 0 ? 2 : 0
        let same: UInt64 =
            innerQuotation == 0 ? (quotation == 0 ? 0 : 1) : quotation == innerQuotation ? 2 : quotation == 0 ? 3 : 4
        let word = t.lastWord[t.sentence[j]]
        let final: UInt64 =
            j == word ? (j == t.lastToken[t.sentence[j]] ? 3 : 2) : j == t.lastToken[t.sentence[j]] ? 1 : 0
        let length = distanceClass(high - low)
        let tagNext = t.at(t.tag, next)
        let lowerNext = t.at(t.lower, next)
        let breaks = UInt64(min(3, t.unquotedSentences[high + 1] - t.unquotedSentences[low + 1]))
        let sentences = UInt64(min(3, abs(t.sentence[j] - t.sentence[inner])))
        list.add(0, end)
        list.add(1, rest, end)
        list.add(2, length, end)
        list.add(3, t.mark(j), firstKind)
        list.add(4, same, t.mark(j), firstKind)
        list.add(5, same, t.mark(j), t.mark(next))
        list.add(6, same, t.mark(j), end)
        list.add(15, t.lower[j], end)
        list.add(16, lowerNext, end)
        list.add(17, t.tag[j], tagNext, end)
        list.add(18, t.lower[j], lowerNext)
        list.add(24, t.lower[low], t.tag[j], end)
        list.add(25, t.tag[low], end, tagNext)
        list.add(26, length, l)
        list.add(27, length, t.tag[low], tagNext)
        list.add(28, tagNext, t.at(t.tag, next + side.outward), t.tag[j])
        list.add(29, lowerNext, t.at(t.lower, next + side.outward))
        list.add(31, by.holds(next) ? 1 : 0, by.holds(next + side.outward) ? 1 : 0, tagNext)
        list.add(32, l, lowerNext)
        list.add(33, l, end)
        list.add(35, t.dep[h], end, tagNext)
        list.add(36, t.marks.number(at: h) > 0 ? 1 : 0, same, t.mark(j))
        list.add(39, sentences, same, t.mark(j))
        list.add(40, sentences, firstKind, end)
        list.add(41, t.entity[j], t.at(t.entity, next), tagNext)
        list.add(50, breaks, final)
        list.add(51, breaks, same, t.mark(j))
        list.add(52, breaks, firstKind)
        list.add(53, breaks, t.paragraph[high] ? 1 : 0, l)
        list.add(54, final, t.mark(j), side == .after ? 1 : 0)
        list.add(55, final, same, firstKind)
        list.add(57, final, l)
        list.add(58, final, lowerNext, t.tag[low])
        list.add(63, final, l, t.tag[low])
        list.add(64, final, same, t.act[h])
        return same * 4 + final
    }

    /// Features of the constituent that has its edges here, and of what the next one outward hangs on.
    private func treeFeatures(_ j: Int, _ low: Int, _ high: Int, _ quotes: UInt64, _ list: inout FeatureList) {
        let t = text
        let h = by.head
        let l = t.lemma[h]
        let a = t.act[h]
        let end = ending(j)
        let next = j + side.outward
        let tagNext = t.at(t.tag, next)
        let lowerNext = t.at(t.lower, next)
        let (match, matchRelation) = constituent(low, high)
        let innerNode = side == .after ? t.opening[inner] : t.closing[inner]
        let innerRelation = t.relation(innerNode, to: h)
        let nodeEdge = side == .after ? t.right[innerNode] : t.left[innerNode]
        let atEdge: UInt64 = nodeEdge == j ? 1 : (side == .after ? nodeEdge < j : nodeEdge > j) ? 2 : 0
        let isInside = next >= 0 && next < t.doc.count
        let follower = isInside ? (side == .after ? t.opening[next] : t.closing[next]) : -1
        let hangs = governor(of: follower, low, high)
        let followDep = t.at(t.dep, follower, none: 0)
        let followTag = t.at(t.tag, follower, none: 0)
        let verbs = UInt64(min(3, t.verbs[high + 1] - t.verbs[low]))
        let commas = UInt64(min(3, t.commas[high + 1] - t.commas[low]))
        let final = quotes & 3
        list.add(7, match)
        list.add(8, match, matchRelation)
        list.add(9, match, matchRelation, a)
        list.add(10, matchRelation, atEdge, l)
        list.add(11, atEdge, innerRelation)
        list.add(12, atEdge, innerRelation, l)
        list.add(13, atEdge, end, quotes >> 2)
        list.add(14, atEdge, tagNext, end)
        list.add(19, hangs, followDep)
        list.add(20, hangs, followDep, tagNext)
        list.add(21, hangs, followDep, a)
        list.add(22, hangs, lowerNext)
        list.add(23, hangs, atEdge, tagNext)
        list.add(30, hangs, lowerNext, t.at(t.tag, next + side.outward))
        list.add(34, l, tagNext, hangs)
        list.add(37, commas, verbs, tagNext)
        list.add(38, verbs, end, t.tag[low])
        list.add(42, t.at(t.act, follower, none: 0), hangs, followDep)
        list.add(43, side == .after ? t.at(t.act, next + 1, none: 0) : 0, tagNext, t.at(t.tag, next + side.outward))
        list.add(44, t.relation(follower, to: h), tagNext, t.tag[low])
        list.add(56, final, atEdge, matchRelation)
        list.add(59, hangs, followDep, t.at(t.lemma, follower, none: 0))
        list.add(60, hangs, followDep, t.at(t.pos, follower, none: 0))
        list.add(61, followDep, followTag, lowerNext)
        list.add(62, hangs, followDep, t.at(t.lower, next + 1))
        list.add(65, quotes, hangs, followDep)
        list.add(66, quotes, match, matchRelation)
        list.add(67, t.lower[low], atEdge, hangs)
        list.add(68, tagNext, t.tag[j], hangs)
        list.add(69, distanceClass(high - low), hangs, followDep)
        list.add(70, t.tag[low], hangs, followDep)
    }

    /// The constituent with both edges here, or with one of them, and how it hangs on the cue.
    private func constituent(_ low: Int, _ high: Int) -> (match: UInt64, relation: UInt64) {
        let first = text.opening[low]
        let last = text.closing[high]
        if first != low, text.right[first] == high { return (1 + text.dep[first], text.relation(first, to: by.head)) }
        if last != high, text.left[last] == low { return (100 + text.dep[last], text.relation(last, to: by.head)) }
        guard first != low else { return (0, 0) }
        return (text.right[first] < high ? 201 : 202, text.relation(first, to: by.head))
    }

    /// Where the head of the constituent beyond the edge lies: in the cue, in the content, above.
    private func governor(of follower: Int, _ low: Int, _ high: Int) -> UInt64 {
        guard follower >= 0 else { return 9 }
        let governor = text.head[follower]
        if governor == by.head { return 1 }
        if by.cue.contains(governor) { return 2 }
        if low <= governor, governor <= high { return 3 }
        if governor == follower { return 4 }
        if text.head[by.head] == governor { return 5 }
        return low <= follower && follower <= high ? 7 : 6
    }
}

extension AttributionText {
    /// Where content can end that begins at `start`: in its sentence, and beyond it at the ends of sentences as long as
    /// a quotation goes on, or of the next two in the paragraph.
    fileprivate func contentEnds(from start: Int) -> [Int] {
        var index = sentence[start]
        let end = min(doc.sentences[index].upperBound, start + 150)
        var result = (start..<end).filter {
            ($0 + 1 == doc.count || !isBound[$0 + 1]) && doc.tokens[$0].pos != .space
        }
        var steps = 0
        while index + 1 < doc.sentences.count, steps < 30 {
            let last = lastToken[index]
            let number = max(marks.number(at: last), steps == 0 ? marks.number(at: start) : 0)
            let closing = number > 0 ? marks.quotations[Int(number) - 1].tokens.upperBound - 1 : -1
            let goesOn = closing > last
            index += 1
            steps += 1
            guard goesOn || (steps <= 2 && !paragraph[doc.sentences[index].lowerBound]) else { break }
            if goesOn, sentence[closing] == index, closing < lastWord[index] { result += [closing - 1, closing] }
            if lastWord[index] != lastToken[index] { result.append(lastWord[index]) }
            result.append(lastToken[index])
        }
        return result.isEmpty ? [start] : result
    }

    /// Where content can begin that ends at `end`: in its sentence, at the mark that opens its quotation, and at the
    /// starts of sentences back to that mark, or of the two before in the paragraph.
    fileprivate func contentStarts(to end: Int, by: Attributor) -> [Int] {
        let own = sentence[end]
        let first = doc.sentences[own].lowerBound
        let number = marks.number(at: end)
        let opening = number > 0 ? marks.quotations[Int(number) - 1].tokens.lowerBound : end
        var result: [Int] = []
        var index = own
        while index > 0, own - index < 30 {
            let start = doc.sentences[index].lowerBound
            guard opening < start || (own - index < 2 && !paragraph[start]) else { break }
            index -= 1
            result.append(doc.sentences[index].lowerBound)
        }
        if opening < first, !result.contains(opening) { result.append(opening) }
        result += max(first, end - 150)..<end + 1
        result.removeAll { isBound[$0] || by.holds($0) || doc.tokens[$0].pos == .space }
        return result.isEmpty ? [end] : result
    }
}
