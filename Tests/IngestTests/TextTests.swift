import Dates
import Testing

@testable import Ingest

@Suite struct WrittenDateTests {
    @Test(arguments: [
        "2023-05-02", "2023-05-02T10:15:00Z", "2023/5/2", "2023.05.02", "20230502", "20230502T101500", "20230502101500",
        "May 2, 2023", "2 May 2023", "02-May-2023", "Tue, 02 May 2023 10:15:00 GMT", "Tuesday, May 2nd, 2023",
        "2nd of May, 2023", "Published 5:00 pm EST, May 2, 2023", "02.05.2023", "1683022500", "1683022500000",
        "May 02 2023", "2 MAY 2023", "Updated: 2023-05-02 08:00",
    ])
    func readsTheUsualForms(_ text: String) {
        #expect(WrittenDate(text)?.date == CalendarDate("2023-05-02"))
        #expect(WrittenDate(text)?.isAmbiguous == false)
    }

    @Test(arguments: [
        "", "yesterday", "2 hours ago", "May 2023", "2023", "31 February 2023", "13/13/2023", "12:30", "1.2.3",
        "2 May 2000202", "2 May 202",
    ])
    func findsNoneElsewhere(_ text: String) { #expect(WrittenDate(text) == nil) }

    @Test func saysWhenMonthAndDayCouldBeSwapped() {
        #expect(WrittenDate("03/04/2023")?.isAmbiguous == true)
        #expect(WrittenDate("03/04/2023")?.date == CalendarDate("2023-03-04"))
        #expect(WrittenDate("25/12/2023")?.isAmbiguous == false)
        #expect(WrittenDate("04/04/2023")?.isAmbiguous == false)
    }

    @Test func readsPaths() {
        #expect(DateInPath.find(in: "https://e.org/2023/05/02/x", allowingPacked: false) == CalendarDate("2023-05-02"))
        #expect(DateInPath.find(in: "https://e.org/2023/may/02/x", allowingPacked: false) == CalendarDate("2023-05-02"))
        #expect(DateInPath.find(in: "https://e.org/x-20230502", allowingPacked: false) == nil)
        #expect(DateInPath.find(in: "20230502.txt", allowingPacked: true) == CalendarDate("2023-05-02"))
    }
}

@Suite struct TextHeadingTests {
    private let body =
        "\n\nThe envoy arrived in the capital on Monday and met the president for two hours, officials said.\n"

    @Test func readsHeadlineBylineAndDate() {
        let heading = TextHeading("Envoy meets president\nBy Ann Lee\nMay 2, 2023" + body)
        #expect(heading.title == "Envoy meets president")
        #expect(heading.byline == "Ann Lee")
        #expect(heading.date?.date == CalendarDate("2023-05-02"))
    }

    @Test func readsADateLineWithAPublisher() {
        let heading = TextHeading(" date 2022-08-09 Daily Example – News and Views" + body)
        #expect(heading.date?.date == CalendarDate("2022-08-09"))
        #expect(heading.publisher == "Daily Example")
        #expect(heading.title == nil)
    }

    @Test func readsADateline() {
        let heading = TextHeading(
            "KYIV, Aug 9, 2022 (Example Wire) — The envoy arrived in the capital and met the president.")
        #expect(heading.publisher == "Example Wire")
        #expect(heading.date?.date == CalendarDate("2022-08-09"))
    }

    @Test(arguments: [
        "The envoy arrived on May 2, 2023 and left.", "He said it was over.\n\nThey left.", "Short",
        "On 2 May 2023 the envoy met the president in the capital.\n\nThey talked.",
    ])
    func takesNothingFromRunningText(_ text: String) {
        let heading = TextHeading(text)
        #expect(heading.title == nil)
        #expect(heading.date == nil)
        #expect(heading.publisher == nil)
    }
}

@Suite struct ByteReaderTests {
    @Test(arguments: [1, 2, 3, 7, 1000])
    func linesDoNotDependOnThePieces(_ size: Int) throws {
        let reader = ByteReader(MemorySource(Array("one\r\n\ntoolong\nlast".utf8), pieceSize: size))
        #expect(try reader.line(limit: 5) == .bytes(Array("one".utf8)))
        #expect(try reader.line(limit: 5) == .bytes([]))
        #expect(try reader.line(limit: 5) == .tooLong(count: 7))
        #expect(try reader.line(limit: 5) == .bytes(Array("last".utf8)))
        #expect(try reader.line(limit: 5) == nil)
    }

    @Test func peeksTakesAndSkips() throws {
        let reader = ByteReader(MemorySource(Array("abcdefgh".utf8), pieceSize: 3))
        #expect(try Array(reader.peek(5)) == Array("abcde".utf8))
        #expect(try reader.take(2) == Array("ab".utf8))
        #expect(try reader.skip(3) == 3)
        #expect(reader.offset == 5)
        #expect(try reader.rest(limit: 2) == nil)
        #expect(try reader.rest(limit: 3) == Array("fgh".utf8))
        #expect(try reader.skip(10) == 0)
    }
}
