import Dates
import Foundation
import Grounding
import Lexicon
import TestSupport
import Testing
import Tokens

/// Chains of mentions, from Docs written by hand and the project's own knowledge.
struct CoreferenceTests {
    private static let resolver = Result {
        try ActorResolver(
            data: DataFolder(
                url: URL(fileURLWithPath: #filePath).appendingPathComponent("../../../data").standardizedFileURL))
    }

    /// "text → country and name of its actors" for each mention.
    private func resolve(_ table: String, on date: String = "2023-05-02") throws -> [String: String] {
        let doc = try handBuiltDoc(table)
        let (mentions, entities) = try CoreferenceTests.resolver.get().actors(in: doc, published: CalendarDate(date))
        var result: [String: String] = [:]
        for mention in mentions {
            let actors = entities[mention.entity].actors.map { "\($0.country ?? "?") \($0.name)" }
            result[doc.text(of: mention.tokens)] = actors.joined(separator: " + ")
        }
        return result
    }

    @Test func aFamilyNameFindsTheFullNameThatFollows() throws {
        let chains = try resolve(
            """
            Petrossian Petrossian NNP nsubj 2 B-PERSON
            left leave VBD ROOT 0
            . . . punct 2

            Armenian armenian JJ amod 4 B-NORP
            Defence Defence NNP compound 3 B-ORG
            Minister Minister NNP compound 4
            Petrossian Petrossian NNP nsubj 5 B-PERSON
            returned return VBD ROOT 0
            . . . punct 5

            Aram Aram NNP compound 2 B-PERSON
            Petrossian Petrossian NNP nsubj 3 I-PERSON
            slept sleep VBD ROOT 0
            """)
        #expect(chains["Petrossian"]?.hasPrefix("ARM") == true)
        #expect(chains["Aram Petrossian"]?.hasPrefix("ARM") == true)
    }

    @Test func theTwoSidesAreTheStatesSpokenOfTogether() throws {
        let chains = try resolve(
            """
            Chad Chad NNP nsubj 4 B-GPE
            and and CC cc 1
            Niger Niger NNP conj 1 B-GPE
            met meet VBD ROOT 0
            . . . punct 4

            France France NNP nsubj 2 B-GPE
            urged urge VBD ROOT 0
            the the DT det 5
            two two CD nummod 5
            countries country NNS dobj 2
            . . . punct 2
            """)
        #expect(chains["the two countries"] == "TCD Chad + NER Niger")
    }

    @Test func peacemakersAreNotTheSidesBetweenWhomTheySeekPeace() throws {
        let chains = try resolve(
            """
            Chad Chad NNP nsubj 4 B-GPE
            and and CC cc 1
            Niger Niger NNP conj 1 B-GPE
            quarrel quarrel VBP ROOT 0
            . . . punct 4

            France France NNP nsubj 4 B-GPE
            and and CC cc 1
            Spain Spain NNP conj 1 B-GPE
            seek seek VBP ROOT 0
            peace peace NN dobj 4
            between between IN prep 5
            the the DT det 9
            two two CD nummod 9
            sides side NNS pobj 6
            . . . punct 4
            """)
        #expect(chains["the two sides"] == "TCD Chad + NER Niger")
    }

    @Test func aPronounIsTheSubjectBefore() throws {
        let chains = try resolve(
            """
            President President NNP compound 3
            Omar Omar NNP compound 3 B-PERSON
            Haddad Haddad NNP nsubj 4 I-PERSON
            met meet VBD ROOT 0
            Spanish spanish JJ amod 6 B-NORP
            envoys envoy NNS dobj 4
            . . . punct 4

            He he PRP nsubj 2
            thanked thank VBD ROOT 0
            them they PRP dobj 2
            . . . punct 2
            """)
        #expect(chains["He"] == chains["President Omar Haddad"])
        #expect(chains["them"]?.hasPrefix("ESP") == true)
    }

    @Test func hisTroopsAreOfHisCountry() throws {
        let chains = try resolve(
            """
            Norway Norway NNP nsubj 2 B-GPE
            said say VBD ROOT 0
            its its PRP$ poss 4
            troops troop NNS nsubj 5
            withdrew withdraw VBD ccomp 2
            . . . punct 2
            """)
        #expect(chains["its"] == "NOR Norway")
        #expect(chains["its troops"]?.hasPrefix("NOR") == true)
    }

    /// "The two ministers" before "both countries": the countries are not the ministers.
    @Test func countriesAreNotThePersonsSpokenOfTogether() throws {
        let chains = try resolve(
            """
            Chad Chad NNP nsubj 4 B-GPE
            and and CC cc 1
            Niger Niger NNP conj 1 B-GPE
            agreed agree VBD ROOT 0
            . . . punct 4

            President President NNP compound 3
            Omar Omar NNP compound 3 B-PERSON
            Haddad Haddad NNP nsubj 6 I-PERSON
            and and CC cc 3
            Premier Premier NNP conj 3
            met meet VBD ROOT 0
            . . . punct 6

            France France NNP nsubj 2 B-GPE
            urged urge VBD ROOT 0
            both both DT det 4
            countries country NNS dobj 2
            . . . punct 2
            """)
        #expect(chains["both countries"] == "TCD Chad + NER Niger")
    }

    @Test func whatCannotBeJoinedStaysUnresolved() throws {
        let chains = try resolve(
            """
            The the DT det 3
            two two CD nummod 3
            sides side NNS nsubj 4
            agreed agree VBD ROOT 0
            . . . punct 4

            They they PRP nsubj 2
            left leave VBD ROOT 0
            """)
        #expect(chains["The two sides"] == nil)
        #expect(chains["They"] == nil)
    }

    /// Ecuador's army and Ecuador's president, then another state, then a sentence with nobody's country.
    private let story = """
        Ecuador Ecuador NNP poss 3 B-GPE
        's 's POS case 1
        army army NN nsubj 4
        freed free VBD ROOT 0
        guards guard NNS dobj 4
        . . . punct 4

        Peru Peru NNP nsubj 2 B-GPE
        waited wait VBD ROOT 0
        . . . punct 2

        Rain rain NN nsubj 2
        fell fall VBD ROOT 0
        . . . punct 2


        """

    @Test func aPresidentWithoutACountryServesTheStateOfTheStory() throws {
        let chains = try resolve(
            story + """
                President President NNP compound 2
                Wexler Wexler NNP nsubj 3 B-PERSON
                spoke speak VBD ROOT 0
                """)
        #expect(chains["President Wexler"] == "ECU Wexler")
    }

    @Test func barePoliceServeTheStateOfTheStoryAndCountedOnesNobody() throws {
        let chains = try resolve(
            story + """
                police police NNS nsubj 3
                calmly calmly RB advmod 3
                saw see VBD ROOT 0
                two two CD nummod 5
                soldiers soldier NNS dobj 3
                """)
        #expect(chains["police"] == "ECU police")
        #expect(chains["two soldiers"] == "? two soldiers")
    }

    @Test func sheCanBeAMinisterWithoutAName() throws {
        let chains = try resolve(
            """
            The the DT det 3
            Chilean chilean JJ amod 3 B-NORP
            minister minister NN nsubj 4
            said say VBD ROOT 0
            she she PRP nsubj 6
            left leave VBD ccomp 4
            """)
        #expect(chains["she"]?.hasPrefix("CHL") == true)
    }

    @Test func aTitleBeforeANameIsTheOfficeThatIsSpokenOfLater() throws {
        let chains = try resolve(
            """
            Foreign Foreign NNP compound 2
            Minister Minister NNP compound 4
            Pedro Pedro NNP compound 4 B-PERSON
            Wexler Wexler NNP nsubj 5 I-PERSON
            left leave VBD ROOT 0
            . . . punct 5

            The the DT det 3
            foreign foreign JJ amod 3
            minister minister NN nsubj 4
            returned return VBD ROOT 0
            """)
        #expect(chains["The foreign minister"]?.hasSuffix("Pedro Wexler") == true)
    }

    @Test func itsMinisterServesTheStateThatThePronounStandsFor() throws {
        let chains = try resolve(
            story + """
                Peru Peru NNP nsubj 2 B-GPE
                waited wait VBD ROOT 0
                . . . punct 2

                Its its PRP$ poss 2
                minister minister NN nsubj 7
                , , , punct 2
                Pedro Pedro NNP compound 5 B-PERSON
                Wexler Wexler NNP appos 2 I-PERSON
                , , , punct 2
                laughed laugh VBD ROOT 0
                """)
        #expect(chains["Pedro Wexler"] == "PER Pedro Wexler")
    }

    @Test func aCommonNounIsNoOrganisation() throws {
        let chains = try resolve(
            """
            The the DT det 2
            minibus minibus NN nsubj 3 B-ORG
            burned burn VBD ROOT 0
            """)
        #expect(chains["The minibus"] == nil)
    }

    @Test func theCountryThatIsThankedForWhatItDid() throws {
        let chains = try resolve(
            """
            Chad Chad NNP nsubj 2 B-GPE
            thanked thank VBD ROOT 0
            the the DT det 4
            country country NN dobj 2
            for for IN prep 2
            waiting wait VBG pcomp 5
            . . . punct 2
            """)
        #expect(chains["the country"] == "TCD Chad")
    }

    @Test func aCouncilOfAnotherOwnerIsNotTheUnitedNations() throws {
        let chains = try resolve(
            """
            The the DT det 4
            Armenian armenian JJ amod 4 B-NORP
            Security Security NNP compound 4 B-ORG
            Council Council NNP nsubj 5 I-ORG
            met meet VBD ROOT 0
            """)
        #expect(chains["The Armenian Security Council"]?.hasPrefix("ARM") == true)
    }

    @Test func aPrepositionInCapitalsIsPartOfAName() throws {
        let chains = try resolve(
            """
            Doctors doctor NNS nsubj 4
            Without without IN prep 1
            Borders Borders NNP pobj 2 B-ORG
            left leave VBD ROOT 0
            """)
        #expect(chains.values.contains { $0.hasPrefix("NGO") })
    }
}
