extension EvaluationTask {
    static let times = EvaluationTask(
        name: "times",
        summary: "time expressions against TimeML files, as TempEval-3 scores them",
        arguments: "FILE.tml…",
        run: { _ in .done })
}
