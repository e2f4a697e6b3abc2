import Tokens

/// Tells according to whom an event happened.
struct Voices {
    private let statements: [Statement]
    private let index: StatementIndex
    private let doc: Doc

    init(_ statements: [Statement], in doc: Doc) {
        self.statements = statements
        self.doc = doc
        index = StatementIndex(statements)
    }

    /// Indices of the statements that put the event forward, outermost first; empty when the report itself does.
    ///
    /// A party is no voice for what it does: that it "decided to withdraw" or "announced a boycott" is the report's word;
    /// that it denies an act is its own. Nor is a statement a voice that takes for granted what it judges ("condemned
    /// the arrest").
    func saying(_ draft: Draft, status: Status) -> [Int] {
        index.holding(doc.byteRange(of: draft.trigger..<draft.trigger + 1)).filter { position in
            let statement = statements[position]
            return !statement.isPresupposing && (status == .negated || !isAct(statement, of: draft))
        }
    }

    /// The entity that speaks at a place of the text, when it is known: whom "I" stands for.
    func innermostSpeaker(of bytes: ByteSpan) -> Int? {
        index.holding(bytes).last.flatMap { statements[$0].speakerEntity }
    }

    /// Whether the cue is part of the event and the speaker one of its actors.
    private func isAct(_ statement: Statement, of draft: Draft) -> Bool {
        func holds(_ span: ByteSpan?, _ tokens: [Int]) -> Bool {
            tokens.contains { span?.contains(doc.tokens[$0].start) ?? false }
        }
        return holds(statement.cue, draft.anchors) && holds(statement.speaker, draft.actors)
    }
}
