import Testing

@testable import Store

struct StoryTests {
    private static let words = (0..<300).map { "word\(($0 * 7919) % 1009)" }
    private static func text(_ words: some Sequence<String>) -> String { words.joined(separator: " ") }

    /// The stories that texts fall into, as lists of their positions.
    private func stories(_ texts: [String]) throws -> Set<Set<Int>> {
        let fixture = try StoreFixture()
        let store = try Store(writing: fixture.path)
        let database = store.database
        let linker = StoryLinker(database)
        for (index, text) in texts.enumerated() {
            try database.statement("INSERT INTO reports (id, uid, story_id, text) VALUES (?, ?, ?, ?)")
                .run([.integer(index + 1), .text("\(text.hashValue)"), .integer(index + 1), .text(text)])
            try linker.link(report: index + 1, uid: "\(text.hashValue)", shingles: Shingles(text))
        }
        let rows = try database.prepare("SELECT id, story_id FROM reports")
        var stories: [Int: Set<Int>] = [:]
        while try rows.step() { stories[rows.integer(1), default: []].insert(rows.integer(0) - 1) }
        return Set(stories.values)
    }

    @Test func linksCopiesShortenedAndCorrectedVersions() throws {
        let original = StoryTests.words
        var corrected = original
        for position in stride(from: 20, to: 300, by: 60) { corrected[position] = "corrected" }
        let other = (0..<300).map { "term\(($0 * 7907) % 997)" }
        let reprinted = ["Reprinted", "here"] + original.prefix(210)
        let texts = [original, other, corrected, reprinted].map { StoryTests.text($0) }
        #expect(try stories(texts) == [[0, 2, 3], [1]])
    }

    @Test func aLaterReportJoinsWhatItLinks() throws {
        let words = (0..<900).map { "word\($0)" }
        let left = StoryTests.text(words[0..<500])
        let right = StoryTests.text(words[400..<900])
        let both = StoryTests.text(words)
        #expect(try stories([left, right]) == [[0], [1]])
        #expect(try stories([left, right, both]) == [[0, 1, 2]])
        #expect(try stories([both, right, left]) == [[0, 1, 2]])
    }

    @Test func comparesByWordsAlone() {
        let shingles = Shingles("The two sides met, again; in Lomé.")
        #expect(shingles.similarity(to: Shingles("the TWO sides — met again in Lomé")) == 1)
        #expect(shingles.similarity(to: Shingles("The two sides met again in Accra")) == 0.6)
        #expect(Shingles("too short").similarity(to: Shingles("too short")) == 0)
        #expect(Shingles("too short").bandKeys.isEmpty)
    }
}
