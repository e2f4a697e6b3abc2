import Lexicon
import Tokens

/// Reads off the tree what kind of reality a clause gives its act: asserted, denied, announced, or not said to be at all.
struct StatusReader {
    /// Word classes that make what they govern unreal.
    struct IrrealisClasses: Sendable {
        /// Verbs and nouns whose objects need not be real ("fear", "possibility").
        let governor: Int?
        /// Adjectives that take an act's reality away ("alleged", "possible").
        let modifier: Int?
        /// Adjectives that put it in the future ("planned", "upcoming").
        let upcoming: Int?

        init(_ classes: WordClasses) {
            governor = classes.index(of: "irrealis")
            modifier = classes.index(of: "unreal")
            upcoming = classes.index(of: "upcoming")
        }
    }

    struct Reading: Equatable {
        var isNegated = false
        var isFuture = false
        /// A modal verb or an adjective says that it may be or might have been.
        var isHypothetical = false
        /// It was, but is "no longer".
        var hasEnded = false
        /// Nothing says that it is, was or will be: a purpose, a condition, what is feared or wanted.
        var isUnasserted = false
        /// The words that deny it; each is read once, whatever it hangs on.
        private var negations: Set<Int> = []

        mutating func negate(by words: Set<Int>) {
            for word in words where negations.insert(word).inserted { isNegated.toggle() }
        }
    }

    let scene: Scene
    let lexicon: WordClasses
    let classes: IrrealisClasses

    private var doc: Doc { scene.doc }
    private var syntax: Syntax { scene.syntax }

    /// - Parameters:
    ///   - anchors: the act, then the acts it is part of.
    ///   - fixed: tokens the frame asks for by word ("made *no* offer").
    ///   - isSpoken: whether it is an act of words, done by whoever goes somewhere to do it ("rose *to thank* …").
    func reading(_ anchors: [Int], fixed: [Int], isSpoken: Bool = false) -> Reading {
        var reading = Reading()
        if isSpoken, let outermost = anchors.last, isCarriedOut(purpose: outermost) {
            addPredicate(outermost, &reading)
            return reading
        }
        for anchor in anchors {
            if syntax.isVerb(anchor) || doc.tokens[anchor].pos == .adjective {
                addVerb(anchor, anchors + fixed, &reading)
            } else {
                addNoun(anchor, isOutermost: anchor == anchors.last, &reading)
            }
        }
        for token in fixed { addNegation(ofNoun: token, &reading) }
        return reading
    }

    private func isIrrealis(_ token: Int) -> Bool {
        classes.governor.map { lexicon.contains(token, of: doc, in: $0) } ?? false
    }

    // MARK: Nouns

    private func addNoun(_ noun: Int, isOutermost: Bool, _ reading: inout Reading) {
        addNegation(ofNoun: noun, &reading)
        if syntax.child(of: noun, where: { $0.dep == .det && $0.lower == "any" }) != nil { reading.isUnasserted = true }
        for child in doc.children(of: noun) where doc.tokens[child].dep == .amod || doc.tokens[child].dep == .compound {
            if let modifier = classes.modifier, lexicon.contains(child, of: doc, in: modifier) {
                reading.isHypothetical = true
            }
            if let upcoming = classes.upcoming, lexicon.contains(child, of: doc, in: upcoming) {
                reading.isFuture = true
            }
        }
        guard isOutermost else { return }
        var node = noun
        for _ in 0..<4 {
            let head = doc.tokens[node].head
            guard head != node else { return }
            if isIrrealis(head) && doc.tokens[node].dep != .nsubj || isYetToCome(after: head) {
                reading.isUnasserted = true
                return
            }
            if syntax.isVerb(head) {
                if isIndefinite(noun) {
                    // "Refused to support an embargo": what nobody has done yet.
                    var outer = Reading()
                    addVerb(head, [], &outer)
                    if outer.isUnasserted { reading.isUnasserted = true }
                }
                // "There was no attack", "would mean war".
                if doc.tokens[node].dep == .attr || doc.tokens[head].lemma == "be" || doc.tokens[head].lemma == "mean" {
                    addPredicate(head, &reading)
                }
                return
            }
            node = head
        }
    }

    /// "*Until* the release of the crew", "*without* an agreement": it has not come about; a time that is over has.
    private func isYetToCome(after preposition: Int) -> Bool {
        switch doc.tokens[preposition].lower {
        case "without", "pending": return true
        case "until", "till":
            let governor = doc.tokens[preposition].head
            return doc.tokens[governor].tag != .vbd || !syntax.negations(of: governor).isEmpty
        default: return false
        }
    }

    private func isIndefinite(_ noun: Int) -> Bool {
        for child in doc.children(of: noun) {
            switch doc.tokens[child].dep {
            case .det: return ["a", "an", "any", "another", "some"].contains(doc.tokens[child].lower)
            case .poss: return false
            default: break
            }
        }
        return true
    }

    private func addNegation(ofNoun noun: Int, _ reading: inout Reading) {
        if let negation = syntax.nominalNegation(of: noun) { reading.negate(by: [negation]) }
    }

    // MARK: Verbs

