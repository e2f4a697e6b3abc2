import Analysis
import Foundation
import Language

extension Command {
    static let profile = Command(
        name: "profile",
        summary: "where the time goes, layer by layer and stage by stage",
        usage: """
            usage: demarche profile [--date D] PATH…

            Prints what each layer of the language engine and each later stage took on one thread, in microseconds a
            word (tokens without punctuation and white space) and as a share of the parse.

            \(TextInputs.optionsHelp)
            """,
        run: { arguments in
            let options = try Options(arguments, valued: TextInputs.valuedOptions, flags: TextInputs.flags)
            let inputs = try TextInputs(options)
            let analyzer = try Analyzer(docs: try inputs.docs, data: inputs.data)
            var stages = StageTimes()
            var layers: LayerTimes?
            let code = try inputs.forEach { report, reader in
                try stages.analyze(report, with: analyzer, reader: reader)
                layers = (reader as? LanguageReader)?.times
            }
            print("\(stages.reports) reports, \(stages.words) words, \(rate(stages)) words a second parsed")
            print(row("parse", stages.parse, stages))
            for layer in LayerTimes.Layer.allCases {
                if let layers { print(row("  " + layer.name, layers[layer], stages)) }
            }
            print(row("grounding", stages.times + stages.actors + stages.places, stages))
            print(row("  times", stages.times, stages))
            print(row("  actors", stages.actors, stages))
            print(row("  places", stages.places, stages))
            print(row("statements", stages.statements, stages))
            print(row("events", stages.events, stages))
            return code
        })
}

private func rate(_ stages: StageTimes) -> Int {
    Int(Double(stages.words) / max(stages.parse / .seconds(1), 1e-9))
}

private func row(_ name: String, _ time: Duration, _ stages: StageTimes) -> String {
    let each = String(format: "%8.2f µs/word", (time / .microseconds(1)) / Double(max(stages.words, 1)))
    let share = String(format: "%6.1f %% of parse", 100 * (time / stages.parse))
    return name.padding(toLength: 36, withPad: " ", startingAt: 0) + each + share
}
