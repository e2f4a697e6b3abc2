import Dates
import Foundation

/// What a page states about its article.
struct PageMetadata: Sendable {
    private(set) var title: String?
    private(set) var byline: String?
    private(set) var publisher: String?
    private(set) var url: String?
    private(set) var date: WrittenDate?
    private(set) var language: String?
    /// A date that the page states and that cannot be right; taken when there is no other.
    private var doubtfulDate: WrittenDate?

    /// JSON-LD goes first, then `meta`, then marked-up elements, then what the page shows, then the URL.
    init(tree: HTMLTree, data: LinkedData, url given: String?, today: CalendarDate) {
        let tags = PageTags(tree)
        publisher = PageMetadata.publisher(tags, data)
        url = PageMetadata.address(tags, data, given: given)
        title = PageMetadata.title(tags, data, site: publisher)
        byline = PageMetadata.byline(tags, data)
        language = tags.language
        publisher = publisher ?? url.flatMap(PageMetadata.host)
        (date, doubtfulDate) = PageMetadata.stated(tags, data, today: today)
    }

    private static func clean(_ text: String?) -> String? {
        guard let text = text.map({ Markup.decodingEntities($0).spacesCollapsed() }), !text.isEmpty,
            text.utf8.count <= 500
        else { return nil }
        return text
    }

    private static func title(_ tags: PageTags, _ data: LinkedData, site: String?) -> String? {
        let stated =
            data.text("headline")
            ?? tags.meta("og:title", "twitter:title", "dc.title", "parsely-title")
        let heading = tags.headings.count == 1 ? tags.headings[0] : nil
        guard let title = clean(stated ?? heading ?? tags.pageTitle ?? tags.headings.first) else { return nil }
        return withoutSite(title, site: site, heading: clean(heading))
    }

    /// `Talks resume - Example Times` without the site's name.
    private static func withoutSite(_ title: String, site: String?, heading: String?) -> String {
        for mark in [" | ", " - ", " – ", " — ", " :: "] {
            guard let range = title.range(of: mark, options: .backwards) else { continue }
            let rest = String(title[..<range.lowerBound])
            let last = title[range.upperBound...]
            let isSite = site.map { PageFacts.key($0.utf8) == PageFacts.key(last.utf8) } ?? false
            if isSite || heading == rest { return rest.trimmed() }
        }
        return title
    }

    private static func publisher(_ tags: PageTags, _ data: LinkedData) -> String? {
        let stated =
            [data.name("publisher")] + tags.metas("og:site_name", "publisher", "dc.publisher", "application-name")
        guard let name = stated.lazy.compactMap(clean).first(where: { !$0.hasPrefix("http") }) else { return nil }
        // A site's name before its motto.
        let cut = [" | ", " – ", " — ", " - "].compactMap { name.range(of: $0)?.lowerBound }.min()
        return cut.map { String(name[..<$0]) } ?? name
    }

    private static func byline(_ tags: PageTags, _ data: LinkedData) -> String? {
        let metas = tags.metas(
            "author", "byl", "parsely-author", "sailthru.author", "article:author", "dc.creator", "article.author")
        return ([data.name("author")] + metas + tags.authors).lazy.compactMap(clean).compactMap(names).first
    }

    /// The persons or agencies of a byline, without `By`, and what stands after them: an employer, a handle, a day.
    private static func names(_ byline: String) -> String? {
        guard !byline.hasPrefix("http"), byline.utf8.count <= 150 else { return nil }
        var text = byline[...]
        if text.prefix(3).lowercased() == "by " { text = text.dropFirst(3) }
        for mark in ["|", "•", " · ", " @"] {
            if let range = text.range(of: mark) { text = text[..<range.lowerBound] }
        }
        while let last = text.last, last == "," || last == ";" || last.isWhitespace { text.removeLast() }
        let name = text.trimmed()
        return name.utf8.count >= 2 ? name : nil
    }

    /// The canonical address, so that one article has one wherever it was found.
    private static func address(_ tags: PageTags, _ data: LinkedData, given: String?) -> String? {
        let stated = [tags.canonical, tags.meta("og:url"), data.text("url")]
        let usable = stated.compactMap { $0?.trimmed() }.filter { address in
            address.hasPrefix("http") && (given == nil || host(address) == given.flatMap(host))
        }
        return usable.first ?? given
    }

    /// The name of a URL's machine without `www.`.
    private static func host(_ url: String) -> String? {
        guard let start = url.range(of: "://")?.upperBound else { return nil }
        var host = url[start...].prefix { $0 != "/" && $0 != ":" && $0 != "?" && $0 != "#" }.lowercased()
        if host.hasPrefix("www.") { host.removeFirst(4) }
        return host.isEmpty ? nil : host
    }

    /// The first date that can be right, and the first of all in case there is none.
    private static func stated(
        _ tags: PageTags, _ data: LinkedData, today: CalendarDate
    ) -> (date: WrittenDate?, doubtful: WrittenDate?) {
        let written =
            data.articles.compactMap { $0["datePublished"]?.string }
            + tags.metas(
                "article:published_time", "og:article:published_time", "datepublished", "publishdate", "publish-date",
                "pubdate", "publication_date", "publish_date", "dc.date.issued", "dc.date", "dcterms.created",
                "dc.date.created", "parsely-pub-date", "sailthru.date", "cxenseparse:recs:publishtime", "ptime",
                "article.published", "article:published", "bt:pubdate", "date", "dat", "originalpublicationdate",
                "rnews:datepublished")
            + tags.times.map(\.stated)
        let dates = written.compactMap { WrittenDate($0) }
        guard let date = plausible(dates, today: today) else { return (nil, dates.first) }
        return (local(date, tags), nil)
    }

    /// The day as readers are shown it: what is stated for machines is often a day ahead or behind, in UTC.
    private static func local(_ date: WrittenDate, _ tags: PageTags) -> WrittenDate {
        for time in tags.times where WrittenDate(time.stated)?.date == date.date {
            if let shown = WrittenDate(time.shown), abs(shown.date.days - date.date.days) == 1 { return shown }
        }
        return date
    }

    private static func plausible(_ dates: [WrittenDate], today: CalendarDate) -> WrittenDate? {
        dates.first { $0.date.year >= 1900 && $0.date <= today.adding(days: 1) }
    }

    /// Fills in from the page's visible text, and last from dates of change, what nothing states.
    mutating func complete(
        from page: PageBlocks, tree: HTMLTree, outline: PageOutline, today: CalendarDate
    ) {
        if date == nil {
            let start = outline.likelyProse.firstIndex { $0 >= 100 } ?? 0
            let near = page.blocks.indices.filter { abs($0 - start) <= 12 }.sorted { abs($0 - start) < abs($1 - start) }
            let shown = near.filter { page.blocks[$0].range.count <= 80 }.compactMap { WrittenDate(page.string($0)) }
            let inAddress = url.flatMap { DateInPath.find(in: $0, allowingPacked: false) }.map(WrittenDate.init(exact:))
            let changed = PageTags(tree).metas("article:modified_time", "og:updated_time", "last-modified", "revised")
            date = PageMetadata.plausible(
                [inAddress].compactMap { $0 } + shown + changed.compactMap { WrittenDate($0) }, today: today)
            date = date ?? doubtfulDate
        }
        if byline == nil, let title {
            byline = ShownByline.find(below: title, page: page, tree: tree).flatMap(PageMetadata.names)
        }
    }
}
