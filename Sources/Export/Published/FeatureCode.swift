import Grounding

extension PlaceKind {
    /// The feature code of GeoNames that says the same.
    var featureCode: String {
        switch self {
        case .city: "PPL"
        case .country: "PCLI"
        case .admin1: "ADM1"
        case .admin2: "ADM2"
        case .continent: "CONT"
        case .region, .union, .border: "RGN"
        case .historical: "RGNH"
        case .disputed: "TERR"
        case .corridor: "CRDR"
        case .ocean: "OCN"
        case .sea: "SEA"
        case .strait: "STRT"
        case .canal: "CNL"
        case .river: "STM"
        case .lake: "LK"
        case .mountains: "MTS"
        case .mountain: "MT"
        case .desert: "DSRT"
        case .island: "ISL"
        case .pass: "PASS"
        case .cape: "CAPE"
        case .building: "BLDG"
        case .square: "SQR"
        case .street: "ST"
        case .facility: "FCL"
        case .airport: "AIRP"
        case .port: "PRT"
        case .base: "INSM"
        case .plant: "MFG"
        case .dam: "DAM"
        case .bridge: "BDG"
        case .camp: "CMP"
        }
    }
}
