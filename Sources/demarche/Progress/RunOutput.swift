import Export
import Foundation
import Synchronization

/// What a command that reads reports writes: results to standard output; messages and progress to standard error.
///
/// Progress is a bar where standard error is a terminal, else a line a minute. Where both are one terminal the bar is
/// taken away before each result or message and drawn again after it.
final class RunOutput: Sendable {
    enum ProgressStyle: Sendable { case none, lines, bar }

    private struct State {
        var progress = CodingProgress()
        var isBarShown = false
        var lastShown: ContinuousClock.Instant
        var failure: (any Error)?
    }
    private let style: ProgressStyle
    private let isQuiet: Bool
    private let sharesTerminal = isatty(STDOUT_FILENO) == 1
    private let start = ContinuousClock.now
    private let state: Mutex<State>

    private static let timeBetweenBars = Duration.milliseconds(200)
    private static let timeBetweenLines = Duration.seconds(60)

    /// - Parameters:
    ///   - isQuiet: whether nothing but failures is told.
    ///   - showsProgress: whether the command takes long enough for progress to matter.
    init(isQuiet: Bool, showsProgress: Bool) {
        self.isQuiet = isQuiet
        style = isQuiet || !showsProgress ? .none : Terminal.standardError.isScreen ? .bar : .lines
        state = Mutex(State(lastShown: start))
    }

    /// Whether anybody is shown how far the run has come, so that it is worth finding out how much there is.
    var showsProgress: Bool { style != .none }

    var progress: CodingProgress { state.withLock { $0.progress } }

    /// Why results cannot be written; nothing is written after it.
    var failure: (any Error)? { state.withLock { $0.failure } }

    /// Notes why results cannot be written, unless that is known.
    func fail(_ error: any Error) {
        state.withLock { state in if state.failure == nil { state.failure = error } }
    }

    /// Writes a result.
    func write(_ bytes: [UInt8]) {
        guard !bytes.isEmpty else { return }
        state.withLock { state in
            guard state.failure == nil else { return }
            if sharesTerminal { hideBar(&state) }
            state.failure = writeAll(bytes, to: STDOUT_FILENO)
        }
    }

    /// Tells of a failure; never silent.
    func complain(_ message: String) { state.withLock { tell(message, &$0) } }

    /// Tells of something mended, guessed or doubtful.
    func warn(_ message: String) {
        if !isQuiet { complain(message) }
    }

    func update(_ change: (inout CodingProgress) -> Void) {
        state.withLock { state in
            change(&state.progress)
            show(&state)
        }
    }

    /// Takes the bar away and tells what the run came to.
    /// - Parameter counts: whether what was done is told too, besides what fell short.
    func finish(counts: Bool) {
        state.withLock { state in
            hideBar(&state)
            guard !isQuiet else { return }
            let elapsed = start.duration(to: .now)
            let lines = counts ? state.progress.summary(after: elapsed) : state.progress.shortfalls()
            for line in lines { tell(line, &state) }
        }
    }

    private func tell(_ message: String, _ state: inout State) {
        hideBar(&state)
        writeError("demarche: \(message.split(whereSeparator: \.isNewline).joined(separator: " ").printable)\n")
    }

    private func show(_ state: inout State) {
        let now = ContinuousClock.now
        let since = state.lastShown.duration(to: now)
        let elapsed = start.duration(to: now)
        switch style {
        case .none: return
        case .lines:
            guard since >= RunOutput.timeBetweenLines else { return }
            writeError("demarche: \(state.progress.line(after: elapsed))\n")
        case .bar:
            guard !state.isBarShown || since >= RunOutput.timeBetweenBars else { return }
            writeError("\r\(state.progress.bar(after: elapsed, width: Terminal.standardError.width))\u{1B}[K")
            state.isBarShown = true
        }
        state.lastShown = now
    }

    private func hideBar(_ state: inout State) {
        guard state.isBarShown else { return }
        writeError("\r\u{1B}[K")
        state.isBarShown = false
    }

    private func writeError(_ text: String) {
        // Where standard error is closed there is nobody to tell.
        _ = writeAll(Array(text.utf8), to: STDERR_FILENO)
    }
}
