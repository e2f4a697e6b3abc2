import Ingest

/// Stores what one command codes, batch by batch: whenever the program ends, all batches but the one in hand are there,
/// and each report with everything or not at all.
package final class StoreWriter {
    /// Reports written in one transaction.
    package static let batchSize = 16

    private let store: Store
    private let run: Int
    private let invocation: Int
    private var pending: [CodedReport] = []
    /// When the first of `pending` came.
    private var pendingSince = ContinuousClock.now
    private var pendingCopies: [Report] = []
    private let rows: ReportRows

    /// As far as stored.
    package private(set) var counts = WriterCounts()

    /// - Parameter arguments: the command as it was given.
    /// - Throws: `StoreError`.
    package init(_ store: Store, version: RunVersion, arguments: [String]) throws {
        self.store = store
        let database = store.database
        (run, invocation) = try database.transaction {
            let run = try store.run(of: version)
            try database.statement(
                "INSERT INTO invocations (run_id, arguments, started, outcome) VALUES (?, ?, ?, 'running')"
            ).run([.integer(run), .text(arguments.joined(separator: " ")), .text(Store.now)])
            return (run, database.lastInsertedRow)
        }
        rows = ReportRows(database, run: run)
    }

    /// Whether this version has coded a report; if so, it is noted where it was found this time.
    package func skipsCoded(_ report: Report, id: String) throws -> Bool {
        guard try rows.isCoded(id: id, published: report.date) else { return false }
        counts.skipped += 1
        if try rows.isNewCopy(report, id: id) {
            pendingCopies.append(report)
            if pendingCopies.count == 64 * StoreWriter.batchSize { try flush() }
        }
        return true
    }

    /// Takes a report over; it is safe after the next `flush`, which comes by itself when a batch is full or old.
    package func add(_ report: CodedReport) throws {
        let now = ContinuousClock.now
        if pending.isEmpty { pendingSince = now }
        pending.append(report)
        if pending.count == StoreWriter.batchSize || pendingSince.duration(to: now) > .seconds(1) { try flush() }
    }

    /// Stores what was taken over.
    /// - Throws: `StoreError`; nothing of the batch is stored then.
    package func flush() throws {
        guard !pending.isEmpty || !pendingCopies.isEmpty else { return }
        let batch = pending
        let copies = pendingCopies
        pending.removeAll(keepingCapacity: true)
        pendingCopies.removeAll(keepingCapacity: true)
        var after = counts
        do {
            try store.database.transaction {
                for report in copies { try rows.addCopy(report) }
                for report in batch {
                    guard try rows.add(report) else {
                        after.skipped += 1
                        continue
                    }
                    after.reports += 1
                    after.words += report.wordCount
                    after.events += report.coding.events.count
                }
                try note(after, .running)
            }
        } catch {
            rows.forgetNumbers()
            throw error
        }
        counts = after
    }

    /// Stores what is left and how the command ended.
    /// - Parameter failures: inputs and reports that could not be read or coded.
    package func finish(_ outcome: Outcome, failures: Int = 0) throws {
        try flush()
        counts.failures = failures
        try store.database.transaction {
            try note(counts, outcome)
            if outcome == .complete {
                try store.database.statement("UPDATE runs SET ended = ? WHERE id = ?")
                    .run([.text(Store.now), .integer(run)])
            }
        }
    }

    private func note(_ counts: WriterCounts, _ outcome: Outcome) throws {
        try store.database.statement(
            """
            UPDATE invocations SET outcome = ?, ended = ?, reports = ?, skipped = ?, failures = ?, words = ?, events = ?
            WHERE id = ?
            """
        ).run([
            .text(outcome.rawValue), outcome == .running ? .null : .text(Store.now), .integer(counts.reports),
            .integer(counts.skipped), .integer(counts.failures), .integer(counts.words), .integer(counts.events),
            .integer(invocation),
        ])
    }
}
