import Lexicon
import Testing

struct FramePatternTests {
    @Test func aVerbWithItsObject() throws {
        let pattern = try FramePattern("A attack R")
        #expect(pattern.category == .verb)
        #expect(pattern.head == .word("attack"))
        #expect(pattern.subject == .actor)
        #expect(pattern.complements == [.init(.object, .slot(.recipient))])
    }

    @Test func aParticleStandsWithItsVerb() throws {
        let pattern = try FramePattern("A crack_down on R")
        #expect(pattern.particle == "down")
        #expect(pattern.complements == [.init(.preposition(["on"]), .slot(.recipient))])
    }

    @Test func wordsClassesAndAlternativePrepositions() throws {
        let pattern = try FramePattern("A impose {sanctions} on|against R?")
        #expect(
            pattern.complements == [
                .init(.object, .wordClass("sanctions")),
                .init(.preposition(["on", "against"]), .slot(.recipient), isOptional: true),
            ])
        #expect(try FramePattern("A take R hostage").complements[1] == .init(.second, .word("hostage")))
    }

    @Test func infinitivesAndClauses() throws {
        #expect(try FramePattern("A urge R to ACT").complements[1] == .init(.infinitive, .slot(.act)))
        #expect(try FramePattern("A pledge that ACT").complements == [.init(.clause, .slot(.act))])
        #expect(try FramePattern("A travel to R").complements == [.init(.preposition(["to"]), .slot(.recipient))])
    }

    @Test func aNounMayMissItsComplementsUnlessMarked() throws {
        let pattern = try FramePattern("A's hunger strike by A against D!")
        #expect(pattern.category == .noun)
        #expect(pattern.head == .word("strike"))
        #expect(pattern.modifiers == ["hunger"])
        #expect(pattern.complements.map(\.isOptional) == [true, false])
    }

    @Test func slotsOfAClassAndActsAsSubject() throws {
        #expect(
            try FramePattern("A expel R:{diplomats}").complements[0].filler == .slotOfClass(.recipient, "diplomats"))
        let pattern = try FramePattern("A:{troops} leave R")
        #expect(pattern.subject == .actor)
        #expect(pattern.subjectClass == "troops")
        #expect(try FramePattern("ACT target R").subject == .act)
    }

    @Test func anAdjectiveFollowsBe() throws {
        let pattern = try FramePattern("A be critical of R")
        #expect(pattern.category == .adjective)
        #expect(pattern.head == .word("critical"))
    }

    @Test(arguments: [
        ("", "the pattern is empty"),
        ("A", "no word after 'A'"),
        ("A crack down on", "nothing after 'down'; a particle is written verb_down"),
        ("A open fire on", "nothing after 'on'; a particle is written verb_on"),
        ("A attack {towns", "'{towns' is no {class}"),
        ("A attack Q", "'Q' is no slot (A R B D X ACT), word or {class}"),
        ("attack by A?", "'A?': '?' belongs to verbs and adjectives, '!' to nouns"),
        ("Z's attack", "'Z's' is no possessor: A's, R's or B's"),
    ])
    func whatIsNoPatternSaysWhy(text: String, problem: String) {
        #expect(throws: PatternError(problem: problem)) { try FramePattern(text) }
    }
}
