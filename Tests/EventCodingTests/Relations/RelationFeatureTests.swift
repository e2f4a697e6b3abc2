import EventCoding
import Foundation
import Lexicon
import TestSupport
import Testing

@Suite struct RelationFeatureTests {
    private let data = DataFolder(
        url: URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("data"))

    private func names(_ marked: String, _ tree: String) throws -> Set<String> {
        let pair = MarkedPair(try MarkedSentence(marked), in: try handBuiltDoc(tree))
        return Set(try RelationFeatures(data: data).features(of: pair).map(\.name))
    }

    @Test func whatTheRulesCodeForThePairIsAFeature() throws {
        let names = try names(
            "<s>Togo</s> accused <t>rebels</t> .",
            """
            Togo Togo NNP nsubj 2 B-GPE
            accused accuse VBD ROOT 0
            rebels rebel NNS dobj 2
            . . . punct 2
            """)
        #expect(names.contains("coded both=ACCUSE"))
        #expect(names.contains("governing act=ACCUSE"))
    }

    /// A party that grounding does not know is one because it is marked.
    @Test func aMarkMakesAParty() throws {
        let names = try names(
            "<s>Bricks</s> accused <t>Togo</t> .",
            """
            Bricks brick NNS nsubj 2
            accused accuse VBD ROOT 0
            Togo Togo NNP dobj 2 B-GPE
            . . . punct 2
            """)
        #expect(names.contains("coded both=ACCUSE"))
    }

    /// However many words a sentence has, they weigh no more than the few acts and classes that are known of it.
    @Test func everyKindOfFeatureHasTheSameLength() throws {
        let pair = MarkedPair(
            try MarkedSentence("<s>Togo</s> lifted sanctions against <t>rebels</t> ."),
            in: try handBuiltDoc(
                """
                Togo Togo NNP nsubj 2 B-GPE
                lifted lift VBD ROOT 0
                sanctions sanction NNS dobj 2
                against against IN prep 3
                rebels rebel NNS pobj 4
                . . . punct 2
                """))
        let features = try RelationFeatures(data: data).features(of: pair)
        let kinds = ["governor=", "word=", "coded ", "object act=", "object class=", "governor+act="]
        for kind in kinds { #expect(features.contains { $0.name.hasPrefix(kind) }) }
        let squares = features.reduce(0) { $0 + $1.value * $1.value }
        #expect(abs(squares - Double(kinds.count) * 0.7 * 0.7) < 1e-9)
    }

    @Test func featuresOfAGroupTogetherHaveItsLength() {
        let group = RelationFeature.group(["a", "b", "c", "d"], length: 0.5)
        #expect(group.map(\.value) == [0.25, 0.25, 0.25, 0.25])
    }
}
