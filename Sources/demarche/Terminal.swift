import Foundation

/// What is known of where output goes.
struct Terminal: Sendable {
    /// Colours only on a terminal, and not where NO_COLOR is set (https://no-color.org).
    let isColoured: Bool
    /// Columns; 100 where nothing tells.
    let width: Int

    static var standardOutput: Terminal {
        let environment = ProcessInfo.processInfo.environment
        let isTerminal = isatty(STDOUT_FILENO) == 1
        let refuses = !(environment["NO_COLOR"] ?? "").isEmpty || environment["TERM"] == "dumb"
        var size = winsize()
        let known = isTerminal && ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0 && size.ws_col > 0
        return Terminal(isColoured: isTerminal && !refuses, width: known ? Int(size.ws_col) : 100)
    }
}
