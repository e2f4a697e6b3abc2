import Foundation
import Lexicon

/// The command line that every training program shares: one gold file or folder, and whether to train, test or cross-validate.
package struct TrainingTool: Sendable {
    /// What is asked for.
    package enum Task: Sendable, Equatable {
        /// Train on the gold data and write the weights.
        case train
        /// Train on the gold data and score on other data, which are not trained on.
        case test(URL)
        /// Score every part of the gold data with what is learnt from the others.
        case crossValidate(folds: Int)
    }

    package let gold: URL
    package let task: Task
    package let data: DataFolder
    /// Folder of the language model.
    package let model: URL
    private let output: URL

    /// - Parameters:
    ///   - arguments: of the command line, without the program's name.
    ///   - weights: where the weights go unless `--output` says otherwise, below the data folder.
    /// - Throws: `TrainingUsageError`, or what `DataFolder.locate` throws.
    package init(_ arguments: some Sequence<String>, weights: String) throws {
        var options: [String: String] = [:]
        var inputs: [String] = []
        var rest = Array(arguments)[...]
        while let argument = rest.popFirst() {
            if TrainingTool.options.contains(argument) {
                guard let value = rest.popFirst() else { throw TrainingUsageError("\(argument) needs a value") }
                options[argument] = value
            } else if argument.hasPrefix("-") {
                throw TrainingUsageError("unknown option \(argument)")
            } else {
                inputs.append(argument)
            }
        }
        guard let input = inputs.first, inputs.count == 1 else {
            throw TrainingUsageError("expected one GOLD, got \(inputs.count)")
        }
        gold = URL(fileURLWithPath: input)
        task = try TrainingTool.task(options)
        data = try DataFolder.locate(options["--data"])
        model = options["--model"].map { URL(fileURLWithPath: $0) } ?? data.file("models/en_core_web_sm-3.8.0")
        output = options["--output"].map { URL(fileURLWithPath: $0) } ?? data.file(weights)
    }

    private static let options: Set<String> = ["--test", "--folds", "--output", "--data", "--model"]

    private static func task(_ options: [String: String]) throws(TrainingUsageError) -> Task {
        switch (options["--folds"], options["--test"]) {
        case (nil, nil): return .train
        case (nil, let test?): return .test(URL(fileURLWithPath: test))
        case (let folds?, nil):
            guard let folds = Int(folds), (2...20).contains(folds) else {
                throw TrainingUsageError("--folds: expected a number from 2 to 20")
            }
            return .crossValidate(folds: folds)
        case (_?, _?): throw TrainingUsageError("--folds and --test exclude each other")
        }
    }

    /// Writes the weights and says where.
    package func write(_ weights: some Sequence<UInt8>) throws {
        let weights = Data(weights)
        try weights.write(to: output)
        print("\(output.path): \(weights.count) bytes")
    }

    /// Runs a training program to its end: `--help` prints how it is used, an error goes to standard error.
    /// - Returns: the exit code, 0, or 2 for wrong use and for what cannot be read or trained.
    package static func run(
        _ name: String, weights: String, usage: String, arguments: [String] = CommandLine.arguments,
        _ body: (TrainingTool) throws -> Void
    ) -> Int32 {
        if arguments.dropFirst().contains("--help") {
            print(usage)
            return 0
        }
        do {
            try body(TrainingTool(arguments.dropFirst(), weights: weights))
            return 0
        } catch {
            let remedy = error is TrainingUsageError ? "\n\n\(usage)" : ""
            FileHandle.standardError.write(Data("\(name): \(error)\(remedy)\n".utf8))
            return 2
        }
    }
}

/// A training program is called in a way that it does not understand.
package struct TrainingUsageError: Error, CustomStringConvertible, Equatable {
    package let description: String

    init(_ description: String) { self.description = description }
}
