import Analysis
import EventCoding
import Evaluation
import Foundation
import Language
import Lexicon

let usage = """
    usage: train-relations GOLD.tsv [--test FILE.tsv] [--folds N] [--output FILE] [--data DIR] [--model DIR]

    Trains the model that `demarche evaluate relations` uses, on a file of marked pairs (columns id, marked_sentence,
    gold_root) and on the project's own sentences (data/relations).

      --folds N      instead: cross-validates by sentence over N parts of GOLD, own sentences always in training
      --test FILE    instead: scores on pairs that are not trained on
      --output FILE  where the model goes, by default data/relations/model.bin
    """

func fail(_ message: String) -> Never {
    FileHandle.standardError.write(Data("train-relations: \(message)\n".utf8))
    exit(2)
}

var options: [String: String] = [:]
var files: [String] = []
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
        files.append(argument)
    }
}
guard files.count == 1 else { fail("expected one file\n\n\(usage)") }

do {
    let data = try DataFolder.locate(options["--data"])
    let model = options["--model"].map { URL(fileURLWithPath: $0) } ?? data.file("models/en_core_web_sm-3.8.0")
    let trainer = try RelationTrainer(data: data, model: LanguageModel(folder: model))
    let gold = try RelationsGold.read(URL(fileURLWithPath: files[0]))
    if let folds = options["--folds"] {
        guard let folds = Int(folds), (2...20).contains(folds) else { fail("--folds: expected a number from 2 to 20") }
        print(try trainer.crossValidate(gold, folds: folds).table)
    } else if let test = options["--test"] {
        print(try trainer.test(RelationsGold.read(URL(fileURLWithPath: test)), trainedOn: gold).table)
    } else {
        let output = options["--output"].map { URL(fileURLWithPath: $0) } ?? data.file("relations/model.bin")
        let model = try trainer.train(gold)
        try Data(model.serialized).write(to: output)
        print("\(output.path): \(model.serialized.count) bytes")
    }
} catch { fail("\(error)") }
