import Foundation
import Testing

@testable import EventCoding

@Suite struct AttributionWeightsTests {
    private let weights = AttributionWeights(weights: [(hash: 0x123456, weight: 1.5), (hash: 0xFFFFFF, weight: -0.25)])

    @Test func whatIsWrittenIsReadAgain() throws {
        let read = try AttributionWeights(weights.serialized, name: "weights.bin")
        #expect(read.serialized == weights.serialized)
        #expect(abs(read.score([0x123456, 0xFFFFFF, 0x777777]) - 1.25) < 0.001)
    }

    @Test func ofFeaturesThatShareASlotTheHeaviestCounts() {
        let weights = AttributionWeights(weights: [(hash: 0x123450, weight: 0.5), (hash: 0x123451, weight: -2)])
        #expect(weights.score([0x123450]) == 0)
        #expect(abs(weights.score([0x123451]) + 2) < 0.001)
    }

    @Test func filesAtFaultAreNamedWithARemedy() throws {
        let bytes = weights.serialized
        #expect(throws: AttributionWeightsError(file: "w", problem: "does not begin with ATTRWT02")) {
            try AttributionWeights(Array("weights".utf8), name: "w")
        }
        #expect(
            throws: AttributionWeightsError(
                file: "w", problem: "has \(bytes.count - 1) bytes where \(bytes.count) are expected")
        ) {
            try AttributionWeights(Array(bytes.dropLast()), name: "w")
        }
        let missing = URL(fileURLWithPath: "/nowhere/weights.bin")
        let error = #expect(throws: AttributionWeightsError.self) { try AttributionWeights(contentsOf: missing) }
        #expect(error?.description.contains("/nowhere/weights.bin") ?? false)
        #expect(error?.description.contains("train-attribution") ?? false)
    }

    @Test func theProjectsWeightsCanBeRead() throws {
        let url = CodedText.data.file("attribution/weights.bin")
        #expect(try AttributionWeights(contentsOf: url).serialized.count <= 2_100_000)
    }
}
