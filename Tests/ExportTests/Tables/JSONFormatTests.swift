import Export
import Foundation
import Grounding
import Store
import Testing

struct JSONFormatTests {
    private func object(_ text: some StringProtocol) throws -> [String: Any] {
        try #require(JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    }

    @Test func featuresArePointsInLongitudeAndLatitude() throws {
        let text = try SampleEvents.text(.geoJSON, [SampleEvents.arrest, SampleEvents.meeting])
        let collection = try object(text)
        #expect(collection["type"] as? String == "FeatureCollection")
        let features = try #require(collection["features"] as? [[String: Any]])
        #expect(features.count == 2)
        #expect(features.allSatisfy { $0["type"] as? String == "Feature" })
        let geometry = try #require(features[0]["geometry"] as? [String: Any])
        #expect(geometry["type"] as? String == "Point")
        #expect(geometry["coordinates"] as? [Double] == [-77.02824, -12.04318])
        #expect(features[1]["geometry"] is NSNull)
        let properties = try #require(features[0]["properties"] as? [String: Any])
        #expect(properties["actor"] as? [String] == ["Peruvian National Police"])
        #expect(properties["event"] as? String == "COERCE")
    }

    @Test func noEventsAreAnEmptyCollection() throws {
        let features = try object(try SampleEvents.text(.geoJSON, []))["features"] as? [Any]
        #expect(features?.isEmpty == true)
    }

    @Test func largeCollectionsComeInPieces() throws {
        let export = EventExport(
            format: .geoJSON, codes: try ExportCodes(data: SampleEvents.data), storyNames: { _ in StoryNames() })
        var rest = 2000
        var bytes: [UInt8] = []
        var pieces = 0
        let summary = try export.write(
            to: { piece in
                bytes += piece
                pieces += 1
            },
            from: {
                rest -= 1
                return rest >= 0 ? SampleEvents.arrest : nil
            })
        #expect(summary.events == 2000)
        #expect(pieces > 5)
        let features = try object(String(decoding: bytes, as: UTF8.self))["features"] as? [Any]
        #expect(features?.count == 2000)
    }

    @Test func aLineHoldsTheRecordAndItsSources() throws {
        var event = SampleEvents.arrest
        event.evidence = [StoredEvent.Evidence(number: 9, id: "zz", origin: event.origin, sentenceIndex: 1)]
        let line = try object(try SampleEvents.text(.jsonLines, [event]))
        #expect(line["id"] as? String == "abc123")
        #expect(line["run"] as? Int == 2)
        #expect(line["story"] as? Int == 41)
        #expect(line["published"] as? String == "2024-05-08")
        let sources = try #require(line["sources"] as? [[String: Any]])
        #expect(sources.first?["publisher"] as? String == "Gazette")
        #expect((line["evidence"] as? [[String: Any]])?.first?["id"] as? String == "zz")
        let said = try #require(line["said_by"] as? [[String: Any]])
        #expect(said.first?["text"] as? String == "her lawyer")
        #expect(said.first?["name"] == nil)
    }
}
