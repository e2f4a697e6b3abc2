import Dispatch
import Synchronization

/// Work that begins at once on a thread of its own and is waited for where its result is needed: model, lexicon and
/// knowledge are read side by side when the program starts.
package final class Background<Value: Sendable>: Sendable {
    private let result = Mutex<Result<Value, any Error>?>(nil)
    private let isDone = DispatchSemaphore(value: 0)

    package init(_ work: @escaping @Sendable () throws -> Value) {
        DispatchQueue.global(qos: .userInitiated).async { [self] in
            let outcome = Result { try work() }
            result.withLock { $0 = outcome }
            isDone.signal()
        }
    }

    /// - Throws: the error of the work.
    package var value: Value {
        get throws {
            isDone.wait()
            // For whoever asks next.
            isDone.signal()
            guard let result = result.withLock({ $0 }) else { preconditionFailure("signalled without a result") }
            return try result.get()
        }
    }
}
