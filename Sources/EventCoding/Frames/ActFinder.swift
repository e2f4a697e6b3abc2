import Lexicon

/// Finds the act at each token of one Doc: of all entries whose frame holds there, the most specific.
///
/// Results are remembered, because frames ask for the acts inside them; one finder serves one Doc.
final class ActFinder {
    private enum Memory {
        case unknown, searching
        case found(Act?)
    }
    private let scene: Scene
    private let lexicon: EventLexicon
    private let parties: PartyResolver
    private let voices: Voices
    private var memory: [Memory]
    private lazy var matcher = FrameMatcher(scene: scene, lexicon: lexicon, parties: parties, voices: voices) {
        [unowned self] in isAct(at: $0)
    }
    private var last: (tokens: Range<Int>, presence: FrameNeeds.Presence)?
    /// Frames tried, when somebody wants to know; those whose words the sentence does not have are not.
    private(set) var attempts: [Attempt]?

    /// One frame tried at one token.
    struct Attempt {
        let token: Int
        let entry: Int
        let result: Result<Act, Mismatch>
    }

    init(
        _ scene: Scene, lexicon: EventLexicon, parties: PartyResolver, voices: Voices, keepsAttempts: Bool
    ) {
        self.scene = scene
        self.voices = voices
        self.lexicon = lexicon
        self.parties = parties
        memory = Array(repeating: .unknown, count: scene.doc.count)
        attempts = keepsAttempts ? [] : nil
    }

    func act(at token: Int) -> Act? {
        switch memory[token] {
        case .found(let act): return act
        case .searching: return nil
        case .unknown: break
        }
        let candidates = lexicon.candidates(for: scene.doc.tokens[token])
        guard !candidates.isEmpty else {
            memory[token] = .found(nil)
            return nil
        }
        memory[token] = .searching
        let best = search(candidates, at: token)
        memory[token] = .found(best)
        return best
    }

    /// As `act(at:) != nil`, without a copy of the act.
    func isAct(at token: Int) -> Bool {
        switch memory[token] {
        case .found(.some): true
        case .found(.none), .searching: false
        case .unknown: act(at: token) != nil
        }
    }

    private func search(_ candidates: [Int], at token: Int) -> Act? {
        var best: Act?
        let presence = presence(at: token)
        for entry in candidates where lexicon.needs.areMet(by: presence, frame: entry) {
            let result = matcher.match(entry, at: token)
            attempts?.append(Attempt(token: token, entry: entry, result: result))
            if case .success(let act) = result, act.specificity > best?.specificity ?? -1 { best = act }
        }
        return best
    }

    /// What stands in the sentence of a token; that of the last sentence is remembered.
    private func presence(at token: Int) -> FrameNeeds.Presence {
        if let (tokens, presence) = last, tokens.contains(token) { return presence }
        let tokens = scene.doc.sentences[scene.doc.sentenceIndex(of: token)]
        let presence = lexicon.needs.presence(in: tokens, of: scene.doc)
        last = (tokens, presence)
        return presence
    }

    /// All acts of the Doc in the order of the text.
    func acts() -> [Act] { scene.doc.tokens.indices.compactMap { act(at: $0) } }
}
