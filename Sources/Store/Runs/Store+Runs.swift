import Foundation

extension Store {
    /// Every run, in the order of their beginning.
    package func runs() throws -> [Run] {
        let row = try database.statement(
            """
            SELECT id, program, executable, model, lexicon, knowledge, options, started, ended,
                (SELECT count(*) FROM analyses WHERE run_id = runs.id),
                (SELECT count(*) FROM events WHERE run_id = runs.id),
                (SELECT coalesce(sum(current), 0) FROM analyses WHERE run_id = runs.id)
            FROM runs ORDER BY id
            """)
        defer { row.reset() }
        var runs: [Run] = []
        while try row.step() {
            runs.append(
                Run(
                    id: row.integer(0),
                    version: RunVersion(
                        program: row.text(1), executable: row.text(2), model: row.text(3), lexicon: row.text(4),
                        knowledge: row.text(5), options: row.text(6)),
                    started: row.text(7), ended: row.optionalText(8), reports: row.integer(9),
                    events: row.integer(10), currentReports: row.integer(11)))
        }
        return runs
    }

    /// What the second run coded otherwise than the first.
    /// - Throws: `StoreError` when there is no such run.
    package func difference(from first: Int, to second: Int) throws -> RunDifference {
        let known = try runs().map(\.id)
        for run in [first, second] where !known.contains(run) {
            let list = known.map(String.init).joined(separator: ", ")
            throw StoreError(
                file: file, kind: .request,
                problem: "\(file): there is no run \(run); its runs are \(list.isEmpty ? "none" : list)")
        }
        return try RunDifference(from: first, to: second, in: database)
    }

    /// The run of a version, made where there is none.
    func run(of version: RunVersion) throws -> Int {
        try database.statement(
            """
            INSERT INTO runs (version, program, executable, model, lexicon, knowledge, options, started)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (version) DO NOTHING
            """
        ).run([
            .text(version.key), .text(version.program), .text(version.executable), .text(version.model),
            .text(version.lexicon), .text(version.knowledge), .text(version.options), .text(Store.now),
        ])
        return try database.statement("SELECT id FROM runs WHERE version = ?").number([.text(version.key)]) ?? 0
    }

    /// The moment in UTC, ISO 8601.
    static var now: String { Date().formatted(.iso8601) }
}
