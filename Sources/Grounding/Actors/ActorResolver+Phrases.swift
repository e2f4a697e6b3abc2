import Dates
import Tokens

/// What a short phrase says about the actor it names, as a coder enters it.
package struct PhraseCode: Sendable, Equatable {
    package let text: String
    /// The proper name; `nil` when the phrase names nobody.
    package let name: String?
    package let country: String?
    package let sectors: [Sector]
    /// Words that gave none of it, without articles and prepositions.
    package let rest: String
}

extension ActorResolver {
    /// Reads a phrase by itself: "retired Saudi general".
    /// - Parameter date: the day at which offices are looked up; without it the latest known count.
    package func code(phrase text: String, on date: CalendarDate?) -> PhraseCode {
        let bytes = Array(text.utf8)
        let words = Word.scan(bytes)
        let ignoresCase = !words.contains { $0.capitalised }
        let phrase = Phrase(words, in: words.indices, knowledge: knowledge, ignoresCase: ignoresCase)
        let reading = reader.read(phrase, on: date)
        let rest = words.indices.filter { !reading.used.contains($0) && isContent(words[$0]) }
            .map { String(decoding: bytes[words[$0].bytes], as: UTF8.self) }
        let written = reading.personName.map { name in
            String(
                decoding: bytes[words[name.lowerBound].bytes.lowerBound..<words[name.upperBound - 1].bytes.upperBound],
                as: UTF8.self)
        }
        return PhraseCode(
            text: text, name: reading.name ?? written, country: reading.country, sectors: reading.sectors,
            rest: rest.joined(separator: " "))
    }

    private func isContent(_ word: Word) -> Bool {
        (word.kind == .word || word.kind == .number) && !Phrase.determiners.contains(word.key)
            && Phrase.links[word.key] == nil && !Phrase.and.contains(word.key)
    }
}
