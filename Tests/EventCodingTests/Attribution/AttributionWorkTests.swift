import Testing
import Tokens

@testable import EventCoding

/// The number of candidates that are scored grows with the text and no faster, however many marks there are.
@Suite struct AttributionWorkTests {
    private func work(_ text: String) throws -> Int {
        let text = try AttributionData.text(wordDoc(text))
        var count = 0
        for head in stride(from: 0, to: text.doc.count, by: 10) {
            let by = Attributor(head: head, cue: head...head, source: nil)
            for side in [Side.before, .after] {
                let edge = ContentEdge(text, by: by, side: side)
                count += edge.candidates.count
                guard let inner = edge.candidates.last, inner != noCandidate else { continue }
                count += ContentExtent(text, by: by, side: side, inner: inner).candidates.count
            }
            count += CueEnd(text, head: head).candidates.count
            count += SourceHead(text, head: head, cue: head...head).candidates.count
        }
        return count
    }

    @Test(arguments: [
        "“we stay here” ", "“", "\" ", "we stay “here and ‘there’ or. ", "we stay here and there ", "“we stay. ",
    ])
    func twiceTheTextIsTwiceTheWork(unit: String) throws {
        let once = try work(String(repeating: unit, count: 400))
        let twice = try work(String(repeating: unit, count: 800))
        #expect(Double(twice) <= 2.3 * Double(max(once, 1)))
    }
}
