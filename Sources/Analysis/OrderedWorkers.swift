import Dispatch
import Foundation
import Synchronization

/// Works on a stream of inputs with several threads and hands the results over in the order of the inputs.
///
/// Inputs are drawn only a little ahead of the results handed over, so memory stays flat however long the stream is.
package struct OrderedWorkers: Sendable {
    /// Threads that work; with 1 the calling thread does everything.
    package let jobs: Int

    package init(jobs: Int) { self.jobs = max(1, jobs) }

    /// - Parameters:
    ///   - next: the stream; called on the calling thread until it gives `nil`.
    ///   - makeWorker: makes a thread's own scratch space.
    ///   - work: turns an input into a result; errors are part of the result.
    ///   - consume: takes the results, in order, on the calling thread.
    package func run<Input: Sendable, Output: Sendable, Worker>(
        next: () -> Input?, makeWorker: @escaping @Sendable () -> Worker,
        work: @escaping @Sendable (Worker, Input) -> Output, consume: (Output) -> Void
    ) {
        guard jobs > 1 else {
            let worker = makeWorker()
            while let input = next() { consume(work(worker, input)) }
            return
        }
        let exchange = Exchange<Input, Output>()
        for _ in 0..<jobs {
            let thread = Thread {
                let worker = makeWorker()
                while let (number, input) = exchange.take() { exchange.finish(number, work(worker, input)) }
            }
            thread.stackSize = 8 << 20
            thread.start()
        }
        var submitted = 0
        var delivered = 0
        while let input = next() {
            exchange.submit(submitted, input)
            submitted += 1
            while submitted - delivered >= 4 * jobs {
                consume(exchange.result(delivered))
                delivered += 1
            }
        }
        exchange.close(workers: jobs)
        while delivered < submitted {
            consume(exchange.result(delivered))
            delivered += 1
        }
    }
}

/// What the calling thread and the workers share.
private final class Exchange<Input: Sendable, Output: Sendable>: Sendable {
    private struct State {
        var inputs: [(Int, Input)] = []
        var outputs: [Int: Output] = [:]
    }
    private let state = Mutex(State())
    private let inputs = DispatchSemaphore(value: 0)
    private let outputs = DispatchSemaphore(value: 0)

    func submit(_ number: Int, _ input: Input) {
        state.withLock { $0.inputs.append((number, input)) }
        inputs.signal()
    }

    /// `nil` after `close`, when nothing is left.
    func take() -> (Int, Input)? {
        inputs.wait()
        return state.withLock { $0.inputs.isEmpty ? nil : $0.inputs.removeFirst() }
    }

    func finish(_ number: Int, _ output: Output) {
        state.withLock { $0.outputs[number] = output }
        outputs.signal()
    }

    /// Waits for the result of one input.
    func result(_ number: Int) -> Output {
        while true {
            if let output = state.withLock({ $0.outputs.removeValue(forKey: number) }) { return output }
            outputs.wait()
        }
    }

    func close(workers: Int) { for _ in 0..<workers { inputs.signal() } }
}
