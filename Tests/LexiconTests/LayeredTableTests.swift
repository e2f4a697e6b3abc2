import Foundation
import Lexicon
import Testing

/// Layers in a temporary folder: the first is the program's own, the others lie over it.
struct LayeredTableTests {
    private func rows(_ layers: [String]) throws -> [[String]] {
        let root = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
        defer { try? FileManager.default.removeItem(at: root) }
        var folders: [URL] = []
        for (index, content) in layers.enumerated() {
            let folder = root.appendingPathComponent("layer\(index)")
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            try Data(content.utf8).write(to: folder.appendingPathComponent("words.tsv"))
            folders.append(folder)
        }
        return try LayeredTable("words.tsv", layers: LexiconLayers(folders: folders), columns: ["word", "code"])
            .rows.map(\.fields)
    }

    private let own = "word\tcode\nattack\t1\nvisit\t2\n"

    @Test func aLaterLayerAddsAndOverrides() throws {
        #expect(
            try rows([own, "word\tcode\nvisit\t3\nstrike\t4\n"]) == [
                ["attack", "1"], ["visit", "3"], ["strike", "4"],
            ])
    }

    @Test func aDashRemoves() throws {
        #expect(try rows([own, "word\tcode\n-attack\n"]) == [["visit", "2"]])
    }

    @Test func whatWasRemovedCanBeAddedAgain() throws {
        #expect(try rows([own, "word\n-attack\n", "word\tcode\nattack\t9\n"]) == [["visit", "2"], ["attack", "9"]])
    }

    @Test(arguments: [
        ("word\tcode\nvisit\t3\nvisit\t4\n", 3, "is there already"),
        ("word\tcode\n-strike\n", 2, "is not there to be removed"),
        ("word\tcolour\nvisit\tred\n", 1, "no column is called 'colour'"),
        ("code\n3\n", 1, "no column 'word'"),
        ("word\nvisit\t3\n", 2, "2 fields where 1 columns are named"),
    ])
    func mistakesNameFileAndLine(content: String, line: Int, problem: String) {
        do {
            _ = try rows([own, content])
            Issue.record("no error")
        } catch let error as TableError {
            #expect(error.file.hasSuffix("words.tsv"))
            #expect(error.line == line)
            #expect(error.problem.contains(problem))
        } catch { Issue.record(error) }
    }
}
