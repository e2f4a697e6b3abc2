import Testing

@testable import Language

@Suite struct ConfigFileTests {
    @Test func sectionsNestAndReferencesAreFollowed() throws {
        let config = try ConfigFile.parse(
            """
            # a comment
            [paths]
            root = "corpus"
            train = "${paths.root}/train"

            [model]
            @architectures = "A.v1"
            width = 96
            rates = [0.5,1e-3]
            none = null
            bare = Adam

            [model.inner]
            width = ${model:width}
            whole = {"a":true,"b":[1,2]}
            """, file: "config.cfg")
        #expect(try config.section("paths").string("train") == "corpus/train")
        let model = try config.section("model")
        #expect(try model.string("@architectures") == "A.v1")
        #expect(try model.integer("width") == 96)
        #expect(model.values["rates"] == .array([.number(0.5), .number(0.001)]))
        #expect(model.values["none"] == .null)
        #expect(try model.string("bare") == "Adam")
        let inner = try model.section("inner")
        #expect(inner.path == "model.inner")
        #expect(try inner.integer("width") == 96)
        #expect(try inner.section("whole").bool("a"))
        #expect(try inner.section("whole").integers("b") == [1, 2])
    }

    @Test(
        "errors name file and line",
        arguments: [
            ("a = 1", "line 1"), ("[s]\nnothing here", "line 2"), ("[s]\na = ${s:b}", "line 2 refers to 's:b'"),
            ("[s]\na = ${s:b}\nb = ${s:a}", "circle"), ("[s]\na = \"x${s:b}\"\nb = 1", "no text"),
            ("[s]\na = ${s:b", "'}'"),
        ])
    func errors(text: String, problem: String) {
        do {
            _ = try ConfigFile.parse(text, file: "config.cfg")
            Issue.record("no error")
        } catch {
            #expect(error.file == "config.cfg")
            #expect(error.problem.contains(problem))
        }
    }

    @Test func aWrongValueIsNamedWithWhatIsExpected() throws {
        let config = try ConfigFile.parse("[m]\n@architectures = \"B.v2\"\nw = 1.5", file: "config.cfg")
        let section = try config.section("m")
        do {
            try section.expect("@architectures", .string("A.v1"))
            Issue.record("no error")
        } catch {
            #expect(error.problem == "[m] @architectures is 'B.v2' where 'A.v1' is expected")
        }
        #expect(throws: ModelError.self) { try section.integer("w") }
        #expect(throws: ModelError.self) { try section.string("absent") }
        #expect(throws: ModelError.self) { try config.section("other") }
    }
}
