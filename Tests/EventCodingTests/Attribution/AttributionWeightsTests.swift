import Foundation
import Testing

@testable import EventCoding

@Suite struct AttributionWeightsTests {
    private let weights = AttributionWeights(weights: [(hash: 0x123456, weight: 1.5), (hash: 0xFFFFFF, weight: -0.25)])

    private func weight(of hash: UInt32, in weights: AttributionWeights) -> Float {
        Float(weights.steps(of: hash)) * weights.unit
    }

    @Test func whatIsWrittenIsReadAgain() throws {
        let read = try AttributionWeights(weights.serialized, name: "weights.bin")
        #expect(read.serialized == weights.serialized)
        #expect(abs(weight(of: 0x123456, in: read) - 1.5) < 0.001)
        #expect(abs(weight(of: 0xFFFFFF, in: read) + 0.25) < 0.001)
        #expect(weight(of: 0x777777, in: read) == 0)
    }

    @Test func ofFeaturesThatShareASlotTheHeaviestCounts() {
        let weights = AttributionWeights(weights: [(hash: 0x123450, weight: 0.5), (hash: 0x123451, weight: -2)])
        #expect(weight(of: 0x123450, in: weights) == 0)
        #expect(abs(weight(of: 0x123451, in: weights) + 2) < 0.001)
    }

    @Test(arguments: [0, 1, 95, 96, 97, 300])
    func allFeaturesCountHoweverManyThereAre(count: Int) {
        var list = FeatureList(.cueHead)
        list.add(1)
        for _ in 0..<2 {
            list.clear()
            for number in 0..<count { list.add(1, UInt64(number)) }
        }
        #expect(list.hashes.count == count)
        let distinct = Dictionary(list.hashes.map { ($0 >> 4, $0) }) { first, _ in first }
        let weights = AttributionWeights(weights: distinct.values.map { (hash: $0, weight: 1) })
        let expected = list.hashes.count { weights.steps(of: $0) != 0 }
        #expect(abs(weights.score(list) - Float(expected)) < 0.01)
        #expect(expected >= count * 9 / 10)
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
