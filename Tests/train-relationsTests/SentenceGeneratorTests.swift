import Foundation
import Lexicon
import Testing

@testable import train_relations

@Suite struct SentenceGeneratorTests {
    private let data = DataFolder(
        url: URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appendingPathComponent("data"))

    @Test func everyPatternAndSentenceOfTheProjectIsMarked() throws {
        let generator = try SentenceGenerator(data: data)
        let sentences = try generator.sentences(limit: 3)
        #expect(sentences.allSatisfy { $0.marked.actor.count == 1 || $0.marked.recipient.count == 1 })
        for kind in SentenceGenerator.Kind.allCases {
            #expect(Set(sentences.filter { $0.kind == kind }.map(\.root)).count == 15)
        }
        #expect(try generator.sentences(limit: 3).map(\.marked) == sentences.map(\.marked))
    }
}
