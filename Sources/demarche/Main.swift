import Foundation

@main
enum Main {
    static let commands: [Command] = [
        .code,
        .explain,
        .query,
        .export,
        .runs,
        .diff,
        .parse,
        .times,
        .actors,
        .places,
        .quotes,
        .evaluate,
        .profile,
        .buildPlaces,
    ]

    static func main() { exit(run(Array(CommandLine.arguments.dropFirst())).rawValue) }

    static func run(_ arguments: [String]) -> ExitCode {
        guard let name = arguments.first else {
            write(overview, to: .standardError)
            return .wrongUse
        }
        if ["--help", "help", "-h"].contains(name) {
            write(overview, to: .standardOutput)
            return .done
        }
        guard let command = commands.first(where: { $0.name == name }) else {
            write("demarche: no command '\(name)'\n\n\(overview)", to: .standardError)
            return .wrongUse
        }
        let rest = Array(arguments.dropFirst())
        if rest.contains("--help") || rest.contains("-h") {
            write(command.usage + "\n", to: .standardOutput)
            return .done
        }
        do {
            return try command.run(rest)
        } catch {
            let usage = error is UsageError ? "\n\n\(command.usage)" : ""
            write("demarche \(name): \(error)\(usage)\n", to: .standardError)
            return .wrongUse
        }
    }

    private static var overview: String {
        let width = commands.map(\.name.count).max() ?? 0
        let lines = commands.map { command in
            "  \(command.name)\(String(repeating: " ", count: width - command.name.count + 2))\(command.summary)"
        }
        return """
            demarche reads news reports and keeps the record:
            who did or said what to whom, when, where, and according to whom.

            \(lines.joined(separator: "\n"))

            demarche COMMAND --help tells more.

            """
    }

    private static func write(_ text: String, to file: FileHandle) { file.write(Data(text.utf8)) }
}
