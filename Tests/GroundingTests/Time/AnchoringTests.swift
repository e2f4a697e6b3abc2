import Dates
import Grounding
import Testing

/// Times that count from the day of publication or the last time named. 2013-03-22 is a Friday.
@Suite struct AnchoringTests {
    private let friday = "2013-03-22"

    @Test(arguments: [
        ("He left/VBD* on Monday", "Monday | DATE | 2013-03-18"),
        ("He left/VBD* on Friday", "Friday | DATE | 2013-03-22"),
        ("He will/MD leave/VB* on Monday", "Monday | DATE | 2013-03-25"),
        ("He arrives/VBZ* on Monday", "Monday | DATE | 2013-03-25"),
        ("He left/VBD* in May", "May | DATE | 2012-05"),
        ("He will/MD leave/VB* in May", "May | DATE | 2013-05"),
        ("He left/VBD* on March 14", "March 14 | DATE | 2013-03-14"),
        ("He will/MD leave/VB* on April 2", "April 2 | DATE | 2013-04-02"),
        ("It fell/VBD* in the fourth/JJ quarter", "the fourth quarter | DATE | 2012-Q4"),
        ("He left/VBD* late Thursday", "late Thursday | DATE | 2013-03-21 | END"),
        ("He called/VBD* a strike/NN/dobj for/IN/prep< Monday/NNP/pobj<", "Monday | DATE | 2013-03-25"),
    ])
    func tenseDecides(_ text: String, _ expected: String) throws {
        #expect(try times(text, published: friday) == [expected])
    }

    @Test(arguments: [
        ("today", "2013-03-22"), ("yesterday", "2013-03-21"), ("the day before yesterday", "2013-03-20"),
        ("last week", "2013-W11"), ("this month", "2013-03"), ("next year", "2014"), ("last Friday", "2013-03-15"),
        ("next Wednesday", "2013-03-27"), ("last December", "2012-12"), ("next April", "2013-04"),
        ("last summer", "2012-SU"), ("this century", "20"), ("two days ago", "2013-03-20"),
        ("three weeks ago", "2013-W09"), ("two months ago", "2013-01"), ("10 years ago", "2003"),
        ("a decade ago", "2003"), ("five years from now", "2018"), ("several years ago", "PAST_REF"),
        ("earlier this year", "2013"), ("last year 's fourth/JJ quarter", "2012-Q4"),
        ("the first/JJ half of next year", "2014-H1"), ("recent weeks", "PAST_REF"),
        ("the coming months", "FUTURE_REF"),
        ("now", "PRESENT_REF"), ("the future", "FUTURE_REF"), ("this past weekend", "2013-W11-WE"),
        ("the end of the year", "2013"), ("March last year", "2012-03"), ("year - end", "2013"),
    ])
    func fromPublication(_ text: String, _ value: String) throws {
        let found = try times("it fell/VBD* " + text, published: friday)
        #expect(found.map { $0.components(" | ")[2] } == [value])
        #expect(found.map { $0.components(" | ")[0] } == [plain(text)])
    }

    /// The text that the words with tags stand for.
    private func plain(_ words: String) -> String {
        words.replacing(" 's", with: "'s").replacing(" - ", with: "-").replacing("/JJ", with: "")
    }

    @Test func fromTheLastTimeNamed() throws {
        let text =
            "The battle began/VBD* on 1 July 1863 . It ended/VBD* two days later . The following day Lee left/VBD* ."
        #expect(
            try times(text) == [
                "1 July 1863 | DATE | 1863-07-01", "two days later | DATE | 1863-07-03",
                "The following day | DATE | 1863-07-04",
            ])
    }

    @Test func aDayInsideTheMonthLastNamed() throws {
        #expect(
            try times("He came/VBD* in May 1940 . The next day he left/VBD* .").last
                == "The next day | DATE | 1940-05-XX")
    }

    @Test func withoutAnchor() throws {
        #expect(try times("He left/VBD* on Monday") == ["Monday | DATE | XXXX-WXX-1"])
        #expect(try times("He left/VBD* in May") == ["May | DATE | XXXX-05"])
        #expect(try times("He left/VBD* last week") == ["last week | DATE | XXXX-WXX"])
    }

    @Test func yearOfTheSentence() throws {
        #expect(
            try times("He was arrested/VBD* in March 2009 and/CC freed in June", published: friday)
                == ["March 2009 | DATE | 2009-03", "June | DATE | 2009-06"])
    }

    @Test func storiesTakeTheYearTheyHaveComeTo() throws {
        let text = """
            In March 1861 it began/VBD* . In July 1861 they fought/VBD* . In 1862 he retreated/VBD* . In April Grant won/VBD* . \
            In January 1863 he spoke/VBD* .
            """
        #expect(try times(text, published: "2009-12-19")[3] == "April | DATE | 1862-04")
    }

    @Test func intervals() throws {
        func days(_ words: String) throws -> String? {
            let tagger = try TimeTagger(data: projectData)
            let found = tagger.expressions(in: try taggedDoc(words), published: CalendarDate(friday))
            return found.first?.interval.map { "\($0.lowerBound) \($0.upperBound)" }
        }
        #expect(try days("it fell/VBD* last week") == "2013-03-11 2013-03-17")
        #expect(try days("it fell/VBD* in February") == "2013-02-01 2013-02-28")
        #expect(try days("it fell/VBD* in the third/JJ quarter") == "2012-07-01 2012-09-30")
        #expect(try days("it fell/VBD* in the 1990s") == "1990-01-01 1999-12-31")
        #expect(try days("it fell/VBD* in the 19th century") == "1801-01-01 1900-12-31")
        #expect(try days("it fell/VBD* in late May 2012") == "2012-05-22 2012-05-31")
        #expect(try days("it fell/VBD* over the past two weeks") == "2013-03-08 2013-03-22")
        #expect(try days("it lasted/VBD* three weeks") == nil)
        #expect(try days("it is/VBZ* now") == nil)
    }
}

extension String {
    fileprivate func components(_ separator: String) -> [String] { split(separator: separator).map(String.init) }
}
