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
            usage: demarche places [--format table|jsonl|geojson] FILE…

            Lists the places that reports name, with the entry of the gazetteer each stands for.
            --format F   table (default); jsonl: one line a toponym; geojson: one FeatureCollection of all
            --data DIR   the data folder
            """,
        run: { arguments in
            let options = try Options(arguments, valued: TextInputs.valuedOptions.union(["--format"]))
            let format = try options.choice("--format", of: ["table", "jsonl", "geojson"])
            let inputs = try TextInputs(options)
            let resolver = try placeResolver(inputs.data)
            var features = JSONWriter()
            var lines: [PlaceLine] = []
            let code = inputs.forEach { report, reader in
                let doc = try reader.doc(of: report.text)
                let found = resolver.places(in: doc, published: report.date)
                    .map { PlaceLine($0, in: doc, file: report.file) }
                switch format {
                case "jsonl": FileHandle.standardOutput.write(Data(PlaceLine.jsonLines(found).utf8))
                case "geojson": lines += found
                default: FileHandle.standardOutput.write(Data(PlaceLine.table(found).utf8))
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
