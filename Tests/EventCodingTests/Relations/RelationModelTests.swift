import Testing

@testable import EventCoding

@Suite struct RelationModelTests {
    /// A model in which each feature speaks for one root.
    private func model(_ features: [(String, RelationRoot, Float)]) -> RelationModel {
        let rows = features.map { (RelationModel.key($0.0), $0.1, $0.2) }.sorted { $0.0 < $1.0 }
        var weights: [Float] = []
        for (_, root, weight) in rows {
            for candidate in RelationRoot.allCases { weights.append(candidate == root ? weight : 0) }
        }
        return RelationModel(
            keys: rows.map(\.0), weights: weights, bias: Array(repeating: 0, count: RelationRoot.count))
    }

    @Test func theStrongerFeatureDecidesAndIsTheReason() {
        let model = model([("governor=sue", .accuse, 3), ("word=help", .aid, 1)])
        let decision = model.decide(RelationFeature.group(["governor=sue", "unknown=x", "word=help"], length: 1))
        #expect(decision.root == .accuse)
        #expect(decision.reasons == ["governor=sue"])
        #expect(abs(decision.probabilities.reduce(0, +) - 1) < 1e-9)
    }

    @Test func theFileKeepsWeightsToEightBits() throws {
        let model = model([("a", .yield, 2), ("b", .reject, -0.5), ("c", .aid, 0.01)])
        let read = try RelationModel(model.serialized)
        #expect(read.keys == model.keys)
        #expect(zip(read.weights, model.weights).allSatisfy { abs($0 - $1) <= 2 / 127 })
    }

    @Test func aFileCutShortIsAnError() {
        let bytes = model([("a", .yield, 2)]).serialized
        #expect(throws: RelationModelError.self) { try RelationModel(Array(bytes.dropLast())) }
        #expect(throws: RelationModelError.self) { try RelationModel(Array(bytes.prefix(3))) }
        #expect(throws: RelationModelError.self) { try RelationModel([0x44] + bytes) }
    }

    @Test func keepingTakesTheFeaturesThatMoveMost() {
        let model = model([("weak", .aid, 0.1), ("strong", .reject, -4)]).keeping(1)
        #expect(model.keys == [RelationModel.key("strong")])
        #expect(model.weights[RelationRoot.reject.index] == -4)
    }
}
