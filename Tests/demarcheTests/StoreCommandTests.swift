import Export
import Foundation
import Store
import Testing

@testable import demarche

/// `query` and `export` over a store of two reports.
struct StoreCommandTests {
    private let program: Program

    init() throws {
        program = try Program()
        _ = try program.file("1.txt", "Police arrested three protesters in Lima on Monday.")
        _ = try program.file(
            "2.txt", "Peru's president met the president of Chile in Santiago. Rebels did not attack the army of Peru.")
        let outcome = try program.run([
            "code", "--date", "2024-05-08", "--store", "record.db", "1.txt", "2.txt",
        ])
        try #require(outcome.code == 0, "\(outcome.errors)")
    }

    private func query(_ arguments: String...) throws -> Program.Outcome {
        try program.run(["query"] + arguments + ["record.db"])
    }

    @Test func filtersChooseEvents() throws {
        for (arguments, events) in [
            (["--event", "COERCE"], ["COERCE"]), (["--country", "chl"], ["CONSULT"]),
            (["--actor", "PER", "--recipient", "CHL"], ["CONSULT"]),
            (["--actor", "CHL", "--recipient", "PER"], ["CONSULT"]), (["--actor", "CHL", "--recipient", "CHL"], []),
            (["--recipient", "the president"], ["CONSULT"]), (["--mode", "arrest,visit"], ["COERCE"]),
            (["--quad", "verbal-cooperation"], ["CONSULT"]), (["--quad", "1"], ["CONSULT"]),
            (["--status", "negated"], ["ASSAULT"]), (["--place", "Santiago"], ["CONSULT"]),
            (["--near", "-12.05,-77.04", "--within", "100"], ["COERCE"]), (["--text", "protest*"], ["COERCE"]),
            (["--sector", "COP"], ["COERCE"]), (["--from", "2024-05", "--to", "2024-05-07"], ["COERCE"]),
            (["--actor", "'; DROP TABLE events;--"], []), (["--speaker", "nobody"], []),
        ] {
            let outcome = try program.run(["query", "--format", "jsonl"] + arguments + ["record.db"])
            #expect(outcome.code == 0, "\(arguments): \(outcome.errors)")
            let found = try Program.records(outcome.output).compactMap { $0["event"] as? String }
            #expect(found == events, "\(arguments)")
        }
    }

    @Test func aTableIsAlignedAndLimited() throws {
        let outcome = try query("--limit", "2")
        let lines = outcome.output.split(separator: "\n")
        #expect(lines.count == 3)
        #expect(lines.first?.hasPrefix("date        event") == true)
        #expect(outcome.errors.contains("more events"))
        #expect(try query("--limit", "3").errors.isEmpty)
        #expect(try query().errors.isEmpty)
        #expect(try query("--text", "nosuchword").output.isEmpty)
    }

