import Analysis
import Evaluation
import Foundation
import Grounding
import Language
import Lexicon
import Testing

private let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()
private let model = root.appendingPathComponent("data/models/en_core_web_sm-3.8.0")
private let isModelThere = FileManager.default.fileExists(atPath: model.appendingPathComponent("config.cfg").path)

/// The project's own labelled news, read with the language model where it is installed.
@Suite struct TimesFixturesTests {
    private func documents() throws -> [TimeMLDocument] {
        let folder = root.appendingPathComponent("Tests/Fixtures/Times")
        return try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
            .filter { $0.pathExtension == "tml" }
            .sorted { $0.path < $1.path }
            .map { try TimeMLDocument(Array(Data(contentsOf: $0))) }
    }

    @Test func labelsAreWellFormed() throws {
        let documents = try documents()
        #expect(documents.count >= 19)
        #expect(documents.reduce(0) { $0 + $1.text.split(separator: "\n\n").count } >= 60)
        for document in documents {
            #expect(document.created != nil)
            #expect(document.timexes.allSatisfy { TimeExpression.Kind(rawValue: $0.type) != nil && !$0.value.isEmpty })
        }
    }

    @Test(.enabled(if: isModelThere, "the language model is not installed"))
    func newsIsRead() throws {
        let reader = try LanguageModel(folder: model).makeReader()
        let tagger = try TimeTagger(data: DataFolder(url: root.appendingPathComponent("data")))
        var score = TimesScore()
        for document in try documents() {
            let found = tagger.expressions(in: try reader.doc(of: document.text), published: document.created)
            score.add(
                found: found.map { .init(bytes: $0.bytes, type: $0.kind.rawValue, value: $0.value) },
                gold: document.timexes)
        }
        #expect(score.strict.f1 > 0.95)
        #expect(score.value.f1 > 0.93)
        #expect(score.type.f1 > 0.95)
    }
}
