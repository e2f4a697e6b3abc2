import Analysis
import Foundation
import Testing

struct OrderedWorkersTests {
    @Test(arguments: [1, 2, 5])
    func handsResultsOverInOrder(jobs: Int) {
        var inputs = Array(0..<200).makeIterator()
        var results: [Int] = []
        OrderedWorkers(jobs: jobs).run(
            next: { inputs.next() }, makeWorker: { 7 },
            work: { worker, input in
                // Early inputs take longer, so that later ones overtake them.
                if input % 10 == 0 { Thread.sleep(forTimeInterval: 0.001) }
                return worker * input
            }, consume: { results.append($0) })
        #expect(results == (0..<200).map { $0 * 7 })
    }

    @Test func drawsInputsOnlyALittleAhead() {
        var drawn = 0
        var consumed = 0
        var ahead = 0
        OrderedWorkers(jobs: 2).run(
            next: {
                drawn += 1
                ahead = max(ahead, drawn - consumed)
                return drawn <= 100 ? drawn : nil
            }, makeWorker: {}, work: { _, input in input }, consume: { _ in consumed += 1 })
        #expect(consumed == 100)
        #expect(ahead <= 9)
    }

    @Test func endsWithoutInputs() {
        OrderedWorkers(jobs: 3).run(
            next: { nil as Int? }, makeWorker: {}, work: { _, input in input },
            consume: { _ in Issue.record("no input") })
    }
}
