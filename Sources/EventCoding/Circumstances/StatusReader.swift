import Lexicon
import Tokens

/// Reads off the tree what kind of reality a clause gives its act: asserted, denied, announced, or only thought of.
struct StatusReader {
    let scene: Scene
    let classes: IrrealisClasses

    /// Word classes that make what they govern unreal.
    struct IrrealisClasses: Sendable {
        /// Verbs and nouns whose objects need not be real ("fear", "possibility").
        let governor: Int?
        /// Adjectives that take an act's reality away ("alleged", "possible").
        let modifier: Int?
        /// Adjectives that put it in the future ("planned", "upcoming").
        let upcoming: Int?
    }

    /// Negation and modality on their own.
    struct Reading: Equatable {
        var isNegated = false
        var isFuture = false
        var isHypothetical = false

        mutating func add(_ other: Reading) {
            isNegated = isNegated != other.isNegated
            isFuture = isFuture || other.isFuture
            isHypothetical = isHypothetical || other.isHypothetical
        }
    }

    private var doc: Doc { scene.doc }
    private var syntax: Syntax { scene.syntax }

    /// - Parameters:
    ///   - anchors: the act, then the acts it is part of.
    ///   - classes: word classes of the lexicon.
    func reading(_ anchors: [Int], fixed: [Int]) -> Reading {
        var reading = Reading()
        for anchor in anchors {
            if syntax.isVerb(anchor) || doc.tokens[anchor].pos == .adjective {
                addVerb(anchor, &reading, depth: 0)
            } else {
                addNoun(anchor, isOutermost: anchor == anchors.last, &reading)
            }
        }
        for token in fixed where hasNegativeDeterminer(token) { reading.isNegated.toggle() }
        return reading
    }

    // MARK: Nouns

    private func addNoun(_ noun: Int, isOutermost: Bool, _ reading: inout Reading) {
        if hasNegativeDeterminer(noun) { reading.isNegated.toggle() }
        for child in doc.children(of: noun) where doc.tokens[child].dep == .amod {
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
            if let governor = classes.governor, lexicon.contains(head, of: doc, in: governor) {
                reading.isHypothetical = true
                return
            }
            if syntax.isVerb(head) {
                // "There was no attack", "would mean war".
                if doc.tokens[node].dep == .attr || doc.tokens[head].lemma == "be" || doc.tokens[head].lemma == "mean" {
                    addVerb(head, &reading, depth: 0)
                }
                return
            }
            node = head
        }
    }

    let lexicon: WordClasses

    private func hasNegativeDeterminer(_ token: Int) -> Bool {
        syntax.child(of: token) {
            $0.dep == .det && ($0.lower == "no" || $0.lower == "neither") || $0.dep == .neg
        } != nil
    }

    // MARK: Verbs

    private func addVerb(_ verb: Int, _ reading: inout Reading, depth: Int) {
        addAuxiliaries(verb, &reading)
        guard depth < 6 else { return }
        let token = doc.tokens[verb]
        let head = token.head
        guard head != verb else { return }
        switch token.dep {
        case .conj:
            // A bare form shares the auxiliaries of the verb it is coordinated with.
            if token.tag == .vb, syntax.child(of: verb, .aux) == nil, syntax.isVerb(head) {
                addAuxiliaries(head, &reading)
                if syntax.hasInfinitiveMark(head) { reading.isHypothetical = true }
            }
        case .xcomp:
            if syntax.hasInfinitiveMark(verb) { addGovernor(of: verb, head, &reading, depth: depth) }
        case .acl, .advcl:
            if syntax.hasInfinitiveMark(verb) { reading.isHypothetical = true }
            if let mark = syntax.child(of: verb, .mark), StatusReader.conditional.contains(doc.tokens[mark].lower) {
                reading.isHypothetical = true
            }
        case .pcomp:
            let preposition = doc.tokens[head].lower
            if preposition == "without" { reading.isNegated.toggle() }
            if preposition == "of" || preposition == "about" || preposition == "instead" {
                addIfIrrealis(doc.tokens[head].head, &reading)
            }
        case .ccomp: addIfIrrealis(head, &reading)
        default: break
        }
    }

    /// An infinitive under a word that no entry of the lexicon joins with it: "is to visit" and "going to" lie ahead, for the
    /// rest nobody says that it happened.
    private func addGovernor(of verb: Int, _ head: Int, _ reading: inout Reading, depth: Int) {
        let governor = doc.tokens[head]
        if governor.lemma == "be" || governor.lower == "going" {
            reading.isFuture = true
            addAuxiliaries(head, &reading)
        } else {
            reading.isHypothetical = true
        }
    }

    private func addIfIrrealis(_ token: Int, _ reading: inout Reading) {
        if let governor = classes.governor, lexicon.contains(token, of: doc, in: governor) {
            reading.isHypothetical = true
        }
    }

    private func addAuxiliaries(_ verb: Int, _ reading: inout Reading) {
        var hasCondition = false
        var modal: String?
        for child in doc.children(of: verb) {
            let token = doc.tokens[child]
            switch token.dep {
            case .neg: reading.isNegated.toggle()
            case .aux: if token.tag == .md { modal = token.lower }
            case .advmod: if StatusReader.negative.contains(token.lower) { reading.isNegated.toggle() }
            case .cc: if token.lower == "nor" { reading.isNegated = true }
            case .preconj: if token.lower == "neither" { reading.isNegated = true }
            case .advcl:
                if let mark = syntax.child(of: child, .mark), doc.tokens[mark].lower == "if" { hasCondition = true }
            case .nsubj, .nsubjpass: if StatusReader.nobody.contains(token.lower) { reading.isNegated.toggle() }
            default: break
            }
        }
        guard let modal else { return }
        switch modal {
        case "will", "shall", "'ll", "’ll", "wo": reading.isFuture = true
        case "would", "'d", "’d":
            // "He said he would visit": the future seen from the past.
            if isReported(verb), !hasCondition { reading.isFuture = true } else { reading.isHypothetical = true }
        default: reading.isHypothetical = true
        }
        if hasCondition, modal != "will" { reading.isHypothetical = true }
    }

    private func isReported(_ verb: Int) -> Bool {
        var node = verb
        for _ in 0..<4 {
            let token = doc.tokens[node]
            guard token.head != node else { return false }
            if token.dep == .ccomp, doc.tokens[token.head].tag == .vbd || doc.tokens[token.head].tag == .vbn {
                return true
            }
            guard token.dep == .conj || token.dep == .acl || token.dep == .ccomp else { return false }
            if token.dep == .acl { return true }
            node = token.head
        }
        return false
    }

    private static let conditional: Set<String> = ["if", "unless", "whether", "lest"]
    private static let negative: Set<String> = ["never", "hardly", "nowhere", "no", "neither"]
    private static let nobody: Set<String> = ["nobody", "none", "no-one", "noone"]
}
