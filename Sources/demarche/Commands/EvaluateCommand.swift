/// One kind of gold data that `demarche evaluate` scores the program against.
struct EvaluationTask: Sendable {
    /// The word after `evaluate`.
    let name: String
    /// One line: what is scored, against which files.
    let summary: String
    /// The arguments after the name, as `--help` shows them.
    let arguments: String
    /// Prints the scores. Errors and exit codes are those of a command.
    let run: @Sendable (_ arguments: [String]) throws -> ExitCode

    /// Every task, in the order `--help` lists them. A new one is one file `Evaluate<Name>.swift` and one entry here.
    static let all: [EvaluationTask] = [
        .times,
        .places,
        .events,
        .quotes,
        .relations,
        .extraction,
    ]
}

extension Command {
    static let evaluate = Command(
        name: "evaluate",
        summary: "scores against gold data",
        usage: """
            usage: demarche evaluate TASK GOLD… [options]

            \(EvaluationTask.all.map { "  evaluate \($0.name) \($0.arguments)\n      \($0.summary)" }
                .joined(separator: "\n"))

            \(TextInputs.evaluationOptionsHelp)
            """,
        run: { arguments in
            guard let name = arguments.first else { throw UsageError("no task given") }
            guard let task = EvaluationTask.all.first(where: { $0.name == name }) else {
                throw UsageError(
                    "no task '\(name)': expected \(EvaluationTask.all.map(\.name).joined(separator: ", "))")
            }
            return try task.run(Array(arguments.dropFirst()))
        })
}
