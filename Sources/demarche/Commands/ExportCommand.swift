import EventCoding
import Export
import Foundation
import Lexicon
import Store

extension Command {
    static let export = Command(
        name: "export",
        summary: "events of a store as tables of the field, JSON lines, CSV, GeoJSON or Parquet",
        usage: """
            usage: demarche export --format FORMAT [--output OUT] [--no-header] [FILTERS] FILE.db

            Writes the events of a store, by day. What each column holds is in docs/export.md.

              --format jsonl       one line an event, with all that is known of it and where it was found
              --format csv         one row an event
              --format polecat     as POLECAT: 40 columns, tab-separated
              --format icews       as ICEWS: 20 columns, tab-separated, one row a pair of actor and recipient
              --format phoenix     as Phoenix: 26 columns, tab-separated, one row a pair of coded actors
              --format gdelt       as GDELT 2.0: 61 columns, tab-separated, without a heading, one row a pair
              --format geojson     a point an event (RFC 7946)
              --format parquet     the columns of csv, through the DuckDB command; needs --output
              --output OUT         a file; standard output by default
              --no-header          tables without the names of their columns
            \(FilterOptions.help)
            polecat, icews, phoenix and gdelt hold what happened, was promised or threatened; --status chooses otherwise.
            """,
        run: { arguments in
            let options = try Options(
                arguments, valued: FilterOptions.valuedOptions.union(["--format", "--output"]),
                flags: FilterOptions.flags.union(["--no-header"]))
            guard options["--format"] != nil else {
                throw UsageError("--format: expected \(EventFormat.allCases.map(\.rawValue).joined(separator: ", "))")
            }
            let format = EventFormat(
                rawValue: try options.choice("--format", of: EventFormat.allCases.map(\.rawValue)))
            return try ExportRun(options, format: format ?? .jsonLines).run()
        })
}

/// One run of the command.
private struct ExportRun {
    private let format: EventFormat
    private let chosen: FilterOptions
    private let store: Store
    private let export: EventExport
    private let output: String?

    init(_ options: Options, format: EventFormat) throws {
        self.format = format
        output = options["--output"]
        if format == .parquet, output == nil { throw UsageError("--format parquet needs --output OUT") }
        chosen = try FilterOptions(options, data: try DataFolder.locate(options["--data"]))
        let store = try openStore(options)
        self.store = store
        export = EventExport(
            format: format, codes: chosen.codes, withHeading: !options.has("--no-header")
        ) { try store.storyNames(analysis: $0.analysis) }
    }

    func run() throws -> ExitCode {
        if format == .parquet, let output {
            let parquet = try ParquetFile(path: output)
            try finish { try parquet.write($0) }
            try parquet.close()
            return .done
        }
        let file = try OutputFile(path: output)
        try finish { try file.write($0) }
        return .done
    }

    private func finish(_ write: ([UInt8]) throws -> Void) throws {
        var events = try store.events(
            matching: filter, order: .date, isOneADay: chosen.isOneADay)
        // Without a word on status, tables of the field hold what counts as done there.
        let isDoneWanted = format.meansDone && chosen.filter.statuses.isEmpty
        let summary = try export.write(to: write) {
            while let event = try events.next() {
                if !isDoneWanted || event.isReportedAsDone { return event }
            }
            return nil
        }
        if summary.leftOut > 0 {
            warn("\(summary.leftOut) of \(summary.events) events have no row in this format (no day, or no coded pair)")
        }
    }

    private var filter: EventFilter {
        var filter = chosen.filter
        if format.meansDone, filter.statuses.isEmpty { filter.statuses = [.actual, .historical, .future] }
        return filter
    }
}

/// The one store that a command names.
func openStore(_ options: Options) throws -> Store {
    guard let file = options.operands.first else { throw UsageError("no store given") }
    guard options.operands.count == 1 else {
        throw UsageError("one store at a time, not \(options.operands.joined(separator: ", "))")
    }
    return try Store(reading: file)
}
