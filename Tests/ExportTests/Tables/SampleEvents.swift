import Dates
import EventCoding
import Export
import Foundation
import Grounding
import Lexicon
import Store

/// Events made by hand, as a store would give them.
enum SampleEvents {
    static let data = DataFolder(
        url: URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("data"))

    static func party(
        _ name: String, _ country: String?, _ sectors: [Sector] = [], role: String? = nil, text: String? = nil
    ) -> StoredEvent.Party {
        StoredEvent.Party(
            words: StoredEvent.Words(text: text ?? name, start: 0, end: 5),
            actor: Actor(name: name, country: country, sectors: sectors, role: role))
    }

    static func words(_ text: String) -> StoredEvent.Words { StoredEvent.Words(text: text, start: 10, end: 20) }

    /// Police of Peru arrest a trade unionist in Lima.
    static var arrest: StoredEvent {
        StoredEvent(
            number: 7, id: "abc123", run: 2, analysis: 3,
            origin: StoredEvent.Origin(
                id: "report1", story: 41, published: CalendarDate("2024-05-08"), language: "en",
                sources: [
                    StoredEvent.Source(
                        file: "lima.txt", url: "https://example.org/lima", title: "Arrest in Lima", publisher: "Gazette"
                    )
                ]),
            date: CalendarDate("2024-05-06"), endDate: CalendarDate("2024-05-06"), type: .coerce, modes: ["arrest"],
            contexts: ["legal", "rights_freedoms"], cameo: "173", quad: .materialConflict, score: -7,
            status: .actual,
            actors: [party("Peruvian National Police", "PER", [.police], text: "Police")],
            recipients: [party("Ana Soto", "PER", [.labor, .opposition], role: "union leader")],
            time: StoredEvent.Time(words: words("Monday"), kind: .date, value: "2024-05-06", basis: .stated),
            location: StoredEvent.Location(
                words: words("Lima"),
                place: Place(
                    name: "Lima", country: "PER", admin1: "Lima region", latitude: -12.04318, longitude: -77.02824,
                    geonames: 3_936_456, kind: .city)),
            trigger: words("arrested"),
            saidBy: [
                StoredEvent.Voice(
                    words: words("her lawyer"), actor: nil, cue: words("said"), kind: .indirect)
            ],
            sentenceIndex: 3, sentence: words("Police arrested Ana Soto in Lima on Monday, her lawyer said."),
            rule: "A arrest B", confidence: 0.9, evidence: [])
    }

    /// Three parties meet, nobody says where.
    static var meeting: StoredEvent {
        var event = arrest
        event.number = 8
        event.id = "def456"
        event.type = .consult
        event.modes = []
        event.contexts = []
        event.cameo = "040"
        event.quad = .verbalCooperation
        event.score = 2.5
        event.actors = [
            party("United States", "USA"), party("Russia", "RUS", [.government, .military]),
            party("United Nations", "UNO"),
        ]
        event.recipients = []
        event.location = nil
        event.saidBy = []
        event.sentenceIndex = 0
        return event
    }

    /// A demonstration by nobody the program knows, without a recipient.
    static var demonstration: StoredEvent {
        var event = arrest
        event.number = 9
        event.id = "0789"
        event.type = .protest
        event.modes = ["demo"]
        event.contexts = []
        event.cameo = "141"
        event.score = -5
        event.actors = [party("", nil, [.unknown], text: "thousands of people")]
        event.recipients = []
        event.location = StoredEvent.Location(
            words: words("Texas"),
            place: Place(
                name: "Texas", country: "USA", admin1: "Texas", latitude: 31.5, longitude: -99.356, geonames: 4_736_286,
                kind: .admin1))
        return event
    }

    /// What an export of these events writes.
    static func text(
        _ format: EventFormat, _ events: [StoredEvent], names: StoryNames = StoryNames(), withHeading: Bool = true
    ) throws -> String {
        let export = EventExport(
            format: format, codes: try ExportCodes(data: data), withHeading: withHeading, storyNames: { _ in names })
        var rest = events[...]
        var bytes: [UInt8] = []
        _ = try export.write(to: { bytes += $0 }, from: { rest.popFirst() })
        return String(decoding: bytes, as: UTF8.self)
    }

    /// The rows of a table, each as its fields.
    static func rows(_ format: EventFormat, _ events: [StoredEvent]) throws -> [[String]] {
        try text(format, events).split(separator: "\n").map {
            $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
        }
    }

    /// One row by the names of its columns.
    static func record(_ format: EventFormat, _ event: StoredEvent, row: Int = 0) throws -> [String: String] {
        let rows = try rows(format, [event])
        return Dictionary(uniqueKeysWithValues: zip(rows[0], rows[1 + row]))
    }
}
