/// A part of a report that a column or a JSON field can hold.
package enum ReportField: String, CaseIterable, Sendable {
    case text, title, byline, publisher, url, date, language

    /// Names seen in the field's corpora and scrapers' output, the surest first. Compared in lower case with `-`, `_`
    /// and spaces left out.
    var usualNames: [String] {
        switch self {
        case .text:
            [
                "text", "maintext", "articlebody", "body", "content", "fulltext", "articletext", "bodytext", "story",
                "article", "contents",
            ]
        case .title: ["title", "headline", "heading", "head", "articletitle"]
        case .byline: ["byline", "author", "authors", "creator", "writer"]
        case .publisher:
            [
                "publisher", "publication", "outlet", "newspaper", "sitename", "sourcename", "sourcedomain",
                "sourcehostname", "hostname", "domain", "source", "site", "media",
            ]
        case .url: ["url", "link", "permalink", "canonicalurl", "articleurl", "sourceurl", "uri", "source"]
        case .date:
            [
                "date", "published", "datepublished", "datepublish", "publisheddate", "publishdate", "publicationdate",
                "publishedat", "pubdate", "pub", "publishedon", "publishtime", "publicationtime", "datetime",
                "timestamp", "created", "createdat",
            ]
        case .language: ["language", "lang"]
        }
    }

    static func normalized(_ name: String) -> String {
        String(decoding: name.utf8.filter { $0 != 0x2D && $0 != 0x5F && $0 != 0x20 }, as: UTF8.self).lowercased()
    }
}
