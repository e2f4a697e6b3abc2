/// The elements of HTML, and what parsing and reading need to know of each.
enum HTMLTag: UInt8, CaseIterable, Sendable {
    // `other`: an inline element unknown here; `custom`: one with a hyphen in its name; `text`: not an element.
    case other, custom, text, a, abbr, address, applet, area, article, aside, audio, b, base, blockquote, body, br,
        button, canvas, caption, center, cite, code, col, colgroup, data, datalist, dd, del, details, dfn, dialog,
        dir, div, dl, dt, em, embed, fieldset, figcaption, figure, font, footer, form, frame, frameset, h1, h2, h3,
        h4, h5, h6, head, header, hgroup, hr, html, i, iframe, img, input, ins, kbd, label, legend, li, link, main,
        map, mark, marquee, math, menu, meta, nav, noembed, noframes, noscript, object, ol, optgroup, option, output,
        p, param, picture, pre, progress, q, s, samp, script, section, select, small, source, span, strike, strong,
        style, sub, summary, sup, svg, table, tbody, td, template, textarea, tfoot, th, thead, time, title, tr, track,
        tt, u, ul, `var`, video, wbr, xmp

    struct Traits: OptionSet, Sendable {
        let rawValue: UInt16
        /// Has no content and no end tag.
        static let void = Traits(rawValue: 1)
        /// Its content is text up to its own end tag.
        static let rawText = Traits(rawValue: 2)
        /// Starts on a line of its own.
        static let block = Traits(rawValue: 4)
        /// Ends an open paragraph when it begins.
        static let closesParagraph = Traits(rawValue: 8)
        /// Ends the search for an open element outside (HTML's "scope").
        static let scope = Traits(rawValue: 16)
        /// An end tag of formatting never closes it from inside (HTML's "special").
        static let special = Traits(rawValue: 32)
        /// Never shown as text.
        static let hidden = Traits(rawValue: 64)
        /// May stand in the head of a page.
        static let head = Traits(rawValue: 128)
    }

    var traits: Traits { HTMLTag.traitsByTag[Int(rawValue)] }

    func has(_ trait: Traits) -> Bool { !traits.isDisjoint(with: trait) }

    private static let traitsByTag: [Traits] = {
        var table = [Traits](repeating: [], count: 256)
        func add(_ trait: Traits, _ tags: [HTMLTag]) { for tag in tags { table[Int(tag.rawValue)].insert(trait) } }
        let blocks: [HTMLTag] = [
            .address, .article, .aside, .blockquote, .body, .center, .details, .dialog, .dir, .div, .dl, .fieldset,
            .figcaption, .figure, .footer, .form, .h1, .h2, .h3, .h4, .h5, .h6, .header, .hgroup, .hr, .main, .menu,
            .nav, .ol, .p, .pre, .section, .summary, .table, .ul, .xmp,
        ]
        let inner: [HTMLTag] = [.li, .dd, .dt, .tr, .td, .th, .tbody, .thead, .tfoot, .caption, .legend, .html]
        add(
            .void,
            [
                .area, .base, .br, .col, .embed, .frame, .hr, .img, .input, .link, .meta, .param, .source, .track, .wbr,
            ])
        add(.rawText, [.script, .style, .xmp, .iframe, .noembed, .noframes, .textarea, .title])
        add([.block, .special], blocks + inner + [.custom])
        add(.closesParagraph, blocks.filter { $0 != .body })
        add([.scope, .special], [.html, .table, .td, .th, .caption, .object, .applet, .marquee, .template])
        add(.special, [.button, .select, .head, .noscript, .iframe])
        add(
            .hidden,
            [
                .script, .style, .noscript, .template, .svg, .math, .iframe, .object, .applet, .embed, .select,
                .datalist,
                .textarea, .head, .title, .canvas, .audio, .video, .noembed, .noframes, .map, .button, .progress,
            ])
        add(.head, [.base, .link, .meta, .noscript, .script, .style, .template, .title])
        return table
    }()

    // Names are found by hash in a table three quarters empty; a test keeps the hashes of all names apart.
    private static let slotCount = 512

    private static let slots: [(hash: UInt64, tag: HTMLTag)] = {
        var slots = [(hash: UInt64, tag: HTMLTag)](repeating: (0, .other), count: slotCount)
        for tag in allCases where ![.other, .custom, .text].contains(tag) {
            var hash = NameHash()
            for byte in "\(tag)".utf8 { hash.add(byte) }
            var slot = Int(hash.value % UInt64(slotCount))
            while slots[slot].hash != 0 { slot = (slot + 1) % slotCount }
            slots[slot] = (hash.value, tag)
        }
        return slots
    }()

    /// The element of a name, given by the hash of its bytes in lower case.
    static func named(_ hash: NameHash) -> HTMLTag {
        var slot = Int(hash.value % UInt64(slotCount))
        while slots[slot].hash != 0 {
            if slots[slot].hash == hash.value { return slots[slot].tag }
            slot = (slot + 1) % slotCount
        }
        return hash.hasHyphen ? .custom : .other
    }
}

/// FNV-1a over the bytes of a name.
struct NameHash {
    private(set) var value: UInt64 = 0xCBF2_9CE4_8422_2325
    private(set) var hasHyphen = false

    mutating func add(_ byte: UInt8) {
        value = (value ^ UInt64(byte)) &* 0x100_0000_01B3
        if byte == 0x2D { hasHyphen = true }
    }
}
