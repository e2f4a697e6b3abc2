import Foundation

/// What is known of where output goes.
struct Terminal: Sendable {
    /// A terminal whose lines can be drawn over.
    let isScreen: Bool
    /// Colours only on such a terminal, and not where NO_COLOR is set (https://no-color.org).
    let isColoured: Bool
    /// Columns; 100 where nothing tells.
    let width: Int

    static var standardOutput: Terminal { Terminal(descriptor: STDOUT_FILENO) }
    static var standardError: Terminal { Terminal(descriptor: STDERR_FILENO) }

    private init(descriptor: Int32) {
        let environment = ProcessInfo.processInfo.environment
        isScreen = isatty(descriptor) == 1 && environment["TERM"] != "dumb"
        isColoured = isScreen && (environment["NO_COLOR"] ?? "").isEmpty
        var size = winsize()
        let isKnown = isatty(descriptor) == 1 && ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0 && size.ws_col > 0
        width = isKnown ? Int(size.ws_col) : 100
    }
}
