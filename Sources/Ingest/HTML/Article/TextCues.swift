/// What the words of a short block say it is.
struct TextCues: OptionSet, Sendable {
    let rawValue: UInt16

    static let pointer = TextCues(rawValue: 1 << 0)
    static let subscription = TextCues(rawValue: 1 << 1)
    static let advertisement = TextCues(rawValue: 1 << 2)
    static let copyright = TextCues(rawValue: 1 << 3)
    static let byline = TextCues(rawValue: 1 << 4)
    static let date = TextCues(rawValue: 1 << 5)
    static let sharing = TextCues(rawValue: 1 << 6)
    static let credit = TextCues(rawValue: 1 << 7)
    static let comments = TextCues(rawValue: 1 << 8)
    static let contact = TextCues(rawValue: 1 << 9)

    static let count = 10

    init(rawValue: UInt16) { self.rawValue = rawValue }

    private static let longest = 400

    init(_ text: ArraySlice<UInt8>) {
        self = []
        guard text.count <= TextCues.longest else { return }
        let lowered = text.map(\.lowered)
        for index in lowered.indices {
            for (phrase, cue) in TextCues.anywhere[Int(lowered[index])] where lowered[index...].starts(with: phrase) {
                insert(cue)
            }
        }
        // A line in brackets or after a dash is of the same kind.
        let start = lowered.drop { [0x28, 0x5B, 0x2D, 0x2A, 0x20].contains($0) }
        guard let first = start.first else { return }
        for (phrase, cue) in TextCues.beginnings[Int(first)] where start.starts(with: phrase) { insert(cue) }
        if text.count <= 20, TextCues.wholes.contains(Array(TextCues.withoutMarks(lowered))) { insert(.sharing) }
        if text.count <= 60, lowered.contains(where: \.isDigit),
            WrittenDate(String(decoding: lowered, as: UTF8.self)) != nil
        {
            insert(.date)
        }
    }

    private static func withoutMarks(_ bytes: [UInt8]) -> ArraySlice<UInt8> {
        guard let first = bytes.firstIndex(where: \.isASCIILetter),
            let last = bytes.lastIndex(where: { $0.isASCIILetter || $0 == 0x2B })
        else { return [] }
        return bytes[first...last]
    }

    private typealias PhrasesByFirstByte = [[(phrase: [UInt8], cue: TextCues)]]

    private static func index(_ table: [(TextCues, String)]) -> PhrasesByFirstByte {
        var index = PhrasesByFirstByte(repeating: [], count: 256)
        for (cue, phrases) in table {
            for phrase in phrases.split(separator: "|").map({ Array($0.utf8) }) {
                index[Int(phrase[0])].append((phrase, cue))
            }
        }
        return index
    }

    private static let beginnings = index([
        (
            .pointer,
            "read more|read also|also read|related|see also|more:|more on|more from|watch:|watch now|click here|"
                + "recommended|you may also|you might also|up next|read next|don't miss|listen:|photos:|gallery:|also:|"
                + "must read|see more|view more|continue reading|next:|previous|show more|load more|"
                + "read the full|read:|most popular|most read|trending|latest|editor's pick|story continues|"
                + "article continues|back to|scroll down|this story|this article|in this article"
        ),
        (
            .subscription,
            "subscribe|sign up|sign in|log in|register|get our|get the|join |enter your|want more|download|follow us|if you enjoyed|if you like|support our|become a"
        ),
        (.advertisement, "advert|sponsored|ad feedback|paid post|promoted|this content is"),
        (.copyright, "copyright|c) 20|all rights|terms of|privacy|cookie|we use cookies|this site uses"),
        (.byline, "by |written by|posted by|published by|author:|reporting by|editing by|about the author|by: "),
        (.date, "published|updated|posted|last updated|first published|created|modified|last modified|mon |tue |wed "),
        (.sharing, "share|tweet|facebook|twitter|email this|print|like this|follow |pin it|whatsapp|reddit|copy link"),
        (.credit, "photo|image|picture|credit|source:|courtesy|getty|©|illustration|file photo|video:"),
        (
            .comments,
            "comment|leave a|post a comment|reply|log in to comment|view comments|0 comment|join the conv|"
                + "tell us what|what do you think|have your say|show comments|add comment"
        ),
        (.contact, "contact |email |e-mail|follow him|follow her|reach |write to |send tips|got a tip|have a tip"),
    ])

    private static let anywhere = index([
        (.subscription, "newsletter|subscribe|sign up|our app|free trial|your inbox"),
        (.copyright, "all rights reserved|may not be published|privacy policy|terms of use|terms of service"),
        (.credit, "getty images|/ap|photo by|image credit|photo:|shutterstock|/reuters|afp via|via ap"),
        (.byline, " contributed to this|contributed reporting|is a reporter|is a staff writer|staff writer"),
        (.contact, "on twitter|follow us on|@"),
        (.pointer, "read more:|click here|full story"),
    ])

    private static let wholes = Set(
        [
            "facebook", "twitter", "email", "e-mail", "print", "linkedin", "reddit", "pinterest", "share", "whatsapp",
            "tweet", "flipboard", "save", "copy link", "google+", "tumblr", "rss", "messenger", "telegram", "close",
            "menu",
            "search", "instagram", "youtube", "more", "next", "prev", "previous", "video", "loading",
        ].map { Array($0.utf8) })
}
