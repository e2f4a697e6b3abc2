import Lexicon
import Testing
import Tokens

@testable import Grounding

/// The tables of `data/time`, and what happens with faulty ones.
@Suite struct TimeTablesTests {
    private let noHolidays = "name\trule\n"
    private let noVerbs = "lemma\tclass\n"
    private let words = "word\tclass\tvalue\tcondition\n"

    private func lexicon(words: String, holidays: String? = nil, verbs: String? = nil) throws(TableError) -> TimeLexicon
    {
        try TimeLexicon(
            words: Table(words, name: "words.tsv"), holidays: Table(holidays ?? noHolidays, name: "holidays.tsv"),
            verbs: Table(verbs ?? noVerbs, name: "verbs.tsv"))
    }

    @Test func theProjectsTablesAreWhole() throws {
        let lexicon = try TimeLexicon(data: projectData)
        #expect(lexicon.word(StringKey("march"), tag: .nnp) == .month(3))
        #expect(lexicon.word(StringKey("march"), tag: .nn) == nil)
        #expect(lexicon.word(StringKey("second"), tag: .jj) == .ordinal(2))
        #expect(lexicon.word(StringKey("second"), tag: .nn) == .unit(.second))
    }

    @Test(arguments: [
        ("may\tmonth\t13", 2, "no class 'month' with value '13'"),
        ("may\tmoth\t5", 2, "no class 'moth' with value '5'"),
        ("the\tthe\t1", 2, "no class 'the' with value '1'"),
        ("may\tmonth\t5\tproper", 2, "condition 'proper' is none of name, noun, adjective, adverb, not-verb"),
        ("may\tmonth\t5\nmay\tmonth\t6", 3, "'may' is there already"),
    ])
    func faultyWords(_ rows: String, _ line: Int, _ problem: String) {
        #expect(throws: TableError(file: "words.tsv", line: line, problem: problem)) {
            try lexicon(words: words + rows)
        }
    }

    @Test func faultyHolidaysAndVerbs() {
        #expect(throws: TableError.self) { try lexicon(words: words, holidays: noHolidays + "yule\t13-25") }
        #expect(throws: TableError.self) {
            try lexicon(words: words, holidays: noHolidays + "yule\t12-25\nyule\t12-21")
        }
        #expect(
            throws: TableError(
                file: "verbs.tsv", line: 2, problem: "class 'aside' is none of scheduled, opening, ahead, back")
        ) {
            try lexicon(words: words, verbs: noVerbs + "go\taside")
        }
    }

    @Test func atoms() throws {
        let lexicon = try TimeLexicon(data: projectData)
        func words(_ text: String) throws -> [TimeWord] { TimeLexer(try taggedDoc(text), lexicon).atoms().map(\.word) }
        #expect(try words("mid-1990s") == [.part(.mid), .hyphen, .decade(1990)])
        #expect(try words("10:30am") == [.clock(hour: 10, minute: 30), .meridiem(afternoon: false)])
        #expect(try words("1,000") == [.digits(1000, count: 1)])
        #expect(try words("1939–1945") == [.digits(1939, count: 4), .hyphen, .digits(1945, count: 4)])
        #expect(try words("22nd") == [.ordinal(22)])
        #expect(try words("A380") == [.other])
        #expect(try words("25:99") == [.other])
        #expect(try words("123456789012345678901") == [.other])
        #expect(try words("New/NNP Year/NNP 's Eve/NNP").count == 1)
    }
}
