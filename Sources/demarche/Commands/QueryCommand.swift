import Export
import Foundation
import Lexicon
import Store

extension Command {
    static let query = Command(
        name: "query",
        summary: "events of a store by actor, place, time, type, text …, or their numbers",
        usage: """
            usage: demarche query [FILTERS] [--format table|jsonl] [--count-by KEYS] [--limit N] FILE.db

            Prints the events of a store that fulfil all filters, by day; or how many there are of each kind.

              --format table       for people: the first 100 unless --limit says otherwise (default)
              --format jsonl       one line an event, or a line a combination of keys
              --count-by KEYS      numbers of events by one or several of
                                   \(keyNames)
              --limit N            at most N events or lines
            \(FilterOptions.help)
            """,
        run: { arguments in
            let options = try Options(
                arguments, valued: FilterOptions.valuedOptions.union(["--format", "--count-by", "--limit"]),
                flags: FilterOptions.flags)
            let isTable = try options.choice("--format", of: ["table", "jsonl"]) == "table"
            let limit = try options.integer("--limit", in: 1...Int.max - 1)
            let keys: [CountKey] = try FilterValues(options).list("--count-by", CountKey.allCases.map(\.rawValue)) {
                $0
            }
            guard Set(keys).count == keys.count else { throw UsageError("--count-by: names a key twice") }
            let chosen = try FilterOptions(options, data: try DataFolder.locate(options["--data"]))
            let answer = Answer(
                store: try openStore(options), chosen: chosen, output: try OutputFile(path: nil), isTable: isTable,
                limit: limit)
            if keys.isEmpty { try answer.writeEvents() } else { try answer.writeCounts(by: keys) }
            return .done
        })

    private static let keyNames = helpList(CountKey.allCases.map(\.rawValue))
}

/// What a query prints.
private struct Answer {
    let store: Store
    let chosen: FilterOptions
    let output: OutputFile
    let isTable: Bool
    let limit: Int?

    /// Rows of a table for people when nothing else is asked for.
    private static let tableLimit = 100

    func writeEvents() throws {
        let wanted = isTable ? limit ?? Answer.tableLimit : limit
        // One more than wanted tells whether there are more.
        var events = try store.events(
            matching: chosen.filter, order: .date, isOneADay: chosen.isOneADay,
            limit: wanted.map { $0 + (isTable ? 1 : 0) })
        guard isTable, let wanted else {
            let export = EventExport(format: .jsonLines, codes: chosen.codes) {
                try store.storyNames(analysis: $0.analysis)
            }
            _ = try export.write(to: output.write) { try events.next() }
            return
        }
        var rows: [[String]] = []
        while rows.count < wanted, let event = try events.next() { rows.append(EventRow.cells(event)) }
        try writeTable([EventRow.heading] + rows, isEmpty: rows.isEmpty)
        if rows.count == wanted, try events.next() != nil {
            warn("there are more events than these \(wanted); --limit shows more of them")
        }
    }

    func writeCounts(by keys: [CountKey]) throws {
        var counts = try store.counts(
            matching: chosen.filter, by: keys, isOneADay: chosen.isOneADay, limit: limit)
        guard !isTable else {
            var rows: [[String]] = []
            while let row = try counts.next() { rows.append(row.values.map { $0 ?? "–" } + ["\(row.count)"]) }
            return try writeTable([keys.map(\.rawValue) + ["events"]] + rows, isEmpty: rows.isEmpty)
        }
        var json = JSONWriter()
        while let row = try counts.next() {
            json.object { json in
                for (key, value) in zip(keys, row.values) {
                    json.key(named: key.rawValue)
                    json.value(value)
                }
                json.key("events")
                json.value(row.count)
            }
            json.endLine()
            if json.bytes.count > 1 << 16 { try json.drain(output.write) }
        }
        try json.drain(output.write)
    }

    private func writeTable(_ rows: [[String]], isEmpty: Bool) throws {
        if isEmpty {
            warn("no event fulfils this")
        } else {
            try output.write(Array(alignedTable(rows).utf8))
        }
    }
}
