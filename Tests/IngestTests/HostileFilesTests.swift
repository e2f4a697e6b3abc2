import Foundation
import Testing

@testable import Ingest

/// Folders and files that are not what they seem.
@Suite struct HostileFilesTests {
    let folder: TemporaryFolder
    init() throws { folder = try TemporaryFolder() }

    @Test func pipesAndDevicesInAFolderAreNamedAndNotWaitedFor() throws {
        try folder.write("good.txt", "The council met on Friday.")
        try #require(mkfifo(folder.path + "/pipe.txt", 0o600) == 0)
        for path in [folder.path, folder.path + "/*.txt"] {
            let outcome = try readAll([path])
            #expect(outcome.reports.map(\.file) == [folder.path + "/good.txt"])
            #expect(outcome.errors.map(\.file) == [folder.path + "/pipe.txt"])
            #expect(outcome.errors.first?.problem.hasPrefix("is a pipe, socket or device") == true)
        }
    }

    @Test func anEndlessDeviceThatIsNamedIsGivenUp() throws {
        #expect(try readAll(["/dev/zero"]).errors.map(\.file) == ["/dev/zero"])
        #expect(try readAll(["/dev/null"]).errors == [InputError(file: "/dev/null", problem: "is empty")])
    }

    @Test func linksThatLeadNowhereOrRoundAreNamed() throws {
        let manager = FileManager.default
        try manager.createSymbolicLink(atPath: folder.path + "/round.txt", withDestinationPath: "round.txt")
        try manager.createSymbolicLink(atPath: folder.path + "/nowhere.txt", withDestinationPath: "gone.txt")
        let outcome = try readAll([folder.path])
        #expect(outcome.errors.map(\.problem) == ["is a link to nothing", "is a link to nothing"])
        let named = try readAll([folder.path + "/round.txt"])
        #expect(named.errors.map(\.problem) == ["is a link that leads back to itself"])
    }

    @Test func aLinkToTheFolderItselfIsNotReadTwice() throws {
        try folder.write("a/report.txt", "The council met on Friday.")
        try FileManager.default.createSymbolicLink(atPath: folder.path + "/a/up", withDestinationPath: "..")
        let outcome = try readAll([folder.path])
        #expect(outcome.reports.count == 1)
        #expect(outcome.errors.isEmpty)
    }

    @Test func aFileThatFailsWhileItIsReadIsNamedWithTheReason() throws {
        let outcome = try readAll(["/proc/self/mem", try folder.write("good.txt", "The council met on Friday.")])
        #expect(outcome.errors.map(\.file) == ["/proc/self/mem"])
        #expect(outcome.errors.first?.problem.hasPrefix("cannot be read: ") == true)
        #expect(outcome.reports.count == 1)
    }

    @Test(arguments: ["text\n", "title,text\n"])
    func aTableThatFailsWhileItIsReadIsAFailure(_ head: String) throws {
        let source = FailingSource(after: Array(head.utf8))
        var reader = CSVReader(ByteReader(source), name: "t.csv", separator: nil, options: try readingOptions())
        guard case .failure(let error) = reader.next() else {
            Issue.record("no failure")
            return
        }
        #expect(error == FailingSource.error)
        #expect(reader.next() == nil)
    }

    @Test func namesThatAreNoUTF8AreSaid() throws {
        let bytes = (folder.path + "/caf").utf8.map { CChar(bitPattern: $0) } + [CChar(bitPattern: 0xE9), 0]
        let descriptor = open(bytes, O_CREAT | O_WRONLY, 0o600)
        try #require(descriptor >= 0)
        close(descriptor)
        #expect(try readAll([folder.path]).errors.first?.problem.contains("no UTF-8") == true)
    }

    @Test(arguments: [
        "'; DROP TABLE reports; --.txt", "a%2f..%2fetc%2fpasswd.txt", "-rf.txt", "a\nb.txt", "#1.txt", "[x]*.txt",
        "\u{202E}txt.exe.txt",
    ])
    func anyNameIsOnlyAName(_ name: String) throws {
        try folder.write(name, "The council met on Friday.")
        #expect(try readAll([folder.path]).reports.map(\.file) == [folder.path + "/" + name])
        #expect(try readAll([folder.path + "/" + name]).reports.map(\.file) == [folder.path + "/" + name])
    }

    @Test(arguments: ["txt", "html", "jsonl", "csv", "tsv", "warc", "rss", "txt.gz", "jsonl.zst", "bin"])
    func emptyFilesOfAnyKindDoNotStopTheOthers(_ ending: String) throws {
        try folder.write("a." + ending, [])
        try folder.write("b.txt", "The council met on Friday.")
        let outcome = try readAll([folder.path])
        #expect(outcome.reports.count == 1)
        #expect(outcome.errors.count == (["jsonl", "jsonl.zst", "warc"].contains(ending) ? 0 : 1))
    }
}

/// Gives some bytes, then fails.
final class FailingSource: ByteSource {
    static let error = InputError(file: "t.csv", problem: "cannot be read: a disk error")
    private var first: [UInt8]?

    init(after bytes: [UInt8]) { first = bytes }

    func read() throws(InputError) -> [UInt8]? {
        defer { first = nil }
        if let first { return first }
        throw FailingSource.error
    }
}
