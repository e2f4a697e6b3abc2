import Dates
import EventCoding
import Grounding
import Ingest
import Store
import Tokens

/// Makes reports up as the coder would have coded them: five sentences with an event each.
struct ReportMaker {
    static let eventsPerReport = 5

    private let world: World
    private var choices: SeededChoices
    private let firstDay = CalendarDate(days: 16_436)  // 2015-01-01
    private let days = 3653

    init(_ world: World, choices: SeededChoices) {
        self.world = world
        self.choices = choices
    }

    /// - Parameter number: makes the report's text and source its own.
    mutating func report(_ number: Int) throws -> CodedReport {
        var draft = Draft()
        let published = firstDay.adding(days: choices.below(days))
        for _ in 0..<ReportMaker.eventsPerReport { addSentence(to: &draft, published) }
        let doc = try Doc(text: draft.text, tokens: draft.tokens)
        return CodedReport(
            report: Report(
                text: draft.text, title: "Report \(number)", publisher: world.publishers.choose(&choices),
                url: "https://example.org/\(number)", date: published, language: "en", file: "made-up.jsonl#\(number)"),
            doc: doc, mentions: draft.mentions,
            coding: Coding(events: draft.events, statements: draft.statements))
    }

    private mutating func addSentence(to draft: inout Draft, _ published: CalendarDate) {
        let sentence = draft.sentences
        draft.sentences += 1
        let home = world.countries.choose(&choices)
        let abroad = choices.happens(0.5) ? home : world.countries.choose(&choices)
        let actor = draft.party(someone(of: home), startsSentence: true)
        let type = world.types.choose(&choices)
        let trigger = draft.word(type.rawValue.lowercased() + "ed")
        let recipients = choices.happens(0.75) ? [draft.party(someone(of: abroad))] : []
        let place = choices.happens(0.6) ? draft.place(abroad.places.choose(&choices)) : nil
        for _ in 0..<12 + choices.below(10) { _ = draft.word(world.words.choose(&choices)) }
        let statement = choices.happens(0.45) ? [draft.statement(by: someone(of: home))] : []
        _ = draft.word(".")
        let known = world.ontology.modes[type].map { $0.keys.sorted() } ?? []
        let modes = known.isEmpty || choices.happens(0.5) ? [] : [choices.one(of: known)]
        let day = published.adding(days: -choices.below(4))
        draft.events.append(
            Event(
                type: type, modes: modes, contexts: ["diplomatic"],
                cameo: world.ontology.cameo(of: type, modes: modes), quad: world.ontology.quad(of: type),
                score: world.ontology.score(of: type, modes: modes), actors: [actor], recipients: recipients,
                time: Event.Time(bytes: nil, kind: nil, value: nil, interval: day...day, basis: .publication),
                place: place, trigger: trigger, status: world.statuses.choose(&choices), saidBy: statement,
                sentence: sentence, rule: "made up", confidence: 0.5))
    }

    private mutating func someone(of country: World.Country) -> Actor {
        choices.happens(0.35) ? country.state : country.actors.choose(&choices)
    }
}

/// A report in the making.
private struct Draft {
    var text = ""
    var tokens: [Token] = []
    var sentences = 0
    var events: [Event] = []
    var statements: [Statement] = []
    var mentions = Mentions()

    /// Appends a word; returns its bytes.
    mutating func word(_ word: String, startsSentence: Bool = false) -> ByteSpan {
        if !text.isEmpty { text += " " }
        let start = text.utf8.count
        text += word
        tokens.append(
            Token(
                start: start, end: text.utf8.count, spaceAfter: true, lower: word, lemma: word, head: tokens.count,
                startsSentence: startsSentence))
        return start..<text.utf8.count
    }

    mutating func party(_ actor: Actor, startsSentence: Bool = false) -> Event.Participant {
        let bytes = word(actor.name, startsSentence: startsSentence)
        mentions.actors.append(
            ActorMention(
                tokens: tokens.count - 1..<tokens.count, head: tokens.count - 1, form: .name,
                entity: mentions.entities.count))
        mentions.entities.append(ActorEntity(actors: [actor], mentions: [mentions.actors.count - 1]))
        return Event.Participant(text: actor.name, bytes: bytes, actor: actor)
    }

    mutating func place(_ place: Place) -> PlaceMention {
        let bytes = word(place.name)
        let mention = PlaceMention(tokens: tokens.count - 1..<tokens.count, bytes: bytes, place: place)
        mentions.places.append(mention)
        return mention
    }

    /// Appends who says so; returns the statement's index.
    mutating func statement(by actor: Actor) -> Int {
        let cue = word("said")
        let speaker = party(actor)
        statements.append(
            Statement(
                speaker: speaker.bytes, speakerEntity: mentions.entities.count - 1, cue: cue,
                content: [cue], kind: .indirect))
        return statements.count - 1
    }
}
