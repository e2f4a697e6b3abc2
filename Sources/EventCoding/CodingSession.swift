import Dates
import Grounding
import Lexicon
import Tokens

/// The coding of one Doc: finds the acts, composes them, fills in who, when, where and according to whom, and joins what
/// tells one happening.
struct CodingSession {
    /// What became of an act whose frame holds.
    enum Fate {
        case coded(Event)
        /// It is part of the act at that token.
        case inside(Int)
        /// It tells the same happening as another event.
        case joined(Event)
        case dropped(Reason)
    }

    enum Reason: String {
        case unasserted =
            "nothing says that it happened, happens or will: a purpose, a condition, what is feared or wanted"
        case figurative = "words of sport, markets, weather or film stand beside it"
        case nobody = "neither actor nor recipient is named"
        case nobodyDidIt = "it is said only that nobody did it"
        case onlyInside = "it is an act only inside another one"
        case noOutcome = "the outer word makes no event of the act inside it"
        case excepted = "the lexicon says that it is none"
        case noRecipient = "its event needs a recipient and none is named"
    }

    let coder: EventCoder
    let scene: Scene
    let published: CalendarDate?
    let finder: ActFinder
    private(set) var fates: [(act: Act, fate: Fate)] = []
    private let composer: Composer
    private let times: TimeAttachment
    private let places: PlaceAttachment
    private let statusReader: StatusReader
    private let voices: Voices

    init(
        _ coder: EventCoder, _ scene: Scene, _ statements: [Statement], _ published: CalendarDate?, keepsAttempts: Bool
    ) {
        self.coder = coder
        self.scene = scene
        self.published = published
        voices = Voices(statements, in: scene, classes: coder.lexicon.classes)
        let finder = ActFinder(
            scene, lexicon: coder.lexicon, parties: coder.parties, voices: voices, keepsAttempts: keepsAttempts)
        self.finder = finder
        composer = Composer(
            scene: scene, lexicon: coder.lexicon, table: coder.composition, parties: coder.parties, finder: finder)
        times = TimeAttachment(scene, published: published) { finder.isAct(at: $0) }
        places = PlaceAttachment(scene, words: coder.locative)
        statusReader = StatusReader(scene: scene, lexicon: coder.lexicon.classes, classes: coder.irrealis)
    }

    mutating func events() -> [Event] {
        var acts = finder.acts()
        acts.removeAll { act in
            if coder.lexicon.entries[act.entry].meaning == .none {
                fates.append((act, .dropped(.excepted)))
                return true
            }
            guard let cue = sayingAct(of: act) else { return false }
            fates.append((act, .inside(cue)))
            return true
        }
        var outer: [Int: Int] = [:]
        for act in acts {
            for token in act.inner + act.fixed + (act.instrument.map { [$0] } ?? []) where outer[token] == nil {
                outer[token] = act.trigger
            }
        }
        let domains = coder.domains.domains(of: scene.doc)
        var candidates: [Candidate] = []
        for act in acts {
            if let trigger = outer[act.trigger], !isPresupposed(act, in: trigger) {
                fates.append((act, .inside(trigger)))
                continue
            }
            if let protest = protest(voicing: act) {
                fates.append((act, .inside(protest)))
                continue
            }
            let drafts = composer.drafts(of: act)
            if drafts.isEmpty { fates.append((act, .dropped(.noOutcome))) }
            for draft in drafts {
                switch candidate(draft, of: act, domain: domains[scene.doc.sentenceIndex(of: act.trigger)]) {
                case .success(let candidate): candidates.append(candidate)
                case .failure(let drop): fates.append((act, .dropped(drop.reason)))
                }
            }
        }
        let (merged, joined) = EventMerger(scene: scene).merged(candidates)
        let kept = NarrativeTimes(scene: scene, published: published).continued(merged)
        for candidate in kept { note(candidate.draft, .coded(candidate.event)) }
        for (candidate, host) in joined { note(candidate.draft, .joined(host.event)) }
        return kept.map(\.event)
    }

    /// The word of saying when it is an act itself that takes up what is said ("*accused* the army, saying it …").
    private func sayingAct(of act: Act) -> Int? {
        guard let cue = act.telling?.cue, let saying = finder.act(at: cue), !isSaidBesides(act, cue) else { return nil }
        if case .event = coder.lexicon.entries[saying.entry].meaning { return cue }
        return saying.inner.contains(scene.syntax.clauseVerb(of: act.trigger)) ? cue : nil
    }

    /// "Accused the army and *said it would not talk*": another verb of saying than the cue holds what is said.
    private func isSaidBesides(_ act: Act, _ cue: Int) -> Bool {
        let path = [act.trigger] + scene.doc.ancestors(of: act.trigger).prefix { $0 != cue }
        guard path.count > 1, let last = path.last else { return false }
        return scene.doc.tokens[last].dep == .conj && scene.doc.tokens[last].head == cue
            && scene.syntax.child(of: last, .ccomp).map { path.contains($0) } == true
    }

