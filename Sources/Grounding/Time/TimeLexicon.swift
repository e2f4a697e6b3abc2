import Lexicon
import Tokens

/// The words of time expressions, from the tables in `data/time`. Immutable.
struct TimeLexicon: Sendable {
    /// What the tagger must say of a word for it to be one of time: "March" the month is a name.
    enum Condition: String, Sendable {
        case any = ""
        case name
        case noun
        case adjective
        case adverb
        case notVerb = "not-verb"

        func holds(for tag: PennTag) -> Bool {
            switch self {
            case .any: true
            case .name: tag == .nnp
            case .noun: tag == .nn || tag == .nns || tag == .nnp || tag == .nnps
            case .adjective: tag == .jj
            case .adverb: tag == .rb
            case .notVerb: ![.vb, .vbd, .vbg, .vbn, .vbp, .vbz, .md].contains(tag)
            }
        }
    }

    struct Entry: Sendable {
        let word: TimeWord
        let condition: Condition
    }

    struct Holiday: Sendable {
        let words: [StringKey]
        let rule: HolidayRule
    }

    private let entries: [StringKey: [Entry]]
    let holidays: [Holiday]
    private let holidaysByFirstWord: [StringKey: [Int]]
    let tenses: TenseReader

    /// - Throws: `TableError` that names file and line.
    init(data: DataFolder) throws(TableError) {
        try self.init(
            words: Table(contentsOf: data.file("time/words.tsv")),
            holidays: Table(contentsOf: data.file("time/holidays.tsv")),
            verbs: Table(contentsOf: data.file("time/verbs.tsv")))
    }

    init(words: Table, holidays: Table, verbs: Table) throws(TableError) {
        tenses = try TenseReader(verbs)
        var entries: [StringKey: [Entry]] = [:]
        let columns = try (word: words.column("word"), kind: words.column("class"), value: words.column("value"))
        let conditionColumn = try words.column("condition")
        for row in words.rows {
            let word = row.fields[columns.word]
            guard let condition = Condition(rawValue: row.fields[conditionColumn]) else {
                throw words.error(
                    row, "condition '\(row.fields[conditionColumn])' is none of name, noun, adjective, adverb, not-verb"
                )
            }
            guard let meaning = TimeWord(kind: row.fields[columns.kind], value: row.fields[columns.value]) else {
                throw words.error(
                    row, "no class '\(row.fields[columns.kind])' with value '\(row.fields[columns.value])'")
            }
            var known = entries[StringKey(word), default: []]
            guard !known.contains(where: { $0.condition == condition }) else {
                throw words.error(row, "'\(word)' is there already")
            }
            known.append(Entry(word: meaning, condition: condition))
            entries[StringKey(word)] = known
        }
        self.entries = entries
        let known = try TimeLexicon.holidays(holidays)
        self.holidays = known
        var byFirst: [StringKey: [Int]] = [:]
        for (index, holiday) in known.enumerated() { byFirst[holiday.words[0], default: []].append(index) }
        // Longest first, so that "Christmas Eve" is not taken for "Christmas".
        holidaysByFirstWord = byFirst.mapValues { indices in
            indices.sorted { known[$0].words.count > known[$1].words.count }
        }
    }

    private static func holidays(_ table: Table) throws(TableError) -> [Holiday] {
        let columns = try (name: table.column("name"), rule: table.column("rule"))
        var result: [Holiday] = []
        var seen: Set<String> = []
        for row in table.rows {
            let name = row.fields[columns.name]
            guard seen.insert(name).inserted else { throw table.error(row, "'\(name)' is there already") }
            guard let rule = HolidayRule(row.fields[columns.rule]) else {
                throw table.error(
                    row, "rule '\(row.fields[columns.rule])': expected MM-DD, MM-DD+N, MM-ddd-N, easter+N or YYYY-MM-DD"
                )
            }
            let words = name.split(separator: " ").map { StringKey(String($0)) }
            guard !words.isEmpty else { throw table.error(row, "no name") }
            result.append(Holiday(words: words, rule: rule))
        }
        return result
    }

    /// What a word can be, given its tag.
    func word(_ key: StringKey, tag: PennTag) -> TimeWord? {
        guard let known = entries[key] else { return nil }
        return known.first { $0.condition.holds(for: tag) }?.word
    }

