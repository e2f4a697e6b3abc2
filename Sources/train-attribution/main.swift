import Evaluation
import Foundation
import Language
import Training

let usage = """
    usage: train-attribution GOLD [--test FOLDER] [--folds N] [--output FILE] [--data DIR] [--model DIR]

    Trains the model that finds statements, on a folder of annotated articles (PolNeAR's text and attributions). Takes
    some minutes and gives the same file each time.

      --folds N      instead: cross-validates by article over N parts of GOLD
      --test FOLDER  instead: scores on articles that are not trained on
      --output FILE  where the weights go, by default data/attribution/weights.bin
    """

let status = TrainingTool.run("train-attribution", weights: "attribution/weights.bin", usage: usage) { tool in
    let trainer = try AttributionTrainer(data: tool.data, model: LanguageModel(folder: tool.model))
    let gold = try trainer.articles(in: tool.gold)
    switch tool.task {
    case .train: try tool.write(trainer.train(gold).serialized)
    case .test(let folder): print(trainer.test(try trainer.articles(in: folder), trainedOn: gold).table)
    case .crossValidate(let folds): print(trainer.crossValidate(gold, folds: folds).table)
    }
}
exit(status)
