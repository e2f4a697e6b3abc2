import Foundation
import Neural
import Tokens

/// spaCy's `ner`: greedy BILUO tagging by transitions, with an encoder of its own.
struct EntityRecognizer: Sendable {
    private enum Kind: Int, CaseIterable {
        case missing, begin, inside, last, unit, outside
    }
    let encoder: TokenEncoder
    let attributes: [TokenAttribute]
    private let scorer: TransitionScorer
    /// Class of each kind and label; classes without a label (an entity that was ruled out) are never valid.
    private let begin: Range<Int>
    private let unit: Range<Int>
    private let insideOf: [Int: Int]
    private let lastOf: [Int: Int]
    private let outside: Int
    private let labels: [EntityLabel?]

    /// - Parameters:
    ///   - folder: the component's, with `model` and `moves`.
    ///   - configuration: what `config.cfg` says of its encoder.
    ///   - vectors: the pipeline's static vectors, if it has any.
    init(
        folder: URL, configuration: PipelineConfiguration.Encoder, vectors: FloatBuffer?
    ) throws(ModelError) {
        let movesFile = folder.appendingPathComponent("moves")
        let moves = try Moves(contentsOf: movesFile, kinds: Kind.allCases.count).moves
        let model = try ThincModel(contentsOf: folder.appendingPathComponent("model"))
        (encoder, attributes) = try model.tokenEncoder(configuration, vectors: vectors)
        scorer = try model.transitionScorer(classes: moves.count, features: 3)
        var labels: [EntityLabel?] = []
        for move in moves {
            let label = EntityLabel(rawValue: move.label)
            guard label != nil || move.label.isEmpty else {
                throw ModelError(
                    file: movesFile.path, problem: "label '\(move.label)' is none of OntoNotes' entity types")
            }
            labels.append(label)
        }
        self.labels = labels
        func classes(_ kind: Kind) -> [Int] {
            moves.indices.filter { moves[$0].kind == kind.rawValue && !moves[$0].label.isEmpty }
        }
        func range(_ kind: Kind) -> Range<Int> {
            let indices = classes(kind)
            guard let first = indices.first, let last = indices.last, last - first + 1 == indices.count else {
                return 0..<0
            }
            return first..<last + 1
        }
        begin = range(.begin)
        unit = range(.unit)
        func byLabel(_ kind: Kind) -> [Int: Int] {
            var result: [Int: Int] = [:]
            for index in classes(kind) {
                if let position = EntityLabel.allCases.firstIndex(where: { $0 == labels[index] }) {
                    result[position] = index
                }
            }
            return result
        }
        insideOf = byLabel(.inside)
        lastOf = byLabel(.last)
        guard let outside = moves.firstIndex(where: { $0.kind == Kind.outside.rawValue }), !begin.isEmpty,
            !unit.isEmpty,
            insideOf.count == begin.count, lastOf.count == begin.count
        else {
            throw ModelError(
                file: movesFile.path, problem: "lacks moves of a kind: B, I, L, U of every label and O are expected")
        }
        self.outside = outside
    }

    func makeWorkspace() -> ScorerWorkspace { ScorerWorkspace(scorer) }

    /// Entity tags, one a token.
    /// - Parameters:
    ///   - rows: the text's rows among those that the workspace was prepared with, one a token.
    ///   - isSpace: which tokens are white space, one a token.
    ///   - sentenceStarts: no entity runs across one.
    func tags(
        rows: Range<Int>, isSpace: ArraySlice<Bool>, sentenceStarts: [Bool], workspace: ScorerWorkspace
    ) -> [EntityTag] {
        let count = rows.count
        let first = rows.lowerBound
        var features = [0, 0, 0]
        var tags = [EntityTag](repeating: .outside, count: count)
        var open: (start: Int, label: EntityLabel, inside: Int, last: Int)?
        for token in 0..<count {
            let start = open?.start ?? -1
            features[0] = first + token
            features[1] = start < 0 ? -1 : first + start
            features[2] = start < 0 ? -1 : first + token - 1
            workspace.score(features)
            let hasNext = token + 1 < count
            let nextStarts = hasNext && sentenceStarts[token + 1]
            if let entity = open {
                let canGoOn = hasNext && !nextStarts
                if canGoOn, workspace.score(ofClass: entity.inside) >= workspace.score(ofClass: entity.last) {
                    continue
                }
                for index in entity.start...token {
                    tags[index] = index == entity.start ? .begin(entity.label) : .inside(entity.label)
                }
                open = nil
                continue
            }
            var best = (index: outside, score: workspace.score(ofClass: outside))
            if !isSpace[isSpace.startIndex + token] {
                // Classes are tried in the model's order, so that the first of equal scores wins: B, then U, then O.
                if let candidate = workspace.best(in: unit), candidate.score >= best.score { best = candidate }
                if hasNext, !nextStarts, let candidate = workspace.best(in: begin), candidate.score >= best.score {
                    best = candidate
                }
            }
            guard best.index != outside, let label = labels[best.index] else { continue }
            if unit.contains(best.index) {
                tags[token] = .begin(label)
            } else if let position = EntityLabel.allCases.firstIndex(of: label), let inside = insideOf[position],
                let last = lastOf[position]
            {
                open = (token, label, inside, last)
            }
        }
        return tags
    }
}
