/// The fifteen roots that relations between a marked pair are labelled with: PLOVER's event types, with CONCEDE and
/// RETREAT as one (Hu et al. 2024, Leveraging Codebook Knowledge with NLI and ChatGPT for Zero-Shot Political Relation
/// Classification).
package enum RelationRoot: String, Sendable, CaseIterable {
    case accuse = "ACCUSE"
    case agree = "AGREE"
    case aid = "AID"
    case assault = "ASSAULT"
    case coerce = "COERCE"
    case consult = "CONSULT"
    case cooperate = "COOPERATE"
    case mobilize = "MOBILIZE"
    case protest = "PROTEST"
    case reject = "REJECT"
    case request = "REQUEST"
    case sanction = "SANCTION"
    case support = "SUPPORT"
    case threaten = "THREATEN"
    case yield = "YIELD"

    /// Quadrants as that work numbers them: REQUEST is verbal conflict there.
    package var quad: Quad {
        switch self {
        case .agree, .consult, .support: .verbalCooperation
        case .cooperate, .aid, .yield: .materialCooperation
        case .accuse, .request, .reject, .threaten: .verbalConflict
        case .protest, .sanction, .mobilize, .coerce, .assault: .materialConflict
        }
    }
}
