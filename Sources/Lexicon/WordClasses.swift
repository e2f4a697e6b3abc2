import Tokens

/// Named sets of words that lexicon patterns and rules refer to as `{name}`.
///
/// A member is a lemma, or a phrase whose last word is the head and whose other words must stand among its modifiers
/// ("military aid"), or `{other}` for all members of another class. What follows a preposition or an adverb of place in a
/// phrase must follow the head in the text ("state of emergency", "step backwards").
package final class WordClasses: Sendable {
    /// Index of a class by name.
    private let indices: [String: Int]
    /// Classes of single words, by lemma.
    private let words: [StringKey: [Int]]
    /// Phrases by the lemma of their head.
    private let phrases: [StringKey: [Phrase]]
    private let heads: [[StringKey]]
    /// Members as written, for heads of patterns.
    private let members: [[String]]
    private let names: [String]

    private struct Phrase: Sendable {
        let modifiers: [StringKey]
        let followers: [StringKey]
        let classIndex: Int
    }

    /// Reads `classes.tsv`: class, member.
    package init(layers: LexiconLayers, misread: Misreadings) throws(TableError) {
        let table = try LayeredTable("classes.tsv", layers: layers, columns: ["class", "member"], key: 2)
        var indices: [String: Int] = [:]
        var listed: [[String]] = []
        var origins: [LayeredTable.Row] = []
        for row in table.rows {
            guard !row.fields[0].isEmpty, !row.fields[1].isEmpty else { throw row.error("class and member are needed") }
            let index = indices[row.fields[0]] ?? listed.count
            if index == listed.count {
                indices[row.fields[0]] = index
                listed.append([])
                origins.append(row)
            }
            listed[index].append(row.fields[1])
        }
        var members: [[String]] = []
        for index in listed.indices {
            members.append(try WordClasses.expand(index, listed, indices, origins, depth: 0))
        }
        var words: [StringKey: [Int]] = [:]
        var phrases: [StringKey: [Phrase]] = [:]
        var heads = [[StringKey]](repeating: [], count: members.count)
        for (index, list) in members.enumerated() {
            for member in list {
                let parts = member.parts(UInt8(ascii: " "))
                let position = WordClasses.headPosition(in: parts)
                guard parts.indices.contains(position) else { continue }
                for head in misread.keys(for: parts[position]) {
                    heads[index].append(head)
                    if parts.count == 1 {
                        words[head, default: []].append(index)
                    } else {
                        phrases[head, default: []].append(
                            Phrase(
                                modifiers: parts[..<position].map { StringKey($0) },
                                followers: parts[(position + 1)...].map { StringKey($0) }, classIndex: index))
                    }
                }
            }
        }
        self.indices = indices
        self.words = words
        self.phrases = phrases
        self.heads = heads
        self.members = members
        names = origins.map { $0.fields[0] }
    }

    private static func headPosition(in parts: [String]) -> Int {
        if let connective = parts.indices.dropFirst().first(where: { connectives.contains(parts[$0]) }) {
            return connective - 1
        }
        return parts.count - 1
    }

    /// What stands behind the head of a phrase begins with one of these.
    private static let connectives: Set<String> = [
        "of", "in", "to", "on", "for", "at", "against", "from", "with", "over", "under", "by", "as", "back",
        "backwards", "backward", "forward", "away", "down", "up", "out", "off", "apart", "aside",
    ]

    private static func expand(
        _ index: Int, _ listed: [[String]], _ indices: [String: Int], _ origins: [LayeredTable.Row], depth: Int
    ) throws(TableError) -> [String] {
        guard depth < 8 else { throw origins[index].error("class '\(origins[index].fields[0])' contains itself") }
        var result: [String] = []
        for member in listed[index] {
            if member.utf8.first == UInt8(ascii: "{"), member.utf8.last == UInt8(ascii: "}") {
                let name = String(member.dropFirst().dropLast())
                guard let other = indices[name] else { throw origins[index].error("no class is called '\(name)'") }
                result += try expand(other, listed, indices, origins, depth: depth + 1)
            } else {
                result.append(member)
            }
        }
        return result
    }

    /// `nil` when no class is called so.
    package func index(of name: String) -> Int? { indices[name] }

    package func members(of index: Int) -> [String] { members[index] }

    /// The heads of a class's phrases that are no members by themselves.
    package func phraseHeads(of index: Int) -> [String] {
        var result: [String] = []
        for member in members[index] {
            let parts = member.parts(UInt8(ascii: " "))
            guard parts.count > 1 else { continue }
            let head = parts[WordClasses.headPosition(in: parts)]
            if !members[index].contains(head), !result.contains(head) { result.append(head) }
        }
        return result
    }

    /// Lemmas of the words that can be members of a class: of a phrase its head.
    package func heads(of index: Int) -> [StringKey] { heads[index] }

    /// Whether a token, with its modifiers in the tree, is a member of a class.
    package func contains(_ token: Int, of doc: Doc, in index: Int) -> Bool {
        let key = doc.tokens[token].lemmaKey
        if let classes = words[key], classes.contains(index) { return true }
        if doc.tokens[token].lowerKey != key, let classes = words[doc.tokens[token].lowerKey], classes.contains(index) {
            return true
        }
        guard let candidates = phrases[key] else { return false }
        return candidates.contains { $0.classIndex == index && holds($0, at: token, doc) }
    }

    /// Names of the classes that a token, with its modifiers in the tree, is a member of; sorted.
    package func names(of token: Int, in doc: Doc) -> [String] {
        let word = doc.tokens[token]
        var indices = words[word.lemmaKey] ?? []
        if word.lowerKey != word.lemmaKey { indices += words[word.lowerKey] ?? [] }
        for candidate in phrases[word.lemmaKey] ?? [] {
            if holds(candidate, at: token, doc) { indices.append(candidate.classIndex) }
        }
        return Set(indices).map { names[$0] }.sorted()
    }

    private func holds(_ phrase: Phrase, at token: Int, _ doc: Doc) -> Bool {
        guard phrase.modifiers.allSatisfy({ hasModifier($0, token, doc) }) else { return false }
        var position = token + 1
        for word in phrase.followers {
            // An article and a modifier may stand between ("slap in *the* face", "step in *the very* right direction").
            let window = position..<min(position + 3, doc.count)
            let found = window.first { doc.tokens[$0].lowerKey == word || doc.tokens[$0].lemmaKey == word }
            guard let found else { return false }
            position = found + 1
        }
        return true
    }

    private func hasModifier(_ key: StringKey, _ token: Int, _ doc: Doc) -> Bool {
        for child in doc.children(of: token) where child < token {
            if doc.tokens[child].lemmaKey == key || doc.tokens[child].lowerKey == key { return true }
            for grandchild in doc.children(of: child) where doc.tokens[grandchild].lowerKey == key { return true }
        }
        return false
    }
}
