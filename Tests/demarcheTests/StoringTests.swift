import Foundation
import Testing

@testable import Store

/// `demarche code --store` as a user runs it, and as machines fail it.
@Suite(.serialized) struct StoringTests {
    private let program: Program
    private var store: String { program.folder.appendingPathComponent("record.db").path }

    init() throws { program = try Program() }

    // MARK: Help

    /// Reports enough that coding them takes a while.
    private func reports(_ count: Int) throws -> String {
        let towns = ["Lima", "Goma", "Aden", "Minsk", "Quito"]
        let lines = (1...count).map { number in
            let first = "Army unit \(number) attacked \(towns[number % 5]) on Monday."
            let second = "President Ali Bongo met \(number) envoys of France in Paris, officials said."
            let rest = (0..<8).map { "The town of number \(number * 31 + $0) was quiet after the talks." }
            return "{\"text\": \"\(([first, second] + rest).joined(separator: " "))\", \"date\": \"2024-03-14\"}"
        }
        return try program.file("reports-\(count).jsonl", lines.joined(separator: "\n") + "\n")
    }

    private func code(_ input: String, into store: String, jobs: Int = 2) -> [String] {
        ["code", "--store", store, "--jobs", "\(jobs)", "--quiet", input]
    }

    /// What a store holds, without the numbers that depend on the order of storing.
    private func content(_ store: String) throws -> [String] {
        let exported = try program.run(["export", "--format", "jsonl", store])
        #expect(exported.code == 0, "\(exported.errors)")
        let events = exported.output.split(separator: "\n").map {
            String($0.replacing(/"(number|run|story)":\d+/, with: ""))
        }
        let database = try Database(file: store, access: .reading)
        var counts: [String] = []
        for table in ["reports", "copies", "sentences", "analyses", "entities", "mentions", "statements", "events"] {
            counts.append("\(table) \(try database.prepare("SELECT count(*) FROM \(table)").number() ?? -1)")
        }
        return events.sorted() + counts
    }

    private func isSound(_ store: String) throws -> Bool {
        let database = try Database(file: store, access: .reading)
        let check = try database.prepare("PRAGMA integrity_check")
        guard try check.step(), check.text(0) == "ok" else { return false }
        guard try !database.prepare("PRAGMA foreign_key_check").step() else { return false }
        // Every report is there with its analysis or not at all.
        let torn = "SELECT count(*) FROM reports WHERE id NOT IN (SELECT report_id FROM analyses)"
        return try database.prepare(torn).number() == 0
    }

    private func start(_ arguments: [String]) throws -> Process {
        let process = Process()
        process.executableURL = Program.executable
        process.arguments = arguments
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        process.standardInput = FileHandle.nullDevice
        try process.run()
        return process
    }

    private func shell(_ script: String) throws -> Program.Outcome {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/bin/sh")
        process.arguments = ["-c", script]
        let errors = Pipe()
        process.standardError = errors
        process.standardOutput = FileHandle.nullDevice
        process.standardInput = FileHandle.nullDevice
        try process.run()
        let told = errors.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return Program.Outcome(
            code: process.terminationStatus, output: "", errors: String(decoding: told, as: UTF8.self))
    }

    private func stored(_ store: String) throws -> Int {
        try Database(file: store, access: .reading).prepare("SELECT count(*) FROM analyses").number() ?? -1
    }

    // MARK: Tests

    @Test func printsNothingAndStoresWhatItWouldPrint() throws {
        let input = try reports(20)
        let printed = try program.run(["code", "--format", "jsonl", "--quiet", input])
        let silent = try program.run(code(input, into: store))
        #expect((silent.code, silent.output, silent.errors) == (0, "", ""))
        let both = try program.run(["code", "--store", store + "2", "--format", "jsonl", "--quiet", input])
        #expect(both.output == printed.output)
        #expect(both.output.split(separator: "\n").count > 20)
        #expect(try content(store) == content(store + "2"))
    }

    @Test func skipsWhatItHasCodedAndSaysSo() throws {
        let input = try reports(20)
        _ = try program.run(code(input, into: store))
        let before = try content(store)
        let again = try program.run(["code", "--store", store, input])
        #expect(again.code == 0)
        #expect(again.errors.contains("20 skipped: in the store"))
        #expect(try content(store) == before)
        // Another lexicon is another version.
        let folder = program.folder.appendingPathComponent("own")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        try Data().write(to: folder.appendingPathComponent("notes.txt"))
        _ = try program.run(["code", "--store", store, "--lexicon", folder.path, "--quiet", input])
        let runs = try program.run(["runs", "--format", "jsonl", store]).output.split(separator: "\n")
        #expect(runs.count == 2)
        let difference = try program.run(["diff", "1", "2", store])
        #expect((difference.code, difference.output) == (0, ""))
        #expect(difference.errors.contains("20 reports compared, 0 with changes"))
    }

