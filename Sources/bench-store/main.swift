import Foundation
import Lexicon
import Store

let usage = """
    usage: bench-store generate FILE.db [EVENTS]
           bench-store measure FILE.db

    Makes a store of made-up events (a million by default, always the same ones), and measures how long it takes to answer
    each filter.
    """

func fail(_ message: String) -> Never {
    FileHandle.standardError.write(Data("bench-store: \(message)\n".utf8))
    exit(2)
}

func generate(_ file: String, events: Int) throws {
    var choices = SeededChoices(seed: 20_240_314)
    let world = try World(data: try DataFolder.locate(), choices: &choices)
    var maker = ReportMaker(world, choices: choices)
    let version = RunVersion(
        program: "bench-store", executable: "", model: "", lexicon: "", knowledge: "", options: "")
    let writer = try StoreWriter(try Store(writing: file), version: version, arguments: ["generate"])
    for number in 0..<max(1, events / ReportMaker.eventsPerReport) { try writer.add(try maker.report(number)) }
    try writer.finish(.complete)
    print("\(writer.counts.reports) reports, \(writer.counts.events) events")
}

func measure(_ file: String) throws {
    func tell(_ row: [String]) {
        let cells = row.enumerated().map { column, cell in
            let width = column == 0 ? 28 : 14
            let padding = String(repeating: " ", count: max(0, width - cell.count))
            return column == 0 ? cell + padding : padding + cell
        }
        print(cells.joined())
        fflush(nil)
    }
    tell(FilterTimes.heading)
    try FilterTimes(try Store(reading: file)).measure(tell)
}

let arguments = Array(CommandLine.arguments.dropFirst())
do {
    switch (arguments.first, arguments.count) {
    case ("generate", 2): try generate(arguments[1], events: 1_000_000)
    case ("generate", 3):
        guard let events = Int(arguments[2]), events > 0 else { fail("'\(arguments[2])' is no number of events") }
        try generate(arguments[1], events: events)
    case ("measure", 2): try measure(arguments[1])
    default: fail("wrong use\n\n\(usage)")
    }
} catch { fail("\(error)") }
