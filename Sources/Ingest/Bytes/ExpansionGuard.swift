/// Stops a compressed input that swells beyond all reason (a "zip bomb").
struct ExpansionGuard {
    private let name: String
    private let limits: ReadingLimits
    private var input = 0
    private(set) var output = 0

    init(name: String, limits: ReadingLimits) {
        self.name = name
        self.limits = limits
    }

    mutating func addInput(_ count: Int) { input += count }

    mutating func addOutput(_ count: Int) throws(InputError) {
        output += count
        if output > limits.expansionGrace, output > input * limits.expansionRatio {
            throw InputError(
                file: name,
                problem: """
                    \(input) compressed bytes gave more than \(limits.expansionRatio) times as many; \
                    reading stopped. Decompress it yourself if it is what it should be
                    """)
        }
    }
}
