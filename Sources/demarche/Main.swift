import Foundation

@main
enum Main {
    static var commands: [any Command.Type] {
        [
            TimesCommand.self
        ]
    }

    static func main() {
        var arguments = Array(CommandLine.arguments.dropFirst())
        guard let name = arguments.first else { finish(.wrongUse, errors: overview) }
        if name == "--help" || name == "help" || name == "-h" { finish(.done, output: overview) }
        guard let command = commands.first(where: { $0.name == name }) else {
            finish(.wrongUse, errors: "demarche: no command '\(name)'\n\n" + overview)
        }
        arguments.removeFirst()
        if arguments.contains("--help") || arguments.contains("-h") { finish(.done, output: command.usage + "\n") }
        do { exit(try command.run(arguments).rawValue) } catch let error as UsageError {
            finish(.wrongUse, errors: "demarche \(name): \(error)\n\n\(command.usage)\n")
        } catch { finish(.wrongUse, errors: "demarche \(name): \(error)\n") }
    }

    private static var overview: String {
        let width = commands.map(\.name.count).max() ?? 0
        let lines = commands.map {
            "  " + $0.name + String(repeating: " ", count: width - $0.name.count + 2) + $0.summary
        }
        return """
            demarche reads news reports and keeps the record: who did or said what to whom, when, where, and according to whom.

            \(lines.joined(separator: "\n"))

            demarche COMMAND --help tells more.

            """
    }

    private static func finish(_ code: ExitCode, output: String = "", errors: String = "") -> Never {
        FileHandle.standardOutput.write(Data(output.utf8))
        FileHandle.standardError.write(Data(errors.utf8))
        exit(code.rawValue)
    }
}