    private mutating func note(_ draft: Draft, _ fate: Fate) {
        guard finder.attempts != nil,
            let act = finder.act(at: draft.telling == nil ? draft.anchors.last ?? draft.trigger : draft.trigger)
        else { return }
        fates.append((act, fate))
    }

    private struct Drop: Error {
        let reason: Reason
    }

    private func candidate(_ draft: Draft, of act: Act, domain: String?) -> Result<Candidate, Drop> {
        var draft = draft
        let entry = coder.lexicon.entries[act.entry]
        // What is said counts as it is said, whatever its own words deny.
        var reading = statusReader.reading(
            draft.anchors, fixed: draft.telling == nil ? draft.fixed : [],
            isSpoken: CodingSession.spoken.contains(draft.type) && !servesDeed(act))
        // What one will do is announced, and a threat already: "we *will respond* in kind".
        let isAnnounced = draft.type == .threaten && reading.isFuture && !reading.isNegated && !draft.actors.isEmpty
        if entry.conditions.contains(.inner), !isAnnounced { return .failure(Drop(reason: .onlyInside)) }
        switch draft.status {
        case .negated: reading.isNegated.toggle()
        case .future: reading.isFuture = true
        case .hypothetical: reading.isHypothetical = true
        default: break
        }
        // "Has *never accepted* the verdict": the entry means the negation, which is a deed.
        // It is done now, also where a modal verb says it ("*will not accept*").
        if entry.conditions.contains(.not), draft.telling == nil {
            reading.isNegated.toggle()
            reading.isFuture = false
        }
        if reading.isUnasserted { return .failure(Drop(reason: .unasserted)) }
        var time = times.time(of: draft.anchors + draft.fixed)
        // "Will meet on Thursday at Chad's *request*": what was said is not of the day that it spoke of.
        if !reading.isFuture, time?.basis == .inherited, isAfterPublication(time),
            CodingSession.utterances.contains(draft.type)
        {
            time = nil
        }
        let inner = draft.type
        let status = status(&draft, reading, time)
        // Who is promised a meeting is the recipient of the promise.
        let isMutual = draft.type == inner
        // "The land that hosts the refugees" meets nobody.
        let actsAsSite = draft.type != .consult
        let actors = (draft.actors + (isMutual ? draft.coactors : [])).flatMap {
            speaking(coder.parties.participants(of: $0, in: scene, withSites: actsAsSite))
        }
        let takesSites = draft.type == .assault || draft.type == .coerce
        var recipients = (draft.recipients + (isMutual ? [] : draft.coactors)).flatMap {
            (actors.isEmpty || takes($0, draft)) && !isMoved($0, by: actors, draft)
                ? speaking(coder.parties.participants(of: $0, in: scene, withSites: takesSites)) : []
        }
        .filter { recipient in !actors.contains { $0.actor == recipient.actor } }
        if let domain, isFigurative(entry, domain, actors + recipients) { return .failure(Drop(reason: .figurative)) }
        guard !actors.isEmpty || !recipients.isEmpty else { return .failure(Drop(reason: .nobody)) }
        // "A curfew was imposed on the city", though nobody is named: on a place, and no party.
        if actors.isEmpty || isCurfew(draft), concernsPlace(draft) { recipients = [] }
        if draft.telling != nil, draft.type == .accuse, recipients.isEmpty {
            return .failure(Drop(reason: .noRecipient))
        }
        if reading.isNegated, actors.isEmpty { return .failure(Drop(reason: .nobodyDidIt)) }
        if draft.isModeOpen,
            let mode = coder.modes.mode(
                of: draft.type, beside: coder.modes.surroundings(of: draft, in: scene), in: scene.doc)
        {
            draft.modes = [mode]
            draft.cameo = nil
        }
        let event = event(draft, status, time, actors: unique(actors), recipients: unique(recipients))
        return .success(Candidate(draft: draft, event: event))
    }

    /// "Put *soldiers* on standby": forces of the actor's own are what is moved, not against whom.
    private func isMoved(_ recipient: Int, by actors: [Event.Participant], _ draft: Draft) -> Bool {
        guard draft.type == .mobilize, coder.parties.isArmed(recipient, in: scene) else { return false }
        let countries = coder.parties.participants(of: recipient, in: scene).map(\.actor.country)
        return countries.allSatisfy { country in country == nil || actors.contains { $0.actor.country == country } }
    }

    private func isCurfew(_ draft: Draft) -> Bool { draft.modes.contains("curfew") }

    /// Whether what is forbidden, allowed or protested somewhere names only the place.
    private func concernsPlace(_ draft: Draft) -> Bool {
        guard draft.type == .concede || draft.type == .protest || isCurfew(draft) else { return false }
        return draft.recipients.allSatisfy {
            coder.parties.isMerePlace($0, in: scene) || coder.parties.isBareSite($0, in: scene)
        }
    }

    /// Whether a recipient can be one: force is used on places, and places are visited; else a place only says where.
    private func takes(_ recipient: Int, _ draft: Draft) -> Bool {
        switch draft.type {
        case .assault, .consult: true
        case .coerce: !draft.modes.contains("restrict") || !coder.parties.isWay(recipient, in: scene)
        default: !coder.parties.isMerePlace(recipient, in: scene)
        }
    }

