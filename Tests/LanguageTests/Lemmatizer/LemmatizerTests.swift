import Testing
import Tokens

@testable import Language

/// Tables small enough to see through; the expected lemmas are spaCy's with the same tables.
@Suite struct LemmatizerTests {
    private static let lemmatizer: Lemmatizer = {
        let noun = LemmaRules(
            endings: [("s", ""), ("ies", "y"), ("men", "man")], exceptions: [("axes", ["ax", "axis"])],
            index: ["city", "envoy"])
        let verb = LemmaRules(
            endings: [("ed", "e"), ("ed", ""), ("ing", "")],
            exceptions: [("went", ["go"]), ("lay", ["lie", "lay"])], index: ["walk", "bake"])
        let punctuation = LemmaRules(endings: [("”", "\"")], exceptions: [], index: [])
        return Lemmatizer(rules: [.noun: noun, .verb: verb, .punctuation: punctuation])
    }()

    @Test(
        "lemmas are spaCy's",
        arguments: [
            ("Cities", PartOfSpeech.noun, "Number=Plur", "city"), ("blorks", .noun, "Number=Plur", "blork"),
            ("Axes", .noun, "Number=Plur", "axis"), ("walked", .verb, "Tense=Past|VerbForm=Fin", "walk"),
            ("baked", .verb, "Tense=Past|VerbForm=Fin", "bake"), ("went", .verb, "Tense=Past|VerbForm=Fin", "go"),
            ("lay", .verb, "Tense=Past|VerbForm=Fin", "lay"), ("Walk", .verb, "VerbForm=Inf", "walk"),
            ("Running", .verb, "Tense=Pres|VerbForm=Part", "runn"),
            ("walks", .verb, "Tense=Pres|VerbForm=Fin", "walks"),
            ("Geneva", .properNoun, "Number=Sing", "Geneva"), ("THE", .determiner, "", "the"),
            ("”", .punctuation, "", "\""), ("Envoys", .noun, "Number=Plur", "envoy"), ("s", .noun, "Number=Plur", "s"),
            ("co-eds", .noun, "Number=Plur", "co-ed"), ("Envoy", .noun, "Number=Sing", "envoy"),
            ("NATO", .noun, "Number=Plur", "NATO"), (" ", .space, "", " "),
            ("Larger", .adjective, "Degree=Pos", "larger"),
            ("Oz", .verb, "Tense=Past|VerbForm=Fin", "Oz"),
        ])
    func lemmas(word: String, pos: PartOfSpeech, features: String, lemma: String) {
        let lexemes = LexemeTable(norms: NormTable())
        let token = RawToken(
            start: 0, end: 0, norm: 0, lexeme: lexemes.index(of: Array(word.utf8).span), spaceAfter: false)
        let workspace = Self.lemmatizer.makeWorkspace()
        // Twice: the second time the lemma is known already.
        for _ in 0..<2 {
            var annotations = [TokenAnnotation(tag: .none, dep: .none)]
            annotations[0].pos = pos
            annotations[0].morph = 1
            workspace.annotate(
                &annotations, of: [token], lexemes: lexemes, morphologies: [.none, Morphology(features)])
            #expect(annotations[0].lemma == Lemma(lemma))
        }
    }

    @Test func aLemmaThatIsSetStays() {
        let lexemes = LexemeTable(norms: NormTable())
        let token = RawToken(
            start: 0, end: 0, norm: 0, lexeme: lexemes.index(of: Array("was".utf8).span), spaceAfter: false)
        var annotations = [TokenAnnotation(tag: .vbd, dep: .root)]
        annotations[0].lemma = Lemma("be")
        Self.lemmatizer.makeWorkspace().annotate(
            &annotations, of: [token], lexemes: lexemes, morphologies: [.none])
        #expect(annotations[0].lemma?.text == "be")
    }
}
