import EventCoding
import Testing

@testable import train_relations

@Suite struct LogisticRegressionTests {
    @Test func itSeparatesWhatCanBeSeparated() {
        let examples: [LogisticRegression.Example] = [("sue", 0), ("help", 2), ("refuse", 9)].flatMap { word, root in
            (0..<4).map { copy in
                LogisticRegression.Example(
                    features: [RelationModel.key(word), RelationModel.key("copy \(copy)")], root: root, weight: 1)
            }
        }
        let model = LogisticRegression().train(examples)
        #expect(model.decide(["sue", "copy 1"]).root == .accuse)
        #expect(model.decide(["help", "copy 2"]).root == .aid)
        #expect(model.decide(["refuse", "unseen"]).root == .reject)
    }
}
