/// Answers which statements hold a place of the text.
package struct StatementIndex: Sendable {
    private struct Fragment {
        let bytes: ByteSpan
        let statement: Int
    }
    /// Content spans by start, the longer first where two begin together.
    private let fragments: [Fragment]
    /// The furthest end among the fragments up to each one.
    private let furthestEnd: [Int]

    package init(_ statements: [Statement]) {
        var fragments: [Fragment] = []
        for (index, statement) in statements.enumerated() {
            for span in statement.content { fragments.append(Fragment(bytes: span, statement: index)) }
        }
        fragments.sort {
            ($0.bytes.lowerBound, $1.bytes.upperBound, $0.statement)
                < ($1.bytes.lowerBound, $0.bytes.upperBound, $1.statement)
        }
        var furthest = 0
        furthestEnd = fragments.map { fragment in
            furthest = max(furthest, fragment.bytes.upperBound)
            return furthest
        }
        self.fragments = fragments
    }

    /// Indices of the statements with a content span that holds all of `bytes`, outermost first: what the place is
    /// said to be according to. Empty when the report itself speaks.
    package func holding(_ bytes: ByteSpan) -> [Int] {
        var low = 0
        var high = fragments.count
        while low < high {
            let middle = (low + high) / 2
            if fragments[middle].bytes.lowerBound <= bytes.lowerBound { low = middle + 1 } else { high = middle }
        }
        var result: [Fragment] = []
        var position = low - 1
        while position >= 0, furthestEnd[position] >= bytes.upperBound {
            if fragments[position].bytes.upperBound >= bytes.upperBound { result.append(fragments[position]) }
            position -= 1
        }
        return result.sorted { ($1.bytes.count, $0.statement) < ($0.bytes.count, $1.statement) }.map(\.statement)
    }
}
