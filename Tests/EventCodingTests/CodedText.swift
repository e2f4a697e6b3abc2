import Dates
import EventCoding
import Foundation
import Grounding
import Lexicon
import TestSupport
import Tokens

/// The project's own data and lexicon, read once for all tests of this module.
enum CodedText {
    static let data = DataFolder(
        url: URL(fileURLWithPath: #filePath).appendingPathComponent("../../../data").standardizedFileURL)
    private static let coder = Result { try EventCoder(data: data) }
    private static let actors = Result { try ActorResolver(data: data) }
    private static let times = Result { try TimeTagger(data: data) }

    /// - Parameter places: kinds of the places that the text names, by their first words; each is in Erewhon.
    static func coding(
        _ table: String, published: String = "2024-03-14", places: [String: PlaceKind] = [:], coder: EventCoder? = nil
    ) throws -> (doc: Doc, coding: Coding) {
        let doc = try handBuiltDoc(table)
        let date = CalendarDate(published)
        let (mentions, entities) = try actors.get().actors(in: doc, published: date)
        let found = Mentions(
            times: try times.get().expressions(in: doc, published: date), actors: mentions, entities: entities,
            places: mentionsOfPlaces(places, in: doc))
        let coder = try coder ?? CodedText.coder.get()
        return (doc, coder.code(doc, mentions: found, published: date))
    }

    /// "EVENT modes, status, actors > recipients, date" for each event that hand-written sentences tell; a party is its
    /// country, or its words when it has none.
    static func events(_ table: String, published: String = "2024-03-14") throws -> [String] {
        try coding(table, published: published).coding.events.map { event in
            let parties = { (list: [Event.Participant]) in
                list.isEmpty ? "-" : list.map { $0.actor.country ?? $0.text }.joined(separator: "+")
            }
            let kind = ([event.type.rawValue] + event.modes).joined(separator: " ")
            return "\(kind), \(event.status.rawValue), \(parties(event.actors)) > \(parties(event.recipients))"
        }
    }

    private static func mentionsOfPlaces(_ kinds: [String: PlaceKind], in doc: Doc) -> [PlaceMention] {
        doc.tokens.indices.compactMap { token in
            let name = doc.text(of: token)
            guard let kind = kinds[name] else { return nil }
            let place = Place(name: name, country: "ERE", latitude: 0, longitude: 0, kind: kind)
            return PlaceMention(
                tokens: token..<token + 1, bytes: doc.byteRange(of: token..<token + 1), place: place)
        }
    }
}
