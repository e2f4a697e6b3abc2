import Dates
import EventCoding
import Grounding
import Ingest

/// Writes the rows of reports, inside the writer's transaction.
final class ReportRows {
    private let database: Database
    private let run: Int
    private let stories: StoryLinker
    private let knowledge: KnowledgeRows

    init(_ database: Database, run: Int) {
        self.database = database
        self.run = run
        stories = StoryLinker(database)
        knowledge = KnowledgeRows(database)
    }

    /// After a transaction that was undone, numbers given in it are void.
    func forgetNumbers() { knowledge.forgetNumbers() }

    // MARK: Reports and copies

    func isCoded(id: String, published: CalendarDate?) throws -> Bool {
        let row = try database.statement(
            """
            SELECT 1 FROM reports JOIN analyses ON analyses.report_id = reports.id AND analyses.run_id = ?
            WHERE uid = ? AND ifnull(published, '') = ?
            """)
        return try row.number([.integer(run), .text(id), .text(published?.description ?? "")]) != nil
    }

    func isNewCopy(_ report: Report, id: String) throws -> Bool {
        guard let number = try number(id: id, published: report.date) else { return false }
        let row = try database.statement("SELECT 1 FROM copies WHERE report_id = ? AND ifnull(url, file) = ?")
        return try row.number([.integer(number), .text(report.url ?? report.file)]) == nil
    }

    func addCopy(_ report: Report) throws {
        guard let number = try number(id: RecordID.report(text: report.text), published: report.date) else { return }
        try addCopy(report, to: number)
    }

    private func number(id: String, published: CalendarDate?) throws(StoreError) -> Int? {
        try database.statement("SELECT id FROM reports WHERE uid = ? AND ifnull(published, '') = ?")
            .number([.text(id), .text(published?.description ?? "")])
    }

    private func addCopy(_ report: Report, to number: Int) throws {
        try database.statement(
            "INSERT OR IGNORE INTO copies (report_id, file, url, title, byline, publisher) VALUES (?, ?, ?, ?, ?, ?)"
        ).run([
            .integer(number), .text(report.file), SQLValue(report.url), SQLValue(report.title),
            SQLValue(report.byline), SQLValue(report.publisher),
        ])
    }

    private func reportNumber(_ coded: CodedReport) throws -> Int {
        let report = coded.report
        if let known = try number(id: coded.id, published: report.date) { return known }
        let new = (try database.statement("SELECT max(id) FROM reports").number() ?? 0) + 1
        try database.statement(
            "INSERT INTO reports (id, uid, published, language, story_id, text) VALUES (?, ?, ?, ?, ?, ?)"
        ).run([
            .integer(new), .text(coded.id), SQLValue(report.date?.description), SQLValue(report.language),
            .integer(new), .text(report.text),
        ])
        try stories.link(report: new, uid: coded.id, shingles: coded.shingles)
        return new
    }

    // MARK: Analyses

    /// - Returns: false when the run has coded the report already.
    func add(_ coded: CodedReport) throws -> Bool {
        let report = try reportNumber(coded)
        try addCopy(coded.report, to: report)
        let known = try database.statement("SELECT 1 FROM analyses WHERE report_id = ? AND run_id = ?")
            .number([.integer(report), .integer(run)])
        if known != nil { return false }
        try retireEarlier(report)
        try database.statement("INSERT INTO analyses (report_id, run_id, words, current) VALUES (?, ?, ?, 1)")
            .run([.integer(report), .integer(run), .integer(coded.wordCount)])
        let numbers = AnalysisRows.Numbers(report: report, run: run, analysis: database.lastInsertedRow)
        try AnalysisRows(database, knowledge, coded, numbers).write()
        return true
    }

    /// The latest analysis of a report is the one that queries look at.
    private func retireEarlier(_ report: Int) throws {
        let row = try database.statement("SELECT id FROM analyses WHERE report_id = ? AND current = 1")
        guard let earlier = try row.number([.integer(report)]) else { return }
        try database.statement("UPDATE analyses SET current = 0 WHERE id = ?").run([.integer(earlier)])
        try database.statement("UPDATE events SET current = 0 WHERE analysis_id = ?").run([.integer(earlier)])
    }
}