    @Test func whateverKillsItTheSameCommandGoesOn() throws {
        let input = try reports(100)
        let whole = store + "-whole"
        let begin = Date()
        #expect(try program.run(code(input, into: whole)).code == 0)
        let duration = Date().timeIntervalSince(begin)
        var random = SystemRandomNumberGenerator()
        for number in 0..<5 {
            let process = try start(code(input, into: store))
            Thread.sleep(forTimeInterval: Double.random(in: 0...duration, using: &random))
            kill(process.processIdentifier, number % 3 == 2 ? SIGTERM : SIGKILL)
            process.waitUntilExit()
            if FileManager.default.fileExists(atPath: store) {
                let size = try FileManager.default.attributesOfItem(atPath: store)[.size] as? Int ?? 0
                if size > 0 { #expect(try isSound(store)) }
            }
        }
        #expect(try program.run(code(input, into: store)).code == 0)
        #expect(try isSound(store))
        #expect(try content(store) == content(whole))
    }

    @Test func anInterruptionStoresTheReportsInHand() throws {
        let input = try reports(400)
        let process = try start(code(input, into: store))
        while process.isRunning, (try? stored(store)) ?? 0 <= 0 { Thread.sleep(forTimeInterval: 0.02) }
        process.interrupt()
        process.waitUntilExit()
        #expect(process.terminationReason == .exit)
        #expect(process.terminationStatus == 1)
        let done = try stored(store)
        #expect(done > 0 && done < 400)
        #expect(try isSound(store))
        let outcome = try Database(file: store, access: .reading).prepare("SELECT outcome, reports FROM invocations")
        #expect(try outcome.step())
        #expect((outcome.text(0), outcome.integer(1)) == ("interrupted", done))
    }

    @Test func twoCommandsMayWriteIntoOneStore() throws {
        let (left, right) = (try reports(80), try reports(120))
        let first = try start(code(left, into: store, jobs: 1))
        let second = try start(code(right, into: store, jobs: 1))
        first.waitUntilExit()
        second.waitUntilExit()
        #expect((first.terminationStatus, second.terminationStatus) == (0, 0))
        #expect(try stored(store) == 120)
        #expect(try isSound(store))
    }

    @Test func aFullDiskLosesNothingThatWasStored() throws {
        let input = try reports(200)
        // A limit on the size of files fails as a disk does, and needs no rights.
        let arguments = code(input, into: store).map { "'\($0)'" }.joined(separator: " ")
        let full = try shell("ulimit -f 1800; exec '\(Program.executable.path)' \(arguments)")
        #expect(full.code == 1)
        #expect(full.errors.contains("what was stored before is safe"))
        #expect(try isSound(store))
        let done = try stored(store)
        #expect(done > 0 && done < 200)
        #expect(try program.run(code(input, into: store)).code == 0)
        #expect(try stored(store) == 200)
    }

    @Test func aSmallFileSystemRunsFullWithoutLoss() throws {
        let input = try reports(200)
        let mount = program.folder.appendingPathComponent("mount").path
        let saved = program.folder.appendingPathComponent("saved").path
        let arguments = code(input, into: mount + "/record.db").map { "'\($0)'" }.joined(separator: " ")
        let outcome = try shell(
            """
            mkdir '\(mount)' '\(saved)'
            exec unshare --user --map-root-user --mount sh -c "mount -t tmpfs -o size=1m tmpfs '\(mount)' || exit 77
            '\(Program.executable.path)' \(arguments); code=\\$?; cp '\(mount)'/* '\(saved)'; exit \\$code"
            """)
        // Where nobody may mount, the test above has to do.
        guard outcome.code != 77, !outcome.errors.contains("unshare") else { return }
        #expect(outcome.code == 1)
        #expect(outcome.errors.contains("no space is left"))
        #expect(try isSound(saved + "/record.db"))
        #expect(try stored(saved + "/record.db") > 0)
    }

    @Test func saysWhoLocksIt() throws {
        let input = try reports(20)
        #expect(try program.run(code(input, into: store)).code == 0)
        let database = try Database(file: store, access: .writing)
        try database.execute("BEGIN IMMEDIATE")
        let outcome = try program.run(["code", "--store", store, "--date", "2024-01-01", input])
        #expect(outcome.code == 2)
        #expect(outcome.errors.contains("another program is writing to it"))
        try database.execute("ROLLBACK")
        #expect(try isSound(store))
    }

    @Test func refusesWhatIsNoStoreAndTellsOfDamage() throws {
        let input = try reports(20)
        let text = try program.file(
            "notes.txt", "Not a database but notes of a meeting, long enough to be read as one.")
        let refused = try program.run(code(input, into: text))
        #expect(refused.code == 2)
        #expect(refused.errors.contains("is no store"))
        #expect(try String(contentsOfFile: text, encoding: .utf8).hasPrefix("Not a database"))
        #expect(try program.run(code(input, into: store)).code == 0)
        // The pages after the first are overwritten.
        let file = try FileHandle(forUpdating: URL(fileURLWithPath: store))
        let size = try file.seekToEnd()
        try file.seek(toOffset: 4096)
        try file.write(contentsOf: Data(repeating: 0xA5, count: Int(size) - 4096))
        try file.close()
        for arguments in [
            code(try reports(30), into: store), ["query", store], ["runs", store], ["diff", "1", "1", store],
        ] {
            let outcome = try program.run(arguments)
            #expect(outcome.code != 0)
            #expect(outcome.errors.contains("is damaged"), "\(outcome.errors)")
        }
        let missing = try program.run(code(input, into: program.folder.appendingPathComponent("no/such.db").path))
        #expect(missing.code == 2)
        #expect(missing.errors.contains("cannot be opened"))
    }
}
