/// A place of the gazetteer or of the project's own regions.
package struct Place: Sendable, Hashable {
    package var name: String
    /// ISO 3166 alpha-3; `nil` for what no single country holds (a sea, a range).
    package var country: String?
    package var admin1: String?
    package var admin2: String?
    package var latitude: Double
    package var longitude: Double
    /// GeoNames id; `nil` for the project's own regions without one.
    package var geonames: Int?
    /// `nil` when nothing says.
    package var kind: PlaceKind?

    package init(
        name: String, country: String?, admin1: String? = nil, admin2: String? = nil, latitude: Double,
        longitude: Double, geonames: Int? = nil, kind: PlaceKind? = nil
    ) {
        self.name = name
        self.country = country
        self.admin1 = admin1
        self.admin2 = admin2
        self.latitude = latitude
        self.longitude = longitude
        self.geonames = geonames
        self.kind = kind
    }
}

/// Where a report names a place.
package struct PlaceMention: Sendable, Equatable {
    package let tokens: Range<Int>
    package let bytes: Range<Int>
    /// `nil` for a toponym that no gazetteer entry fits.
    package let place: Place?

    package init(tokens: Range<Int>, bytes: Range<Int>, place: Place?) {
        self.tokens = tokens
        self.bytes = bytes
        self.place = place
    }
}
