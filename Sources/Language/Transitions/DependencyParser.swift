import Foundation
import Neural
import Tokens

/// spaCy's `parser`: greedy arc-eager parsing with sentence breaks, and non-projective arcs from decorated labels
/// (Nivre and Nilsson 2005, scheme HEAD).
struct DependencyParser: Sendable {
    private enum Kind: Int, CaseIterable {
        case shift, reduce, left, right, sentenceBreak
    }
    private struct Label: Sendable {
        let label: Dependency
        /// The label of the head to look for, when the arc was lifted.
        let lifted: Dependency?
    }
    private let scorer: TransitionScorer
    private let classes: [Range<Int>]
    private let labels: [Label]

    /// - Parameter folder: the component's, with `model` and `moves`.
    init(folder: URL) throws(ModelError) {
        let movesFile = folder.appendingPathComponent("moves")
        let moves = try Moves(contentsOf: movesFile, kinds: Kind.allCases.count)
        let model = try ThincModel(contentsOf: folder.appendingPathComponent("model"))
        scorer = try model.transitionScorer(classes: moves.moves.count, features: 8)
        classes = Kind.allCases.map { moves.classes(ofKind: $0.rawValue) }
        guard classes.reduce(0, { $0 + $1.count }) == moves.moves.count else {
            throw ModelError(
                file: movesFile.path, problem: "has labels added after training, which no published pipeline has")
        }
        var labels: [Label] = []
        for move in moves.moves {
            let parts = move.label.components(separatedBy: "||")
            let known = parts.map { Dependency(rawValue: $0) }
            guard parts.count <= 2, !known.contains(nil) else {
                throw ModelError(file: movesFile.path, problem: "label '\(move.label)' is none of the ClearNLP scheme")
            }
            labels.append(Label(label: known[0] ?? .none, lifted: known.count == 2 ? known[1] : nil))
        }
        self.labels = labels
    }

    func makeWorkspace() -> ScorerWorkspace { ScorerWorkspace(scorer) }

    /// Heads (a root is its own), labels, and where sentences start.
    struct Parse {
        var heads: [Int]
        var labels: [Dependency]
        var sentenceStarts: [Bool]
    }

    /// - Parameters:
    ///   - rows: the text's rows among those that the workspace was prepared with, one a token.
    ///   - isSpace: which tokens are white space, one a token.
    func parse(rows: Range<Int>, isSpace: ArraySlice<Bool>, workspace: ScorerWorkspace) -> Parse {
        var state = ArcEagerState(count: rows.count)
        var features = [Int](repeating: -1, count: 8)
        while !state.isFinal {
            state.fillFeatures(&features)
            for index in features.indices where features[index] >= 0 { features[index] += rows.lowerBound }
            workspace.score(features)
            guard let best = bestMove(state, workspace) else { break }
            apply(best, to: &state)
        }
        return finish(state, isSpace: Array(isSpace))
    }

    /// The valid class with the greatest score; the first of equals.
    private func bestMove(_ state: ArcEagerState, _ workspace: ScorerWorkspace) -> Int? {
        var best: (index: Int, score: Float)?
        for kind in Kind.allCases {
            let isValid =
                switch kind {
                case .shift: state.canShift
                case .reduce: state.canReduce
                case .left, .right: state.canAddArc
                case .sentenceBreak: state.canBreak
                }
            guard isValid, let candidate = workspace.best(in: classes[kind.rawValue]) else { continue }
            if let current = best, candidate.score <= current.score { continue }
            best = candidate
        }
        return best?.index
    }

    private func apply(_ move: Int, to state: inout ArcEagerState) {
        if classes[Kind.shift.rawValue].contains(move) {
            state.shift()
        } else if classes[Kind.reduce.rawValue].contains(move) {
            state.reduce()
        } else if classes[Kind.left.rawValue].contains(move) {
            state.addLeftArc(arcClass: move)
        } else if classes[Kind.right.rawValue].contains(move) {
            state.addRightArc(arcClass: move)
        } else {
            state.breakSentence()
        }
    }

    private func finish(_ state: ArcEagerState, isSpace: [Bool]) -> Parse {
        let count = state.heads.count
        var heads = state.heads
        var arcs = [Dependency](repeating: .root, count: count)
        var lifted: [(token: Int, headLabel: Dependency)] = []
        for token in 0..<count {
            if heads[token] < 0 {
                heads[token] = token
            } else {
                let label = labels[state.arcClasses[token]]
                arcs[token] = label.label
                if let headLabel = label.lifted { lifted.append((token, headLabel)) }
            }
        }
        if !lifted.isEmpty { deprojectivize(lifted, heads: &heads, labels: arcs, isSpace: isSpace) }
        return Parse(heads: heads, labels: arcs, sentenceStarts: DependencyParser.sentenceStarts(heads))
    }

    /// Moves each lifted arc down to the first word with the head's label, searching breadth first from the present
    /// head, left to right, not through the word itself or white space.
    private func deprojectivize(
        _ lifted: [(token: Int, headLabel: Dependency)], heads: inout [Int], labels: [Dependency], isSpace: [Bool]
    ) {
        var children = [[Int]](repeating: [], count: heads.count)
        for token in heads.indices where heads[token] != token { children[heads[token]].append(token) }
        let pending = Set(lifted.map(\.token))
        for (token, headLabel) in lifted {
            var queue = [heads[token]]
            var found: Int?
            search: while !queue.isEmpty {
                var below: [Int] = []
                for node in queue {
                    for child in children[node] where child != token && !isSpace[child] {
                        // A word whose own arc is still lifted carries its decorated label, which equals no plain one.
                        if labels[child] == headLabel, !(pending.contains(child) && child > token) {
                            found = child
                            break search
                        }
                        below.append(child)
                    }
                }
                queue = below
            }
            guard let head = found else { continue }
            children[heads[token]].removeAll { $0 == token }
            heads[token] = head
            let place = children[head].firstIndex { $0 > token } ?? children[head].count
            children[head].insert(token, at: place)
        }
    }

    /// A sentence starts at the left edge of every root, the edges grown as spaCy's `set_children_from_heads` does.
    private static func sentenceStarts(_ heads: [Int]) -> [Bool] {
        let count = heads.count
        var left = Array(0..<count)
        for _ in 0...11 {
            for token in 0..<count { left[heads[token]] = min(left[heads[token]], left[token]) }
            for token in stride(from: count - 1, through: 0, by: -1) {
                left[heads[token]] = min(left[heads[token]], left[token])
            }
            var starts = [Bool](repeating: false, count: count)
            for token in 0..<count where heads[token] == token { starts[left[token]] = true }
            if headsStayInside(starts, heads) { return starts }
        }
        var starts = [Bool](repeating: false, count: count)
        for token in 0..<count where heads[token] == token { starts[left[token]] = true }
        return starts
    }

    private static func headsStayInside(_ starts: [Bool], _ heads: [Int]) -> Bool {
        var start = 0
        for token in heads.indices where (token > 0 && starts[token]) || token == heads.count - 1 {
            for inner in start..<token where heads[inner] < start || heads[inner] > token { return false }
            start = token
        }
        return true
    }
}
