import Grounding
import Lexicon
import Tokens

/// Puts frames, their failures and the fates of acts into words.
struct ExplanationWriter {
    let session: CodingSession

    private var doc: Doc { session.scene.doc }
    private var lexicon: EventLexicon { session.coder.lexicon }

    /// `nil` for a word none of whose entries is of its part of speech.
    func word(_ token: Int, _ attempts: [ActFinder.Attempt]) -> SentenceExplanation.Word? {
        let taken = session.finder.act(at: token)
        var frames: [(rank: Int, frame: SentenceExplanation.Frame)] = []
        for attempt in attempts {
            let pattern = lexicon.entries[attempt.entry].text
            switch attempt.result {
            case .success(let act):
                let rank = act == taken ? Int.min : -act.specificity
                frames.append((rank, .init(pattern: pattern, holds: true, detail: bindings(act))))
            case .failure(.category): continue
            case .failure(let mismatch):
                frames.append((1, .init(pattern: pattern, holds: false, detail: describe(mismatch))))
            }
        }
        guard !frames.isEmpty else { return nil }
        let outcomes = session.fates.filter { $0.act.trigger == token }.map { describe($0.fate) }
        return SentenceExplanation.Word(
            text: doc.text(of: token), frames: frames.sorted { $0.rank < $1.rank }.map(\.frame), outcomes: outcomes)
    }

    private func bindings(_ act: Act) -> String {
        let slots: [(String, [Int])] = [
            ("A", act.actors), ("R", act.recipients), ("B", act.coactors), ("D", act.deeds), ("ACT", act.inner),
            ("by means of", act.instrument.map { [$0] } ?? []), ("with", act.fixed),
        ]
        let parts = slots.filter { !$0.1.isEmpty }.map { name, tokens in
            "\(name) \(tokens.map { "'\(phrase($0))'" }.joined(separator: ", "))"
        }
        return (act.passive ? ["passive"] + parts : parts).joined(separator: "; ")
    }

    /// A token with the modifiers before it.
    private func phrase(_ token: Int) -> String {
        doc.text(of: min(doc.subtree(of: token).lowerBound, token)..<token + 1)
    }

    private func describe(_ mismatch: Mismatch) -> String {
        switch mismatch {
        case .category: "another part of speech"
        case .particle: "its particle is not there"
        case .modifier: "its modifier is not there"
        case .missing(let complement): "nothing stands in the place of \(describe(complement))"
        case .unfit(let complement, let token): "'\(phrase(token))' does not fit \(describe(complement))"
        case .subject(let token): "its subject '\(phrase(token))' can neither act nor be a means"
        case .transitive: "it has an object"
        case .notArmed: "its actor is no state or armed force"
        case .notSeveral: "its actor is not several"
        case .notCivilian: "its actor is no crowd or group of civilians"
        case .noDebate: "not both sides are such as fight with words"
        case .notPerson: "its recipient is no person named, or something is predicated of him"
        case .notOwn: "the act inside is not its actor's own"
        case .notObliged: "the act inside is nothing that somebody else must do"
        case .notTold: "nobody named says it, or it is not said of somebody else"
        case .notNegated: "it is not negated"
        case .negated: "it is negated"
        case .notAhead: "no modal verb puts it ahead"
        case .ahead: "a modal verb puts it ahead"
        case .notQuoted: "what it is called is not quoted"
        case .unconditional: "it hangs on no condition"
        case .noInnerAct: "no act stands inside it"
        }
    }

    private func describe(_ complement: FramePattern.Complement) -> String {
        let filler =
            switch complement.filler {
            case .slot(let slot): slot.rawValue
            case .slotOfClass(let slot, let name): "\(slot.rawValue):{\(name)}"
            case .word(let word): "'\(word)'"
            case .wordClass(let name): "{\(name)}"
            }
        switch complement.relation {
        case .object, .second: return filler
        case .preposition(let words): return "\(words.joined(separator: "|")) \(filler)"
        case .infinitive: return "to \(filler)"
        case .clause: return "that \(filler)"
        }
    }

    private func describe(_ fate: CodingSession.Fate) -> String {
        switch fate {
        case .coded(let event): "coded: \(describe(event))"
        case .inside(let token): "part of '\(doc.text(of: token))'"
        case .joined(let event): "tells the same as: \(describe(event))"
        case .dropped(let reason): "no event: \(reason.rawValue)"
        }
    }

    private func describe(_ event: Event) -> String {
        let parties = { (list: [Event.Participant]) in
            list.isEmpty
                ? "–" : list.map { $0.actor.country.map { $0 + " " } ?? "" + "'\($0.text)'" }.joined(separator: ", ")
        }
        let kind = ([event.type.rawValue] + event.modes).joined(separator: " ")
        return
            "\(kind), \(event.status.rawValue), \(parties(event.actors)) → \(parties(event.recipients)), by \(event.rule)"
    }
}
