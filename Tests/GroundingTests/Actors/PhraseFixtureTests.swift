import Dates
import Testing

@testable import Grounding

/// Phrases as coders' unit tests have them: country and first sector at a date.
struct PhraseFixtureTests {
    @Test(arguments: ["phrases_dev.tsv", "phrases_heldout.tsv"])
    func countryAndFirstSector(file: String) throws {
        let resolver = try TestKnowledge.resolver.get()
        let table = try TestKnowledge.table("Tests/Fixtures/Actors/\(file)")
        var wrong: [String] = []
        for row in table.rows {
            let code = resolver.code(phrase: row.fields[0], on: CalendarDate(row.fields[1]))
            let country = code.country ?? "-"
            let sector = code.sectors.first?.rawValue ?? "-"
            if country != row.fields[2] || sector != row.fields[3] {
                wrong.append("\(row.fields[0]): \(country) \(sector), not \(row.fields[2]) \(row.fields[3])")
            }
        }
        #expect(table.rows.count > 300)
        #expect(Double(wrong.count) <= 0.05 * Double(table.rows.count), "\(wrong.joined(separator: "\n"))")
    }
}
