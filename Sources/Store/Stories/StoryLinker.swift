/// Finds the story of a new report: the reports that it is a copy, a shortened or a corrected version of. A story is
/// what such links hold together, so it does not depend on the order in which its reports come.
struct StoryLinker {
    /// Texts that share so much of their shingles are versions of one.
    static let threshold = 0.5
    /// Reports kept and looked at in one band: what recurs in more is a form letter, and its first ones suffice.
    private static let reportsInBand = 32
    /// Candidates compared with a report, those that share most bands first.
    private static let candidates = 16

    private let database: Database

    init(_ database: Database) { self.database = database }

    /// Enters the bands of a report that has just been stored as a story of its own and joins the stories it links.
    func link(report: Int, uid: String, shingles: Shingles) throws {
        var stories: Set<Int> = [report]
        var shared: [Int: Int] = [:]
        let twins = try database.statement("SELECT story_id FROM reports WHERE uid = ? AND id <> ?")
        try twins.bind([.text(uid), .integer(report)])
        while try twins.step() { stories.insert(twins.integer(0)) }
        twins.reset()
        // A text that is there already is represented in the bands by its twin.
        if stories.count == 1 {
            for key in shingles.bandKeys {
                let others = try reports(in: key)
                for other in others { shared[other, default: 0] += 1 }
                if others.count < StoryLinker.reportsInBand {
                    try database.statement("INSERT OR IGNORE INTO story_bands (band, report_id) VALUES (?, ?)")
                        .run([.integer(key), .integer(report)])
                }
            }
        }
        let ranked = shared.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
        for (candidate, _) in ranked.prefix(StoryLinker.candidates) {
            let row = try database.statement("SELECT story_id, text FROM reports WHERE id = ?")
            try row.bind(candidate, 1)
            defer { row.reset() }
            guard try row.step(), !stories.contains(row.integer(0)) else { continue }
            if shingles.similarity(to: Shingles(row.text(1))) >= StoryLinker.threshold {
                stories.insert(row.integer(0))
            }
        }
        try join(stories)
    }

    private func reports(in band: Int) throws -> [Int] {
        let row = try database.statement("SELECT report_id FROM story_bands WHERE band = ? ORDER BY report_id LIMIT ?")
        try row.bind([.integer(band), .integer(StoryLinker.reportsInBand)])
        defer { row.reset() }
        var reports: [Int] = []
        while try row.step() { reports.append(row.integer(0)) }
        return reports
    }

    /// A story bears the number of its first report.
    private func join(_ stories: Set<Int>) throws {
        guard stories.count > 1, let first = stories.min() else { return }
        for story in stories where story != first {
            try database.statement("UPDATE reports SET story_id = ? WHERE story_id = ?")
                .run([.integer(first), .integer(story)])
        }
    }
}
