enum TimesCommand: Command {
    static let name = "times"
    static let summary = "time expressions with their values"
    static let usage = "usage: demarche times --date D [--format table|jsonl|timeml] FILE…"

    static func run(_ arguments: [String]) throws -> ExitCode { .done }
}
