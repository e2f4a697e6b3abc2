/// One command of the program. Glue only: what it does lives in the modules.
struct Command: Sendable {
    let name: String
    /// One line for the list of commands.
    let summary: String
    /// What `--help` prints.
    let usage: String
    /// - Throws: `UsageError` for wrong use; any other error ends the command with exit code 2 and its message.
    let run: @Sendable (_ arguments: [String]) throws -> ExitCode
}

/// The exit codes of every command.
enum ExitCode: Int32 {
    case done = 0
    /// Done, but some inputs could not be read; each was named on standard error.
    case someInputsFailed = 1
    case wrongUse = 2
}
