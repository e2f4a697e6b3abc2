import Dates
import Tokens

/// The reports that the last events came from: events mostly come report by report, and a report's text is read once.
final class ReportCache {
    struct Report {
        let origin: StoredEvent.Origin
        private let bytes: [UInt8]
        private let offsets: CodePointOffsets

        init(origin: StoredEvent.Origin, bytes: [UInt8]) {
            self.origin = origin
            self.bytes = bytes
            offsets = CodePointOffsets(bytes)
        }

        func words(_ start: Int, _ end: Int) -> StoredEvent.Words {
            let first = offsets.byte(ofCodePoint: max(0, start))
            let last = max(first, offsets.byte(ofCodePoint: max(0, end)))
            return StoredEvent.Words(text: String(decoding: bytes[first..<last], as: UTF8.self), start: start, end: end)
        }

        func words(_ start: Int?, _ end: Int?) -> StoredEvent.Words? {
            guard let start, let end else { return nil }
            return words(start, end)
        }
    }

    private static let capacity = 64
    private let database: Database
    private var reports: [Int: Report] = [:]
    /// Those kept, the oldest first.
    private var order: [Int] = []

    init(_ database: Database) { self.database = database }

    func report(_ id: Int) throws -> Report {
        if let known = reports[id] { return known }
        let report = try read(id)
        if order.count == ReportCache.capacity { reports[order.removeFirst()] = nil }
        order.append(id)
        reports[id] = report
        return report
    }

    private func read(_ id: Int) throws -> Report {
        let row = try database.statement("SELECT uid, story_id, published, language, text FROM reports WHERE id = ?")
        try row.bind(id, 1)
        defer { row.reset() }
        guard try row.step() else {
            throw StoreError(file: database.file, kind: .damaged, problem: "an event without its report")
        }
        let origin = StoredEvent.Origin(
            id: row.text(0), story: row.integer(1), published: CalendarDate(row.text(2)),
            language: row.optionalText(3), sources: try sources(of: id))
        return Report(origin: origin, bytes: Array(row.bytes(4)))
    }

    private func sources(of report: Int) throws -> [StoredEvent.Source] {
        let row = try database.statement(
            "SELECT file, url, title, byline, publisher FROM copies WHERE report_id = ? ORDER BY id")
        try row.bind(report, 1)
        defer { row.reset() }
        var sources: [StoredEvent.Source] = []
        while try row.step() {
            sources.append(
                StoredEvent.Source(
                    file: row.text(0), url: row.optionalText(1), title: row.optionalText(2),
                    byline: row.optionalText(3), publisher: row.optionalText(4)))
        }
        return sources
    }
}
