import Dates
import Foundation
import Grounding
import Lexicon
import TestSupport
import Testing
import Tokens

/// Groups, and states and bodies called by a common noun or a pronoun.
struct GroupTests {
    private static let resolver = Result {
        try ActorResolver(
            data: DataFolder(
                url: URL(fileURLWithPath: #filePath).appendingPathComponent("../../../data").standardizedFileURL))
    }

    /// Countries of the actors of each mention, by its text.
    private func countries(_ table: String) throws -> [String: [String]] {
        let doc = try handBuiltDoc(table)
        let (mentions, entities) = try GroupTests.resolver.get().actors(in: doc, published: CalendarDate("2023-05-02"))
        var result: [String: [String]] = [:]
        for mention in mentions {
            result[doc.text(of: mention.tokens)] = entities[mention.entity].actors.map { $0.country ?? "?" }
        }
        return result
    }

    @Test func aPluralPossessiveIsOfTheCoordinatedSubject() throws {
        let found = try countries(
            """
            Kenya Kenya NNP nsubj 4 B-GPE
            and and CC cc 1
            Uganda Uganda NNP conj 1 B-GPE
            suspended suspend VBD ROOT 0
            their their PRP$ poss 6
            talks talk NNS dobj 4
            """)
        #expect(found["their"] == ["KEN", "UGA"])
    }

    @Test func anInfinitivesPossessiveIsOfWhoIsUrged() throws {
        let found = try countries(
            """
            China China NNP nsubj 2 B-GPE
            urged urge VBD ROOT 0
            Japan Japan NNP dobj 2 B-GPE
            to to TO aux 5
            end end VB xcomp 2
            its its PRP$ poss 7
            investigation investigation NN dobj 5
            """)
        #expect(found["its"] == ["JPN"])
    }

    @Test func aPrepositionsObjectMayStandBeforeIt() throws {
        let found = try countries(
            """
            voters voter NNS ROOT 0
            that that WDT pobj 6
            Kenya Kenya NNP nsubj 4 B-GPE
            feared fear VBD relcl 1
            many many JJ dobj 4
            of of IN prep 5
            """)
        #expect(found["Kenya"] == ["KEN"])
    }

    @Test func twoNationalitiesAreTwoActors() throws {
        let found = try countries(
            """
            The the DT det 5
            French french JJ amod 5 B-NORP
            and and CC cc 2
            German german JJ conj 2 B-NORP
            ministers minister NNS nsubj 6
            left leave VBD ROOT 0
            """)
        #expect(found["The French and German ministers"] == ["FRA", "DEU"])
    }

    @Test func theObjectOfAnInfinitiveIsNotItsUnderstoodSubject() throws {
        let found = try countries(
            """
            Police police NNS nsubj 2
            saw see VBD ROOT 0
            Chad Chad NNP dobj 2 B-GPE
            . . . punct 2

            Germany Germany NNP nsubj 2 B-GPE
            offered offer VBD ROOT 0
            to to TO aux 4
            help help VB xcomp 2
            it it PRP dobj 4
            """)
        #expect(found["it"] == ["TCD"])
    }

    @Test func whoHeadsAnAgencysOfficeIsOfTheAgency() throws {
        let found = try countries(
            """
            Ines Ines NNP compound 2 B-PERSON
            Roth Roth NNP nsubj 11 I-PERSON
            , , , punct 2
            who who WP nsubj 5
            heads head VBZ relcl 2
            the the DT det 7
            UN UN NNP poss 9 B-ORG
            's 's POS case 7
            office office NN dobj 5
            , , , punct 2
            left leave VBD ROOT 0
            """)
        #expect(found["Ines Roth"] == ["UNO"])
    }

    @Test func aFrontSomethingIsDoneOnIsNoMovement() throws {
        let found = try countries(
            """
            On on IN prep 7
            the the DT det 4
            diplomatic diplomatic JJ amod 4
            front front NN pobj 1
            , , , punct 7
            Kenya Kenya NNP nsubj 7 B-GPE
            waited wait VBD ROOT 0
            """)
        #expect(found["the diplomatic front"] == nil)
        #expect(found["Kenya"] == ["KEN"])
    }
}
