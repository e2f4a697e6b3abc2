import Evaluation
import Foundation
import Language
import Training

let usage = """
    usage: train-relations GOLD.tsv [--test FILE.tsv] [--folds N] [--output FILE] [--data DIR] [--model DIR]

    Trains the model that `demarche evaluate relations` uses, on a file of marked pairs (columns id, marked_sentence,
    gold_root) and on the project's own sentences (data/relations).

      --folds N      instead: cross-validates by sentence over N parts of GOLD, own sentences always in training
      --test FILE    instead: scores on pairs that are not trained on
      --output FILE  where the model goes, by default data/relations/model.bin
    """

let status = TrainingTool.run("train-relations", weights: "relations/model.bin", usage: usage) { tool in
    let trainer = try RelationTrainer(data: tool.data, model: LanguageModel(folder: tool.model))
    let gold = try RelationsGold.read(tool.gold)
    switch tool.task {
    case .train: try tool.write(trainer.train(gold).serialized)
    case .test(let file): print(try trainer.test(RelationsGold.read(file), trainedOn: gold).table)
    case .crossValidate(let folds): print(try trainer.crossValidate(gold, folds: folds).table)
    }
}
exit(status)
