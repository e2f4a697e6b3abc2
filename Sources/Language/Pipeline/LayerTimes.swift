/// Where the engine's time goes: what each layer took so far.
package struct LayerTimes: Sendable {
    package enum Layer: Int, CaseIterable, Sendable {
        case tokenizer, encoder, tagger, recognizerEncoder, parser, recognizer, annotation

        package var name: String {
            switch self {
            case .tokenizer: "tokenizer"
            case .encoder: "encoder"
            case .tagger: "tagger"
            case .recognizerEncoder: "entity encoder"
            case .parser: "parser"
            case .recognizer: "entity recognizer"
            case .annotation: "part of speech, features, lemmas"
            }
        }
    }

    private var spent = [Duration](repeating: .zero, count: Layer.allCases.count)
    private var last = ContinuousClock.now

    package subscript(layer: Layer) -> Duration { spent[layer.rawValue] }

    package var total: Duration { spent.reduce(.zero, +) }

    mutating func start() { last = .now }

    /// Books the time since `start` or the lap before.
    mutating func lap(_ layer: Layer) {
        let now = ContinuousClock.now
        spent[layer.rawValue] += last.duration(to: now)
        last = now
    }
}
