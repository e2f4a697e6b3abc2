import Grounding
import Store

/// A place in the eight columns that GDELT gives one.
struct GdeltPlace: Sendable {
    static func columns(_ prefix: String) -> [String] {
        ["Type", "FullName", "CountryCode", "ADM1Code", "ADM2Code", "Lat", "Long", "FeatureID"].map {
            "\(prefix)_\($0)"
        }
    }

    /// How near a match comes.
    private enum Level: Int {
        case none = 0
        case country = 1
        case state = 2
        case city = 3
        case worldCity = 4
        case worldState = 5
    }
    private let level: Level
    private let name: String?
    private let country: String
    /// FIPS 10-4 with the country's part, or the country alone.
    private let unit: String
    private let featureID: String
    private let latitude: Double?
    private let longitude: Double?

    init(_ place: Place?, _ codes: ExportCodes) {
        latitude = place?.latitude
        longitude = place?.longitude
        guard let place else {
            (level, name, country, unit, featureID) = (.none, nil, "", "", "")
            return
        }
        let isAmerican = place.country == "USA"
        let known = place.country.flatMap { codes.countries[$0] }
        let fips = known?.fips ?? ""
        country = fips
        let suffix = place.admin1.flatMap { unit in place.country.flatMap { codes.units.fips(unit, country: $0) } }
        let code = fips.isEmpty ? "" : fips + (suffix ?? "")
        switch place.kind {
        case .country:
            level = .country
            unit = fips
        case .admin1:
            level = isAmerican ? .state : .worldState
            unit = code
        default:
            level = isAmerican ? .city : .worldCity
            unit = code
        }
        // Ids of places are those of the American name servers, which the gazetteer does not have.
        featureID =
            switch level {
            case .country: fips
            case .state, .worldState: suffix ?? ""
            default: ""
            }
        var parts = [place.name]
        if level == .city || level == .worldCity, let unit = place.admin1 { parts.append(unit) }
        if level != .country, let name = place.country.flatMap(codes.units.countryName) { parts.append(name) }
        name = parts.joined(separator: ", ")
    }

    func write(to fields: inout FieldWriter) {
        fields.field(level.rawValue)
        fields.field(name)
        fields.field(country)
        fields.field(unit)
        fields.field("")
        fields.field(latitude)
        fields.field(longitude)
        fields.field(featureID)
    }
}
