import Grounding
import Ingest

/// What each stage of the analysis took over some reports, for the benchmark.
package struct StageTimes: Sendable {
    package private(set) var words = 0
    package private(set) var reports = 0
    package private(set) var parse = Duration.zero
    package private(set) var times = Duration.zero
    package private(set) var actors = Duration.zero
    package private(set) var places = Duration.zero
    package private(set) var statements = Duration.zero
    /// Coding without the statements.
    package private(set) var events = Duration.zero

    package init() {}

    /// Analyses a report stage by stage and books what each took.
    package mutating func analyze(_ report: Report, with analyzer: Analyzer, reader: any DocReader) throws {
        var clock = ContinuousClock.now
        func lap() -> Duration {
            let now = ContinuousClock.now
            defer { clock = now }
            return clock.duration(to: now)
        }
        let doc = try reader.doc(of: report.text)
        parse += lap()
        var mentions = Mentions()
        mentions.times = analyzer.grounder.times.expressions(in: doc, published: report.date)
        times += lap()
        (mentions.actors, mentions.entities) = analyzer.grounder.actors.actors(in: doc, published: report.date)
        actors += lap()
        mentions.places = analyzer.grounder.places.places(in: doc, published: report.date)
        places += lap()
        _ = analyzer.coder.statements.statements(in: doc, mentions: mentions)
        let finding = lap()
        statements += finding
        _ = analyzer.coder.code(doc, mentions: mentions, published: report.date)
        // Coding finds the statements once more.
        events += max(lap() - finding, .zero)
        words += doc.wordCount
        reports += 1
    }
}
