/// One command of the program. Glue only: what it does lives in the modules.
protocol Command {
    static var name: String { get }
    /// One line for the list of commands.
    static var summary: String { get }
    /// What `--help` prints.
    static var usage: String { get }
    static func run(_ arguments: [String]) throws -> ExitCode
}

/// The exit codes of every command.
enum ExitCode: Int32 {
    case done = 0
    /// Done, but some inputs could not be read; each was named on standard error.
    case someInputsFailed = 1
    case wrongUse = 2
}
