import Dates
import Grounding
import Lexicon
import Tokens

/// The coding of one Doc: finds the acts, composes them, and fills in who, when, where and according to whom.
struct CodingSession {
    let coder: EventCoder
    let scene: Scene
    let statements: [Statement]
    let published: CalendarDate?
    let finder: ActFinder
    private let composer: Composer
    private let times: TimeAttachment
    private let places: PlaceAttachment
    private let statusReader: StatusReader
    private let holders: StatementIndex

    init(
        _ coder: EventCoder, _ scene: Scene, _ statements: [Statement], _ published: CalendarDate?, keepsAttempts: Bool
    ) {
        self.coder = coder
        self.scene = scene
        self.statements = statements
        self.published = published
        let finder = ActFinder(scene, lexicon: coder.lexicon, parties: coder.parties, keepsAttempts: keepsAttempts)
        self.finder = finder
        holders = StatementIndex(statements)
        composer = Composer(
            scene: scene, lexicon: coder.lexicon, table: coder.composition, parties: coder.parties, finder: finder)
        times = TimeAttachment(scene, published: published) { finder.act(at: $0) != nil }
        places = PlaceAttachment(scene) { finder.act(at: $0) != nil }
        statusReader = StatusReader(scene: scene, classes: coder.irrealis, lexicon: coder.lexicon.classes)
    }

    mutating func events() -> [Event] {
        let acts = finder.acts()
        let inner = Set(acts.flatMap(\.inner))
        let means = Set(acts.compactMap(\.instrument))
        var drafts: [Draft] = []
        for act in acts where !inner.contains(act.trigger) && !means.contains(act.trigger) {
            drafts += composer.drafts(of: act)
        }
        return drafts.compactMap { event(of: $0) }
    }

    private func event(of draft: Draft) -> Event? {
        var draft = draft
        var reading = statusReader.reading(draft.anchors, fixed: draft.fixed)
        switch draft.status {
        case .negated: reading.isNegated.toggle()
        case .future: reading.isFuture = true
        case .hypothetical: reading.isHypothetical = true
        default: break
        }
        let time = times.time(of: draft.anchors)
        let status = status(&draft, reading, time)
        let doc = scene.doc
        let actors = draft.actors.flatMap { coder.parties.participants(of: $0, in: scene) }
        let recipients = draft.recipients.flatMap { coder.parties.participants(of: $0, in: scene) }
        guard !actors.isEmpty || !recipients.isEmpty else { return nil }
        let ontology = coder.lexicon.ontology
        let trigger = doc.byteRange(of: draft.trigger..<draft.trigger + 1)
        return Event(
            type: draft.type, modes: draft.modes, contexts: draft.contexts,
            cameo: draft.cameo ?? ontology.cameo(of: draft.type, modes: draft.modes),
            quad: ontology.quad(of: draft.type),
            score: ontology.score(of: draft.type, modes: draft.modes), actors: actors, recipients: recipients,
            time: time ?? defaultTime(status),
            place: places.place(of: draft.anchors, parties: draft.actors + draft.recipients),
            trigger: trigger, status: status, saidBy: saidBy(trigger), sentence: doc.sentenceIndex(of: draft.trigger),
            rule: draft.rule, confidence: 0.5)
    }

    /// What is announced of oneself is a promise or a threat, what one will not do is refused; see `composition.tsv`.
    private func status(
        _ draft: inout Draft, _ reading: StatusReader.Reading, _ time: Event.Time?
    ) -> Status {
        let liesAhead = reading.isFuture || isAfterPublication(time)
        if liesAhead, !reading.isHypothetical {
            let outer: CompositionTable.Outer = reading.isNegated ? .refused : .future
            if let outcome = coder.composition.outcome(outer, inner: draft.type, modes: draft.modes),
                let type = outcome.type
            {
                (draft.type, draft.modes, draft.cameo) = (type, outcome.modes, outcome.cameo)
                return reading.isNegated ? .actual : .future
            }
        }
        if reading.isNegated { return .negated }
        if reading.isHypothetical { return .hypothetical }
        if liesAhead { return .future }
        if let last = time?.interval?.upperBound, let published, last < published.adding(days: -30) {
            return .historical
        }
        return .actual
    }

    private func isAfterPublication(_ time: Event.Time?) -> Bool {
        guard let first = time?.interval?.lowerBound, let published else { return false }
        return first > published
    }

    private func defaultTime(_ status: Status) -> Event.Time {
        let interval = status == .future || status == .hypothetical ? nil : published.map { $0...$0 }
        return Event.Time(bytes: nil, kind: nil, value: nil, interval: interval, basis: .publication)
    }

    private func saidBy(_ trigger: ByteSpan) -> [Int] { holders.holding(trigger) }
}
