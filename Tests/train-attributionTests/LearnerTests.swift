import EventCoding
import Testing

@testable import train_attribution

@Suite struct LearnerTests {
    /// Three candidates, of which one feature tells the right one.
    private struct Choice: Question {
        let decision = AttributionDecision.cueEnd
        let candidates = [10, 20, 30]
        let right: Int

        func features(at position: Int, into list: inout FeatureList) {
            list.clear()
            list.add(1, UInt64(position))
            list.add(2, candidates[position] == right ? 1 : 0)
        }
    }

    @Test func theCandidateThatAFeatureTellsIsPreferred() {
        var learner = Learner()
        for _ in 0..<200 {
            for right in [10, 20, 30] { learner.learn(Choice(right: right), answer: right) }
        }
        learner.accumulate()
        let weights = AttributionWeights(weights: learner.average)
        for right in [10, 20, 30] {
            let choice = Choice(right: right)
            var list = FeatureList(choice.decision)
            let scores = choice.candidates.indices.map { position in
                choice.features(at: position, into: &list)
                return weights.score(list)
            }
            #expect(choice.candidates[scores.indices.max { scores[$0] < scores[$1] } ?? 0] == right)
        }
    }

    @Test func anAnswerThatIsNoCandidateTeachesNothing() {
        var learner = Learner()
        learner.learn(Choice(right: 10), answer: 40)
        learner.accumulate()
        #expect(learner.average.isEmpty)
    }

    @Test func trainingIsTheSameEachTime() {
        func weights() -> [UInt8] {
            var learner = Learner()
            for _ in 0..<20 { learner.learn(Choice(right: 20), answer: 20) }
            learner.accumulate()
            return AttributionWeights(weights: learner.average).serialized
        }
        #expect(weights() == weights())
    }
}
