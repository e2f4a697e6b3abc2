import Dates
import EventCoding
import Export
import Foundation
import Grounding
import TestSupport
import Testing
import Tokens

struct NativeRecordTests {
    private func source() throws -> NativeRecord.Source {
        let doc = try handBuiltDoc(
            """
            Perú Perú NNP nsubj 2
            met meet VBD ROOT 0
            Chile Chile NNP dobj 2
            """)
        let party = { (token: Int, country: String) in
            let bytes = doc.byteRange(of: token..<token + 1)
            return Event.Participant(
                text: doc.text(bytes: bytes), bytes: bytes,
                actor: Actor(name: doc.text(bytes: bytes), country: country, sectors: [.government]))
        }
        let day = CalendarDate("2024-03-14")
        let event = Event(
            type: .consult, modes: ["visit"], contexts: ["diplomatic"], cameo: "042", quad: .verbalCooperation,
            score: 4,
            actors: [party(0, "PER")], recipients: [party(2, "CHL")],
            time: Event.Time(bytes: nil, kind: nil, value: nil, interval: day.map { $0...$0 }, basis: .publication),
            place: nil, trigger: doc.byteRange(of: 1..<2), status: .actual, saidBy: [0], sentence: 0, rule: "A meet B",
            confidence: 0.93)
        let statement = Statement(speaker: 0..<5, cue: 6..<9, content: [6..<15], kind: .indirect)
        return NativeRecord.Source(
            file: "report.txt", doc: doc, coding: Coding(events: [event], statements: [statement]), mentions: Mentions()
        )
    }

    private func lines(_ write: (NativeRecord, inout JSONWriter) -> Void) throws -> [[String: Any]] {
        var json = JSONWriter()
        write(NativeRecord(try source()), &json)
        return try json.text.split(separator: "\n").map { line in
            try #require(JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
        }
    }

    @Test func aRecordHasTheMembersOfTheDesign() throws {
        let record = try #require(try lines { $0.writeEvents(to: &$1) }.first)
        #expect(
            Set(record.keys) == [
                "id", "report", "file", "date", "enddate", "event", "mode", "context", "cameo", "quad", "score",
                "actor",
                "recipient", "time", "place", "trigger", "status", "said_by", "sentence", "rule", "confidence",
            ])
        #expect(record["event"] as? String == "CONSULT")
        #expect(record["quad"] as? String == "verbal cooperation")
        #expect(record["date"] as? String == "2024-03-14")
        #expect(record["place"] is NSNull)
        let said = try #require(record["said_by"] as? [[String: Any]])
        #expect(said.first?["text"] as? String == "Perú")
        #expect(said.first?["cue"] as? String == "met")
    }

    @Test func offsetsCountCodePoints() throws {
        let record = try #require(try lines { $0.writeEvents(to: &$1) }.first)
        let trigger = try #require(record["trigger"] as? [String: Any])
        #expect(trigger["start"] as? Int == 5)
        #expect(trigger["end"] as? Int == 8)
        #expect(trigger["text"] as? String == "met")
    }

    @Test func idsAreTheSameEveryTimeAndDifferByWhatIsIdentified() throws {
        let event = try source().coding.events[0]
        let report = RecordID.report(text: "Perú met Chile")
        #expect(report.utf8.count == 32)
        #expect(RecordID.event(event, report: report) == RecordID.event(event, report: report))
        var other = event
        other.status = .future
        #expect(RecordID.event(other, report: report) != RecordID.event(event, report: report))
        #expect(RecordID.event(event, report: RecordID.report(text: "other")) != RecordID.event(event, report: report))
    }

    @Test func aStatementLineSaysItsKind() throws {
        let record = try #require(try lines { $0.writeStatements(to: &$1) }.first)
        #expect(record["kind"] as? String == "statement")
        #expect(record["speech"] as? String == "indirect")
    }
}
