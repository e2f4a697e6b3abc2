import Dates
import Testing

@testable import Ingest

private let page = """
    <html><head><title>Border opens - Example</title><meta property="og:site_name" content="Example">
    <meta property="article:published_time" content="2023-05-02T08:00:00Z"></head><body><nav><a href="/">Home</a></nav>
    <article><h1>Border opens</h1>
    <p>The two governments opened the border to trucks on Monday, ending a closure that had lasted for eight months.</p>
    <p>Drivers waited for hours at the crossing, and officials said that more than three hundred lorries had passed.</p>
    <p>The foreign minister called the opening a first step and promised further talks in the coming weeks.</p>
    </article><footer>Copyright Example</footer></body></html>
    """

@Suite struct WARCInputTests {
    let folder: TemporaryFolder
    init() throws { folder = try TemporaryFolder() }

    private func record(
        _ block: [UInt8], type: String = "response", url: String = "https://example.org/border", length: Int? = nil
    ) -> [UInt8] {
        let header = """
            WARC/1.0\r\nWARC-Type: \(type)\r\nWARC-Target-URI: \(url)\r\nContent-Type: application/http\r\n\
            Content-Length: \(length ?? block.count)\r\n\r\n
            """
        return Array(header.utf8) + block + Array("\r\n\r\n".utf8)
    }

    private func response(
        _ body: [UInt8], status: Int = 200, type: String = "text/html; charset=utf-8", more: String = ""
    ) -> [UInt8] {
        Array("HTTP/1.1 \(status) X\r\nContent-Type: \(type)\r\n\(more)\r\n".utf8) + body
    }

    @Test func readsPagesRecordByRecord() throws {
        let good = record(response(Array(page.utf8)))
        let bytes =
            record(Array("software: x".utf8), type: "warcinfo")
            + record(Array("GET / HTTP/1.1\r\n\r\n".utf8), type: "request")
            + good
            + record(response([1, 2, 3], type: "image/png")) + record(response([], status: 404)) + good
        for (name, stored) in [("a.warc", bytes), ("a.warc.gz", gzip(bytes))] {
            let path = try folder.write(name, stored)
            let outcome = try readAll([path])
            #expect(outcome.reports.map(\.file) == [path + "#3", path + "#6"])
            #expect(outcome.reports.first?.url == "https://example.org/border")
            #expect(outcome.reports.first?.title == "Border opens")
            #expect(outcome.skipped == [.notAPage: 2])
            #expect(outcome.errors.isEmpty)
        }
    }

    @Test func joinsChunksAndTakesGzipOff() throws {
        let body = gzip(Array(page.utf8))
        let half = body.count / 2
        var chunked = Array("\(String(half, radix: 16))\r\n".utf8) + body[..<half]
        chunked +=
            Array("\r\n\(String(body.count - half, radix: 16))\r\n".utf8) + body[half...] + Array("\r\n0\r\n\r\n".utf8)
        let more = "Transfer-Encoding: chunked\r\nContent-Encoding: gzip\r\n"
        let path = try folder.write("a.warc", record(response(chunked, more: more)))
        #expect(try readAll([path]).reports.count == 1)
    }

    @Test(arguments: [-50, 7, 900])
    func aLengthThatLiesCostsItsRecordOnly(_ lie: Int) throws {
        let block = response(Array(page.utf8))
        let good = record(block)
        let path = try folder.write("a.warc", good + record(block, length: block.count + lie) + good + good)
        let outcome = try readAll([path])
        #expect(outcome.reports.count == 3)
        #expect(!outcome.errors.isEmpty)
    }

    @Test(arguments: ["-5", "99999999999999999999", "many", ""])
    func aLengthThatIsNoneIsAnError(_ length: String) throws {
        let broken = Array("WARC/1.0\r\nWARC-Type: response\r\nContent-Length: \(length)\r\n\r\nbody\r\n\r\n".utf8)
        let path = try folder.write("a.warc", broken + record(response(Array(page.utf8))))
        let outcome = try readAll([path])
        #expect(outcome.reports.count == 1)
        #expect(!outcome.errors.isEmpty)
    }

    @Test func anArchiveThatEndsInsideARecordIsAnError() throws {
        let good = record(response(Array(page.utf8)))
        let path = try folder.write("a.warc", good + good.dropLast(200))
        let outcome = try readAll([path])
        #expect(outcome.reports.count == 1)
        #expect(outcome.errors.map(\.problem) == ["the archive ends inside it"])
    }
}

@Suite struct FeedInputTests {
    let folder: TemporaryFolder
    init() throws { folder = try TemporaryFolder() }

    @Test func readsRSS() throws {
        let path = try folder.write(
            "a.rss",
            """
            <?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"
            xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>Example Wire</title>
            <item><title>Trade &amp; border</title><link>https://example.org/1</link><dc:creator>Ann Lee</dc:creator>
            <pubDate>Tue, 02 May 2023 10:15:00 GMT</pubDate><description>Short.</description>
            <content:encoded><![CDATA[<p>Trucks crossed.</p><p>Drivers waited.</p>]]></content:encoded></item>
            <item><title>No text</title></item></channel></rss>
            """)
        let outcome = try readAll([path])
        let report = try #require(outcome.reports.first)
        #expect(report.text == "Trucks crossed.\n\nDrivers waited.")
        #expect(report.title == "Trade & border")
        #expect(report.byline == "Ann Lee")
        #expect(report.publisher == "Example Wire")
        #expect(report.url == "https://example.org/1")
        #expect(report.date == CalendarDate("2023-05-02"))
        #expect(outcome.skipped == [.withoutText: 1])
    }

    @Test func readsAtomWithXHTML() throws {
        let path = try folder.write(
            "a.xml",
            """
            <feed xmlns="http://www.w3.org/2005/Atom"><title>Example</title><entry><title>Talks</title>
            <link rel="alternate" href="https://example.org/2"/><published>2023-05-02T08:00:00Z</published>
            <author><name>Bo Chan</name></author><content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">
            <p>They met.</p><p>They left.</p></div></content></entry></feed>
            """)
        let report = try #require(try readAll([path]).reports.first)
        #expect(report.text == "They met.\n\nThey left.")
        #expect(report.byline == "Bo Chan")
        #expect(report.url == "https://example.org/2")
    }

    @Test func entityBombsAreNotExpanded() throws {
        let levels = (1...9).map { "<!ENTITY e\($0) \"\(String(repeating: "&e\($0 - 1);", count: 10))\">" }.joined()
        let path = try folder.write(
            "bomb.rss",
            """
            <?xml version="1.0"?><!DOCTYPE rss [<!ENTITY e0 "boom">\(levels)<!ENTITY x SYSTEM "file:///etc/passwd">]>
            <rss><channel><item><title>t</title><description>before &e9; &x; after</description></item></channel></rss>
            """)
        let outcome = try readAll([path])
        for report in outcome.reports {
            #expect(report.text.utf8.count < 1000)
            #expect(!report.text.contains("root:"))
        }
    }

    @Test func xmlThatIsNoFeedAndBrokenXMLAreErrors() throws {
        let other = try folder.write("a.rss", "<urlset><url>x</url></urlset>")
        #expect(try readAll([other]).errors.map(\.problem) == ["has no item of RSS and no entry of Atom"])
        let broken = try folder.write("b.rss", "<rss><channel><item><description>One.</description></item><item")
        #expect(try !readAll([broken]).errors.isEmpty)
    }
}
