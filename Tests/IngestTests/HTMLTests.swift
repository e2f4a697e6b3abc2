import Dates
import Foundation
import Testing

@testable import Ingest

@Suite struct HTMLParserTests {
    private func blocks(_ html: String) -> [String] { Markup.blocks(html) }

    @Test(arguments: [
        ("<p>One<p>Two", ["One", "Two"]),
        ("<ul><li>One<li>Two</ul>", ["One", "Two"]),
        ("<div>One <b>bold</b> word<div>Two</div>Three</div>", ["One bold word", "Two", "Three"]),
        ("One<br>same<br><br>Two", ["One\nsame", "Two"]),
        ("<script>if (a < b) document.write('<p>No</p>')</script><p>Yes</p>", ["Yes"]),
        ("<style>p > a {}</style><!-- <p>No</p> --><p>Yes</p>", ["Yes"]),
        ("<p>a &amp; b &#233; &#x2014; &nbsp; &unknown; &lt;p&gt;</p>", ["a & b é — &unknown; <p>"]),
        ("<p title='a > b'>Yes</p>", ["Yes"]),
        ("<p>1 < 2 and 3 > 2</p>", ["1 < 2 and 3 > 2"]),
        ("<table><tr><td>One<td>Two<tr><td>Three</table>", ["One", "Two", "Three"]),
        ("<svg><path d='x'/><text>No</text></svg><p>Yes</p>", ["Yes"]),
        ("<a><div>One</div></a><p>Two</b></p>", ["One", "Two"]),
        ("<p>soft&shy;hyphen zero\u{200B}width</p>", ["softhyphen zerowidth"]),
        ("<textarea><p>No</p></textarea><noscript>No</noscript>Yes", ["Yes"]),
    ])
    func showsBlocks(_ html: String, _ expected: [String]) { #expect(blocks(html) == expected) }

    @Test(arguments: [
        "<", "<p", "<p class=\"", "</", "<!--", "<!", "<script>", "<a href='x", "&", "&#", "&#x", "<p/", "</p",
    ])
    func endsAnywhere(_ html: String) { _ = ArticlePage(Array(html.utf8)) }

    @Test func nestingWithoutEndIsFlat() throws {
        for html in [
            String(repeating: "<div>", count: 20_000) + "deep", String(repeating: "<b><p>", count: 20_000),
            String(repeating: "</p></div>", count: 20_000), String(repeating: "<table><tr><td>", count: 20_000),
        ] {
            let tree = HTMLParser.parse(Array(html.utf8))
            var depth = [Int](repeating: 0, count: tree.count)
            for node in 1..<max(1, tree.count) { depth[node] = depth[tree.parent(node)] + 1 }
            #expect((depth.max() ?? 0) <= HTMLParser.deepest)
            _ = ArticlePage(Array(html.utf8))
        }
    }

    @Test func namesHaveHashesOfTheirOwn() {
        for tag in HTMLTag.allCases where ![.other, .custom, .text].contains(tag) {
            var hash = NameHash()
            for byte in "\(tag)".utf8 { hash.add(byte) }
            #expect(HTMLTag.named(hash) == tag)
        }
    }

    @Test func subtreesAreRanges() {
        let tree = HTMLParser.parse(Array("<div><p>a</p><p>b</p></div><p>c</p>".utf8))
        for node in 1..<tree.count {
            #expect(tree.parent(node) < node)
            #expect(tree.end(node) <= tree.end(tree.parent(node)))
        }
    }
}

@Suite struct EncodingTests {
    @Test func readsWhatPagesDeclare() {
        let latin: [UInt8] = Array("<meta charset=iso-8859-1><p>caf".utf8) + [0xE9, 0x93]
        #expect(Markup.blocks(String(decoding: HTMLEncoding.utf8(latin, declared: nil), as: UTF8.self)) == ["café“"])
        let cyrillic: [UInt8] = Array("<p>".utf8) + [0xCC, 0xE8, 0xF0]
        #expect(
            Markup.blocks(String(decoding: HTMLEncoding.utf8(cyrillic, declared: "windows-1251"), as: UTF8.self)) == [
                "Мир"
            ])
    }

    @Test func aWrongDeclarationDoesNotSpoilUTF8() {
        let page = Array("<meta charset=\"windows-1252\"><p>café".utf8)
        #expect(Markup.blocks(String(decoding: HTMLEncoding.utf8(page, declared: nil), as: UTF8.self)) == ["café"])
    }

    @Test func unknownEncodingsAndBrokenBytesAreRead() {
        let bytes: [UInt8] = [0x61, 0xFF, 0xC3, 0x28, 0x62]
        for label in ["no-such", "utf-8", "../../etc", String(repeating: "x", count: 5000), "shift_jis", "utf-16"] {
            #expect(!TextEncoding.decode(bytes, label: label).isEmpty)
        }
    }

    @Test func strayBytesInUTF8AreReplacedAndSaid() {
        let bytes = Array("é é é ".utf8) + [0xFF] + Array("end".utf8)
        let decoded = TextEncoding.decodeText(bytes, file: "f")
        #expect(decoded.text == "é é é \u{FFFD}end")
        #expect(decoded.warnings.first?.contains("offset 9") == true)
    }

    @Test func readsUTF16ByItsMark() {
        let bytes: [UInt8] = [0xFF, 0xFE, 0x48, 0, 0x69, 0]
        #expect(TextEncoding.decodeText(bytes, file: "f").text == "Hi")
    }
}

