import Tokens

extension AttributionText {
    /// Whether a token can carry a cue at all.
    package func isCueCandidate(_ token: Int) -> Bool {
        let dep = doc.tokens[token].dep
        switch doc.tokens[token].pos {
        case .verb, .noun, .adjective, .adposition, .properNoun, .adverb: return true
        case .auxiliary: return dep != .aux && dep != .auxpass
        case .punctuation:
            let tag = doc.tokens[token].tag
            return tag == .colon || tag == .hyph || mark(token) == 1
        case .particle, .subordinatingConjunction, .other, .interjection: return dep != .mark && dep != .aux
        default: return false
        }
    }

    /// What surrounds a token as to quotation marks: bits for a mark that opens shortly after it, one that closes
    /// shortly before, and being inside.
    private func quotationContext(_ token: Int) -> UInt64 {
        var context: UInt64 = marks.number(at: token) > 0 ? 1 : 0
        var after = token + 1
        while after < doc.count, after <= token + 6, sentence[after] == sentence[token] {
            if mark(after) == 1 {
                context |= after <= token + 3 ? 2 : 4
                break
            }
            after += 1
        }
        var before = token - 1
        while before >= 0, before >= token - 8, !paragraph[before + 1] {
            if mark(before) == 2 {
                context |= before >= token - 4 ? 8 : 16
                break
            }
            before -= 1
        }
        return context
    }

    /// The features of "this token is the head of a cue".
    package func cueHeadFeatures(_ t: Int, into list: inout FeatureList) {
        list.clear()
        let quotes = quotationContext(t)
        wordFeatures(t, quotes, &list)
        let shape = childFeatures(t, &list)
        list.add(30, shape)
        list.add(31, shape, lemma[t])
        list.add(32, shape, act[t], tag[t])
        list.add(33, shape, dep[t], quotes)
        subjectFeatures(t, &list)
        neighbourFeatures(t, &list)
    }

    private func wordFeatures(_ t: Int, _ quotes: UInt64, _ list: inout FeatureList) {
        let governor = head[t]
        let isRoot = governor == t
        let l = lemma[t]
        let tg = tag[t]
        let d = dep[t]
        let a = act[t]
        list.add(0)
        list.add(1, l)
        list.add(2, lower[t])
        list.add(3, l, tg)
        list.add(4, tg, d)
        list.add(5, l, d)
        list.add(6, a, tg, d)
        list.add(7, a)
        list.add(8, quotes, tg)
        list.add(9, quotes, l)
        list.add(10, quotes, a, d)
        let governorLemma = isRoot ? 1 : lemma[governor]
        let governorAct = isRoot ? 99 : act[governor]
        let governorPOS = isRoot ? 99 : pos[governor]
        list.add(11, governorLemma, d)
        list.add(12, governorLemma, l)
        list.add(13, governorAct, d, a)
        list.add(14, governorAct, d, l)
        list.add(15, governorPOS, d, tg)
        list.add(16, governorPOS, d, l)
        let grand = head[governor]
        list.add(17, lemma[grand], dep[governor], d)
        list.add(18, act[grand], dep[governor], d)
    }

    /// Features of the children; returns which kinds of children there are, as bits.
    private func childFeatures(_ t: Int, _ list: inout FeatureList) -> UInt64 {
        let l = lemma[t]
        let a = act[t]
        var shape: UInt64 = 0
        for child in doc.children(of: t) {
            let d = dep[child]
            list.add(20, d, a)
            list.add(21, d, l)
            list.add(22, d, lemma[child])
            list.add(23, d, tag[child], a)
            list.add(24, d, lemma[child], a)
            list.add(58, d, act[child], l)
            if child > t { list.add(25, d, lower[left[child]], a) }
            let label = doc.tokens[child].dep
            shape |= AttributionText.shapeBit(label, isBefore: child < t)
            switch label {
            case .ccomp, .xcomp, .acl:
                if let marker = doc.child(of: child, .mark, .aux) { list.add(26, lemma[marker], l, d) }
                list.add(27, act[child], a, d)
            case .prep:
                list.add(59, l, lemma[child])
                guard let object = doc.child(of: child, .pobj, .pcomp) else { continue }
                list.add(28, lemma[child], lemma[object])
                list.add(29, l, lemma[child], pos[object])
            case .dobj, .attr, .acomp, .prt, .oprd:
                list.add(59, l, lemma[child])
                list.add(60, a, act[child], d)
            default: break
            }
        }
        return shape
    }

    private static func shapeBit(_ label: Dependency, isBefore: Bool) -> UInt64 {
        switch label {
        case .nsubj, .nsubjpass: 1
        case .ccomp: isBefore ? 2 : 4
        case .xcomp: 8
        case .dobj: 16
        case .prep: 32
        case .agent: 64
        case .auxpass: 128
        case .neg: 256
        case .acomp, .attr, .oprd: 512
        case .dative: 1024
        case .advcl: 2048
        case .prt: 4096
        case .acl, .relcl: 8192
        default: 0
        }
    }

    private func subjectFeatures(_ t: Int, _ list: inout FeatureList) {
        let l = lemma[t]
        let a = act[t]
        var subject = doc.child(of: t, .nsubj, .nsubjpass)
        switch doc.tokens[t].dep {
        case .conj, .xcomp, .advcl, .ccomp: subject = subject ?? doc.child(of: head[t], .nsubj, .nsubjpass)
        case .acl, .relcl: subject = subject ?? head[t]
        default: break
        }
        let subjectEntity = subject.map { entity[$0] } ?? 98
        let subjectTag = subject.map { tag[$0] } ?? 98
        let subjectLemma = subject.map { lemma[$0] } ?? 1
        list.add(34, subjectEntity, a)
        list.add(35, subjectTag, a, subjectEntity)
        list.add(36, subjectTag, l)
        list.add(37, subjectLemma, a)
        list.add(38, subjectLemma, l)
        let subjectNature = subject.map { nature[$0] + entity[$0] } ?? 98
        list.add(39, subjectNature, subjectTag, a)
        list.add(49, subjectNature, l)
    }

    private func neighbourFeatures(_ t: Int, _ list: inout FeatureList) {
        let l = lemma[t]
        let a = act[t]
        let tg = tag[t]
        for offset in [-3, -2, -1, 1, 2, 3] {
            let place = UInt64(offset + 8)
            list.add(40, place, at(lower, t + offset))
            list.add(41, place, at(tag, t + offset), a)
        }
        list.add(42, at(lower, t - 1), l)
        list.add(43, l, at(lower, t + 1))
        list.add(44, l, at(lower, t + 1), at(lower, t + 2))
        list.add(45, at(lower, t - 1), at(lower, t - 2), l)
        list.add(46, at(tag, t - 1), tg, at(tag, t + 1))
        list.add(47, at(tag, t + 1), at(tag, t + 2), l)
        list.add(48, at(tag, t - 1), at(tag, t - 2), tg)
        list.add(50, headline[t] ? 1 : 0, a, tg)
        list.add(51, headline[t] ? 1 : 0, l)
        list.add(52, paragraph[t] ? 1 : 0, tg)
        let range = doc.sentences[sentence[t]]
        list.add(53, distanceClass(t - range.lowerBound), tg)
        list.add(54, distanceClass(range.upperBound - t), a)
        list.add(55, entity[t], tg)
        list.add(56, mark(t + 1), mark(t - 1), l)
    }
}
