import EventCoding
import Testing

@testable import train_relations

@Suite struct LogisticRegressionTests {
    @Test func itSeparatesWhatCanBeSeparated() {
        let examples: [LogisticRegression.Example] = [("sue", 0), ("help", 2), ("refuse", 9)].flatMap { word, root in
            (0..<4).map { copy in
                LogisticRegression.Example(
                    features: [RelationModel.key(word): 0.7, RelationModel.key("copy \(copy)"): 0.7], root: root,
                    weight: 1)
            }
        }
        let model = LogisticRegression().train(examples)
        #expect(model.decide(RelationFeature.group(["sue", "copy 1"], length: 1)).root == .accuse)
        #expect(model.decide(RelationFeature.group(["help", "copy 2"], length: 1)).root == .aid)
        #expect(model.decide(RelationFeature.group(["refuse", "unseen"], length: 1)).root == .reject)
    }
}
