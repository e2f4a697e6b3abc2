import Foundation
import Testing

@testable import demarche

struct ProgressTextTests {
    private var progress: CodingProgress {
        var progress = CodingProgress()
        progress.reports = 1204
        progress.words = 500_000
        progress.events = 1
        progress.bytesRead = 250
        return progress
    }

    @Test func aLineTellsWhatWasDoneAndHowFast() {
        #expect(progress.line(after: .seconds(50)) == "1,204 reports, 10,000 words/s, 1 event")
    }

    @Test func theTimeLeftFollowsFromTheBytes() {
        var progress = progress
        progress.bytesTotal = 1000
        progress.failures = 3
        #expect(
            progress.line(after: .seconds(50))
                == "25 %, 1,204 reports, 10,000 words/s, 1 event, 3 failed, 2:30 left")
        #expect(progress.line(after: .seconds(5000)).hasSuffix(", 4:10:00 left"))
        progress.bytesTotal = 100
        #expect(progress.share == 1, "a file that grew meanwhile")
        progress.bytesTotal = 0
        #expect(progress.timeLeft(after: .seconds(1)) == nil)
    }

    @Test(arguments: [0, 1, 10, 20, 40, 79, 80, 200])
    func aBarNeverWraps(_ width: Int) {
        var progress = progress
        progress.bytesTotal = 1000
        progress.failures = 12_345_678
        #expect(progress.bar(after: .seconds(50), width: width).count <= max(0, width - 1))
        progress.bytesTotal = nil
        #expect(progress.bar(after: .seconds(50), width: width).count <= max(0, width - 1))
    }

    @Test func aBarIsAsFullAsTheShare() {
        var progress = progress
        progress.bytesTotal = 1000
        let bar = progress.bar(after: .seconds(50), width: 200)
        #expect(bar.count { $0 == "█" } == 7)
        #expect(bar.count { $0 == "░" } == 23)
    }

    @Test func theSummaryNamesWhatFellShort() {
        var progress = progress
        progress.skipped = [.language("es"): 2, .language("fr"): 3, .withoutText: 1, .notAPage: 4]
        progress.undated = 1
        #expect(
            progress.summary(after: .seconds(100)) == [
                "1,204 reports read, 500,000 words, 1 event, in 1:40 (5,000 words/s)",
                "5 skipped: in another language (fr 3, es 2); --language any reads them", "1 skipped: without text",
                "4 skipped: no page (an image, a redirect, a request)",
                "1 report without a day of publication (--date D): relative times stay unresolved",
            ])
    }
}

struct ProgressOnATerminalTests {
    private let program: Program

    init() throws { program = try Program() }

    private func code(environment: [String: String] = [:], more: [String] = []) throws -> String {
        let paths = try (0..<4).map { number in
            try program.file("\(number).txt", "Rebels attacked Goma on Monday, police number \(number) said.")
        }
        return try program.runOnTerminal(
            ["code", "--date", "2023-05-02"] + more + paths + ["missing.txt"], environment: environment)
    }

    /// What stays on the screen: a carriage return and an erased line take away what stands in the line.
    private func screen(_ sent: String) -> [String] {
        sent.replacing("\r\n", with: "\n").split(separator: "\n", omittingEmptySubsequences: false).map { line in
            String(line.components(separatedBy: "\r\u{1B}[K").last ?? "")
        }
    }

    @Test func theBarLeavesNothingBehindAndMixesWithNothing() throws {
        let sent = try code(more: ["--format", "jsonl"])
        #expect(sent.contains("words/s"))
        #expect(sent.contains("%"))
        let lines = screen(sent)
        let records = lines.filter { $0.hasPrefix("{") }
        #expect(records.count == 4)
        #expect(try records.allSatisfy { try JSONSerialization.jsonObject(with: Data($0.utf8)) is [String: Any] })
        let others = lines.filter { !$0.hasPrefix("{") && !$0.isEmpty }
        #expect(others.allSatisfy { $0.hasPrefix("demarche: ") }, "\(others)")
        #expect(others.contains { $0.contains("missing.txt: no such file") })
    }

    @Test func coloursAreLeftOutWhereTheyAreNotWanted() throws {
        #expect(try code().contains("\u{1B}[1m"))
        #expect(try !code(environment: ["NO_COLOR": "1"]).contains("\u{1B}[1m"))
        let dumb = try code(environment: ["TERM": "dumb"])
        #expect(!dumb.contains("\u{1B}") && !dumb.contains("█"))
    }

    @Test func quietShowsNoProgress() throws {
        let sent = try code(more: ["--quiet"])
        #expect(!sent.contains("words/s") && !sent.contains("█"))
        #expect(sent.contains("missing.txt: no such file"))
    }

    @Test func reportsCannotCommandTheTerminal() throws {
        let path = try program.file("\u{1B}]0;x.txt", "Rebels attacked Goma on Monday, \u{1B}[31mpolice said.\u{7}")
        let sent = try program.runOnTerminal(
            ["code", path, path + "\u{1B}[2J"], environment: ["NO_COLOR": "1"])
        #expect(sent.contains("Goma"))
        #expect(!sent.replacing("\u{1B}[K", with: "").contains("\u{1B}"))
        #expect(!sent.contains("\u{7}"))
    }
}
