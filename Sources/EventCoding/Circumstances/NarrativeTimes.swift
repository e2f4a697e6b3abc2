import Dates
import Grounding
import Tokens

/// Gives acts that the report goes on to tell the day of what it told just before.
///
/// "Police fired tear gas on Monday. Seventeen people were arrested": the arrests are Monday's, not the day of
/// publication's. Only what happens on the spot goes on so, told in the simple past, one sentence after the other;
/// statements, sanctions, orders and plans are news of their own.
struct NarrativeTimes {
    let scene: Scene
    let published: CalendarDate?

    /// What lies further back than this is no happening that a report is still telling.
    private static let recentDays = 14

    /// - Parameter candidates: in the order of the text.
    func continued(_ candidates: [Candidate]) -> [Candidate] {
        guard let published else { return candidates }
        var result: [Candidate] = []
        for candidate in candidates {
            var candidate = candidate
            if candidate.event.time.basis == .publication, candidate.event.status == .actual,
                isSimplePast(candidate.draft.anchors.last ?? candidate.draft.trigger),
                let before = result.last(where: {
                    $0.event.sentence < candidate.event.sentence && isDated($0, published)
                }),
                goesOn(candidate, from: before)
            {
                candidate.event.time = before.event.time
                candidate.event.time.basis = .inherited
            }
            result.append(candidate)
        }
        return result
    }

    private func isDated(_ candidate: Candidate, _ published: CalendarDate) -> Bool {
        let event = candidate.event
        guard event.time.basis != .publication, event.status == .actual, let days = event.time.interval else {
            return false
        }
        return days.lowerBound == days.upperBound && days.upperBound <= published
            && days.lowerBound >= published.adding(days: -NarrativeTimes.recentDays)
    }

    private func goesOn(_ candidate: Candidate, from before: Candidate) -> Bool {
        let sentence = scene.doc.sentences[candidate.event.sentence]
        if isShortlyLater(sentence) { return candidate.event.sentence - before.event.sentence <= 3 }
        guard candidate.event.sentence == before.event.sentence + 1,
            scene.paragraph(of: candidate.draft.trigger).contains(before.draft.trigger),
            !NarrativeTimes.turns.contains(scene.doc.tokens[sentence.lowerBound].lower)
        else { return false }
        if isOnTheSpot(candidate.event), isOnTheSpot(before.event) { return true }
        return candidate.event.type == .agree && before.event.type == .consult && isOfBoth(candidate)
    }

    /// Force, crowds and arrests, one leading to the next; not what is ordered for days or weeks.
    private func isOnTheSpot(_ event: Event) -> Bool {
        switch event.type {
        case .assault, .protest: true
        case .coerce: event.modes == ["arrest"]
        case .mobilize: event.modes == ["police"]
        default: false
        }
    }

    /// "Hours later, …".
    private func isShortlyLater(_ sentence: Range<Int>) -> Bool {
        guard sentence.count > 2 else { return false }
        let first = scene.doc.tokens[sentence.lowerBound].lower
        let second = scene.doc.tokens[sentence.lowerBound + 1].lower
        return ["hours", "minutes", "moments"].contains(first) && ["later", "earlier"].contains(second)
    }

    /// "The two leaders agreed", "they agreed": those who met.
    private func isOfBoth(_ candidate: Candidate) -> Bool {
        candidate.draft.actors.contains { actor in
            let token = scene.doc.tokens[actor]
            return token.lower == "they" || token.lower == "both" || token.lower == "two"
                || scene.syntax.child(of: actor) { $0.lower == "two" || $0.lower == "both" } != nil
        }
    }

    /// Words by which a report turns to something else.
    private static let turns: Set<String> = ["elsewhere", "separately", "meanwhile", "also", "earlier"]

    private func isSimplePast(_ verb: Int) -> Bool {
        let token = scene.doc.tokens[verb]
        switch token.tag {
        case .vbd: return true
        case .vbn:
            return scene.syntax.child(of: verb) { $0.dep == .auxpass && $0.tag == .vbd } != nil
                && scene.syntax.child(of: verb) { $0.dep == .aux } == nil
        default: return false
        }
    }
}
