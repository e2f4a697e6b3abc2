/// The state of the arc-eager transition system with sentence breaks, as spaCy's `StateC`: a stack, a buffer to which
/// words without a head may return, and the arcs so far (Nivre 2004; Honnibal and Johnson 2015 for the way back).
struct ArcEagerState {
    private(set) var stack: [Int] = []
    /// Words put back on the buffer, the next one last.
    private var returned: [Int] = []
    private var next = 0
    private let count: Int
    /// -1 for a word without a head.
    private(set) var heads: [Int]
    /// The output class of the transition that gave a word its head.
    private(set) var arcClasses: [Int]
    private var unshiftable: [Bool]
    private var sentenceStarts: [Bool]
    /// The last arc added on either side of a head, -1 for none, and each child's predecessor on that side.
    private var lastLeft: [Int]
    private var lastRight: [Int]
    private var previousSibling: [Int]

    init(count: Int) {
        self.count = count
        heads = [Int](repeating: -1, count: count)
        arcClasses = [Int](repeating: -1, count: count)
        unshiftable = [Bool](repeating: false, count: count)
        sentenceStarts = [Bool](repeating: false, count: count)
        lastLeft = [Int](repeating: -1, count: count)
        lastRight = [Int](repeating: -1, count: count)
        previousSibling = [Int](repeating: -1, count: count)
    }

    var bufferLength: Int { count - next + returned.count }

    var isFinal: Bool { stack.isEmpty && bufferLength == 0 }

    /// The word at a depth of the stack, the top at 0; -1 beyond its bottom.
    func stacked(_ depth: Int) -> Int { depth < stack.count ? stack[stack.count - 1 - depth] : -1 }

    /// The word at a position of the buffer; -1 beyond its end.
    func buffered(_ position: Int) -> Int {
        if position < returned.count { return returned[returned.count - 1 - position] }
        let word = next + position - returned.count
        return word < count ? word : -1
    }

    /// The eight words that describe the state to the model, in its order; -1 for absent ones.
    func fillFeatures(_ words: inout [Int]) {
        let first = buffered(0)
        let top = stacked(0)
        words[0] = first
        words[1] = buffered(1)
        words[2] = top
        words[3] = stacked(1)
        words[4] = stacked(2)
        words[5] = first < 0 ? -1 : lastLeft[first]
        words[6] = top < 0 ? -1 : lastLeft[top]
        words[7] = top < 0 ? -1 : lastRight[top]
    }

    // MARK: Validity

    private var firstStartsSentence: Bool {
        let first = buffered(0)
        return first >= 0 && sentenceStarts[first]
    }

    var canShift: Bool {
        if stack.isEmpty { return true }
        return bufferLength >= 2 && !firstStartsSentence && !unshiftable[buffered(0)]
    }

    var canReduce: Bool { !stack.isEmpty }

    var canAddArc: Bool { !stack.isEmpty && bufferLength > 0 && !firstStartsSentence }

    var canBreak: Bool {
        guard bufferLength >= 2 else { return false }
        let second = buffered(1)
        return second == buffered(0) + 1 && !sentenceStarts[second]
    }

    // MARK: Transitions

    mutating func shift() {
        if let word = returned.popLast() {
            stack.append(word)
        } else if next < count {
            stack.append(next)
            next += 1
        }
    }

    mutating func reduce() {
        guard let top = stack.popLast() else { return }
        if heads[top] >= 0 || stack.isEmpty { return }
        unshiftable[top] = true
        returned.append(top)
    }

    mutating func addLeftArc(arcClass: Int) {
        let head = buffered(0)
        guard head >= 0, let child = stack.popLast() else { return }
        addArc(head: head, child: child, arcClass: arcClass)
        unshiftable[head] = false
    }

    mutating func addRightArc(arcClass: Int) {
        let child = buffered(0)
        guard child >= 0, let head = stack.last else { return }
        addArc(head: head, child: child, arcClass: arcClass)
        shift()
    }

    mutating func breakSentence() { sentenceStarts[buffered(1)] = true }

    private mutating func addArc(head: Int, child: Int, arcClass: Int) {
        // The only arc ever replaced is the last one of the old head: what is above a word on the stack goes first.
        let old = heads[child]
        if old >= 0, old < child, lastRight[old] == child { lastRight[old] = previousSibling[child] }
        if head > child {
            previousSibling[child] = lastLeft[head]
            lastLeft[head] = child
        } else {
            previousSibling[child] = lastRight[head]
            lastRight[head] = child
        }
        heads[child] = head
        arcClasses[child] = arcClass
    }
}
