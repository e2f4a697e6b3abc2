import Analysis
import Evaluation
import Foundation
import Language
import Lexicon

let usage = """
    usage: train-attribution GOLD [--test FOLDER] [--folds N] [--output FILE] [--data DIR] [--model DIR]

    Trains the model that finds statements, on a folder of annotated articles (PolNeAR's text and attributions). Takes
    some minutes and gives the same file each time.

      --folds N      instead: cross-validates by article over N parts of GOLD
      --test FOLDER  instead: scores on articles that are not trained on
      --output FILE  where the weights go, by default data/attribution/weights.bin
    """

func fail(_ message: String) -> Never {
    FileHandle.standardError.write(Data("train-attribution: \(message)\n".utf8))
    exit(2)
}

var options: [String: String] = [:]
var folders: [String] = []
var rest = CommandLine.arguments.dropFirst()
while let argument = rest.popFirst() {
    if argument == "--help" {
        print(usage)
        exit(0)
    } else if ["--test", "--folds", "--output", "--data", "--model"].contains(argument) {
        guard let value = rest.popFirst() else { fail("\(argument) needs a value") }
        options[argument] = value
    } else if argument.hasPrefix("-") {
        fail("unknown option \(argument)\n\n\(usage)")
    } else {
        folders.append(argument)
    }
}
guard folders.count == 1 else { fail("expected one folder\n\n\(usage)") }

do {
    let data = try DataFolder.locate(options["--data"])
    let model = options["--model"].map { URL(fileURLWithPath: $0) } ?? data.file("models/en_core_web_sm-3.8.0")
    let trainer = try AttributionTrainer(data: data, model: LanguageModel(folder: model))
    let gold = try trainer.articles(in: URL(fileURLWithPath: folders[0]))
    if let folds = options["--folds"] {
        guard let folds = Int(folds), (2...20).contains(folds) else { fail("--folds: expected a number from 2 to 20") }
        print(trainer.crossValidate(gold, folds: folds).table)
    } else if let test = options["--test"] {
        print(trainer.test(try trainer.articles(in: URL(fileURLWithPath: test)), trainedOn: gold).table)
    } else {
        let output = options["--output"].map { URL(fileURLWithPath: $0) } ?? data.file("attribution/weights.bin")
        let bytes = trainer.train(gold).serialized
        try Data(bytes).write(to: output)
        print("\(output.path): \(bytes.count) bytes")
    }
} catch { fail("\(error)") }
