import Foundation
import Lexicon

@testable import Grounding

/// The project's own tables and fixtures, found from this file.
enum TestKnowledge {
    static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("../../..")
        .standardizedFileURL

    static let data = DataFolder(url: root.appendingPathComponent("data"))

    static let resolver = Result { try ActorResolver(data: data) }

    static func table(_ path: String) throws -> Table { try Table(contentsOf: root.appendingPathComponent(path)) }
}
