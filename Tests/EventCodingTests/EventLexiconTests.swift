import EventCoding
import Foundation
import Lexicon
import Testing

struct EventLexiconTests {
    /// Every table is read by `EventCoder.init`, which refuses duplicates and codes that do not exist.
    @Test func everyTableOfTheLexiconCanBeRead() throws {
        let coder = try EventCoder(data: CodedText.data)
        #expect(coder.lexicon.entries.count > 3000)
        for type in EventType.allCases {
            #expect(coder.lexicon.entries.contains { $0.meaning == .event(type) }, "no entry for \(type.rawValue)")
        }
    }

    @Test func everyModeOfPloverHasAnEntryACueOrAComposition() throws {
        let ontology = try Ontology(data: CodedText.data)
        let texts = try FileManager.default.subpathsOfDirectory(atPath: CodedText.data.file("lexicon").path)
            .filter { $0.hasSuffix(".tsv") }
            .map { try String(contentsOf: CodedText.data.file("lexicon/\($0)"), encoding: .utf8) }
            .joined(separator: "\n")
        for (type, modes) in ontology.modes {
            for mode in modes.keys {
                let line = try Regex("(?m)^.*\(type.rawValue)\\t\(mode)\\??(\\t.*)?$")
                #expect(texts.contains(line), "nothing tells \(type.rawValue) \(mode)")
            }
        }
    }

    @Test func theScoreIsThatOfTheMostTellingMode() throws {
        let ontology = try Ontology(data: CodedText.data)
        #expect(ontology.score(of: .assault, modes: ["beat", "unconventional"]) == -10)
        #expect(ontology.score(of: .accuse, modes: []) == -3)
        #expect(ontology.cameo(of: .consult, modes: ["phone"]) == "041")
    }

    private func lexicon(_ events: String) throws -> EventCoder {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
        defer { try? FileManager.default.removeItem(at: folder) }
        try FileManager.default.createDirectory(
            at: folder.appendingPathComponent("events"), withIntermediateDirectories: true)
        try Data(events.utf8).write(to: folder.appendingPathComponent("events/own.tsv"))
        return try EventCoder(
            data: CodedText.data, layers: LexiconLayers(data: CodedText.data, user: [folder]))
    }

    private let sentence = """
        Russia Russia NNP nsubj 2 B-GPE
        unfriended unfriend VBD ROOT 0
        Ukraine Ukraine NNP dobj 2 B-GPE
        . . . punct 2
        """

    @Test func aLexiconOfOnesOwnAddsAnEntry() throws {
        let coder = try lexicon("pattern\tevent\tcameo\nA unfriend R\tSANCTION\t160\n")
        let events = try CodedText.coding(sentence, coder: coder).coding.events
        #expect(events.map(\.type) == [.sanction])
        #expect(events.map(\.rule) == ["A unfriend R"])
        #expect(try CodedText.events(sentence) == [])
    }

    /// The participle that follows the noun must not be taken for the act inside itself, over and over.
    @Test func aPatternThatFindsItselfInsideEnds() throws {
        let coder = try lexicon("pattern\tevent\nA bake plea that ACT\tREQUEST\nA drown plea that ACT\tREQUEST\n")
        let table = """
            Pleas plea NNS nsubjpass 6
            baked bake VBN acl 1
            by by IN agent 2
            Chad Chad NNP pobj 3 B-GPE
            were be VBD auxpass 6
            drowned drown VBN ROOT 0
            """
        #expect(try CodedText.coding(table, coder: coder).coding.events.count <= 2)
    }

    @Test(arguments: [
        ("pattern\tevent\nA unfriend R\tSHUN\n", "2: 'SHUN' is no event type of PLOVER"),
        ("pattern\tevent\tmode\nA unfriend R\tSANCTION\tsulk\n", "2: SANCTION has no mode 'sulk'"),
        ("pattern\tevent\n\nA unfriend {foes}\tSANCTION\n", "3: no class is called 'foes'"),
        ("pattern\tevent\tcameo\nA unfriend R\tSANCTION\t999\n", "2: '999' is no CAMEO code"),
    ])
    func itsMistakesNameFileAndLine(content: String, message: String) {
        do {
            _ = try lexicon(content)
            Issue.record("no error")
        } catch { #expect("\(error)".hasSuffix("own.tsv:" + message)) }
    }
}
