import Foundation
import Testing

struct CodeCommandTests {
    private let program: Program

    init() throws { program = try Program() }

    private func run(_ arguments: [String], input: String = "") throws -> Program.Outcome {
        try program.run(arguments, input: input)
    }

    private func file(_ name: String, _ bytes: [UInt8]) throws -> String { try program.file(name, bytes) }

    private func records(_ output: String) throws -> [[String: Any]] { try Program.records(output) }

    @Test func namesEachInputThatCannotBeReadAndCodesTheOthers() throws {
        let empty = try file("empty.txt", [])
        let binary = try file("binary.txt", [0x4D, 0x5A, 0, 1, 2])
        let good = try file("good.txt", Array("Police arrested three protesters in Lima on Monday.".utf8))
        let outcome = try run([
            "code", "--date", "2024-05-08", "--format", "jsonl", empty, binary, "missing.txt", good,
        ])
        #expect(outcome.code == 1)
        for message in ["empty.txt: is empty", "binary.txt: is binary", "missing.txt: no such file"] {
            #expect(outcome.errors.contains(message))
        }
        let records = try records(outcome.output)
        #expect(records.count == 1)
        #expect(records.first?["event"] as? String == "COERCE")
        #expect(records.first?["date"] as? String == "2024-05-06")
    }

    @Test func codesTheReportsOfAFolderInOrder() throws {
        let reports = program.folder.appendingPathComponent("reports")
        try FileManager.default.createDirectory(at: reports, withIntermediateDirectories: true)
        _ = try file("reports/2.txt", Array("Police arrested three protesters in Lima on Monday.".utf8))
        _ = try file("reports/1.txt", Array("Rebels attacked Goma on Monday.".utf8))
        let outcome = try run(["code", "--date", "2024-05-08", "--format", "jsonl", reports.path])
        #expect(outcome.code == 0)
        #expect(try records(outcome.output).map { $0["event"] as? String } == ["ASSAULT", "COERCE"])
    }

    @Test func mendsBytesThatAreNoUTF8AndSaysWhere() throws {
        let text = try file(
            "latin1.txt", Array("Police arrested three protesters in Orl".utf8) + [0xE9] + Array("ans.".utf8))
        let outcome = try run(["code", "--date", "2024-05-08", "--format", "jsonl", text])
        #expect(outcome.code == 0)
        #expect(outcome.errors.contains("is not UTF-8"))
        #expect(outcome.errors.contains("offset 39"))
        #expect(try records(outcome.output).first?["event"] as? String == "COERCE")
    }

    @Test func leavesTimesUnresolvedWithoutADate() throws {
        let outcome = try run(
            ["code", "--format", "jsonl", "-"], input: "Police arrested a minister in Lima on Monday.")
        #expect(outcome.code == 0)
        let record = try #require(try records(outcome.output).first)
        #expect(record["date"] is NSNull)
        #expect(outcome.errors.contains("--date"))
    }

    @Test(arguments: [
        ["code"], ["code", "--date", "yesterday", "-"], ["code", "--nonsense"], ["nonsense"], [],
        ["code", "--format", "xml", "-"], ["code", "--jobs", "0", "-"],
    ])
    func refusesWrongUse(arguments: [String]) throws {
        let outcome = try run(arguments)
        #expect(outcome.code == 2)
        #expect(!outcome.errors.isEmpty)
        #expect(outcome.output.isEmpty)
    }

    @Test func givesTheSameRecordsWithAnyNumberOfThreads() throws {
        var paths: [String] = []
        for number in 0..<12 {
            paths.append(
                try file("report\(number).txt", Array("Army unit \(number) attacked Goma on Monday.".utf8)))
        }
        let sample = Program.root.appendingPathComponent("data/samples/2024-03-14-border-posts.txt").path
        func code(_ jobs: String) throws -> String {
            let options = ["--date", "2024-03-14", "--format", "jsonl", "--statements", "--jobs", jobs]
            return try run(["code"] + options + [sample] + paths).output
        }
        let one = try code("1")
        #expect(one.contains("\"statement\""))
        #expect(one == (try code("3")))
    }
}
