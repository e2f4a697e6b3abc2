import Dates
import Testing

@testable import Ingest

/// Inputs without end, without line breaks, or far larger than they look.
@Suite struct HostileSizeTests {
    let folder: TemporaryFolder
    init() throws { folder = try TemporaryFolder() }

    /// Endless bytes; counts what was taken from it.
    private final class EndlessSource: ByteSource {
        private let piece: [UInt8]
        private var start: [UInt8]
        private(set) var given = 0
        private let most: Int

        init(start: String = "", repeating text: String, most: Int = .max) {
            self.start = Array(start.utf8)
            piece = Array(String(repeating: text, count: max(1, 65_536 / text.utf8.count)).utf8)
            self.most = most
        }

        func read() throws(InputError) -> [UInt8]? {
            guard given < most else { return nil }
            let bytes = start + piece
            start = []
            given += bytes.count
            return bytes
        }
    }

    private func options() throws -> ReadingOptions {
        var options = try readingOptions()
        options.limits.recordBytes = 1 << 20
        options.limits.pageBytes = 1 << 20
        return options
    }

    @Test func endlessTextAndPagesAreGivenUpAtTheLimit() throws {
        let options = try options()
        let text = EndlessSource(repeating: "word ")
        var texts = PlainTextReader(ByteReader(text), name: "t", options: options)
        let page = EndlessSource(repeating: "<div>word ")
        var pages = HTMLReader(ByteReader(page), name: "h", options: options)
        for reading in [texts.next(), pages.next()] {
            guard case .failure(let error) = reading else {
                Issue.record("no failure")
                continue
            }
            #expect(error.problem.contains("is longer than 1048576 bytes"))
        }
        #expect(text.given < 2 << 20)
        #expect(page.given < 2 << 20)
        #expect(texts.next() == nil && pages.next() == nil)
    }

    @Test func aLineFarBeyondTheLimitIsPassedOverInPieces() throws {
        let options = try options()
        let line = EndlessSource(start: "{\"text\": \"", repeating: "x", most: 8 << 20)
        var lines = JSONReader(ByteReader(line), name: "j", options: options)
        guard case .failure(let error) = lines.next() else {
            Issue.record("no failure")
            return
        }
        #expect(error.file == "j#1")
        #expect(lines.next() == nil)
        let row = EndlessSource(start: "title,text\na,", repeating: "x", most: 8 << 20)
        var rows = CSVReader(ByteReader(row), name: "c", separator: nil, options: options)
        guard case .failure(let rowError) = rows.next() else {
            Issue.record("no failure")
            return
        }
        #expect(rowError.problem == "line 2 is too long for a row; left out")
        #expect(rows.next() == nil)
    }

    @Test func aFeedsElementWithoutEndIsGivenUp() throws {
        let source = EndlessSource(start: "<rss><channel><item><description>", repeating: "<b>word</b> ")
        var feed = FeedReader(ByteReader(source), name: "f", options: try options())
        guard case .failure(let error) = feed.next() else {
            Issue.record("no failure")
            return
        }
        #expect(error.problem.contains("longer than 1048576 bytes"))
        #expect(source.given < 3 << 20)
        #expect(feed.next() == nil)
    }

    @Test func aTextBeyondAllReportsIsRefused() throws {
        var options = try readingOptions()
        options.limits.textBytes = 1000
        let long = String(repeating: "One two. ", count: 200)
        let path = try folder.write("a.jsonl", "{\"text\": \"\(long)\"}\n{\"text\": \"Short.\"}\n")
        let outcome = try readAll([path], options)
        #expect(
            outcome.errors == [InputError(file: path + "#1", problem: "has 1799 bytes of text; split it into reports")])
        #expect(outcome.reports.count == 1)
    }

    @Test(arguments: ["gz", "zst"])
    func aBombIsStoppedBeforeItSwells(_ kind: String) throws {
        var options = try readingOptions()
        options.limits.expansionGrace = 1 << 20
        let line = Array("{\"text\": \"\(String(repeating: " ", count: 8 << 20))\"}\n".utf8)
        let bomb = kind == "gz" ? gzip(line) : zstd(line)
        try folder.write("a.jsonl." + kind, bomb)
        try folder.write("b.txt", "The council met on Friday.")
        let outcome = try readAll([folder.path], options)
        #expect(outcome.errors.first?.problem.contains("reading stopped") == true)
        #expect(outcome.reports.count == 1)
    }

    @Test func aPageInAnArchiveThatSwellsCostsItsRecordOnly() throws {
        var options = try readingOptions()
        options.limits.expansionGrace = 1 << 20
        let body = gzip(Array(String(repeating: "<p>", count: 1 << 20).utf8))
        let block = Array("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n".utf8) + body
        let head = "WARC/1.0\r\nWARC-Type: response\r\nContent-Length: \(block.count)\r\n\r\n"
        let text = Array(
            "WARC/1.0\r\nWARC-Type: conversion\r\nContent-Type: text/plain\r\nContent-Length: 9\r\n\r\n".utf8)
        let bytes = Array(head.utf8) + block + Array("\r\n\r\n".utf8) + text + Array("They met.\r\n\r\n".utf8)
        let outcome = try readAll([try folder.write("a.warc", bytes)], options)
        #expect(outcome.errors.map { $0.file.hasSuffix("#1") } == [true])
        #expect(outcome.reports.map(\.text) == ["They met."])
    }

    @Test func aLongLookAheadMovesNothingTwice() throws {
        let reader = ByteReader(MemorySource([UInt8](repeating: 0x61, count: 5000), pieceSize: 7))
        for _ in 0..<1000 {
            #expect(try reader.peek(3000).count <= 3000)
            #expect(try reader.skip(5) == 5)
        }
        #expect(try reader.skip(1) == 0)
    }

    @Test func manySmallRecordsAreReadOneByOne() throws {
        let count = 20_000
        let source = EndlessSource(start: "title,text\n", repeating: "a,b\n", most: count * 4)
        var rows = CSVReader(ByteReader(source), name: "c", separator: nil, options: try readingOptions())
        var read = 0
        while let reading = rows.next() {
            guard case .report = reading else {
                Issue.record("row \(read) failed")
                return
            }
            read += 1
        }
        #expect(read >= count)
    }
}

