/// Child lists and subtree edges of a dependency forest, in flat arrays.
struct Tree: Sendable {
    /// Children of token i, ascending: `children[offsets[i]..<offsets[i + 1]]`.
    let offsets: [Int]
    let children: [Int]
    /// First and last token of each token's subtree.
    let leftEdge: [Int]
    let rightEdge: [Int]

    init(_ tokens: [Token]) {
        var offsets = [Int](repeating: 0, count: tokens.count + 1)
        for (index, token) in tokens.enumerated() where token.head != index { offsets[token.head + 1] += 1 }
        for index in tokens.indices { offsets[index + 1] += offsets[index] }
        var next = offsets
        var children = [Int](repeating: 0, count: offsets[tokens.count])
        for (index, token) in tokens.enumerated() where token.head != index {
            children[next[token.head]] = index
            next[token.head] += 1
        }
        var left = Array(tokens.indices)
        var right = left
        // A well-formed tree is reached from its roots; a cycle (impossible from a parser) keeps its own edges.
        var order: [Int] = []
        order.reserveCapacity(tokens.count)
        for (index, token) in tokens.enumerated() where token.head == index { order.append(index) }
        var visited = 0
        while visited < order.count {
            let node = order[visited]
            visited += 1
            order.append(contentsOf: children[offsets[node]..<offsets[node + 1]])
        }
        for node in order.reversed() where tokens[node].head != node {
            let head = tokens[node].head
            left[head] = min(left[head], left[node])
            right[head] = max(right[head], right[node])
        }
        self.offsets = offsets
        self.children = children
        leftEdge = left
        rightEdge = right
    }
}

extension Doc {
    /// Syntactic children in the order of the text.
    package func children(of token: Int) -> ArraySlice<Int> {
        tree.children[tree.offsets[token]..<tree.offsets[token + 1]]
    }

    /// The first child with one of the labels.
    package func child(of token: Int, _ labels: Dependency...) -> Int? {
        children(of: token).first { labels.contains(tokens[$0].dep) }
    }

    /// All children with one of the labels.
    package func children(of token: Int, _ labels: Dependency...) -> [Int] {
        children(of: token).filter { labels.contains(tokens[$0].dep) }
    }

    package func isRoot(_ token: Int) -> Bool { tokens[token].head == token }

    /// From the first to the last token of the subtree (in a projective tree, the subtree itself).
    package func subtree(of token: Int) -> Range<Int> { tree.leftEdge[token]..<tree.rightEdge[token] + 1 }

    /// The head, the head's head, and so on to the root; empty for a root.
    package func ancestors(of token: Int) -> [Int] {
        var result: [Int] = []
        var node = token
        while tokens[node].head != node, result.count < tokens.count {
            node = tokens[node].head
            result.append(node)
        }
        return result
    }

    /// Whether `ancestor` dominates `token`; a token does not dominate itself.
    package func isAncestor(_ ancestor: Int, of token: Int) -> Bool {
        var node = token
        var steps = 0
        while tokens[node].head != node, steps < tokens.count {
            node = tokens[node].head
            steps += 1
            if node == ancestor { return true }
        }
        return false
    }

    /// The token and those joined to it by `conj`, in the order of the text.
    package func conjuncts(of token: Int) -> [Int] {
        var result = [token]
        var position = 0
        while position < result.count {
            result.append(contentsOf: children(of: result[position], .conj))
            position += 1
        }
        return result.sorted()
    }

    /// The token of a range that governs it: the one whose head lies outside (the first such).
    package func head(of range: Range<Int>) -> Int {
        range.first { isRoot($0) || !range.contains(tokens[$0].head) } ?? range.lowerBound
    }
}
