import EventCoding
import Grounding
import TestSupport
import Testing

@Suite struct PlaceTests {
    /// The words of the place of each event.
    private func places(_ table: String, _ kinds: [String: PlaceKind]) throws -> [String] {
        let (doc, coding) = try CodedText.coding(table, places: kinds)
        return coding.events.map { event in
            "\(event.type.rawValue) " + (event.place.map { doc.text(bytes: $0.bytes) } ?? "-")
        }
    }

    @Test func aTownIsWhereItIsVisitedAndACountryIsNot() throws {
        let table = """
            The the DT det 2
            president president NN nsubj 3
            visited visit VBD ROOT 0
            Garbo Garbo NNP dobj 3 B-GPE
            . . . punct 3
            """
        #expect(try places(table, ["Garbo": .city]) == ["CONSULT Garbo"])
        #expect(try places(table, ["Garbo": .country]) == ["CONSULT -"])
    }

    @Test func whoIsKilledIsWhereItHappensAndWhoIsWarnedIsNot() throws {
        let killed = """
            Police police NNS nsubj 2
            %1 %2 VBD ROOT 0
            rebels rebel NNS dobj 2
            in in IN prep 3
            Garbo Garbo NNP pobj 4 B-GPE
            . . . punct 2
            """
        let kinds = ["Garbo": PlaceKind.city]
        let shot = killed.replacing("%1", with: "shot").replacing("%2", with: "shoot")
        #expect(try places(shot, kinds) == ["ASSAULT Garbo"])
        let accused = killed.replacing("%1", with: "condemned").replacing("%2", with: "condemn")
        #expect(try places(accused, kinds) == ["ACCUSE -"])
    }

    @Test func theTownIsTheOneNamedBefore() throws {
        let table = """
            Rebels rebel NNS nsubj 2
            shelled shell VBD ROOT 0
            troops troop NNS dobj 2
            near near IN prep 2
            Garbo Garbo NNP pobj 4 B-GPE
            . . . punct 2

            Police police NNS nsubj 2
            shot shoot VBD ROOT 0
            rebels rebel NNS dobj 2
            in in IN prep 2
            the the DT det 6
            town town NN pobj 4
            . . . punct 2
            """
        #expect(try places(table, ["Garbo": .city]) == ["ASSAULT Garbo", "ASSAULT Garbo"])
        #expect(try places(table, ["Garbo": .sea]) == ["ASSAULT Garbo", "ASSAULT -"])
    }

    @Test func localsActWhereTheyAre() throws {
        let table = """
            Residents resident NNS nsubj 4
            in in IN prep 1
            Garbo Garbo NNP pobj 2 B-GPE
            blocked block VBD ROOT 0
            the the DT det 6
            road road NN dobj 4
            . . . punct 4
            """
        #expect(try places(table, ["Garbo": .city]) == ["PROTEST Garbo"])
    }

    @Test func whatIsDoneForAPurposeIsWhereThePurposeIs() throws {
        let table = """
            Police police NNS nsubj 2
            shot shoot VBD ROOT 0
            rebels rebel NNS dobj 2
            to to TO aux 5
            clear clear VB advcl 2
            roads road NNS dobj 5
            in in IN prep 5
            Garbo Garbo NNP pobj 7 B-GPE
            . . . punct 2
            """
        #expect(try places(table, ["Garbo": .city]) == ["ASSAULT Garbo"])
    }
}
