import Analysis
import Export
import Foundation

extension Command {
    static let parse = Command(
        name: "parse",
        summary: "tokens, tags, tree and entities",
        usage: """
            usage: demarche parse [--format json|conllu] [--jobs N] PATH…

            Analyses texts as spaCy does, each as a whole ('-' reads standard input), whatever their language.

              --format json        one line a report: the shape of spaCy's Doc.to_json(), with the file's name (default)
              --format conllu      CoNLL-U, with named entities in MISC
              --jobs N             threads (1 by default); the output keeps the order of the inputs
            \(TextInputs.optionsHelp)
            """,
        run: { arguments in
            let options = try Options(
                arguments, valued: TextInputs.valuedOptions.union(["--format", "--jobs"]),
                flags: TextInputs.flags)
            let isJSON = try options.choice("--format", of: ["json", "conllu"]) == "json"
            let jobs = try options.integer("--jobs", in: 1...256) ?? 1
            let inputs = try TextInputs(options, languages: nil) { WholeTexts(try languageModel($0, $1)) }
            return try inputs.forEach(jobs: jobs) { report, reader in
                let doc = try reader.doc(of: report.text)
                if isJSON {
                    var json = DocJSONWriter()
                    return json.line(doc, file: report.file)
                }
                return Array(CoNLLUWriter().text(doc, file: report.file).utf8)
            } consume: { (output: [UInt8]) in
                inputs.output.write(output)
            }
        })
}
