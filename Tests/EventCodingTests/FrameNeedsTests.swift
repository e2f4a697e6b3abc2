import TestSupport
import Testing
import Tokens

@testable import EventCoding

/// Frames are tried only where the sentence has the words they ask for.
struct FrameNeedsTests {
    private let doc = Result {
        try handBuiltDoc(
            """
            Rebels rebel NNS nsubj 2
            opened open VBD ROOT 0
            fire fire NN dobj 2
            on on IN prep 2
            Chad Chad NNP pobj 4 B-GPE

            France France NNP nsubj 2 B-GPE
            waited wait VBD ROOT 0
            """)
    }

    @Test func aFrameNeedsItsWordsInTheSentence() throws {
        let doc = try doc.get()
        let lexicon = try EventCoder(data: CodedText.data).lexicon
        let frame = try #require(lexicon.entries.firstIndex { $0.text == "A open fire on|at|against R?" })
        let here = lexicon.needs.presence(in: doc.sentences[0], of: doc)
        let there = lexicon.needs.presence(in: doc.sentences[1], of: doc)
        #expect(lexicon.needs.areMet(by: here, frame: frame))
        #expect(!lexicon.needs.areMet(by: there, frame: frame))
    }

    @Test func whatAFrameMayLeaveOutIsNotNeeded() throws {
        let doc = try doc.get()
        let lexicon = try EventCoder(data: CodedText.data).lexicon
        let nothing = lexicon.needs.presence(in: 0..<0, of: doc)
        for (index, frame) in lexicon.frames.enumerated() {
            let asks = frame.complements.contains { complement in
                guard !complement.isOptional else { return false }
                if case .slot = complement.filler, case .preposition = complement.relation { return true }
                if case .slot = complement.filler { return false }
                return true
            }
            if !asks, frame.particle == nil, frame.modifiers.isEmpty {
                #expect(lexicon.needs.areMet(by: nothing, frame: index), "\(lexicon.entries[index].text)")
            }
        }
    }
}
