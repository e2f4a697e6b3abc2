import Lexicon
import Tokens

/// Tells according to whom an event happened.
struct Voices {
    private let statements: [Statement]
    private let index: StatementIndex
    let scene: Scene
    let classes: WordClasses
    var doc: Doc { scene.doc }

    init(_ statements: [Statement], in scene: Scene, classes: WordClasses) {
        self.statements = statements
        self.scene = scene
        self.classes = classes
        index = StatementIndex(statements)
    }

    /// Indices of the statements that put the event forward, outermost first; empty when the report itself does.
    ///
    /// A party is no voice for what it does: that it "decided to withdraw" or "announced a boycott" is the report's word;
    /// that it denies an act is its own. Nor is what the report adds by the way the speaker's. Nor is a statement a voice that
    /// takes for granted what it judges ("condemned the arrest").
    ///
    /// - Parameter isToldAct: whether a word tells an act.
    func saying(_ draft: Draft, status: Status, isToldAct: (Int) -> Bool) -> [Int] {
        index.holding(doc.byteRange(of: draft.trigger..<draft.trigger + 1)).filter { position in
            let statement = statements[position]
            let isOwn = draft.telling.map { $0.statement == position && draft.actors.contains($0.speaker) } ?? false
            return !statement.isPresupposing && !isOwn && !isAside(draft.trigger, in: statement, isAct: isToldAct)
                && (status == .negated || !isAct(statement, of: draft, status))
        }
    }

    /// A statement as a speech act: who makes it, and by which word.
    struct Telling: Sendable, Equatable {
        /// Index into the statements.
        let statement: Int
        /// Head of the phrase that names the speaker.
        let speaker: Int
        /// The word of saying, where it stands in the sentence of what is said.
        let cue: Int?
        /// Whether the words are the speaker's own.
        let isDirect: Bool
    }

    /// The innermost statement that holds a token and puts forward what it says, with a speaker named.
    func telling(at token: Int) -> Telling? {
        guard let index = index.holding(doc.byteRange(of: token..<token + 1)).last,
            !statements[index].isPresupposing, let speaker = statements[index].speaker.flatMap(head)
        else { return nil }
        let cue = statements[index].cue.flatMap(head)
        let isNear = cue.map { doc.sentenceIndex(of: $0) == doc.sentenceIndex(of: token) } ?? false
        return Telling(
            statement: index, speaker: speaker, cue: isNear ? cue : nil,
            isDirect: statements[index].kind == .direct)
    }

    func head(of bytes: ByteSpan) -> Int? {
        var (low, high) = (0, doc.count)
        while low < high {
            let middle = (low + high) / 2
            if doc.tokens[middle].start < bytes.lowerBound { low = middle + 1 } else { high = middle }
        }
        let end = doc.tokens[low...].firstIndex { $0.start >= bytes.upperBound } ?? doc.count
        return low < end ? doc.head(of: low..<end) : nil
    }

    /// The entity that speaks at a place of the text, when it is known: whom "I" stands for.
    func innermostSpeaker(of bytes: ByteSpan) -> Int? {
        index.holding(bytes).last.flatMap { statements[$0].speakerEntity }
    }

    /// Whether the cue is part of the event and the speaker one of its actors.
    private func isAct(_ statement: Statement, of draft: Draft, _ status: Status) -> Bool {
        func holds(_ span: ByteSpan?, _ tokens: [Int]) -> Bool {
            tokens.contains { span?.contains(doc.tokens[$0].start) ?? false }
        }
        if isUttered(draft, status, by: statement) { return true }
        // "Is *expected* to visit": nobody says so.
        if statement.speaker == nil { return holds(statement.cue, draft.anchors) }
        guard holds(statement.speaker, draft.actors) else { return false }
        if holds(statement.cue, draft.anchors) { return true }
        // "Said he was hopeful and *appealed* …", "urged them to disarm and *barred* …": it goes on from the saying.
        let trigger = doc.tokens[draft.trigger]
        guard trigger.dep == .conj, trigger.tag == .vbd else { return false }
        let joined = doc.tokens[trigger.head].tag
        return joined == .vb || joined == .vbg || holds(statement.cue, [trigger.head])
    }
}
