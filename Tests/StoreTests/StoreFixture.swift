import Dates
import EventCoding
import Foundation
import Grounding
import Ingest
import TestSupport
import Tokens

@testable import Store

/// A store in a folder of its own, and reports to fill it with.
final class StoreFixture {
    let folder: URL
    var path: String { folder.appendingPathComponent("record.db").path }

    init() throws {
        folder = FileManager.default.temporaryDirectory.appendingPathComponent("store-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(at: folder) }

    static func version(_ program: String) -> RunVersion {
        RunVersion(program: program, executable: "e", model: "m", lexicon: "l", knowledge: "k", options: "")
    }

    /// Codes reports into the store as one command would.
    @discardableResult
    func code(_ reports: [CodedReport], program: String = "1") throws -> WriterCounts {
        let store = try Store(writing: path)
        let writer = try StoreWriter(store, version: StoreFixture.version(program), arguments: ["code"])
        for report in reports where try !writer.skipsCoded(report.report, id: report.id) { try writer.add(report) }
        try writer.finish(.complete)
        return writer.counts
    }

    func events(
        _ filter: EventFilter = EventFilter(), order: EventOrder = .stored, isOneADay: Bool = false, limit: Int? = nil
    ) throws -> [StoredEvent] {
        var rows = try Store(reading: path).events(
            matching: filter, order: order, isOneADay: isOneADay, limit: limit)
        var events: [StoredEvent] = []
        while let event = try rows.next() { events.append(event) }
        return events
    }

    func number(_ sql: String) throws -> Int {
        let store = try Store(reading: path)
        return try store.database.prepare(sql).number() ?? -1
    }
}

extension CodedReport {
    /// "Chadian minister Ali Bó met Niger , Reuters said ." with one event that Reuters tells, or none
    /// for a type of `nil`.
    /// - Parameters:
    ///   - hasOther: says whether whom he met takes part.
    ///   - isMutual: makes the other an actor too.
    static func meeting(
        day: String = "2024-03-01", published: String = "2024-03-02", file: String = "a.txt", url: String? = nil,
        type: EventType? = .consult, status: Status = .actual, recipient: String = "Niger", country: String = "NER",
        mode: String = "meeting", hasOther: Bool = true, isMutual: Bool = false, ending: String = "said"
    ) throws -> CodedReport {
        let doc = try handBuiltDoc(
            """
            Chadian chadian JJ amod 2
            minister minister NN compound 4
            Ali Ali NNP compound 4 B-PERSON
            Bó Bó NNP nsubj 5 I-PERSON
            met meet VBD ccomp 9
            \(recipient) \(recipient) NNP dobj 5 B-GPE
            , , , punct 9
            Reuters Reuters NNP nsubj 9 B-ORG
            \(ending) say VBD ROOT 0
            . . . punct 9
            """)
        let ali = Actor(name: "Ali Bó", country: "TCD", sectors: [.government], role: "minister")
        let other = Actor(name: recipient, country: country)
        let reuters = Actor(name: "Reuters", country: "GBR", sectors: [.journalist])
        func bytes(_ tokens: Range<Int>) -> ByteSpan { doc.byteRange(of: tokens) }
        func party(_ tokens: Range<Int>, _ actor: Actor) -> Event.Participant {
            Event.Participant(text: doc.text(of: tokens), bytes: bytes(tokens), actor: actor)
        }
        let place = PlaceMention(
            tokens: 5..<6, bytes: bytes(5..<6),
            place: Place(
                name: "Niamey", country: "NER", admin1: "Niamey Region", latitude: 13.51, longitude: 2.11,
                geonames: 2_440_485, kind: .city))
        let date = CalendarDate(day)
        let met = hasOther ? [party(5..<6, other)] : []
        let events = type.map { type in
            Event(
                type: type, modes: [mode], contexts: ["diplomatic"], cameo: "040",
                quad: type == .assault ? .materialConflict : .verbalCooperation, score: 1.5,
                actors: [party(0..<4, ali)] + (isMutual ? met : []), recipients: isMutual ? [] : met,
                time: Event.Time(
                    bytes: nil, kind: nil, value: nil, interval: date.map { $0...$0 }, basis: .publication),
                place: place, trigger: bytes(4..<5), status: status, saidBy: [0], sentence: 0, rule: "consult:1",
                confidence: 0.9)
        }
        let mentions = Mentions(
            times: [],
            actors: [
                ActorMention(tokens: 0..<4, head: 3, form: .name, entity: 0),
                ActorMention(tokens: 5..<6, head: 5, form: .name, entity: 1),
                ActorMention(tokens: 7..<8, head: 7, form: .name, entity: 2),
            ],
            entities: [
                ActorEntity(actors: [ali], mentions: [0]), ActorEntity(actors: [other], mentions: [1]),
                ActorEntity(actors: [reuters], mentions: [2]),
            ], places: [place])
        let statement = Statement(
            speaker: bytes(7..<8), speakerEntity: 2, cue: bytes(8..<9), content: [bytes(0..<6)], kind: .indirect)
        return CodedReport(
            report: Report(
                text: doc.text, title: "Talks", publisher: "Daily", url: url, date: CalendarDate(published),
                language: "en", file: file),
            doc: doc, mentions: mentions, coding: Coding(events: events.map { [$0] } ?? [], statements: [statement]))
    }
}
