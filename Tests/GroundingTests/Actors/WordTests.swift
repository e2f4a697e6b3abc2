import Testing

@testable import Grounding

/// One text, several spellings: words compare by their folded form.
struct WordTests {
    private func keys(_ text: String) -> [UInt64] { Word.scan(text).map(\.key.value) }

    @Test(arguments: [
        ("Erdoğan", "Erdogan"), ("Laçın", "Lacin"), ("U.S.", "US"), ("al-Qaeda", "al Qaeda"), ("N'Djamena", "Ndjamena"),
        ("Sana’a", "Sanaa"), ("Łódź", "Lodz"), ("D.R. Congo", "DR Congo"),
    ])
    func foldsAlike(one: String, other: String) { #expect(keys(one) == keys(other)) }

    @Test func dividesHyphensAndPossessives() {
        let words = Word.scan("US-backed rebels' leader and Iran's 20,000 men, (all) armed.")
        #expect(
            words.map(\.kind) == [
                .word, .word, .word, .possessive, .word, .word, .word, .possessive, .number, .word, .comma, .bracket,
                .word, .bracket, .word, .stop,
            ])
        #expect(words[1].joined)
        #expect(!words[2].joined)
        #expect(words[0].upper)
        #expect(words[6].capitalised && !words[6].upper)
    }

    @Test func offsetsAreBytes() {
        let words = Word.scan("São Tomé’s army")
        #expect(words.map(\.bytes) == [0..<4, 5..<10, 10..<14, 15..<19])
    }

    @Test(arguments: ["", "'", "’", "-", "…", "a'", "'s", "\u{A0}", "é", "--", "U.", ".."])
    func endsOnOddInput(text: String) { #expect(Word.scan(text).allSatisfy { $0.bytes.upperBound <= text.utf8.count }) }
}
