import Dates
import Foundation
import Lexicon
import Testing

@testable import Grounding

/// What the tables of `data/knowledge` promise: known codes, no entry twice, dates in order.
struct KnowledgeTableTests {
    static let organizations = ["institutions", "organizations", "armed_groups", "parties", "media_and_companies"]
    static let people = [
        "people_international", "people_americas", "people_europe", "people_asia", "people_africa_middle_east",
    ]

    private func table(_ name: String) throws -> Table { try TestKnowledge.table("data/knowledge/\(name).tsv") }

    private func codes() throws -> Set<String> {
        let states = try table("states")
        let territories = try table("territories")
        let nonStates = ["IGO", "UNO", "EUR", "NGO", "MNC", "IMG", "ISM"]
        return Set(states.rows.map { $0.fields[0] } + territories.rows.map { $0.fields[2] } + nonStates)
    }

    @Test func everyTableLoads() throws { _ = try TestKnowledge.resolver.get() }

    @Test(arguments: organizations + people + ["regions", "communities"])
    func codesAreKnown(name: String) throws {
        let codes = try codes()
        let table = try table(name)
        let column = try table.column("code")
        for row in table.rows where !row.fields[column].isEmpty {
            #expect(codes.contains(row.fields[column]), "\(name):\(row.line): \(row.fields[column])")
        }
    }

    @Test func statesAreNamedOnce() throws {
        var owner: [String: String] = [:]
        for row in try table("states").rows {
            for name in [row.fields[1]] + row.fields[2].split(separator: "|").map(String.init) {
                #expect(owner[name] == nil || owner[name] == row.fields[0], "\(name) names \(row.fields[0]) too")
                owner[name] = row.fields[0]
            }
        }
        #expect(Set(owner.values).count >= 200)
    }

    /// A name belongs to one organisation, whichever table it is in.
    @Test func organizationsAreNamedOnce() throws {
        var owner: [String: String] = [:]
        for table in try Self.organizations.map(table) {
            for row in table.rows {
                for name in [row.fields[0]] + row.fields[1].split(separator: "|").map(String.init) {
                    #expect(
                        owner[name] == nil || owner[name] == row.fields[0], "\(table.name):\(row.line): \(name)")
                    owner[name] = row.fields[0]
                }
            }
        }
    }

    @Test func officesAreHeldOnce() throws {
        var seen: Set<String> = []
        for table in try Self.people.map(table) {
            for row in table.rows {
                let office = [0, 4, 6, 7].map { row.fields[$0] }.joined(separator: "|")
                #expect(seen.insert(office).inserted, "\(table.name):\(row.line): \(office)")
            }
        }
        #expect(seen.count > 2000)
    }

    /// Nobody is head of the same state twice at a time, bar a day of handing over.
    @Test func presidentsFollowOneAnother() throws {
        var terms: [String: [(name: String, from: CalendarDate, to: CalendarDate)]] = [:]
        for table in try Self.people.map(table) {
            for row in table.rows where row.fields[6] == "President" && !row.fields[5].contains("PRE") {
                guard let from = CalendarDate(firstDayOf: row.fields[7]) else { continue }
                let to = CalendarDate(lastDayOf: row.fields[8]) ?? CalendarDate(days: .max / 2)
                terms[row.fields[4], default: []].append((row.fields[0], from, to))
            }
        }
        /// Rivals, or an acting president beside one who is ill, deposed or suspended.
        let contested: Set = ["BRA", "CIV", "CUB", "HTI", "MDG"]
        for (code, terms) in terms where !contested.contains(code) {
            let sorted = terms.sorted { $0.from < $1.from }
            for (earlier, later) in zip(sorted, sorted.dropFirst()) where earlier.name != later.name {
                #expect(
                    earlier.to.days - later.from.days <= 31, "\(code): \(earlier.name) and \(later.name) overlap")
            }
        }
    }

    @Test func agentNounsAreEnteredOnce() throws {
        var seen: Set<String> = []
        for row in try table("agents").rows {
            #expect(seen.insert(row.fields[0]).inserted, "agents.tsv:\(row.line): \(row.fields[0])")
        }
    }

    @Test(arguments: [
        ("policeman", "policemen"), ("deputy", "deputies"), ("boss", "bosses"), ("church", "churches"),
        ("attorney", "attorneys"), ("soldier", "soldiers"),
    ])
    func plurals(noun: String, plural: String) { #expect(regularPlural(noun) == plural) }
}
