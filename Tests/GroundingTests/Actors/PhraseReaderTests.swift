import Dates
import Testing

@testable import Grounding

/// One rule a case: what each construction contributes.
struct PhraseReaderTests {
    private func code(_ phrase: String, _ date: String = "2012-06-01") throws -> PhraseCode {
        try TestKnowledge.resolver.get().code(phrase: phrase, on: CalendarDate(date))
    }

    @Test(arguments: [
        ("Norwegian-backed Chadian rebels", "TCD"), ("an American working for the UN", "USA"),
        ("the Peruvian Congress", "PER"), ("a Danish UN observer", "UNO"), ("soldiers from Ghana", "GHA"),
        ("the ambassador to Kenya", nil), ("Chad's envoy to Kenya", "TCD"), ("rebels in Chad", "TCD"),
    ])
    func country(phrase: String, country: String?) throws { #expect(try code(phrase).country == country) }

    @Test(
        arguments: [
            ("army spokesman", [.military]), ("party spokesman", [.party]), ("a spokesman", [.government]),
            ("opposition leader", [.opposition]), ("opposition senators", [.legislature, .opposition]),
            ("retired judge", [.formerElite, .judiciary]), ("former hostage", [.civilian]),
            ("rebel colonel", [.rebels]),
            ("Abkhaz minister", [.government, .partiallyRecognized]), ("men", []),
        ] as [(String, [Sector])])
    func sectors(phrase: String, sectors: [Sector]) throws { #expect(try code(phrase).sectors == sectors) }

    @Test func aPersonStandsWhereTheDatePutsHim() throws {
        #expect(try code("Jimmy Carter", "1978-01-01").sectors == [.government])
        #expect(try code("Jimmy Carter", "1982-01-20").sectors == [.formerElite])
        #expect(try code("George Bush", "1990-01-01").name == "George H. W. Bush")
        #expect(try code("George Bush", "2006-01-01").name == "George W. Bush")
    }

    @Test func aTitleFindsTheFamilyName() throws {
        #expect(try code("President Chirac", "2000-01-01").country == "FRA")
        #expect(try code("Chirac's spokesman", "2000-01-01").country == "FRA")
        #expect(try code("Alice Chirac", "2000-01-01").country == nil)
    }

    @Test func textOutweighsKnowledge() throws {
        let code = try code("UN envoy Kofi Annan", "2012-03-01")
        #expect(code.country == "UNO")
        #expect(code.sectors == [.government])
    }

    @Test func appositionsAdd() throws {
        let code = try code("Ann Lund, a senior Danish diplomat")
        #expect(code.name == "Ann Lund")
        #expect(code.country == "DNK")
        #expect(code.sectors == [.government])
    }

    @Test func restIsWhatWasNotUsed() throws {
        #expect(try code("the four tired Saudi soldiers").rest == "four tired")
    }

    @Test(arguments: ["", " ", "of", "the", "of the of", "’s", "and", "-", "(((", "Iran-backed", "anti-", "former"])
    func oddPhrasesCodeNobody(phrase: String) throws { #expect(try code(phrase).name == nil) }
}
