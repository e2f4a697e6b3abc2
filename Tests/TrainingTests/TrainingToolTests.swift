import Foundation
import Testing

@testable import Training

@Suite struct TrainingToolTests {
    private func tool(_ arguments: String...) throws -> TrainingTool {
        try TrainingTool(arguments + ["--data", "data"], weights: "weights.bin")
    }

    @Test func withoutATaskItTrains() throws {
        let tool = try tool("gold.tsv", "--model", "models/other")
        #expect(tool.task == .train)
        #expect(tool.gold.lastPathComponent == "gold.tsv")
        #expect(tool.model.lastPathComponent == "other")
    }

    @Test func tellsTestFromCrossValidation() throws {
        #expect(try tool("gold.tsv", "--test", "/held.tsv").task == .test(URL(fileURLWithPath: "/held.tsv")))
        #expect(try tool("--folds", "5", "gold.tsv").task == .crossValidate(folds: 5))
    }

    @Test(arguments: [
        ([], "expected one GOLD, got 0"),
        (["a", "b"], "expected one GOLD, got 2"),
        (["a", "--test"], "--test needs a value"),
        (["a", "--fold", "5"], "unknown option --fold"),
        (["a", "--folds", "1"], "--folds: expected a number from 2 to 20"),
        (["a", "--folds", "5", "--test", "b"], "--folds and --test exclude each other"),
    ])
    func wrongUseSaysWhatIsWrong(arguments: [String], problem: String) {
        #expect(throws: TrainingUsageError(problem)) { try TrainingTool(arguments, weights: "weights.bin") }
    }

    @Test func weightsGoWhereOutputSays() throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let file = folder.appendingPathComponent("out.bin")
        try tool("gold.tsv", "--output", file.path).write([1, 2, 3])
        #expect(try Data(contentsOf: file) == Data([1, 2, 3]))
    }

    @Test func exitCodesTellHelpFromWrongUse() {
        #expect(TrainingTool.run("t", weights: "w", usage: "", arguments: ["t", "--help"]) { _ in } == 0)
        #expect(TrainingTool.run("t", weights: "w", usage: "", arguments: ["t"]) { _ in } == 2)
    }
}
