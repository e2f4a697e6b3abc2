import Grounding
import Lexicon
import Tokens

/// Finds statements: who said what to whom, with which words. Immutable, shared by all workers.
///
/// The attribution model decides speakers, cues and contents; what follows from them is read off the tree and the
/// quotation marks: the kind of speech, the addressee, the quotations that go on without a cue, the nesting.
package struct StatementFinder: Sendable {
    private let lexicon: AttributionLexicon
    private let model: AttributionModel

    /// - Throws: `TableError` or `AttributionWeightsError` for a data file at fault.
    package init(data: DataFolder) throws {
        let weights = try AttributionWeights(contentsOf: data.file("attribution/weights.bin"))
        self.init(lexicon: try AttributionLexicon(data: data), model: AttributionModel(weights: weights))
    }

    init(lexicon: AttributionLexicon, model: AttributionModel) {
        self.lexicon = lexicon
        self.model = model
    }

    /// The statements of a report, in the order of their cues.
    package func statements(in doc: Doc, mentions: Mentions) -> [Statement] {
        let text = AttributionText(doc, lexicon: lexicon)
        return statements(model.attributions(in: text), in: text, mentions: mentions)
    }

    /// The statements that given attributions make.
    func statements(_ attributions: [Attribution], in text: AttributionText, mentions: Mentions) -> [Statement] {
        let doc = text.doc
        let entities = MentionHeads(mentions)
        func bytes(_ tokens: ClosedRange<Int>) -> ByteSpan {
            doc.byteRange(of: tokens.lowerBound..<tokens.upperBound + 1)
        }
        var statements = attributions.map { found in
            Statement(
                speaker: found.by.source.map(bytes), cue: bytes(found.by.cue), content: found.content.map(bytes),
                kind: text.kindOfSpeech(in: found.content), isPresupposing: text.presupposes(found),
                addressee: text.addressee(of: found).map { doc.byteRange(of: doc.subtree(of: $0)) })
        }
        statements += ContinuedQuotations(in: text, attributions).statements(of: statements)
        statements.sort { $0.place.lowerBound < $1.place.lowerBound }
        for index in statements.indices {
            statements[index].speakerEntity = statements[index].speaker.flatMap {
                entities.entity(headedIn: $0, of: doc)
            }
            statements[index].addresseeEntity = statements[index].addressee.flatMap {
                entities.entity(headedIn: $0, of: doc)
            }
        }
        let index = StatementIndex(statements)
        for child in statements.indices {
            statements[child].parent = index.holding(statements[child].place).last { holder in
                // Of two that hold each other neither is inside.
                holder != child && !index.holding(statements[holder].place).contains(child)
            }
        }
        return statements
    }
}

extension Statement {
    /// What tells where it stands among others: its cue, or the content of one that goes on without.
    fileprivate var place: ByteSpan { cue ?? content[0] }
}

extension AttributionText {
    /// Direct when all words of the content stand between quotation marks, mixed when some do. A first "that" and the
    /// punctuation between the marks do not count.
    func kindOfSpeech(in content: [ClosedRange<Int>]) -> Statement.Kind {
        var quoted = 0
        var unquoted = 0
        for range in content {
            for token in range where ![.punctuation, .space].contains(doc.tokens[token].pos) {
                if marks.number(at: token) > 0 {
                    quoted += 1
                } else if token != range.lowerBound || doc.tokens[token].dep != .mark {
                    unquoted += 1
                }
            }
        }
        return quoted == 0 ? .indirect : unquoted == 0 ? .direct : .mixed
    }
    /// Whether the cue does not put the content forward. Verbs and nouns of saying, accusing, promising and showing do;
    /// others do with a clause or with quoted words; a mere preposition ("under the treaty") does not.
    func presupposes(_ attribution: Attribution) -> Bool {
        let cue = doc.tokens[attribution.by.head]
        guard kindOfSpeech(in: attribution.content) == .indirect, !lexicon.asserts(cue) else { return false }
        return cue.pos == .adposition
            || attribution.content.allSatisfy { range in
                let head = doc.head(of: range.lowerBound..<range.upperBound + 1)
                return ![.verb, .auxiliary].contains(doc.tokens[head].pos)
            }
    }
}