    private func addVerb(_ verb: Int, _ anchors: [Int], _ reading: inout Reading) {
        addPredicate(verb, &reading)
        // "Was *not* ready to talk": the copula is denied.
        if !syntax.isVerb(verb) { reading.negate(by: syntax.negations(of: syntax.clauseVerb(of: verb))) }
        // "Iran to release prisoners": the future of headlines.
        if doc.tokens[verb].head == verb, syntax.hasInfinitiveMark(verb), syntax.child(of: verb, .nsubj) != nil {
            reading.isFuture = true
        }
        var node = verb
        for _ in 0..<8 {
            let governor = syntax.governor(of: node)
            guard governor != node, !anchors.contains(governor) else { return }
            guard addLink(node, to: governor, &reading) else { return }
            node = governor
        }
    }

    /// Whether an infinitive says why somebody did something that was done: "*phoned* to assure him", not "will go to demand".
    private func isCarriedOut(purpose verb: Int) -> Bool {
        let token = doc.tokens[verb]
        guard token.dep == .advcl, syntax.hasInfinitiveMark(verb), !syntax.hasOwnSubject(verb), token.head < verb else {
            return false
        }
        let opening = doc.subtree(of: verb).lowerBound..<verb
        return doc.tokens[token.head].tag == .vbd && !syntax.isPassive(token.head) && !syntax.isNegated(token.head)
            && !isIrrealis(token.head) && !opening.contains { doc.tokens[$0].lower == "not" }
    }

    /// What the link of a clause to its governor says of its reality.
    /// - Returns: whether the governor's own link matters too.
    private func addLink(_ node: Int, to head: Int, _ reading: inout Reading) -> Bool {
        let token = doc.tokens[node]
        let isInfinitive = syntax.hasInfinitiveMark(node)
        switch token.dep {
        case .conj:
            // A bare form shares the auxiliaries of the verb it is coordinated with.
            guard token.tag == .vb || token.tag == .vbg, syntax.child(of: node, .aux) == nil, syntax.isVerb(head) else {
                return false
            }
            addModality(head, &reading)
            return true
        case .xcomp:
            guard isInfinitive else {
                // "Considered *sending* troops", "avoided *naming* it".
                guard token.tag == .vbg, isIrrealis(head) else { return true }
                reading.isUnasserted = true
                return false
            }
            if doc.tokens[head].lemma == "be" || doc.tokens[head].lower == "going" {
                reading.isFuture = true
                addPredicate(head, &reading)
            } else {
                reading.isUnasserted = true
            }
            return false
        case .relcl:
            // "Time for Iran *to withdraw*".
            if isInfinitive { reading.isUnasserted = true }
            return false
        case .acl, .advcl, .ccomp:
            if isInfinitive || isConditional(node) || token.dep == .ccomp && isIrrealis(head) {
                reading.isUnasserted = true
                return false
            }
            return token.dep == .advcl && token.tag == .vbg && syntax.child(of: node, .mark) == nil
        case .pcomp:
            switch doc.tokens[head].lower {
            case "without", "instead", "from", "against": reading.isUnasserted = true
            // "*Met* the king before flying on to Doha."
            case "before" where doc.tokens[doc.tokens[head].head].tag != .vbd: reading.isUnasserted = true
            case "of", "about", "to", "for", "on":
                if isIrrealis(doc.tokens[head].head) { reading.isUnasserted = true }
            default: break
            }
            return false
        default: return false
        }
    }

    private func isConditional(_ verb: Int) -> Bool {
        syntax.child(of: verb) {
            ($0.dep == .mark || $0.dep == .advmod) && StatusReader.conditional.contains($0.lower)
        } != nil
    }

    private func addPredicate(_ verb: Int, _ reading: inout Reading) {
        let negations = syntax.negations(of: verb)
        reading.negate(by: negations)
        if negations.contains(where: { doc.tokens[$0].lower == "longer" }) { reading.hasEnded = true }
        addModality(verb, &reading)
    }

    private func addModality(_ verb: Int, _ reading: inout Reading) {
        guard let modal = syntax.modal(of: verb) else { return }
        switch modal {
        case "will", "shall", "'ll", "’ll", "wo": reading.isFuture = true
        case "would", "'d", "’d":
            // "He said he would visit": the future seen from the past; "would not let them in": a refusal.
            let isPerfect = syntax.child(of: verb) { $0.dep == .aux && $0.lemma == "have" } != nil
            if !isPerfect, reading.isNegated || isReported(verb) {
                reading.isFuture = true
            } else {
                reading.isHypothetical = true
            }
        default: reading.isHypothetical = true
        }
    }

    private func isReported(_ verb: Int) -> Bool {
        var node = verb
        for _ in 0..<4 {
            let token = doc.tokens[node]
            guard token.head != node else { return false }
            switch token.dep {
            case .ccomp:
                let governor = doc.tokens[token.head]
                // "Made it *clear* that …".
                if governor.tag == .jj { return true }
                return governor.tag == .vbd || governor.tag == .vbn || governor.tag == .vbz || governor.tag == .vbg
            case .acl: return true
            case .conj: node = token.head
            default: return false
            }
        }
        return false
    }

    private static let conditional: Set<String> = ["if", "unless", "whether", "lest", "until"]
}
