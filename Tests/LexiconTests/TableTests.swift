import Foundation
import Testing

@testable import Lexicon

@Suite struct TableTests {
    private let plain = "word\tclass\nceasefire\ttruce\n\n# a comment\nembargo\n"

    @Test func shortLinesArePaddedAndCommentsCounted() throws {
        let table = try Table(plain, name: "words.tsv")
        #expect(table.columns == ["word", "class"])
        #expect(table.rows.map(\.fields) == [["ceasefire", "truce"], ["embargo", ""]])
        #expect(table.rows.map(\.line) == [2, 5])
    }

    @Test func aByteOrderMarkAndCarriageReturnsAreNoPartOfFields() throws {
        let windows = "\u{FEFF}" + plain.replacingOccurrences(of: "\n", with: "\r\n")
        let table = try Table(windows, name: "words.tsv")
        #expect(table.columns == ["word", "class"])
        #expect(table.rows.map(\.fields) == [["ceasefire", "truce"], ["embargo", ""]])
        #expect(table.rows.map(\.line) == [2, 5])
    }

    @Test func tooManyFieldsNameFileAndLine() {
        #expect {
            try Table("word\tclass\na\tb\tc\n", name: "words.tsv")
        } throws: { error in
            guard let error = error as? TableError else { return false }
            return error.file == "words.tsv" && error.line == 2
        }
    }
}
