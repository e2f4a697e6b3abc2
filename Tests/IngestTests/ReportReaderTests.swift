import Dates
import Foundation
import Testing

@testable import Ingest

@Suite struct ReportReaderTests {
    let folder: TemporaryFolder
    init() throws { folder = try TemporaryFolder() }

    @Test func readsAFolderInTheOrderOfNamesAndLeavesHiddenFilesOut() throws {
        try folder.write("b.txt", "The council met on Friday.")
        try folder.write("a/c.txt", "The envoy left on Monday.")
        try folder.write(".hidden.txt", "Nobody should read this.")
        let outcome = try readAll([folder.path])
        #expect(outcome.reports.map(\.file) == [folder.path + "/a/c.txt", folder.path + "/b.txt"])
        #expect(outcome.errors.isEmpty)
    }

    @Test func refusesALinkOutOfTheFolder() throws {
        let outside = try TemporaryFolder()
        let secret = try outside.write("secret.txt", "This lies elsewhere.")
        try FileManager.default.createSymbolicLink(atPath: folder.path + "/link.txt", withDestinationPath: secret)
        try FileManager.default.createSymbolicLink(atPath: folder.path + "/loop", withDestinationPath: folder.path)
        let outcome = try readAll([folder.path])
        #expect(outcome.reports.isEmpty)
        #expect(outcome.errors.map(\.file) == [folder.path + "/link.txt"])
        #expect(try readAll([folder.path + "/link.txt"]).reports.count == 1, "a link that is named is followed")
    }

    @Test func expandsPatterns() throws {
        try folder.write("2023/may/a.txt", "One report.")
        try folder.write("2023/june/b.txt", "Another report.")
        try folder.write("2023/june/b.html", "<p>Not this one.</p>")
        #expect(try readAll([folder.path + "/20??/*/*.txt"]).reports.count == 2)
        #expect(try readAll([folder.path + "/**/b.txt"]).reports.count == 1)
        #expect(try readAll([folder.path + "/*.txt"]).errors.first?.problem == "no file matches this pattern")
    }

    @Test func namesWhatIsMissingAndGoesOn() throws {
        let good = try folder.write("good.txt", "A report.")
        let outcome = try readAll([folder.path + "/none.txt", good])
        #expect(outcome.errors == [InputError(file: folder.path + "/none.txt", problem: "no such file")])
        #expect(outcome.reports.count == 1)
    }

    @Test func namesLikeCommandsAreOnlyNames() throws {
        let name = "'; DROP TABLE reports; --.txt"
        try folder.write(name, "A report.")
        #expect(try readAll([folder.path]).reports.first?.file == folder.path + "/" + name)
    }

    @Test func readsCompressedInputsByTheirFirstBytes() throws {
        let text = Array("{\"text\": \"The minister resigned.\"}\n".utf8)
        let first = try folder.write("a.jsonl.gz", gzip(text) + gzip(text))
        let second = try folder.write("b.jsonl.zst", zstd(text))
        let misnamed = try folder.write("c.jsonl", gzip(text))
        #expect(try readAll([first]).reports.map(\.file) == [first + "#1", first + "#2"])
        #expect(try readAll([second]).reports.count == 1)
        #expect(try readAll([misnamed]).reports.count == 1)
    }

    @Test func saysWhenCompressedInputIsCutOffOrDamaged() throws {
        let whole = gzip(Array(String(repeating: "All of this text is lost at some point. ", count: 50).utf8))
        let cut = try folder.write("cut.txt.gz", Array(whole.dropLast(20)))
        #expect(try readAll([cut]).errors.first?.problem.contains("cut off") == true)
        let damaged = try folder.write("bad.txt.gz", Array(whole.prefix(12)) + [UInt8](repeating: 0xFF, count: 40))
        #expect(try readAll([damaged]).errors.first?.problem.contains("damaged") == true)
        let frame = zstd(Array("Some text that ends too early, sadly.".utf8))
        let cutFrame = try folder.write("cut.txt.zst", Array(frame.dropLast(6)))
        #expect(try readAll([cutFrame]).errors.first?.problem.contains("cut off") == true)
    }

    @Test func stopsAtAZipBomb() throws {
        let bomb = gzip([UInt8](repeating: 0x20, count: 8 << 20))
        let path = try folder.write("bomb.jsonl.gz", bomb)
        var options = try readingOptions()
        options.limits.expansionGrace = 1 << 20
        let outcome = try readAll([path], options)
        #expect(outcome.errors.first?.problem.contains("times as many") == true)
        #expect(outcome.reports.isEmpty)
    }

    @Test func skipsAndCountsOtherLanguages() throws {
        let english = "The two governments said on Monday that they would open the border to trade again."
        let spanish = "Los dos gobiernos dijeron el lunes que volverían a abrir la frontera al comercio."
        let path = try folder.write("a.jsonl", "{\"text\": \"\(english)\"}\n{\"text\": \"\(spanish)\"}\n")
        var options = try readingOptions()
        options.languages = ["en"]
        let outcome = try readAll([path], options)
        #expect(outcome.reports.map(\.language) == ["en"])
        #expect(outcome.skipped == [.language("es"): 1])
        options.languages = nil
        #expect(try readAll([path], options).reports.count == 2)
    }

    @Test func questionsImpossibleDates() throws {
        let path = try folder.write(
            "a.csv", "text,date\nA report of old.,1899-12-31\nA report to come.,2199-01-01\nA report.,2001-01-01\n")
        let outcome = try readAll([path])
        #expect(outcome.warnings.filter { $0.contains("is it really of") }.count == 2)
        #expect(outcome.reports.count == 3)
    }

    @Test func givesTheDefaultDateOnlyWhereNoneIsStated() throws {
        let path = try folder.write("a.csv", "text,date\nOne report.,2001-01-01\nTwo reports.,\n")
        var options = try readingOptions()
        options.date = CalendarDate("2010-10-10")
        #expect(try readAll([path], options).reports.map { $0.date?.description } == ["2001-01-01", "2010-10-10"])
    }

    @Test func aTooLongTextIsRefusedWithoutBeingHeld() throws {
        var options = try readingOptions()
        options.limits.recordBytes = 1000
        let text = try folder.write("a.txt", String(repeating: "x", count: 5000))
        let lines = try folder.write(
            "b.jsonl", "{\"text\": \"\(String(repeating: "x", count: 5000))\"}\n{\"text\": \"Short.\"}\n")
        #expect(try readAll([text], options).errors.count == 1)
        let outcome = try readAll([lines], options)
        #expect(outcome.errors.map(\.file) == [lines + "#1"])
        #expect(outcome.reports.map(\.file) == [lines + "#2"])
    }
}
