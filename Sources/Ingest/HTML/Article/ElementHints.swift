/// What an element's class, id, role and name suggest it holds.
struct ElementHints: OptionSet, Hashable, Sendable {
    let rawValue: UInt32

    static let body = ElementHints(rawValue: 1 << 0)
    static let article = ElementHints(rawValue: 1 << 1)
    static let comments = ElementHints(rawValue: 1 << 2)
    static let sharing = ElementHints(rawValue: 1 << 3)
    static let related = ElementHints(rawValue: 1 << 4)
    static let navigation = ElementHints(rawValue: 1 << 5)
    static let footer = ElementHints(rawValue: 1 << 6)
    static let sidebar = ElementHints(rawValue: 1 << 7)
    static let advertising = ElementHints(rawValue: 1 << 8)
    static let subscription = ElementHints(rawValue: 1 << 9)
    static let author = ElementHints(rawValue: 1 << 10)
    static let caption = ElementHints(rawValue: 1 << 11)
    static let labels = ElementHints(rawValue: 1 << 12)
    static let notice = ElementHints(rawValue: 1 << 13)
    static let heading = ElementHints(rawValue: 1 << 14)
    static let metadata = ElementHints(rawValue: 1 << 15)
    static let hidden = ElementHints(rawValue: 1 << 16)
    static let video = ElementHints(rawValue: 1 << 17)
    static let quotation = ElementHints(rawValue: 1 << 18)
    static let gallery = ElementHints(rawValue: 1 << 19)
    static let list = ElementHints(rawValue: 1 << 20)
    /// `itemprop="articleBody"`.
    static let declaredBody = ElementHints(rawValue: 1 << 21)

    static let count = 22

    /// Parts of a page that are no article, whatever they hold.
    static let outside: ElementHints = [
        .comments, .sharing, .related, .navigation, .footer, .sidebar, .advertising, .subscription, .notice, .hidden,
    ]

    init(rawValue: UInt32) { self.rawValue = rawValue }

    init(of node: Int, in tree: HTMLTree) {
        self = ElementHints.ofTag(tree.tags[node])
        let source = tree.source(node)
        guard !source.isEmpty else { return }
        var scanner = HTMLAttributeScanner(bytes: tree.bytes, range: source)
        while let (name, value) = scanner.next(tree.bytes) {
            switch name.count {
            case 2 where tree.isAttribute(name, "id"), 5 where tree.isAttribute(name, "class"),
                4 where tree.isAttribute(name, "role"):
                formUnion(ElementHints.words(in: tree.bytes[value]))
            case 8 where tree.isAttribute(name, "itemprop"):
                if String(decoding: tree.bytes[value], as: UTF8.self).lowercased() == "articlebody" {
                    insert(.declaredBody)
                }
            case 5 where tree.isAttribute(name, "style"):
                let style = String(decoding: tree.bytes[value].prefix(200), as: UTF8.self).lowercased()
                if style.contains("display:none") || style.contains("display: none") { insert(.hidden) }
            case 6 where tree.isAttribute(name, "hidden"): insert(.hidden)
            default: break
            }
        }
    }

    private static func ofTag(_ tag: HTMLTag) -> ElementHints {
        switch tag {
        case .nav, .menu: .navigation
        case .footer: .footer
        case .aside: .sidebar
        case .figcaption, .caption: .caption
        case .figure: .caption
        case .blockquote: .quotation
        case .article: .article
        default: []
        }
    }

    /// Looks each word of a class or id up: words end at anything that is no letter, and before a capital.
    private static func words(in value: ArraySlice<UInt8>) -> ElementHints {
        var hints: ElementHints = []
        var hash = NameHash()
        var length = 0
        var previous: UInt8 = 0
        func finish() {
            if length > 1, let found = byWord[hash.value] { hints.formUnion(found) }
            hash = NameHash()
            length = 0
        }
        for byte in value {
            guard byte.isASCIILetter else {
                finish()
                previous = byte
                continue
            }
            let startsHump = byte != byte.lowered && previous == previous.lowered
            if startsHump { finish() }
            hash.add(byte.lowered)
            length += 1
            previous = byte
        }
        finish()
        return hints
    }

    private static let byWord: [UInt64: ElementHints] = {
        let table: [(ElementHints, String)] = [
            (.body, "body content text entry paragraph articlebody bodytext rich fulltext copy flow prose"),
            (.article, "article story post news blog single entry hentry"),
            (.comments, "comment comments disqus livefyre discussion reply replies respond commenting coral"),
            (
                .sharing,
                "share sharing sharedaddy social addthis facebook twitter follow sharethis email tweet pinterest"
            ),
            (
                .related,
                """
                related recommended recommendation recommendations recirc trending popular latest next previous
                readmore teaser teasers suggested outbrain taboola zergnet more mostread upnext carousel recommend
                relatedposts promoted crosslink rec recommends
                """
            ),
            (
                .navigation,
                "nav navigation menu navbar breadcrumb breadcrumbs toolbar pagination pager topbar skip tabs"
            ),
            (.footer, "footer copyright foot colophon legal"),
            (.sidebar, "sidebar rail widget widgets side aside secondary complementary sidecontent"),
            (
                .advertising,
                "ad ads advert advertisement advertising sponsor sponsored sponsors promo promotion banner dfp deals deal "
                    + "promobox affiliate"
            ),
            (
                .subscription,
                "newsletter newsletters subscribe subscription signup login paywall register signin subscriber optin "
                    + "membership donate"
            ),
            (.author, "author authors byline bio contributor contributors writer writers bylines"),
            (.caption, "caption captions credit credits figcaption photographer imagecaption photo image figure"),
            (.labels, "tag tags topic topics category categories label labels keywords cat"),
            (
                .notice,
                "cookie cookies consent gdpr modal popup overlay alert notice disclaimer tooltip dropdown dialog banner"
            ),
            (
                .heading,
                "header title headline hed heading masthead kicker dek subhead subtitle summary lead intro standfirst"
            ),
            (.metadata, "meta date time timestamp published updated info dateline datetime details read pubdate"),
            (.hidden, "hidden hide invisible sr visuallyhidden noscript offscreen"),
            (.video, "video player embed youtube audio podcast jw brightcove"),
            (.quotation, "quote pullquote blockquote pull pullquotes"),
            (.gallery, "gallery slideshow slider slide slides lightbox thumb thumbs thumbnail"),
            (.list, "list items item grid cards card feed stream river collection"),
        ]
        var words: [UInt64: ElementHints] = [:]
        for (hint, text) in table {
            for word in text.split(whereSeparator: { $0 == " " || $0 == "\n" }) {
                var hash = NameHash()
                for byte in word.utf8 { hash.add(byte) }
                words[hash.value, default: []].insert(hint)
            }
        }
        return words
    }()
}
