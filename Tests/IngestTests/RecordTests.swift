import Dates
import Testing

@testable import Ingest

@Suite struct JSONInputTests {
    let folder: TemporaryFolder
    init() throws { folder = try TemporaryFolder() }

    @Test func readsTrafilaturasShape() throws {
        let path = try folder.write(
            "t.json",
            """
            {"title": "Border opens", "author": "Ann Lee; Bo Chan", "hostname": "example.org", "date": "2023-05-02",
             "raw_text": "Border opens Trucks crossed.", "text": "Trucks crossed on Monday.", "language": null,
             "source": "https://example.org/border", "source-hostname": "Example", "excerpt": null}
            """)
        let report = try #require(try readAll([path]).reports.first)
        #expect(report.text == "Trucks crossed on Monday.")
        #expect(report.title == "Border opens")
        #expect(report.url == "https://example.org/border")
        #expect(report.publisher == "Example")
        #expect(report.date == CalendarDate("2023-05-02"))
    }

    @Test func readsNewsPleasesShape() throws {
        let path = try folder.write(
            "n.jsonl",
            """
            {"authors": ["Ann Lee", "Bo Chan"], "date_download": "2023-06-01 10:00:00", "date_publish": "2023-05-02 08:15:00", \
            "language": "en", "maintext": "Trucks crossed.", "source_domain": "example.org", "title": "Border opens", \
            "title_page": null, "url": "https://example.org/border"}
            """)
        let report = try #require(try readAll([path]).reports.first)
        #expect(report.text == "Trucks crossed.")
        #expect(report.byline == "Ann Lee, Bo Chan")
        #expect(report.publisher == "example.org")
        #expect(report.date == CalendarDate("2023-05-02"))
    }

    @Test func readsAListAndObjectsOverManyLines() throws {
        let list = try folder.write("l.json", "[{\"text\": \"One {brace}.\"},\n {\"text\": \"Two \\\"]\\\".\"}]")
        #expect(try readAll([list]).reports.map(\.text) == ["One {brace}.", "Two \"]\"."])
        let pretty = try folder.write("p.json", "{\n  \"text\": \"One.\"\n}\n{\n  \"text\": \"Two.\"\n}\n")
        #expect(try readAll([pretty]).reports.map(\.text) == ["One.", "Two."])
    }

    @Test func aBrokenLineCostsThatLineOnly() throws {
        let path = try folder.write("b.jsonl", "{\"text\": \"One.\"}\n{\"text\": \"Two.\n{\"text\": \"Three.\"}\n")
        let outcome = try readAll([path])
        #expect(outcome.reports.map(\.file) == [path + "#1", path + "#3"])
        #expect(outcome.errors.first?.problem.hasPrefix("is broken JSON at line 2") == true)
    }

    @Test func saysWhichFieldsItTookAndAsksWhenTwoCouldBeTheText() throws {
        let clear = try folder.write(
            "c.jsonl", "{\"headline\": \"A\", \"body\": \"One.\"}\n{\"headline\": \"B\", \"body\": \"Two.\"}\n")
        #expect(try readAll([clear]).warnings == [clear + ": read as text=body, title=headline"])
        let unclear = try folder.write("u.jsonl", "{\"body\": \"One.\", \"content\": \"Two.\"}\n")
        #expect(try readAll([unclear]).errors.first?.problem.contains("--fields text=NAME") == true)
        var options = try readingOptions()
        options.fields = try FieldMapping(parsing: "text=content")
        #expect(try readAll([unclear], options).reports.map(\.text) == ["Two."])
        options.fields = try FieldMapping(parsing: "text=a.b")
        let nested = try folder.write("d.jsonl", "{\"a\": {\"b\": \"Deep.\"}}\n")
        #expect(try readAll([nested], options).reports.map(\.text) == ["Deep."])
    }

    @Test(arguments: ["text", "text=", "colour=red", "text=a,text=b"])
    func refusesAMappingThatIsNone(_ text: String) {
        #expect(throws: FieldMappingError.self) { try FieldMapping(parsing: text) }
    }

    @Test func deepNestingIsAnErrorAndNoCrash() throws {
        let deep = String(repeating: "[", count: 200_000)
        let path = try folder.write("deep.jsonl", "{\"text\": \(deep)}\n{\"text\": \"Fine.\"}\n")
        let outcome = try readAll([path])
        #expect(outcome.errors.count == 1)
        #expect(outcome.reports.map(\.text) == ["Fine."])
    }

    @Test func readsEscapes() throws {
        let bytes = Array(#"{"a": "\u00e9 \ud83d\ude00 \ud83d x \n\"", "n": -1.5e3, "b": [true, null]}"#.utf8)
        let value = try JSONParser.parse(bytes)
        #expect(value["a"]?.string == "é 😀 \u{FFFD} x \n\"")
        #expect(value["n"] == .number("-1.5e3"))
        #expect(value["b"] == .array([.bool(true), .null]))
    }

    @Test(arguments: ["{\"a\" 1}", "{\"a\": 1", "[1 2]", "\"open", "tru", "{} {}", "", "\"\\u12\""])
    func refusesWhatIsNoJSON(_ text: String) {
        #expect(throws: JSONError.self) { try JSONParser.parse(Array(text.utf8)) }
    }
}

@Suite struct TableInputTests {
    let folder: TemporaryFolder
    init() throws { folder = try TemporaryFolder() }

    @Test func readsQuotedFieldsOverLines() throws {
        let path = try folder.write(
            "a.csv", "title,text,published\r\n\"Talks, again\",\"He said \"\"no\"\".\nThey left.\",2 May 2023\r\n")
        let report = try #require(try readAll([path]).reports.first)
        #expect(report.title == "Talks, again")
        #expect(report.text == "He said \"no\".\nThey left.")
        #expect(report.date == CalendarDate("2023-05-02"))
    }

    @Test func aQuoteThatIsNeverClosedCostsItsLineOnly() throws {
        let path = try folder.write("a.csv", "title,text\nA,One.\nB,\"Two.\nC,Three.\nD,Four.\n")
        let outcome = try readAll([path])
        #expect(outcome.reports.map(\.text) == ["One.", "Three.", "Four."])
        #expect(outcome.errors.first?.problem.contains("opened on line 3") == true)
    }

    @Test func saysWhenARowHasMoreFieldsThanColumns() throws {
        let path = try folder.write("a.csv", "title,text\nA,One,two.\nB,Three.\n")
        let outcome = try readAll([path])
        #expect(outcome.errors.map(\.problem) == ["line 2 has 3 fields where 2 columns are named"])
        #expect(outcome.reports.map(\.text) == ["Three."])
    }

    @Test func tellsTheSeparator() throws {
        let tabs = try folder.write("a.tsv", "title\ttext\nA, b\tOne.\n")
        #expect(try readAll([tabs]).reports.first?.title == "A, b")
        let semicolons = try folder.write("b.csv", "title;text\nA, b;One.\n")
        #expect(try readAll([semicolons]).reports.first?.title == "A, b")
    }

    @Test func endsAFileFullOfBrokenQuotes() throws {
        let rows = String(repeating: "x,\"a\"\"\n", count: 401)
        let path = try folder.write("a.csv", "title,text\n" + rows)
        _ = try readAll([path])
    }

    @Test func readsWindowsText() throws {
        let path = try folder.write(
            "a.csv", Array("text\nCaf".utf8) + [0xE9, 0x20, 0x93] + Array("open".utf8) + [0x94, 0x0A])
        #expect(try readAll([path]).reports.map(\.text) == ["Café “open”"])
    }
}
