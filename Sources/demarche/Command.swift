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

/// Words for `--help`, wrapped where its texts on options stand.
func helpList(_ words: [String]) -> String {
    let (indent, width) = (23, 110)
    var lines = [""]
    for (index, word) in words.enumerated() {
        let item = index + 1 < words.count ? word + "," : word
        let line = lines[lines.count - 1]
        if indent + line.count + 1 + item.count <= width {
            lines[lines.count - 1] = line.isEmpty ? item : "\(line) \(item)"
        } else {
            lines.append(item)
        }
    }
    return lines.joined(separator: "\n" + String(repeating: " ", count: indent))
}
