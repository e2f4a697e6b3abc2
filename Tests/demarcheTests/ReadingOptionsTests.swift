import Foundation
import Testing

/// Options and messages of the commands that read reports.
struct ReadingOptionsTests {
    private let program: Program

    init() throws { program = try Program() }

    private func code(_ arguments: [String]) throws -> Program.Outcome {
        try program.run(["code", "--format", "jsonl"] + arguments)
    }

    private func count(_ outcome: Program.Outcome) throws -> Int { try Program.records(outcome.output).count }

    private let spanish =
        "La policía detuvo el lunes a tres manifestantes en Lima, según dijo el ministro del Interior."

    @Test func fieldsAreTakenAsGivenAndGuessesAreSaid() throws {
        let path = try program.file(
            "a.jsonl",
            """
            {"headline": "Goma", "body": "Rebels attacked Goma on Monday.", "content": "Menu.", "published": "2023-05-02"}

            """)
        let unclear = try code([path])
        #expect(unclear.code == 1)
        #expect(unclear.errors.contains("say --fields text=NAME"))
        let given = try code(["--fields", "text=body", path])
        #expect(given.code == 0)
        #expect(given.errors.contains("read as text=body, title=headline, date=published"))
        #expect(try Program.records(given.output).first?["date"] as? String == "2023-05-01")
        #expect(try code(["--fields", "colour=body", path]).code == 2)
        let gone = try code(["--fields", "text=nowhere", path])
        #expect(try count(gone) == 0)
        #expect(gone.errors.contains("1 skipped: without text"))
    }

    @Test func otherLanguagesAreSkippedAndCountedUnlessForced() throws {
        let paths = [
            try program.file("a.txt", spanish),
            try program.file("b.txt", "Rebels attacked Goma on Monday, police said."),
        ]
        let usual = try code(["--date", "2023-05-02"] + paths)
        #expect(usual.code == 0)
        #expect(usual.errors.contains("1 skipped: in another language (es 1)"))
        #expect(usual.errors.contains("1 report read"))
        let forced = try code(["--date", "2023-05-02", "--language", "any"] + paths)
        #expect(forced.errors.contains("2 reports read"))
        #expect(!forced.errors.contains("skipped"))
        #expect(try code(["--language", "en,es"] + paths).errors.contains("2 reports read"))
        #expect(try code(["--language", "?"] + paths).code == 2)
    }

    @Test(arguments: [("1850-01-01", "before 1900"), ("2999-01-01", "in the future")])
    func doubtfulDatesAreQuestioned(_ date: String, _ doubt: String) throws {
        let text = try program.file("a.txt", "Rebels attacked Goma on Monday, police said.")
        #expect(try code(["--date", date, text]).errors.contains(doubt))
        let table = try program.file("a.csv", "text,date\n\"Rebels attacked Goma, police said.\",\(date)\n")
        #expect(try code([table]).errors.contains("a.csv#1: is it really of \(date)? That is \(doubt)"))
    }

    @Test func theSummaryCountsWhatWasReadSkippedAndFailed() throws {
        let lines = try program.file(
            "a.jsonl",
            """
            {"text": "Rebels attacked Goma on Monday, police said.", "date": "2023-05-02"}
            {"text": "\(spanish)", "date": "2023-05-02"}
            {"text": ""}
            {"text":

            """)
        let outcome = try code([lines, "missing.txt"])
        #expect(outcome.code == 1)
        for message in [
            "a.jsonl#4: is broken JSON at line 4", "missing.txt: no such file", "1 report read, 7 words, 1 event",
            "2 failed", "(es 1)", "1 skipped: without text",
        ] {
            #expect(outcome.errors.contains(message), "\(message)")
        }
        let quiet = try code(["--quiet", lines, "missing.txt"])
        #expect(quiet.errors.split(separator: "\n").count == 2, "only the failures")
    }

    @Test func everyCommandReadsTheSameInputs() throws {
        let table = try program.file(
            "a.csv", "text,date\n\"Police arrested a minister in Lima on Monday, officials said.\",2023-05-02\n")
        for command in ["parse", "times", "actors", "places", "quotes"] {
            let format = command == "parse" ? "json" : "jsonl"
            let outcome = try program.run([command, "--format", format, table])
            #expect(outcome.code == 0)
            #expect(try Program.records(outcome.output).first?["file"] as? String == table + "#1", "\(command)")
        }
        #expect(try program.run(["explain", table]).output.contains("Police arrested a minister"))
    }

    @Test func theFormatCanBeForced() throws {
        let path = try program.file("table.txt", "text,date\n\"Rebels attacked Goma on Monday.\",2023-05-02\n")
        #expect(
            try Program.records(try code(["--input", "csv", path]).output).first?["date"] as? String == "2023-05-01")
        #expect(try code(["--input", "pdf", path]).code == 2)
    }

    @Test func resultsThatCannotBeWrittenAreAFailure() throws {
        let text = try program.file("a.txt", "Rebels attacked Goma on Monday, police said.")
        let full = try FileHandle(forWritingTo: URL(fileURLWithPath: "/dev/full"))
        let outcome = try program.run(["code", "--format", "jsonl", text, text], output: full)
        #expect(outcome.code == 1)
        #expect(outcome.errors.contains("standard output cannot be written: No space left on device"))
    }
}
