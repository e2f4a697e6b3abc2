import Dates
import Testing

@testable import Grounding

struct NamedActorTests {
    private func period(_ from: String, _ to: String, _ sectors: [Sector]) -> NamedActor.Period {
        NamedActor.Period(
            country: "NOR", sectors: sectors, role: "Minister", from: CalendarDate(firstDayOf: from),
            to: CalendarDate(lastDayOf: to))
    }

    private func standing(_ actor: NamedActor, _ date: String, isPerson: Bool = true) -> NamedActor.Standing {
        actor.standing(on: CalendarDate(date), isPerson: isPerson)
    }

    @Test func officeDecidesOnItsDays() {
        let actor = NamedActor(name: "Kari Dahl", isWoman: true, periods: [period("2001-03", "2004", [.government])])
        #expect(standing(actor, "2001-02-28").sectors == [])
        #expect(standing(actor, "2001-03-01").sectors == [.government])
        #expect(standing(actor, "2004-12-31").sectors == [.government])
        #expect(standing(actor, "2005-01-01").sectors == [.formerElite])
        #expect(standing(actor, "2005-01-01").role == "former Minister")
    }

    @Test func rebelsStayRebels() {
        let actor = NamedActor(name: "Ola Berg", isWoman: false, periods: [period("1991", "1995", [.rebels])])
        #expect(standing(actor, "1999-01-01").sectors == [.rebels])
    }

    @Test func aGroupKeepsItsLastStanding() {
        let actor = NamedActor(name: "Front", isWoman: false, periods: [period("1991", "1995", [.government])])
        #expect(standing(actor, "1999-01-01", isPerson: false).sectors == [.government])
    }

    @Test func withoutADateTheLastPeriodCounts() {
        let actor = NamedActor(
            name: "Kari Dahl", isWoman: true,
            periods: [period("1991", "1995", [.legislature]), period("1996", "1999", [.government])])
        #expect(actor.standing(on: nil, isPerson: true).sectors == [.government])
    }
}
