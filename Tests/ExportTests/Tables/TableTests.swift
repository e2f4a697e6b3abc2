import EventCoding
import Export
import Foundation
import Grounding
import Store
import Testing

/// What all formats have in common: every row whole, whatever the names are.
struct TableTests {
    private static let names = [
        "Tab\there", "line\nbreak", "\r\n", "\"quoted\" from the start", "Joaquín \"El Chapo\" Guzmán", "a;b; c", "a,b",
        "'); DROP TABLE events;--", "../../etc/passwd", "", " ", "\u{0}nul", "😀 Laçın", "=cmd|' /C calc'!A0",
        "\u{7F}\u{1}",
    ]

    private static func events() -> [StoredEvent] {
        var events = [SampleEvents.arrest, SampleEvents.meeting, SampleEvents.demonstration]
        for (index, name) in names.enumerated() {
            var event = SampleEvents.arrest
            event.number = 100 + index
            event.actors = [SampleEvents.party(name, index.isMultiple(of: 2) ? "XYZ" : nil, [.government], role: name)]
            event.recipients = index.isMultiple(of: 3) ? [] : [SampleEvents.party("x" + name, "FRA"), event.actors[0]]
            event.location?.words.text = name
            event.location?.place?.name = name
            event.origin.sources[0] = StoredEvent.Source(
                file: name, url: name, title: name, byline: name, publisher: name)
            event.sentence.text = name
            event.rule = name
            events.append(event)
        }
        return events
    }

    @Test(arguments: [(EventFormat.polecat, 40), (.icews, 20), (.phoenix, 26), (.gdelt, 61)])
    func everyRowHasEveryField(format: EventFormat, width: Int) throws {
        let rows = try SampleEvents.rows(format, TableTests.events())
        #expect(rows.count >= TableTests.events().count - 5)
        for row in rows { #expect(row.count == width) }
        for row in rows {
            for field in row {
                // A reader that minds quotation marks would take what follows such a mark for one field.
                #expect(field.utf8.first != 0x22)
                #expect(!field.utf8.contains { $0 < 0x20 })
            }
        }
    }

    @Test func aQuotationMarkInsideANameStays() throws {
        var event = SampleEvents.arrest
        event.recipients = [SampleEvents.party("Joaquín \"El Chapo\" Guzmán", "MEX")]
        #expect(try SampleEvents.record(.icews, event)["Target Name"] == "Joaquín \"El Chapo\" Guzmán")
    }

    @Test func csvReadsBackAsItWasWritten() throws {
        let events = TableTests.events()
        let rows = csv(try SampleEvents.text(.csv, events))
        #expect(rows.count == events.count + 1)
        #expect(rows.allSatisfy { $0.count == rows[0].count })
        let sentence = try #require(rows[0].firstIndex(of: "sentence"))
        #expect(rows.dropFirst().map { $0[sentence] } == events.map(\.sentence.text))
        #expect(EventExport.tableColumns.map(\.name) == rows[0])
    }

    @Test func csvHoldsTheWholeRecord() throws {
        let rows = csv(try SampleEvents.text(.csv, [SampleEvents.arrest, SampleEvents.meeting]))
        let first = Dictionary(uniqueKeysWithValues: zip(rows[0], rows[1]))
        #expect(first["event_id"] == "abc123")
        #expect(first["recipient_sectors"] == "LAB OPP")
        #expect(first["speaker"] == "her lawyer")
        #expect(first["speaker_country"] == "")
        #expect(first["quad"] == "material conflict")
        #expect(first["place"] == "Lima")
        let second = Dictionary(uniqueKeysWithValues: zip(rows[0], rows[2]))
        #expect(second["actor"] == "United States; Russia; United Nations")
        #expect(second["actor_sectors"] == "; GOV MIL; ")
        #expect(second["recipient"] == "")
        #expect(second["latitude"] == "")
    }

    @Test func everyColumnIsDocumented() throws {
        let page = SampleEvents.data.url.deletingLastPathComponent().appendingPathComponent("docs/export.md")
        let text = try String(contentsOf: page, encoding: .utf8)
        for column in EventExport.tableColumns { #expect(text.contains("`\(column.name)`")) }
    }

    @Test func everyCameoCodeHasALabelAndAScore() throws {
        let codes = try ExportCodes(data: SampleEvents.data)
        for code in try Ontology(data: SampleEvents.data).cameo.keys {
            #expect(codes.labels[code]?.isEmpty == false)
            let score = try #require(codes.goldstein(code))
            #expect((-10.0...10.0).contains(score))
        }
        #expect(codes.goldstein("0874") == 10)
        #expect(codes.goldstein("0311") == 5.2)
        #expect(codes.goldstein("xx") == nil)
    }

    @Test func everySectorAndCountryIsInTheTables() throws {
        let codes = try ExportCodes(data: SampleEvents.data)
        for sector in Sector.allCases { #expect(codes.sectors[sector.rawValue] != nil) }
        for organization in ["IGO", "UNO", "EUR", "NGO", "ISM", "IMG", "MNC"] {
            #expect(codes.organizations[organization] != nil)
            #expect(codes.countries[organization] == nil)
        }
        let fips = codes.countries.filter {
            $0.key.count == 3 && !["CSK", "DDR", "SCG", "SUN", "YUG"].contains($0.key)
        }
        let given = fips.values.map(\.fips).filter { !$0.isEmpty }
        #expect(Set(given).count == given.count)
        let cow = fips.values.map(\.cow).filter { !$0.isEmpty }
        #expect(Set(cow).count == cow.count)
        #expect(cow.count == 195)
    }

    @Test func whatCountsAsDone() {
        func isDone(_ status: Status, _ type: EventType) -> Bool {
            var event = SampleEvents.arrest
            event.status = status
            event.type = type
            return event.isReportedAsDone
        }
        #expect(isDone(.actual, .assault))
        #expect(isDone(.historical, .assault))
        #expect(isDone(.future, .agree))
        #expect(isDone(.future, .threaten))
        #expect(!isDone(.future, .consult))
        #expect(!isDone(.hypothetical, .assault))
        #expect(!isDone(.negated, .consult))
    }

    @Test func anEventOfManyPairsKeepsToItsNumbers() throws {
        var event = SampleEvents.meeting
        event.actors = (0..<40).map { SampleEvents.party("Party \($0)", "USA") }
        let rows = try SampleEvents.rows(.icews, [event]).dropFirst()
        #expect(rows.count == 1000)
        #expect(rows.last?[0] == "8999")
    }

    /// RFC 4180.
    private func csv(_ text: String) -> [[String]] {
        var rows: [[String]] = [[]]
        var field: [UInt8] = []
        var isQuoted = false
        let bytes = Array(text.utf8)
        var position = 0
        while position < bytes.count {
            let byte = bytes[position]
            if isQuoted {
                if byte == 0x22, position + 1 < bytes.count, bytes[position + 1] == 0x22 {
                    field.append(byte)
                    position += 1
                } else if byte == 0x22 {
                    isQuoted = false
                } else {
                    field.append(byte)
                }
            } else if byte == 0x22 {
                isQuoted = true
            } else if byte == 0x2C || byte == 0x0A {
                rows[rows.count - 1].append(String(decoding: field, as: UTF8.self))
                field = []
                if byte == 0x0A { rows.append([]) }
            } else {
                field.append(byte)
            }
            position += 1
        }
        rows.removeLast()
        return rows
    }
}