/// Structures nested or repeated to make a reader slow or deep.
@Suite struct HostileStructureTests {
    let folder: TemporaryFolder
    init() throws { folder = try TemporaryFolder() }

    /// Each would take minutes if any part of the page cost more than a pass over the page.
    @Test(arguments: [
        String(repeating: "<h1>", count: 100_000), String(repeating: "<a rel=author>", count: 50_000) + "x",
        "<div " + String(repeating: "a=b ", count: 50_000) + ">" + String(repeating: "x<hr>", count: 50_000),
        String(repeating: "<div class='card'><a href=x>A headline of some length</a>", count: 5000),
        String(repeating: "<meta property='x' content='y'>", count: 50_000),
        String(repeating: "<script type='application/ld+json'>{\"a\":[", count: 5000),
        String(repeating: "<title>", count: 50_000), String(repeating: "&", count: 200_000),
        String(repeating: "<!--", count: 50_000), String(repeating: "<a href='", count: 50_000),
        String(repeating: "</div>", count: 50_000) + String(repeating: "<svg>", count: 50_000),
    ])
    func aPageCostsOnePassOverIt(_ html: String) { _ = ArticlePage(Array(html.utf8)) }

    @Test func manyNamesThatCouldBeTheTextAreNotComparedWithEachOther() throws {
        let names = (1...50_000).map { "\"text\(String(repeating: "_", count: $0 % 50))\($0 % 7 == 0 ? "" : " ")\": 1" }
        let path = try folder.write("a.jsonl", "{\(names.joined(separator: ", "))}\n{\"text\": \"Fine.\"}\n")
        #expect(try readAll([path]).reports.last?.text == "Fine.")
    }

    @Test func aFirstLineWithTooManyColumnsIsRefused() throws {
        let path = try folder.write("a.csv", String(repeating: "text,", count: 10_001) + "\nx\ny\n")
        let outcome = try readAll([path])
        #expect(outcome.errors.first?.problem.hasPrefix("names 10002 columns") == true)
        #expect(outcome.reports.isEmpty)
    }

    @Test func aFileFullOfBrokenQuotesIsGivenUpAloud() throws {
        // Each line closes the quote that is open and opens another, to the end of the file.
        let rows = String(repeating: "x\"y,\"a\n", count: 150)
        let path = try folder.write("a.csv", "title,text\n" + rows + "a,good\n")
        let outcome = try readAll([path])
        #expect(outcome.errors.last?.file == path)
        #expect(outcome.errors.last?.problem.hasPrefix("100 quotes are never closed") == true)
    }

    @Test func aQuoteBeforeALineThatIsTooLongLosesNeitherOfThem() throws {
        var options = try readingOptions()
        options.limits.recordBytes = 1000
        let long = "B," + String(repeating: "x", count: 2000)
        let path = try folder.write("a.csv", "title,text\nA,\"One.\n\(long)\nC,Three.\n")
        let outcome = try readAll([path], options)
        #expect(outcome.reports.map(\.text) == ["Three."])
        #expect(
            outcome.errors.map(\.problem) == [
                "a quote opened on line 2 is never closed; the line was left out",
                "line 3 is too long for a row; left out",
            ])
    }

    private func entities(_ value: String) -> String {
        let levels = (1...9).map { "<!ENTITY e\($0) \"\(String(repeating: "&e\($0 - 1);", count: 10))\">" }.joined()
        return """
            <?xml version="1.0"?><!DOCTYPE rss [<!ENTITY e0 "boom">\(levels)<!ENTITY x SYSTEM "file:///etc/passwd">]>
            <feed><entry><title>t</title>\(value)<content>They met.</content></entry></feed>
            """
    }

    @Test(arguments: [
        "<link href=\"https://e.org/&e9;\"/>", "<id a=\"&e9;&e9;&e9;\">1</id>", "<summary>&e9;&x;</summary>",
        "<content type=\"xhtml\"><div>&e9;&x;</div></content>",
    ])
    func noEntityIsExpandedAnywhere(_ value: String) throws {
        let outcome = try readAll([try folder.write("bomb.atom", entities(value))])
        for report in outcome.reports {
            #expect(report.text.utf8.count + (report.url ?? "").utf8.count < 1000)
            #expect(!report.text.contains("root:"))
        }
        #expect(outcome.reports.count + outcome.errors.count > 0)
    }

    @Test func deepXMLIsAnErrorAndNoCrash() throws {
        let deep = "<rss><channel><item><title>t</title><description>x" + String(repeating: "<a>", count: 100_000)
        #expect(try !readAll([try folder.write("a.rss", deep)]).errors.isEmpty)
    }
}