    @Test func counts() throws {
        let table = try query("--count-by", "month,event")
        #expect(
            table.output == """
                month    event    events
                2024-05  ASSAULT  1
                2024-05  COERCE   1
                2024-05  CONSULT  1

                """)
        let lines = try Program.records(
            try query("--count-by", "actor-country", "--format", "jsonl", "--event", "CONSULT").output)
        #expect(Set(lines.compactMap { $0["actor-country"] as? String }) == ["CHL", "PER"])
        #expect(lines.first?["events"] as? Int == 1)
    }

    @Test func refusesWrongValuesAndSaysWhatIsAllowed() throws {
        for (option, value) in [
            ("--event", "NOPE"), ("--event", "CONSULT,"), ("--from", "yesterday"), ("--from", "2024-02-30"),
            ("--near", "10"), ("--near", "10,20"), ("--within", "5"), ("--near", "91,0"), ("--country", "ZZZ"),
            ("--sector", "KING"), ("--mode", "nomode"), ("--quad", "5"), ("--status", "maybe"), ("--limit", "0"),
            ("--count-by", "phase"), ("--count-by", "day,day"), ("--run", "first"), ("--text", "\"'"),
            ("--format", "csv"),
        ] {
            let outcome = try query(option, value)
            #expect(outcome.code == 2)
            #expect(outcome.output.isEmpty)
            #expect(outcome.errors.hasPrefix("demarche query: \(option)"), "\(outcome.errors.prefix(80))")
            #expect(outcome.errors.contains("usage: demarche query"))
        }
        #expect(try query("--from", "2024-06", "--to", "2024-05").code == 2)
        #expect(try query("--near", "0,0", "--within", "-5").code == 2)
        #expect(try query("--colour", "red").errors.contains("unknown option --colour"))
    }

    @Test func refusesWhatIsNoStore() throws {
        for arguments in [["query"], ["query", "no.db"], ["query", "1.txt"], ["query", "record.db", "record.db"]] {
            let outcome = try program.run(arguments)
            #expect(outcome.code == 2)
            #expect(!outcome.errors.isEmpty)
        }
        #expect(!FileManager.default.fileExists(atPath: program.folder.appendingPathComponent("no.db").path))
    }

    @Test func tablesHoldWhatHappened() throws {
        for (format, columns) in [("polecat", 40), ("icews", 20), ("phoenix", 26), ("gdelt", 61)] {
            let outcome = try program.run(["export", "--format", format, "record.db"])
            #expect(outcome.code == 0)
            let lines = outcome.output.split(separator: "\n")
            #expect(lines.count >= 2)
            for line in lines {
                #expect(line.split(separator: "\t", omittingEmptySubsequences: false).count == columns)
            }
            #expect(!outcome.output.contains("ASSAULT"))
            let negated = try program.run(["export", "--format", format, "--status", "negated", "record.db"])
            #expect(negated.code == 0)
            #expect(negated.output != outcome.output)
        }
    }

    @Test func writesAFile() throws {
        let outcome = try program.run([
            "export", "--format", "polecat", "--no-header", "--status", "negated", "--output", "out.tsv", "record.db",
        ])
        #expect(outcome.code == 0)
        #expect(outcome.output.isEmpty)
        let text = try String(contentsOf: program.folder.appendingPathComponent("out.tsv"), encoding: .utf8)
        #expect(text.split(separator: "\n").count == 1)
        #expect(text.contains("ASSAULT"))
        let failure = try program.run(["export", "--format", "csv", "--output", "no/such/out.csv", "record.db"])
        #expect(failure.code == 2)
        #expect(failure.errors.contains("no/such/out.csv cannot be written"))
    }

    @Test func aLineOfAStoreBeginsAsTheCodersDoes() throws {
        let coded = try program.run(["code", "--date", "2024-05-08", "--format", "jsonl", "1.txt"]).output
        let stored = try program.run(["export", "--format", "jsonl", "--event", "COERCE", "record.db"]).output
        #expect(coded.hasSuffix("}\n"))
        #expect(stored.hasPrefix(coded.dropLast(2)))
    }

    @Test func parquetNeedsDuckDB() throws {
        // The tests' own PATH may have it.
        let outcome = try program.run(
            ["export", "--format", "parquet", "--output", "out.parquet", "record.db"], path: "/nowhere")
        #expect(outcome.code == 2)
        #expect(outcome.errors.contains("duckdb"))
        #expect(try program.run(["export", "--format", "parquet", "record.db"]).errors.contains("--output"))
        #expect(try program.run(["export", "--format", "xml", "record.db"]).code == 2)
        #expect(try program.run(["export", "record.db"]).errors.contains("jsonl, csv"))
    }

    @Test func everyKeyOfCountsIsInTheHelp() {
        for key in CountKey.allCases { #expect(Command.query.usage.contains(key.rawValue)) }
        for format in EventFormat.allCases { #expect(Command.export.usage.contains("--format \(format.rawValue)")) }
    }
}
