import EventCoding
import Foundation
import Lexicon

/// The project's own training sentences: `data/relations/patterns/*.tsv` and `data/relations/sentences/*.tsv`, with the word
/// lists of `words.tsv`.
struct SentenceGenerator {
    enum Kind: String, CaseIterable {
        /// One of many sentences that a pattern makes.
        case pattern = "patterns"
        /// Written as it stands.
        case whole = "sentences"

        var column: String { self == .pattern ? "pattern" : "sentence" }
    }

    struct Sentence {
        let marked: MarkedSentence
        let root: RelationRoot
        let kind: Kind
    }

    private var lists: [String: SentencePattern] = [:]
    private var patterns: [(root: RelationRoot, kind: Kind, pattern: SentencePattern)] = []

    /// - Throws: `TableError` naming file and line for a pattern that cannot be read or a list that does not exist.
    init(data: DataFolder) throws(TableError) {
        let words = try Table(contentsOf: data.file("relations/words.tsv"))
        for row in words.rows { lists[row.fields[0]] = try SentenceGenerator.pattern(row.fields[1], words, row) }
        for kind in Kind.allCases {
            for root in RelationRoot.allCases { try read(kind, of: root, data) }
        }
    }

    private mutating func read(_ kind: Kind, of root: RelationRoot, _ data: DataFolder) throws(TableError) {
        let table = try Table(contentsOf: data.file("relations/\(kind.rawValue)/\(root.rawValue.lowercased()).tsv"))
        let column = try table.column(kind.column)
        for row in table.rows {
            let pattern = try SentenceGenerator.pattern(row.fields[column], table, row)
            if let missing = unknownList(in: pattern) {
                throw TableError(file: table.name, line: row.line, problem: "no list '\(missing)' in words.tsv")
            }
            patterns.append((root, kind, pattern))
        }
    }

    private static func pattern(_ text: String, _ table: Table, _ row: Table.Row) throws(TableError) -> SentencePattern
    {
        do { return try SentencePattern(text) } catch {
            throw TableError(file: table.name, line: row.line, problem: error.problem)
        }
    }

    private func unknownList(in pattern: SentencePattern) -> String? {
        switch pattern {
        case .text: nil
        case .sequence(let parts), .choice(let parts): parts.lazy.compactMap { unknownList(in: $0) }.first
        case .list(let name): lists[name] == nil ? name : nil
        case .actor(let inner), .recipient(let inner): unknownList(in: inner)
        }
    }

    /// The same sentences each time: of a pattern the more the more it stands for, up to `limit`; a whole sentence once.
    /// - Throws: when a pattern makes a sentence whose marks are wrong.
    func sentences(limit: Int) throws -> [Sentence] {
        var random = SplitMix64(seed: 7)
        return try patterns.flatMap { root, kind, pattern in
            guard kind == .pattern else {
                let text = tidy(expand(pattern, &random))
                return [Sentence(marked: try MarkedSentence(text), root: root, kind: kind)]
            }
            let wanted = min(limit, max(3, Int(2 * log2(pattern.variety + 1)) - 4))
            var seen: Set<String> = []
            for _ in 0..<wanted * 3 where seen.count < wanted {
                seen.insert(report(of: pattern, &random))
            }
            return try seen.sorted().map { Sentence(marked: try MarkedSentence($0), root: root, kind: kind) }
        }
    }

    /// With an opening and a closing around the act now and then, as reports have them.
    private func report(of pattern: SentencePattern, _ random: inout SplitMix64) -> String {
        var text = expand(pattern, &random)
        if random.next() % 10 < 3 { text = expand(.list("opening"), &random) + text }
        if random.next() % 2 == 0 { text += expand(.list("closing"), &random) }
        return tidy(text + ".")
    }

    private func expand(_ pattern: SentencePattern, _ random: inout SplitMix64) -> String {
        switch pattern {
        case .text(let text): return text
        case .sequence(let parts):
            var text = ""
            for part in parts { text += expand(part, &random) }
            return text
        case .choice(let parts): return expand(parts[Int(random.next() % UInt64(parts.count))], &random)
        case .list(let name): return lists[name].map { expand($0, &random) } ?? ""
        case .actor(let inner): return "<s>" + expand(inner, &random).trimmingCharacters(in: .whitespaces) + "</s>"
        case .recipient(let inner): return "<t>" + expand(inner, &random).trimmingCharacters(in: .whitespaces) + "</t>"
        }
    }

    /// Single spaces, none before punctuation, a capital letter first.
    private func tidy(_ text: String) -> String {
        var text = text.split(separator: " ", omittingEmptySubsequences: true).joined(separator: " ")
        for (from, to) in [(" ,", ","), (" .", "."), (" :", ":"), (" 's", "'s"), ("..", ".")] {
            text = text.replacingOccurrences(of: from, with: to)
        }
        let first = text.hasPrefix("<") ? text.index(text.startIndex, offsetBy: 3) : text.startIndex
        return text[..<first] + text[first...].prefix(1).uppercased() + text[first...].dropFirst()
    }
}

/// SplitMix64 (Steele, Lea, Flood 2014): small, and the same on every machine.
struct SplitMix64: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }
}
