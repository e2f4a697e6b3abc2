import Grounding

/// What two codings of one event are compared by.
package enum EventField: String, Sendable, CaseIterable {
    case event, mode, context, cameo, quad, score, status, actor, recipient, date, time, place
    case saidBy = "said_by"
    case sentence, rule, confidence

    package struct Change: Sendable, Equatable {
        package let field: EventField
        /// Empty where there was or is nothing.
        package let from: String
        package let to: String
    }

    static func changes(from old: StoredEvent, to new: StoredEvent) -> [Change] {
        allCases.compactMap { field in
            let (before, after) = (field.text(of: old), field.text(of: new))
            return before == after ? nil : Change(field: field, from: before, to: after)
        }
    }

    private func text(of event: StoredEvent) -> String {
        switch self {
        case .event: event.type.rawValue
        case .mode: event.modes.joined(separator: " ")
        case .context: event.contexts.joined(separator: " ")
        case .cameo: event.cameo
        case .quad: event.quad.name
        case .score: "\(event.score)"
        case .status: event.status.rawValue
        case .actor: EventField.text(of: event.actors)
        case .recipient: EventField.text(of: event.recipients)
        case .date:
            [event.date, event.endDate].compactMap { $0?.description }.reduce(into: []) { days, day in
                if days.last != day { days.append(day) }
            }.joined(separator: "/")
        case .time:
            [event.time.words?.text, event.time.value, event.time.basis.rawValue].compactMap { $0 }
                .joined(separator: " ")
        case .place: event.location.map(EventField.text) ?? ""
        case .saidBy: event.saidBy.map(EventField.text).joined(separator: " < ")
        case .sentence: event.sentence.text
        case .rule: event.rule
        case .confidence: "\(event.confidence)"
        }
    }

    private static func text(of parties: [StoredEvent.Party]) -> String {
        parties.map { text(of: $0.actor, else: $0.words.text) }.joined(separator: ", ")
    }

    private static func text(of actor: Actor, else words: String) -> String {
        let codes = [actor.country ?? "?"] + actor.sectors.map(\.rawValue)
        let role = actor.role.map { ", \($0)" } ?? ""
        return "\(actor.name.isEmpty ? words : actor.name) (\(codes.joined(separator: " "))\(role))"
    }

    private static func text(of location: StoredEvent.Location) -> String {
        guard let place = location.place else { return location.words.text }
        let parts = [place.name, place.admin1 == place.name ? nil : place.admin1, place.country]
        return parts.compactMap { $0 }.joined(separator: ", ")
            + (place.geonames.map { " (\($0))" } ?? "")
    }

    private static func text(of voice: StoredEvent.Voice) -> String {
        let speaker = voice.actor.map { text(of: $0, else: voice.words?.text ?? "") } ?? voice.words?.text ?? "somebody"
        return speaker + (voice.cue.map { " \($0.text)" } ?? "")
    }
}