    /// The longest holiday whose name begins at a token, with the number of its tokens.
    func holiday(at token: Int, in tokens: [Token]) -> (index: Int, count: Int)? {
        guard let candidates = holidaysByFirstWord[tokens[token].lowerKey] else { return nil }
        for index in candidates {
            let words = holidays[index].words
            guard token + words.count <= tokens.count else { continue }
            if words.indices.allSatisfy({ tokens[token + $0].lowerKey == words[$0] }) { return (index, words.count) }
        }
        return nil
    }
}

extension Table {
    fileprivate func error(_ row: Row, _ problem: String) -> TableError {
        TableError(file: name, line: row.line, problem: problem)
    }
}

extension TimeWord {
    /// From the columns `class` and `value` of `words.tsv`.
    init?(kind: String, value: String) {
        if let plain = TimeWord.plain[kind] {
            guard value.isEmpty else { return nil }
            self = plain
            return
        }
        let number = Int(value)
        let word: TimeWord? =
            switch kind {
            case "month": number.flatMap { (1...12).contains($0) ? .month($0) : nil }
            case "weekday": number.flatMap { (1...7).contains($0) ? .weekday($0) : nil }
            case "weekdays": number.flatMap { (1...7).contains($0) ? .weekdays($0) : nil }
            case "unit": TimeUnit(rawValue: value).map { .unit($0) }
            case "units": TimeUnit(rawValue: value).map { .units($0) }
            case "season": CalendarPoint.Season(rawValue: value).map { .season($0) }
            case "seasons": CalendarPoint.Season(rawValue: value).map { .seasons($0) }
            case "daypart": DayPart(rawValue: value).map { .dayPart($0) }
            case "dayparts": DayPart(rawValue: value).map { .dayParts($0) }
            case "named-hour": number.map { .namedHour($0) }
            case "part-of-year": TimeWord.partOfYear(value)
            case "deictic": Deictic(rawValue: value).map { .deictic($0) }
            case "which": Which(rawValue: value).map { .which($0) }
            case "part": Part(rawValue: value).map { .part($0) }
            case "part-noun": Part(rawValue: value).map { .partNoun($0) }
            case "shift": Shift(rawValue: value).map { .shift($0) }
            case "bound": Bound(rawValue: value).map { .bound($0) }
            case "comparative": Bound(rawValue: value).map { .comparative($0) }
            case "frequency": TimeUnit(rawValue: value).map { .frequency($0) }
            case "cardinal": number.map { .cardinal($0) }
            case "scale": number.map { .scale($0) }
            case "ordinal": number.map { .ordinal($0) }
            case "decade": number.map { .decade($0) }
            case "meridiem":
                value == "am" ? .meridiem(afternoon: false) : value == "pm" ? .meridiem(afternoon: true) : nil
            case "era": value == "bc" ? .era(beforeChrist: true) : value == "ad" ? .era(beforeChrist: false) : nil
            case "zone": number.map { .zone($0) }
            default: nil
            }
        guard let word else { return nil }
        self = word
    }

    private static func partOfYear(_ value: String) -> TimeWord? {
        guard value.count == 2, let number = Int(value.dropFirst()) else { return nil }
        return value.first == "Q" ? .quarterName(number) : value.first == "H" ? .halfName(number) : nil
    }

    private static let plain: [String: TimeWord] = [
        "half": .half, "fiscal": .fiscal, "every": .every, "per": .per, "times": .times, "once": .once("1X"),
        "twice": .once("2X"), "open": .open, "couple": .couple, "another": .another, "oclock": .oclock, "the": .the,
        "up": .up,
        "a": .a, "of": .of,
        "in": .in, "on": .on, "at": .at, "from": .from, "and": .and, "or": .or, "to": .to, "than": .than, "no": .no,
        "least": .least, "most": .most, "other": .alternate, "old": .old, "age": .age, "long": .long, "local": .local,
        "time": .time, "period": .period, "hyphen": .hyphen, "slash": .slash, "comma": .comma,
        "apostrophe": .apostrophe, "possessive": .possessive, "right": .right, "portion": .portion, "rest": .rest,
        "so": .so,
    ]
}