@Suite struct ArticleTests {
    private let page = """
        <html lang="en-GB"><head><title>Harbour strike ends | The Example Post</title>
        <link rel="canonical" href="https://www.example.org/news/strike">
        <script type="application/ld+json">{"@context": "https://schema.org", "@graph": [{"@type": "NewsArticle",
          "headline": "Harbour strike ends", "datePublished": "2021-03-04T05:06:07+02:00",
          "author": [{"@type": "Person", "name": "Ann Lee"}, {"@type": "Person", "name": "Bo Chan"}],
          "publisher": {"@type": "Organization", "name": "The Example Post"}}]}</script></head>
        <body><header><ul class="menu"><li><a href="/">Home</a></li><li><a href="/w">World</a></li></ul></header>
        <main><article><h1>Harbour strike ends</h1><p class="byline">By Ann Lee and Bo Chan</p>
        <figure><img src="x.jpg"><figcaption>Cranes stood still in the harbour. (Photo: Example)</figcaption></figure>
        <div class="article-body">
        <p>Dock workers returned to the harbour on Thursday after their union accepted an offer of the port authority.</p>
        <div class="share-buttons"><a href="#">Facebook</a> <a href="#">Twitter</a></div>
        <p>The strike had closed the terminals for eleven days, and forty ships were waiting outside the breakwater.</p>
        <p><a href="/more">Read more: How the strike began and who paid for it</a></p>
        <p>“We did not get all we asked for,” the head of the union said, “but nobody will lose a job this year.”</p>
        <p>The government welcomed the agreement and said that it would review the law on strikes in essential services.</p>
        </div><aside class="newsletter"><h3>Sign up</h3><p>Subscribe to our daily newsletter and never miss a story.</p></aside>
        <section class="related"><h2>Related stories</h2><ul><li><a href="/1">Ships wait outside the harbour for days</a></li>
        <li><a href="/2">Union and port resume their talks in the capital</a></li></ul></section>
        <div class="comments"><h3>Comments</h3><p>I think the union should have held out longer, to be honest with you.</p></div>
        </article></main><footer><p>© 2021 The Example Post. All rights reserved.</p></footer></body></html>
        """

    private func report() throws -> Report {
        let article = ArticlePage(Array(page.utf8), today: CalendarDate(days: 20_000))
        return try #require(article.report(by: try articleModel.get(), file: "page.html")).report
    }

    @Test func takesTheTextAndNothingElse() throws {
        let paragraphs = try report().text.components(separatedBy: "\n\n")
        #expect(paragraphs.count == 4)
        #expect(paragraphs.first?.hasPrefix("Dock workers returned") == true)
        #expect(paragraphs.last?.hasSuffix("essential services.") == true)
    }

    @Test func takesWhatThePageStates() throws {
        let report = try report()
        #expect(report.title == "Harbour strike ends")
        #expect(report.byline == "Ann Lee, Bo Chan")
        #expect(report.publisher == "The Example Post")
        #expect(report.url == "https://www.example.org/news/strike")
        #expect(report.date == CalendarDate("2021-03-04"))
        #expect(report.language == "en")
    }

    @Test(arguments: [
        ("<meta name=\"pubdate\" content=\"20210304\">", "2021-03-04"),
        ("<meta property=\"article:published_time\" content=\"2021-03-04T23:59:00-05:00\">", "2021-03-04"),
        ("<time pubdate datetime=\"2021-03-04\">then</time>", "2021-03-04"),
        ("<span itemprop=\"datePublished\" content=\"2021-03-04\">then</span>", "2021-03-04"),
        ("<link rel=\"canonical\" href=\"https://example.org/2021/03/04/x\">", "2021-03-04"),
        ("<h1>T</h1><p>March 4, 2021</p>", "2021-03-04"),
        // A placeholder gives way to what can be right.
        ("<meta name=\"date\" content=\"0001-01-01\"><time datetime=\"2021-03-04\">then</time>", "2021-03-04"),
    ])
    func findsTheDate(_ markup: String, _ date: String) throws {
        let body = "<p>The union accepted the offer of the port authority after a strike of eleven days, it said.</p>"
        let article = ArticlePage(Array((markup + body).utf8), today: CalendarDate(days: 20_000))
        #expect(article.metadata.date?.date == CalendarDate(date))
    }

    @Test func aPageWithoutTextIsAnError() throws {
        let folder = try TemporaryFolder()
        let path = try folder.write("a.html", "<html><body><script>x</script></body></html>")
        #expect(try readAll([path]).errors.map(\.problem) == ["no article was found on this page"])
    }

    @Test func takesTheSurestBlocksOfAShortPage() {
        #expect(ArticlePage.selection([0.1, 0.4, 0.05], lengths: [50, 150, 100]) == [1])
        #expect(ArticlePage.selection([0.9, 0.6, 0.4], lengths: [150, 100, 100]) == [0, 1])
        #expect(ArticlePage.selection([], lengths: []).isEmpty)
    }

    @Test func weightsOfOtherFeaturesAreRefused() throws {
        let folder = try TemporaryFolder()
        let path = try folder.write("w.tsv", "feature\tprior\tweight\nnone\t0\t1\n")
        #expect(throws: InputError.self) { try ArticleModel(contentsOf: .init(fileURLWithPath: path)) }
    }
}
