import Foundation
import Testing

@testable import demarche

/// Whoever adds an option says in `--help` what it does.
struct OptionsDocumentationTests {
    /// Each file of the program's command, with the options it names as string literals.
    private static func options(in source: String) -> Set<String> {
        Set(source.matches(of: /"(--[a-z][a-z-]*)"/).map { String($0.1) })
    }

    private static var sources: [(name: String, text: String)] {
        get throws {
            let folder = Program.root.appendingPathComponent("Sources/demarche")
            let names = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)?.allObjects ?? []
            return try names.compactMap { $0 as? URL }.filter { $0.pathExtension == "swift" }.map {
                ($0.lastPathComponent, try String(contentsOf: $0, encoding: .utf8))
            }
        }
    }

    @Test func everyOptionIsInTheHelpOfItsCommand() throws {
        var found = 0
        for (name, text) in try OptionsDocumentationTests.sources {
            let commands = Main.commands.filter { text.contains("name: \"\($0.name)\",") }
            let tasks = EvaluationTask.all.filter { text.contains("name: \"\($0.name)\",") }
            // What no command's own file names belongs to several commands.
            let helps = commands.isEmpty && tasks.isEmpty ? Main.commands : commands
            let usage = helps.map(\.usage) + (tasks.isEmpty ? [] : [Command.evaluate.usage])
            for option in OptionsDocumentationTests.options(in: text) where option != "--help" {
                #expect(usage.contains { $0.contains(option) }, "\(option) of \(name) is in no --help")
                found += 1
            }
        }
        #expect(found > 30)
    }

    @Test func everyCommandThatReadsReportsTellsOfTheCommonOptions() {
        for command in [Command.code, .explain, .parse, .times, .actors, .places, .quotes, .profile] {
            for option in TextInputs.valuedOptions.union(TextInputs.flags) {
                #expect(command.usage.contains("  \(option)"), "\(option) of \(command.name)")
            }
        }
    }

    @Test func helpFitsATerminal() {
        for command in Main.commands {
            for line in command.usage.split(separator: "\n") { #expect(line.count <= 120, "\(command.name): \(line)") }
        }
    }
}
