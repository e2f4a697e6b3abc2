import EventCoding
import Lexicon
import Testing

@testable import Evaluation

@Suite struct RelationsScoreTests {
    @Test func macroF1IsTheMeanOverAllClasses() {
        var score = RelationsScore()
        score.add(predicted: .accuse, gold: .accuse)
        score.add(predicted: .reject, gold: .accuse)
        score.add(predicted: .aid, gold: .aid)
        // ACCUSE 2/3, AID 1, the other thirteen 0.
        #expect(abs(score.rootMacroF1 - (2.0 / 3 + 1) / 15) < 1e-9)
        // ACCUSE and REJECT share a quad: quads 2 and 3 are perfect, 1 and 4 empty.
        #expect(score.quadMacroF1 == 0.5)
        #expect(score.binaryMacroF1 == 1)
        #expect(score[.reject].predicted == 1 && score[.reject].gold == 0)
        #expect(score.confusions.map(\.count) == [1])
    }

    @Test func goldIsReadByColumnName() throws {
        let table = try Table(
            "id\tnote\tmarked_sentence\tgold_root\n7\tx\t<s>A</s> sued <t>B</t>.\tACCUSE\n", name: "g.tsv")
        let pairs = try RelationsGold.read(table)
        #expect(pairs.map(\.id) == ["7"])
        #expect(pairs.first?.root == .accuse)
    }

    @Test func anUnknownRootIsAnErrorWithItsLine() throws {
        let table = try Table("id\tmarked_sentence\tgold_root\n7\t<s>A</s> sued.\tSUE\n", name: "g.tsv")
        #expect { try RelationsGold.read(table) } throws: { ($0 as? TableError)?.line == 2 }
    }

    @Test func aFileWithoutRootsIsReadForItsAnswers() throws {
        let pairs = try RelationsGold.read(Table("id\tmarked_sentence\n7\t<s>A</s> sued.\n", name: "g.tsv"))
        #expect(pairs.count == 1 && pairs[0].root == nil)
    }

    @Test func concessionsAndRetreatsAreOneRoot() throws {
        let table = try Table("id\tmarked_sentence\tgold_root\n7\t<s>A</s> left.\tRETREAT\n", name: "g.tsv")
        #expect(try RelationsGold.read(table).first?.root == .yield)
    }
}
