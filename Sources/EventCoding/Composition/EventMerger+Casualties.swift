/// The dead and wounded of an attack, told in a clause of their own that names nobody who did it: "nine people were killed".
extension EventMerger {
    /// The attack told last before a candidate that only tells its casualties.
    func attack(before candidate: Candidate, among others: [Candidate]) -> Int? {
        guard isToll(candidate), let last = others.lastIndex(where: { $0.event.type == .assault }),
            others[last].draft.telling == nil, goesOn(candidate, from: others[last])
        else { return nil }
        return last
    }

    /// No attacker, no weapon, no act that it is part of.
    private func isToll(_ candidate: Candidate) -> Bool {
        let (event, draft) = (candidate.event, candidate.draft)
        return event.type == .assault && event.actors.isEmpty && event.modes.isEmpty && draft.telling == nil
            && draft.instrument == nil && draft.anchors == [draft.trigger] && isCasualty(draft.trigger)
            && scene.syntax.isPassive(draft.trigger) && EventMerger.facts.contains(event.status)
    }

    private static let facts: Set<Status> = [.actual, .historical]

    private func goesOn(_ candidate: Candidate, from attack: Candidate) -> Bool {
        let (toll, before) = (candidate.event, attack.event)
        guard EventMerger.facts.contains(before.status),
            toll.place == nil || toll.place?.place?.name == before.place?.place?.name,
            toll.time.basis == .publication || before.time.basis == .publication
                || toll.time.interval == before.time.interval
        else { return false }
        if toll.sentence == before.sentence { return true }
        return toll.sentence == before.sentence + 1 && toll.time.basis == .publication
            && scene.paragraph(of: candidate.draft.trigger).contains(attack.draft.trigger)
            && opensSentence(candidate.draft.trigger) && !repeats(candidate.draft, attack)
    }

    /// "*Nine people were killed*": what opens with a day, a place or "elsewhere" tells of something else.
    private func opensSentence(_ verb: Int) -> Bool {
        let sentence = scene.doc.sentences[scene.doc.sentenceIndex(of: verb)]
        let subject = scene.syntax.child(of: verb, .nsubjpass).map { scene.doc.subtree(of: $0) }
        // The parser may take the adverb into the subject.
        return subject?.lowerBound == sentence.lowerBound && scene.doc.tokens[sentence.lowerBound].lower != "elsewhere"
    }

    /// "Two officers were killed. A student *was killed*": a list of deaths.
    private func repeats(_ toll: Draft, _ attack: Candidate) -> Bool {
        attack.event.actors.isEmpty
            && scene.doc.tokens[attack.draft.trigger].lemmaKey == scene.doc.tokens[toll.trigger].lemmaKey
    }
}
