import Analysis
import EventCoding
import Evaluation
import Foundation
import Ingest
import Language
import Lexicon
import Testing

private let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()
private let model = root.appendingPathComponent("data/models/en_core_web_sm-3.8.0")
private let isModelThere = FileManager.default.fileExists(atPath: model.appendingPathComponent("config.cfg").path)

/// The project's gold reports: complete lists of events, coded with the language model where it is installed.
@Suite struct EventsGoldTests {
    private func reports(in folder: String = "Events") throws -> [EventsGold] {
        try FileManager.default.contentsOfDirectory(
            at: root.appendingPathComponent("Tests/Fixtures/\(folder)"), includingPropertiesForKeys: nil
        )
        .filter { $0.pathExtension == "txt" }
        .sorted { $0.path < $1.path }
        .map { try EventsGold(String(contentsOf: $0, encoding: .utf8)) }
    }

    @Test func theReportsCoverTheOntology() throws {
        let reports = try reports()
        let kinds = reports.flatMap(\.paragraphs).flatMap(\.entries).flatMap(\.kinds)
        #expect(reports.count >= 40)
        #expect(Set(reports.map(\.region)).count >= 10)
        #expect(Set(kinds.map(\.type)) == Set(EventType.allCases))
        let ontology = try Ontology(data: DataFolder(url: root.appendingPathComponent("data")))
        for kind in kinds {
            for mode in kind.modes { #expect(ontology.modes[kind.type]?[mode] != nil, "\(kind.type.rawValue) \(mode)") }
        }
        #expect(reports.count { $0.paragraphs.allSatisfy(\.entries.isEmpty) } >= 3)
    }

    /// The floors are a little under what `demarche evaluate events` prints, so that a rule that costs more than it brings
    /// is noticed; they only ever rise.
    @Test(.enabled(if: isModelThere)) func codingFindsWhatAReaderFinds() throws {
        let total = try score(reports())
        #expect(Double(total.event) / Double(total.coded) > 0.96)
        #expect(Double(total.event) / Double(total.gold) > 0.95)
        #expect(Double(total.actors) / Double(total.coded) > 0.89)
        #expect(Double(total.actors) / Double(total.gold) > 0.88)
    }

    @Test(.enabled(if: isModelThere)) func codingFindsMuchOfWhatAnotherHandWrote() throws {
        let total = try score(reports(in: "EventsByAnotherHand"))
        #expect(Double(total.event) / Double(total.coded) > 0.89)
        #expect(Double(total.event) / Double(total.gold) > 0.76)
        #expect(Double(total.actors) / Double(total.coded) > 0.76)
        #expect(Double(total.actors) / Double(total.gold) > 0.64)
    }

    private func score(_ reports: [EventsGold]) throws -> EventsScore.Counts {
        let analyzer = try Analyzer(
            docs: LanguageModel(folder: model), data: DataFolder(url: root.appendingPathComponent("data")))
        let reader = analyzer.docs.makeReader()
        var score = EventsScore()
        for gold in reports {
            let analysis = try analyzer.analyze(
                Report(text: gold.text, date: gold.published, file: "gold"), reader: reader)
            _ = score.add(gold, analysis.coding, text: { analysis.doc.text(bytes: $0) }, speaker: { _ in "" })
        }
        return score.total
    }
}
