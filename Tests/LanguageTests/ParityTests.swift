import Foundation
import Language
import Testing
import Tokens

/// The engine against spaCy's own parses (`scripts/make-parse-fixtures.py`).
struct ParityTests {
    private static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()
    private static let model = root.appendingPathComponent("data/models/en_core_web_sm-3.8.0")
    private static let isInstalled = FileManager.default.fileExists(
        atPath: model.appendingPathComponent("config.cfg").path)

    private func expectedDocs() throws -> [Doc] {
        let file = ParityTests.root.appendingPathComponent("Tests/Fixtures/Parses/en_core_web_sm.jsonl")
        return try Data(contentsOf: file).split(separator: UInt8(ascii: "\n")).map {
            try Doc(JSONDecoder().decode(DocJSON.self, from: Data($0)))
        }
    }

    private func isSame(_ left: Token, _ right: Token) -> Bool {
        left.start == right.start && left.end == right.end && left.tag == right.tag && left.pos == right.pos
            && left.morph == right.morph && left.lemma == right.lemma && left.head == right.head
            && left.dep == right.dep && left.startsSentence == right.startsSentence && left.entity == right.entity
    }

    @Test(.enabled(if: isInstalled, "the model is not installed: make model"))
    func everyLayerEqualsSpaCys() throws {
        let reader = try LanguageModel(folder: ParityTests.model).makeLanguageReader()
        // Twice, so that the second round reads from the caches.
        for _ in 0..<2 {
            for expected in try expectedDocs() {
                let doc = try reader.parse(expected.text)
                try #require(doc.count == expected.count)
                for index in doc.tokens.indices where !isSame(doc.tokens[index], expected.tokens[index]) {
                    Issue.record(
                        "\(doc.text(of: index)): \(doc.tokens[index]) where spaCy has \(expected.tokens[index])")
                }
            }
        }
    }

    /// Paragraphs are computed together but parsed apart: each is what it is alone.
    @Test(.enabled(if: isInstalled, "the model is not installed: make model"))
    func paragraphsDoNotTouchOneAnother() throws {
        let reader = try LanguageModel(folder: ParityTests.model).makeLanguageReader()
        let paragraphs = ["Talks resume in Geneva", "Envoys met on Monday.", "Rebels left Goma."]
        let together = try reader.parseParagraphs(paragraphs.joined(separator: "\n\n"))
        var tokens: [Token] = []
        for paragraph in paragraphs {
            let alone = try reader.parse(paragraph)
            tokens += alone.tokens.map { token in
                var moved = token
                moved.head += tokens.count
                return moved
            }
        }
        try #require(together.count == tokens.count)
        for (left, right) in zip(together.tokens, tokens) {
            #expect(left.tag == right.tag && left.head == right.head && left.dep == right.dep)
            #expect(left.entity == right.entity && left.startsSentence == right.startsSentence)
        }
    }
}
