import Analysis
import Dispatch
import Synchronization
import Testing

struct BackgroundTests {
    private struct Failure: Error, Equatable {
        let number: Int
    }

    @Test func givesWhatTheWorkGaveHoweverOftenItIsAsked() throws {
        let runs = Mutex(0)
        let work = Background {
            runs.withLock {
                $0 += 1
                return $0
            }
        }
        #expect(try work.value == 1)
        #expect(try work.value == 1)
    }

    @Test func throwsWhatTheWorkThrew() {
        let work = Background<Int> { throw Failure(number: 3) }
        for _ in 0..<2 { #expect(throws: Failure(number: 3)) { try work.value } }
    }

    @Test func worksWhileOthersDo() throws {
        let gate = DispatchSemaphore(value: 0)
        let work = Background {
            gate.wait()
            return 1
        }
        // Reached only when the work does not hold up who began it.
        gate.signal()
        #expect(try work.value == 1)
    }
}
