import Lexicon
import Tokens

/// Says what the actor of a marked pair does to its recipient: always one of the fifteen roots. Immutable.
package struct RelationCoder: Sendable {
    package let features: RelationFeatures
    private let model: RelationModel

    package init(features: RelationFeatures, model: RelationModel) {
        self.features = features
        self.model = model
    }

    /// - Throws: `TableError` or `RelationModelError` for a file of the data folder at fault.
    package init(data: DataFolder) throws {
        self.init(
            features: try RelationFeatures(data: data),
            model: try RelationModel(contentsOf: data.file("relations/model.bin")))
    }

    package func relation(_ marked: MarkedSentence, in doc: Doc) -> RelationModel.Decision {
        model.decide(features.features(of: MarkedPair(marked, in: doc)))
    }
}
