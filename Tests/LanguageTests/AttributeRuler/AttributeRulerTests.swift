import Testing
import Tokens

@testable import Language

/// The rules below, given to spaCy's attribute ruler, give the annotations expected here.
@Suite struct AttributeRulerTests {
    private static func map(_ fields: [(String, MessagePack)]) -> MessagePack {
        .map(fields.map { .init(key: .string($0.0), value: $0.1) })
    }

    private static func rule(
        _ patterns: [[[(String, MessagePack)]]], _ attributes: [(String, String)], index: Int = 0
    ) -> MessagePack {
        map([
            ("patterns", .array(patterns.map { .array($0.map(map)) })),
            ("attrs", map(attributes.map { ($0.0, .string($0.1)) })), ("index", .integer(index)),
        ])
    }

    private static func list(_ words: String...) -> MessagePack { .array(words.map { .string($0) }) }

    private static let rules: [MessagePack] = [
        rule([[[("TAG", .string("NN"))]]], [("POS", "NOUN"), ("MORPH", "Number=Sing")]),
        rule([[[("TAG", .string("VBD"))]]], [("POS", "VERB"), ("MORPH", "VerbForm=Fin|Tense=Past")]),
        rule([[[("TAG", .string("IN"))]]], [("POS", "ADP"), ("MORPH", "_")]),
        rule(
            [[[("TAG", map([("NOT_IN", list("TO", ""))])), ("DEP", map([("IN", list("aux", "auxpass"))]))]]],
            [("POS", "AUX")]),
        rule([[[("LOWER", .string("gon"))], [("LOWER", .string("na"))]]], [("LEMMA", "to")], index: -1),
        rule([[[("LOWER", map([("REGEX", .string("^n[ou]thin'$"))]))]]], [("LEMMA", "nothing")]),
        rule([[[("LOWER", .string("na"))]]], [("LEMMA", "na")]),
        rule([[[("IS_SPACE", .bool(true))]]], [("TAG", "_SP"), ("POS", "SPACE"), ("MORPH", "_"), ("DEP", "dep")]),
        rule(
            [[[("TAG", .string("IN")), ("DEP", .string("mark"))]], [[("LOWER", .string("whereas"))]]],
            [("POS", "SCONJ")]),
    ]

    private func annotate(
        _ rules: [MessagePack], _ words: [(text: String, tag: PennTag, dep: Dependency)]
    ) throws -> [String] {
        let ruler = try AttributeRuler(.array(rules), file: "patterns")
        let lexemes = LexemeTable(norms: NormTable())
        let tokens = words.map { word in
            RawToken(start: 0, end: 0, norm: 0, lexeme: lexemes.index(of: Array(word.text.utf8).span), spaceAfter: true)
        }
        var annotations = words.map { TokenAnnotation(tag: $0.tag, dep: $0.dep) }
        ruler.makeWorkspace().annotate(&annotations, of: tokens[...], lexemes: lexemes)
        return annotations.map {
            let morph = ruler.morphologies[$0.morph].text
            return "\($0.tag.rawValue) \($0.dep.rawValue) \($0.pos.rawValue) \(morph) \($0.lemma?.text ?? "")"
        }
    }

    @Test func setsWhatSpacySets() throws {
        let result = try annotate(
            Self.rules,
            [
                ("Was", .vbd, .auxpass), ("gon", .nn, .root), ("na", .nn, .xcomp), ("nothin'", .nn, .dobj),
                ("that", .in, .mark), ("Whereas", .nn, .dep), ("\n", .nn, .punct), ("of", .in, .prep),
            ])
        #expect(
            result == [
                "VBD auxpass AUX Tense=Past|VerbForm=Fin ", "NN ROOT NOUN Number=Sing ",
                "NN xcomp NOUN Number=Sing na", "NN dobj NOUN Number=Sing nothing", "IN mark SCONJ  ",
                "NN dep SCONJ Number=Sing ", "_SP dep SPACE  ", "IN prep ADP  ",
            ])
    }

    @Test func aLaterSequenceOverridesAnEarlierTokenRule() throws {
        let result = try annotate(
            [Self.rules[6], Self.rules[4]], [("na", .nn, .dep), ("gon", .nn, .dep), ("Na", .nn, .dep)])
        #expect(result == ["NN dep   na", "NN dep   ", "NN dep   to"])
    }

    @Test func aSequenceDoesNotRunOverTheEnd() throws {
        #expect(try annotate([Self.rules[4]], [("gon", .nn, .dep)]) == ["NN dep   "])
    }

    @Test(
        "a rule that is not understood is an error that names file and rule",
        arguments: [
            rule([[[("NORM", .string("x"))]]], [("POS", "NOUN")]),
            rule([[[("LOWER", map([("FUZZY", .string("x"))]))]]], [("POS", "NOUN")]),
            rule([[[("LOWER", .string("x")), ("OP", .string("?"))]]], [("POS", "NOUN")]),
            rule([[[("TAG", .string("NN"))]]], [("POS", "THING")]),
            rule([[[("TAG", .string("NN"))]]], [("NORM", "x")]),
            rule([[[("TAG", .string("NN"))]]], [("POS", "NOUN")], index: 1),
            rule([[]], [("POS", "NOUN")]),
            .null,
        ])
    func unknown(rule: MessagePack) {
        do {
            _ = try AttributeRuler(.array([Self.rules[0], rule]), file: "attribute_ruler/patterns")
            Issue.record("no error")
        } catch {
            #expect(error.file == "attribute_ruler/patterns")
            #expect(error.problem.contains("rule 1"))
        }
    }

    @Test func labelsAreNumberedInTheOrderOfTheirDeclaration() {
        #expect(PennTag.allCases.map(\.number) == Array(1...PennTag.allCases.count))
        #expect(Dependency.allCases.map(\.number) == Array(1...Dependency.allCases.count))
        #expect(PartOfSpeech.allCases.map(\.number) == Array(1...PartOfSpeech.allCases.count))
        #expect(PennTag.allCases.count < 64 && Dependency.allCases.count < 64)
    }

    @Test func featuresAreSorted() {
        #expect(Morphology("VerbForm=Fin|Mood=Ind|Case=Nom,Acc").text == "Case=Acc,Nom|Mood=Ind|VerbForm=Fin")
        #expect(Morphology("_") == .none)
        #expect(Morphology("Number=Sing|Person=3")["Person"] == "3")
        #expect(Morphology("Number=Sing")["Num"] == nil)
    }
}