    /// "I" and "we" in a quotation stand for whoever is quoted.
    private func speaking(_ parties: [Event.Participant]) -> [Event.Participant] {
        parties.map { party in
            guard CodingSession.firstPerson.contains(party.text.lowercased()),
                let entity = voices.innermostSpeaker(of: party.bytes),
                let actor = scene.mentions.entities[entity].actors.first
            else { return party }
            return Event.Participant(text: party.text, bytes: party.bytes, actor: actor)
        }
    }

    private static let firstPerson: Set<String> = ["i", "we", "me", "us"]

    /// Whether a sentence about sport, markets, weather or film speaks of something else than an act of politics: words of
    /// force without an armed force, or anything without a party known to politics. Films tell of nothing that happened.
    private func isFigurative(_ entry: EventEntry, _ domain: String, _ parties: [Event.Participant]) -> Bool {
        if domain == "film" { return true }
        guard entry.conditions.contains(.literal) else { return !parties.contains { $0.actor.country != nil } }
        let forces: Set<Sector> = [.military, .rebels, .police, .paramilitary, .unidentifiedArmed]
        return !parties.contains { !forces.isDisjoint(with: $0.actor.sectors) }
    }

    private func unique(_ parties: [Event.Participant]) -> [Event.Participant] {
        var result: [Event.Participant] = []
        for party in parties where !result.contains(where: { $0.actor == party.actor || $0 == party }) {
            result.append(party)
        }
        return result
    }

    private func event(
        _ draft: Draft, _ status: Status, _ time: Event.Time?, actors: [Event.Participant],
        recipients: [Event.Participant]
    ) -> Event {
        let doc = scene.doc
        let ontology = coder.lexicon.ontology
        let cameo = draft.cameo ?? ontology.cameo(of: draft.type, modes: draft.modes)
        let trigger = doc.byteRange(of: draft.trigger..<draft.trigger + 1)
        let clause = doc.subtree(of: draft.anchors.last ?? draft.trigger)
        var contexts = merge(draft.contexts, ontology.cameo[cameo]?.contexts ?? [])
        contexts = merge(contexts, draft.modes.compactMap { ontology.modes[draft.type]?[$0]?.context })
        contexts = merge(contexts, coder.contexts.contexts(in: clause, of: doc))
        var event = Event(
            type: draft.type, modes: draft.modes, contexts: contexts, cameo: cameo, quad: ontology.quad(of: draft.type),
            score: ontology.score(of: draft.type, modes: draft.modes), actors: actors, recipients: recipients,
            time: time ?? defaultTime(status, of: draft.type),
            place: places.place(of: draft),
            trigger: trigger, status: status,
            saidBy: voices.saying(draft, status: status) { finder.isAct(at: $0) },
            sentence: doc.sentenceIndex(of: draft.trigger),
            rule: draft.rule, confidence: 0)
        event.confidence = Confidence.of(
            event, draft, isVerb: scene.syntax.isVerb(draft.trigger),
            needsRecipient: ontology.events[draft.type]?.needsRecipient ?? false)
        return event
    }

    /// What is announced of oneself is a promise or a threat, what one will not do is refused; see `composition.tsv`.
    private func status(_ draft: inout Draft, _ reading: StatusReader.Reading, _ time: Event.Time?) -> Status {
        let liesAhead = reading.isFuture || isAfterPublication(time)
        // "Is *no longer* supplying arms": it has ended.
        if reading.hasEnded, !liesAhead, !reading.isHypothetical,
            let outcome = coder.composition.outcome(.end, inner: draft.type, modes: draft.modes),
            let type = outcome.type
        {
            (draft.type, draft.modes, draft.cameo) = (type, outcome.modes, outcome.cameo)
            return .actual
        }
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
        if let last = time?.interval?.upperBound, let published, last < published.adding(days: -CodingSession.newsDays)
        {
            return .historical
        }
        return .actual
    }

    /// Acts of words, done when they are said, whatever they speak of.
    private static let announcements: Set<EventType> = [.agree, .threaten, .reject, .request]

    /// Acts that are nothing but words about something.
    private static let utterances: Set<EventType> = [.accuse, .threaten, .reject, .request, .support]

    /// What lies further back than this is history that a report recalls, not its news.
    private static let newsDays = 30

    private func isAfterPublication(_ time: Event.Time?) -> Bool {
        guard let first = time?.interval?.lowerBound, let published else { return false }
        return first > published
    }

    private func defaultTime(_ status: Status, of type: EventType) -> Event.Time {
        // What lies ahead has no day yet, but it is announced on one.
        let isOpen = status == .hypothetical || status == .future && !CodingSession.announcements.contains(type)
        let interval = isOpen ? nil : published.map { $0...$0 }
        return Event.Time(bytes: nil, kind: nil, value: nil, interval: interval, basis: .publication)
    }
}
