import Foundation
import Neural
import Tokens

/// spaCy's `tagger`: the best Penn Treebank tag of each token, from the shared encoder's vectors.
struct Tagger: Sendable {
    let output: LinearLayer
    private let labels: [PennTag]

    private struct Configuration: Decodable {
        let labels: [String]
    }

    /// - Parameter folder: the component's, with `model` and `cfg`.
    init(folder: URL) throws(ModelError) {
        let file = folder.appendingPathComponent("cfg")
        let bytes = try readModelFile(file)
        guard let configuration = try? JSONDecoder().decode(Configuration.self, from: Data(bytes)) else {
            throw ModelError(file: file.path, problem: "has no list of labels")
        }
        var labels: [PennTag] = []
        for label in configuration.labels {
            guard let tag = PennTag(rawValue: label) else {
                throw ModelError(file: file.path, problem: "label '\(label)' is no Penn Treebank tag")
            }
            labels.append(tag)
        }
        self.labels = labels
        output = try ThincModel(contentsOf: folder.appendingPathComponent("model")).taggerOutput(labels: labels.count)
    }

    /// - Parameter scratch: a buffer of `output.outputs` columns.
    func tags(_ vectors: FloatBuffer, scratch: FloatBuffer) -> [PennTag] {
        guard vectors.rows > 0 else { return [] }
        var best: [Int] = []
        best.reserveCapacity(vectors.rows)
        output.bestOutputs(vectors, scratch: scratch, into: &best)
        return best.map { labels[$0] }
    }
}
