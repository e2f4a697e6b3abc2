import Grounding

/// Attacks, fights and blows of those who have no weapons: politicians, parties, the press.
extension FrameMatcher {
    func checkDebate(_ act: inout Act) throws(Mismatch) {
        guard let actor = act.actors.first ?? bearer(of: act.trigger), isDebater(actor) else { throw .noDebate }
        let others = act.recipients + act.coactors + act.deeds
        guard others.allSatisfy({ isDebater($0) || isPersonUnarmed($0) || isMatter($0) }) else { throw .noDebate }
        // "The president's attack": on whom decides.
        if others.isEmpty, isInOffice(actor) { throw .noDebate }
        act.specificity += 2
    }

    /// Who "mounts an attack": the subject of the verb that the act is object of.
    private func bearer(of noun: Int) -> Int? {
        doc.tokens[noun].dep == .dobj ? syntax.subject(of: doc.tokens[noun].head) : nil
    }

    private func actor(at token: Int) -> Actor? {
        scene.actor(at: token).flatMap { scene.mentions.entities[$0.entity].actors.first }
    }

    private func isDebater(_ token: Int) -> Bool {
        let sectors = actor(at: token)?.sectors ?? []
        if sectors.contains(where: { FrameMatcher.forces.contains($0) }) { return false }
        if lexicon.isDebater(token, of: doc) { return true }
        // A government can send its army; one who governs speaks.
        return sectors.contains { FrameMatcher.debaters.contains($0) }
            || isInOffice(token) && actor(at: token)?.role != nil
    }

    private func isInOffice(_ token: Int) -> Bool { actor(at: token)?.sectors.contains(.government) ?? false }

    private func isPersonUnarmed(_ token: Int) -> Bool {
        guard doc.tokens[token].entity.label == .person else { return false }
        return !(actor(at: token)?.sectors.contains { FrameMatcher.forces.contains($0) } ?? false)
    }

    /// What no blow can hit: a plan, a record, a remark.
    private func isMatter(_ token: Int) -> Bool {
        scene.actor(at: token) == nil && scene.place(at: token) == nil && !parties.isParty(token, in: scene)
    }

    private static let forces: Set<Sector> = [
        .military, .police, .paramilitary, .rebels, .unidentifiedArmed, .criminal, .intelligence,
    ]
    private static let debaters: Set<Sector> = [
        .legislature, .party, .opposition, .formerElite, .journalist, .judiciary, .business,
    ]
}
