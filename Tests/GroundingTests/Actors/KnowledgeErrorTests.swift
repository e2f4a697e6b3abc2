import Lexicon
import Testing

@testable import Grounding

/// A table at fault is named with its line.
struct KnowledgeErrorTests {
    @Test func unknownSector() throws {
        let table = try Table("name\talso\tcode\tsectors\tfrom\tto\nRiver Guard\t\tUSA\tXXX\t\t", name: "groups.tsv")
        var tables = try KnowledgeTables(data: TestKnowledge.data)
        #expect(throws: TableError(file: "groups.tsv", line: 2, problem: "unknown sector 'XXX'")) {
            try tables.readOrganizations(table)
        }
    }

    @Test func endBeforeBeginning() throws {
        let table = try Table(
            "name\talso\tcode\tsectors\tfrom\tto\nRiver Guard\t\tUSA\tMIL\t2004\t2003-12", name: "groups.tsv")
        var tables = try KnowledgeTables(data: TestKnowledge.data)
        #expect(throws: TableError(file: "groups.tsv", line: 2, problem: "ends (2003-12) before it begins (2004)")) {
            try tables.readOrganizations(table)
        }
    }

    @Test func noSuchDay() throws {
        let table = try Table(
            "name\talso\tcode\tsectors\tfrom\tto\nRiver Guard\t\tUSA\tMIL\t2004-02-30\t", name: "groups.tsv")
        var tables = try KnowledgeTables(data: TestKnowledge.data)
        #expect(throws: TableError.self) { try tables.readOrganizations(table) }
    }
}