/// Text that is not in the encoding it claims, or not text.
@Suite struct HostileEncodingTests {
    let folder: TemporaryFolder
    init() throws { folder = try TemporaryFolder() }

    private func utf16(_ text: String, bigEndian: Bool) -> [UInt8] {
        (bigEndian ? [0xFE, 0xFF] : [0xFF, 0xFE])
            + text.utf16.flatMap { unit -> [UInt8] in
                let (high, low) = (UInt8(unit >> 8), UInt8(unit & 0xFF))
                return bigEndian ? [high, low] : [low, high]
            }
    }

    @Test(arguments: [true, false])
    func tablesAndJSONInUTF16AreRead(_ bigEndian: Bool) throws {
        let table = try folder.write("a.csv", utf16("title,text\nZoë 😀,They met.\n", bigEndian: bigEndian))
        #expect(try readAll([table]).reports.map(\.title) == ["Zoë 😀"])
        let lines = try folder.write("a.jsonl", utf16("{\"text\": \"Zoë 😀 met.\"}\n", bigEndian: bigEndian))
        #expect(try readAll([lines]).reports.map(\.text) == ["Zoë 😀 met."])
        let unnamed = try folder.write("b", utf16("headline\tbody\nA\tThey met.\n", bigEndian: bigEndian))
        #expect(try readAll([unnamed]).reports.map(\.text) == ["They met."])
    }

    @Test func halvesOfPairsAndOddBytesInUTF16AreReplaced() throws {
        let bytes: [UInt8] = [0xFF, 0xFE, 0x3D, 0xD8, 0x41, 0, 0x3D, 0xD8]
        let source = try #require(try UTF16Source(ByteReader(MemorySource(bytes, pieceSize: 3))))
        #expect(try ByteReader(source).rest(limit: 100) == Array("\u{FFFD}A\u{FFFD}".utf8))
        let odd = try #require(try UTF16Source(ByteReader(MemorySource([0xFF, 0xFE, 0x41, 0, 0x42]))))
        #expect(try ByteReader(odd).rest(limit: 100) == Array("A\u{FFFD}".utf8))
    }

    @Test func marksAtTheStartAreNoPartOfTheText() throws {
        let mark = "\u{FEFF}"
        for (name, text) in [
            ("a.txt", "They met."), ("a.html", "<p>\(String(repeating: "They met in the capital. ", count: 10))</p>"),
            ("a.jsonl", "{\"text\": \"They met.\"}"), ("a.csv", "text\nThey met.\n"),
            ("a.rss", "<rss><channel><item><description>They met.</description></item></channel></rss>"),
        ] {
            let outcome = try readAll([try folder.write(name, mark + text)])
            #expect(outcome.reports.count == 1, "\(name)")
            #expect(outcome.reports.first?.text.hasPrefix("They met") == true, "\(name)")
        }
    }

    @Test func zeroBytesDoNotReachTheText() throws {
        let json = try folder.write("a.jsonl", "{\"text\": \"They\\u0000 met.\", \"title\": \"A\\u0000B\"}\n")
        let report = try #require(try readAll([json]).reports.first)
        #expect(report.text == "They\u{FFFD} met.")
        #expect(report.title == "A\u{FFFD}B")
        let text = try folder.write("a.txt", [0x41, 0, 0x42])
        #expect(try readAll([text]).errors.first?.problem == "is binary (a zero byte at offset 1), not text")
        #expect(Markup.blocks("<p>They\u{0} met.</p>") == ["They met."])
        let table = try folder.write("a.csv", "text\nThey\u{0} met.\n")
        #expect(try readAll([table]).reports.map(\.text) == ["They\u{FFFD} met."])
    }

    @Test func aFeedThatLiesAboutItsEncodingIsReadOrRefused() throws {
        let head = Array("<?xml version=\"1.0\" encoding=\"utf-8\"?><rss><channel><item><description>Caf".utf8)
        let tail = Array(" met.</description></item></channel></rss>".utf8)
        let outcome = try readAll([try folder.write("a.rss", head + [0xE9] + tail)])
        #expect(outcome.reports.count + outcome.errors.count == 1)
        let odd = Array("<?xml version=\"1.0\" encoding=\"x-none\"?><rss><channel></channel></rss>".utf8)
        #expect(try readAll([try folder.write("b.rss", odd)]).errors.count == 1)
    }
}
