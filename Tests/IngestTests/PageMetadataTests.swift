import Dates
import Testing

@testable import Ingest

/// What pages state of themselves, in the shapes in which they do.
@Suite struct PageMetadataTests {
    private func metadata(_ head: String = "", top: String = "", below: String = "") -> PageMetadata {
        let sentence = "The two governments opened the border to trucks on Monday, ending a long closure. "
        let text = (1...10).map { "<p>\($0) \(String(repeating: sentence, count: 2))</p>" }.joined()
        let page = """
            <html><head><title>Border opens to trucks</title>\(head)</head><body><h1>Border opens to trucks</h1>\(top)\(text)
            \(below)</body></html>
            """
        return ArticlePage(Array(page.utf8), today: CalendarDate(days: 20_000)).metadata
    }

    private func linked(_ json: String) -> String { "<script type=\"application/ld+json\">\(json)</script>" }

    @Test func personsAndPublishersThatAreOnlyPointedToAreFound() {
        let page = metadata(
            linked(
                """
                {"@graph": [{"@type": "NewsArticle", "author": {"@id": "#/person/1"}, "publisher": {"@id": "#site"}},
                {"@type": "Person", "@id": "#/person/1", "name": "Ann Lee"},
                {"@type": "Organization", "@id": "#site", "name": "Example Post"}]}
                """))
        #expect(page.byline == "Ann Lee")
        #expect(page.publisher == "Example Post")
    }

    @Test func whatIsStatedEmptyIsLookedForElsewhere() {
        let page = metadata(
            linked(
                #"{"@type": "NewsArticle", "headline": " ", "author": {}, "publisher": {"@type": "Organization", "name": ""}}"#
            )
                + "<meta property=og:site_name content=\"Example Post | All the news\"><meta name=byl content=\"By Ann Lee\">"
                + "<meta property=og:title content=\"Border opens\">")
        #expect(page.publisher == "Example Post")
        #expect(page.byline == "Ann Lee")
        #expect(page.title == "Border opens")
    }

    @Test func aDateThatCannotBeRightGivesWayToTheAddress() {
        let impossible = linked(#"{"@type": "NewsArticle", "datePublished": "0001-01-01T00:00:00Z"}"#)
        let page = metadata(impossible + "<link rel=canonical href=https://example.org/story/2021/03/04/border/>")
        #expect(page.date?.date == CalendarDate("2021-03-04"))
        #expect(metadata(impossible).date?.date == CalendarDate("0001-01-01"), "so that it is questioned")
    }

    @Test(arguments: [
        ("<time datetime=\"2021-03-05T02:24:00Z\">9:24 pm, Mar 4, 2021</time>", "2021-03-04"),
        ("<time datetime=\"2021-03-05T02:24:00Z\">2 hours ago</time>", "2021-03-05"),
        ("<time datetime=\"2021-03-05T02:24:00Z\">first shown Mar 1, 2021</time>", "2021-03-05"),
        ("<time datetime=\"2021-03-08T10:00:00Z\">Mar 7, 2021</time>", "2021-03-05"),
    ])
    func theDayIsTheOneReadersAreShown(_ time: String, _ day: String) {
        let page = metadata("<meta property=article:published_time content=\"2021-03-05T02:24:00Z\">", top: time)
        #expect(page.date?.date == CalendarDate(day))
    }

    @Test(arguments: [
        "Ann Lee | Example Media for Example Post", "By Ann Lee", "Ann Lee @annlee Mar 4, 2021 at 9:24 pm", "Ann Lee,",
        "BY Ann Lee • 2 min read",
    ])
    func aBylineIsOnlyNames(_ stated: String) {
        #expect(metadata("<meta name=author content=\"\(stated)\">").byline == "Ann Lee")
    }

    @Test func anAddressIsNoByline() {
        let head = "<meta property=article:author content=\"https://example.org/author/ann-lee\">"
        #expect(metadata(head).byline == nil)
        #expect(metadata(head, top: "<a rel=author href=/ann>Ann Lee</a>").byline == "Ann Lee")
    }

    @Test(arguments: [
        "<p>By Ann Lee</p>", "<h3 class=byline>by Ann Lee<br><span>Monday</span></h3>",
        "<span class=\"author\">Ann Lee</span>",
        "<div><a class=\"author-link\" href=/ann>Ann Lee</a> wrote this</div>",
    ])
    func aBylineBelowTheHeadlineIsFound(_ shown: String) {
        #expect(metadata(top: shown).byline?.hasPrefix("Ann Lee") == true)
        #expect(metadata(below: "<aside>\(shown)</aside>").byline == nil, "whose it is nobody knows")
    }
}
