import Grounding

/// How sure a record is, from what its sentence says outright. The factors are set by hand, not measured: they order
/// records, they are no probabilities.
enum Confidence {
    static func of(_ event: Event, _ draft: Draft, isVerb: Bool, needsRecipient: Bool) -> Double {
        var confidence = 0.95
        if !isVerb { confidence *= 0.8 }
        if event.actors.isEmpty { confidence *= 0.75 }
        if event.actors.contains(where: { $0.actor.country == nil }) { confidence *= 0.9 }
        if needsRecipient, event.recipients.isEmpty { confidence *= 0.75 }
        if draft.specificity < 2 { confidence *= 0.8 }
        if event.time.basis != .stated { confidence *= 0.95 }
        if event.status == .hypothetical || event.status == .negated { confidence *= 0.85 }
        return (confidence * 100).rounded() / 100
    }
}
