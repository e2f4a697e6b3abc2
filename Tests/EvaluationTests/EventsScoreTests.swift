import Dates
import EventCoding
import Evaluation
import Grounding
import Testing

struct EventsScoreTests {
    private let report = """
        date: 2024-03-14
        region: Middle East

        Israel struck Tyre on Wednesday.
        = ASSAULT aerial/ASSAULT | ISR > LBN/"town" | 2024-03-13 | actual | Tyre | -

        Nothing else happened.
        """

    private func event(
        _ type: EventType = .assault, modes: [String] = ["aerial"], actor: String = "ISR", recipient: String = "LBN",
        day: String = "2024-03-13", at position: Int = 7
    ) -> Event {
        let party = { (country: String) in
            Event.Participant(text: country, bytes: 0..<3, actor: Actor(name: country, country: country))
        }
        let place = PlaceMention(
            tokens: 2..<3, bytes: 14..<18, place: Place(name: "Tyre", country: "LBN", latitude: 33.3, longitude: 35.2))
        return Event(
            type: type, modes: modes, contexts: [], cameo: "195", quad: .materialConflict, score: -9.5,
            actors: [party(actor)], recipients: [party(recipient)],
            time: Event.Time(
                bytes: nil, kind: .date, value: day, interval: CalendarDate(day).map { $0...$0 }, basis: .stated),
            place: place, trigger: position..<position + 6, status: .actual, saidBy: [], sentence: 0, rule: "",
            confidence: 1)
    }

    private func score(_ events: [Event]) throws -> (score: EventsScore, differences: [EventsScore.Difference]) {
        let gold = try EventsGold(report)
        var score = EventsScore()
        let bytes = Array(gold.text.utf8)
        let differences = score.add(
            gold, Coding(events: events), text: { String(decoding: bytes[$0], as: UTF8.self) }, speaker: { _ in "" })
        return (score, differences)
    }

    @Test func theListsUnderParagraphsAreRead() throws {
        let gold = try EventsGold(report)
        #expect(gold.text == "Israel struck Tyre on Wednesday.\n\nNothing else happened.")
        #expect(gold.paragraphs.map(\.entries.count) == [1, 0])
        #expect(gold.ranges == [0..<32, 34..<56])
        let entry = gold.paragraphs[0].entries[0]
        #expect(entry.kinds.map(\.modes) == [["aerial"], []])
        #expect(entry.recipients == [[[.country("LBN"), .words("town")]]])
    }

    @Test func aRightEventCountsForEveryMeasure() throws {
        let (score, differences) = try score([event()])
        #expect(score.total == .init(gold: 1, coded: 1, event: 1, actors: 1, all: 1))
        #expect(differences.isEmpty)
    }

    @Test func whatDiffersIsNamed() throws {
        let (score, differences) = try score([event(recipient: "SYR", day: "2024-03-12")])
        #expect(score.total == .init(gold: 1, coded: 1, event: 1, actors: 0, all: 0))
        #expect(differences.map(\.fields) == [["recipient", "date"]])
    }

    @Test func ofTwoCandidatesTheBetterIsPairedAndTheOtherIsSpurious() throws {
        let (score, differences) = try score([event(actor: "USA"), event(at: 8)])
        #expect(score.total == .init(gold: 1, coded: 2, event: 1, actors: 1, all: 1))
        #expect(differences.count == 1)
        #expect(differences[0].gold == nil)
    }

    @Test func anEventOfAnotherParagraphOrTypeIsNoMatch() throws {
        #expect(try score([event(at: 40)]).score.total == .init(gold: 1, coded: 1))
        #expect(try score([event(.coerce, modes: [])]).score.total == .init(gold: 1, coded: 1))
    }

    @Test(arguments: [
        ("date: soon\n\nText.\n", 1, "no 'date: YYYY-MM-DD'"),
        ("date: 2024-03-14\n\nText.\n= WAR | A > B | . | actual | - | -\n", 4, "'WAR' is no event"),
        ("date: 2024-03-14\n\nText.\n= ASSAULT | ISR > LBN | .\n", 4, "3 fields, not 6"),
        (
            "date: 2024-03-14\n\nText.\n= ASSAULT | Israel > LBN | . | actual | - | -\n", 4,
            "'Israel' is neither a country code, \"words\" nor -"
        ),
    ])
    func mistakesNameTheLine(content: String, line: Int, problem: String) {
        do {
            _ = try EventsGold(content)
            Issue.record("no error")
        } catch {
            #expect(error.line == line)
            #expect(error.problem == problem)
        }
    }
}
