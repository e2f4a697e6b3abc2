import Analysis
import Export
import Foundation
import Grounding
import Ingest
import Lexicon
import Tokens

extension Command {
    static let places = Command(
        name: "places",
        summary: "places with coordinates",
        usage: """
            usage: demarche places [--format table|jsonl|geojson] PATH…

            Lists the places that reports name, with the entry of the gazetteer each stands for.

              --format table       for people (default)
              --format jsonl       one line a toponym
              --format geojson     one FeatureCollection of all
            \(TextInputs.optionsHelp)
            """,
        run: { arguments in
            let options = try Options(
                arguments, valued: TextInputs.valuedOptions.union(["--format"]), flags: TextInputs.flags)
            let format = try options.choice("--format", of: ["table", "jsonl", "geojson"])
            let inputs = try TextInputs(options)
            let resolver = try placeResolver(inputs.data)
            var features = JSONWriter()
            var lines: [PlaceLine] = []
            let code = try inputs.forEach { report, reader in
                let doc = try reader.doc(of: report.text)
                let found = resolver.places(in: doc, published: report.date)
                    .map { PlaceLine($0, in: doc, file: report.file) }
                switch format {
                case "jsonl": inputs.output.write(Array(PlaceLine.jsonLines(found).utf8))
                case "geojson": lines += found
                default: inputs.output.write(Array(PlaceLine.table(found).utf8))
                }
            }
            if format == "geojson" {
                PlaceLine.write(features: lines, to: &features)
                print(features.text)
            }
            return code
        })
}

/// Warns when the index of places is missing, since then no town but the project's own is known.
func placeResolver(_ data: DataFolder) throws -> PlaceResolver {
    let resolver = try PlaceResolver(data: data)
    if !resolver.hasTowns {
        warn(
            "\(data.file(PlaceResolver.indexPath).path) is missing, so towns are unknown: 'demarche build-places' makes it"
        )
    }
    return resolver
}
