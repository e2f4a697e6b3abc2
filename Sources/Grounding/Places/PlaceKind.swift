/// What a place is. The raw values are the words of the tables in data/places; the order is that of the index format.
package enum PlaceKind: String, Sendable, CaseIterable {
    case city, country, admin1, admin2
    case continent, region, union, historical, disputed, corridor, border
    case ocean, sea, strait, canal, river, lake
    case mountains, mountain, desert, island, pass, cape
    case building, square, street, facility, airport, port, base, plant, dam, bridge, camp

    /// Wide enough that its point says little about where something happened.
    package var isWide: Bool {
        switch self {
        case .country, .continent, .region, .union, .historical, .ocean, .sea, .mountains, .desert, .river: true
        default: false
        }
    }

    var isAdministrative: Bool { self == .admin1 || self == .admin2 }

    /// Its number in the index.
    var code: UInt8 { UInt8(PlaceKind.allCases.firstIndex(of: self) ?? 0) }

    init?(code: UInt8) {
        guard Int(code) < PlaceKind.allCases.count else { return nil }
        self = PlaceKind.allCases[Int(code)]
    }
}
