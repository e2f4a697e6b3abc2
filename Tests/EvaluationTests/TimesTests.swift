import Evaluation
import Foundation
import Testing

/// TimeML files and TempEval-3's scores.
@Suite struct TimesTests {
    private func document(_ source: String) throws -> TimeMLDocument { try TimeMLDocument(Array(source.utf8)) }

    @Test func readsTextTimesAndDay() throws {
        let document = try document(
            """
            <?xml version="1.0" ?>
            <!-- a comment -->
            <TimeML><DOCID>x</DOCID>
            <DCT><TIMEX3 tid="t0" type="DATE" value="2013-03-22" functionInDocument="CREATION_TIME">March 22</TIMEX3></DCT>
            <TEXT>
            A &amp; B <EVENT eid="e1">met</EVENT> on <TIMEX3 tid="t1" type="DATE" value="2013-03-18">Monday</TIMEX3>.
            <SIGNAL sid="s1"/><TIMEX3 tid="t2" type="SET" value="P1D">d&#233;j&#xe0;</TIMEX3>
            </TEXT></TimeML>
            """)
        #expect(document.text == "\nA & B met on Monday.\ndéjà\n")
        #expect(document.created?.description == "2013-03-22")
        #expect(
            document.timexes.map { String(decoding: Array(document.text.utf8)[$0.bytes], as: UTF8.self) } == [
                "Monday", "déjà",
            ])
        #expect(document.timexes.map(\.value) == ["2013-03-18", "P1D"])
        #expect(document.timexes.map(\.type) == ["DATE", "SET"])
    }

    @Test(arguments: [
        "", "<TimeML></TimeML>", "<TEXT>a", "<TEXT><TIMEX3 value=>", "<TEXT><TIMEX3>a</TEXT>", "<TEXT></TIMEX3></TEXT>",
        "<TEXT><!-- a",
    ])
    func faultyFiles(_ source: String) { #expect(throws: TimeMLError.self) { try document(source) } }

    @Test func aDayThatIsNone() throws {
        #expect(try document("<DCT><TIMEX3 value=\"XXXX\">?</TIMEX3></DCT><TEXT>a</TEXT>").created == nil)
        #expect(try document("<TEXT>a</TEXT>").created == nil)
        #expect(
            try document("<DCT><TIMEX3 value=\"1998-01-08T14:33\">?</TIMEX3></DCT><TEXT>a</TEXT>").created?.description
                == "1998-01-08")
    }

    private func timex(_ bytes: Range<Int>, _ value: String, _ type: String = "DATE") -> TimeMLDocument.Timex {
        TimeMLDocument.Timex(bytes: bytes, type: type, value: value)
    }

    /// Three gold, four found; two overlap, one of them exactly; one value of the two and both types are right.
    @Test func scores() {
        var score = TimesScore()
        score.add(
            found: [
                timex(0..<4, "2012"), timex(12..<20, "P1D", "SET"), timex(30..<34, "2013"), timex(40..<44, "2014"),
            ],
            gold: [timex(0..<4, "2012"), timex(10..<20, "P2D", "SET"), timex(50..<54, "2013")])
        #expect(score.strict.precision == 1.0 / 4)
        #expect(score.strict.recall == 1.0 / 3)
        #expect(score.relaxed.precision == 2.0 / 4)
        #expect(score.relaxed.recall == 2.0 / 3)
        #expect(abs(score.relaxed.f1 - 4.0 / 7) < 1e-12)
        // F1 of the value is relaxed F1 times the share of right values.
        #expect(abs(score.value.f1 - 4.0 / 7 * 0.5) < 1e-12)
        #expect(abs(score.type.f1 - 4.0 / 7) < 1e-12)
    }

    @Test func oneMatchEach() {
        var score = TimesScore()
        // One long found expression over two gold ones counts once.
        score.add(found: [timex(0..<20, "2012")], gold: [timex(0..<4, "2012"), timex(8..<20, "2012")])
        #expect(score.relaxedMatches == 1)
        #expect(score.strictMatches == 0)
        // Equal extents go before the first that overlaps.
        let outcomes = score.add(
            found: [timex(0..<9, "A"), timex(9..<12, "B")], gold: [timex(5..<12, "A"), timex(9..<12, "B")])
        #expect(score.strictMatches == 1)
        #expect(outcomes.map { $0.found?.value } == ["A", "B"])
    }

    @Test func nothing() {
        #expect(TimesScore().strict.f1 == 0)
    }
}
