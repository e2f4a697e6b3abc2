import Testing

@testable import Grounding

@Suite struct PlaceNameTests {
    @Test(arguments: [
        ("Laçın", "Lacin"), ("Xankəndi", "XANKENDI"), ("São Tomé", "Sao Tome"), ("St. Petersburg", "Saint Petersburg"),
        ("the Gambia", "Gambia"), ("Nagorno-Karabakh", "Nagorno Karabakh"), ("Sana’a", "Sana'a"), ("Sana'a", "Sanaa"),
        ("U.S.", "US"), ("Mt. Vernon", "Mount Vernon"), ("Łódź", "Lodz"), ("Trinidad & Tobago", "Trinidad and Tobago"),
    ])
    func spellingsOfOneNameMeet(a: String, b: String) { #expect(PlaceName.key(a) == PlaceName.key(b)) }

    @Test(arguments: [("Perth", "Pert"), ("Niger", "Nigeria"), ("New York", "Newyork"), ("The", "")])
    func differentNamesStayApart(a: String, b: String) { #expect(PlaceName.key(a) != PlaceName.key(b)) }

    @Test func punctuationAloneIsNoName() { #expect(PlaceName.folded("—…").isEmpty) }
}
