import Testing

@testable import Grounding

struct CasingTests {
    @Test(arguments: [
        ("soldier", Casing.any), ("Hamas", .capitalised), ("M23", .capitalised), ("NATO", .upper), ("U.S.", .upper),
        ("al-Qaeda", .any), ("G", .capitalised), ("23rd", .any), ("", .any), ("Évian", .capitalised), ("ÖVP", .upper),
        ("élan", .any), ("PKK's", .capitalised),
    ])
    func isAsTheNameIsWritten(name: String, casing: Casing) { #expect(Casing(of: name) == casing) }
}
