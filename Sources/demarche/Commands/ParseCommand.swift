import Analysis
import Export
import Foundation

extension Command {
    static let parse = Command(
        name: "parse",
        summary: "tokens, tags, tree and entities",
        usage: """
            usage: demarche parse [--model DIR] [--format json|conllu] FILE…

            Analyses texts ('-' reads standard input).
              --format json    one line a file: the shape of spaCy's Doc.to_json(), with the file's name (the default)
              --format conllu  CoNLL-U, with named entities in MISC
              --model DIR      the language model's folder
            """,
        run: { arguments in
            let options = try Options(arguments, valued: TextInputs.valuedOptions.union(["--format"]))
            let format = try options.choice("--format", of: ["json", "conllu"])
            var json = DocJSONWriter()
            let inputs = try TextInputs(options) { WholeTexts(try languageModel($0, $1)) }
            return inputs.forEach { report, reader in
                let doc = try reader.doc(of: report.text)
                if format == "json" {
                    FileHandle.standardOutput.write(Data(json.line(doc, file: report.file)))
                } else {
                    FileHandle.standardOutput.write(Data(CoNLLUWriter().text(doc, file: report.file).utf8))
                }
            }
        })
}
