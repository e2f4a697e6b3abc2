/// What one party of a marked pair does to the other: a PLOVER event, with CONCEDE and RETREAT as one (YIELD).
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

    package static let count = allCases.count

    package init(_ type: EventType) {
        self =
            switch type {
            case .accuse: .accuse
            case .agree: .agree
            case .aid: .aid
            case .assault: .assault
            case .coerce: .coerce
            case .concede, .retreat: .yield
            case .consult: .consult
            case .cooperate: .cooperate
            case .mobilize: .mobilize
            case .protest: .protest
            case .reject: .reject
            case .request: .request
            case .sanction: .sanction
            case .support: .support
            case .threaten: .threaten
            }
    }

    /// Position in `allCases`, and of the root's weight in a row of the model.
    package var index: Int { RelationRoot.indices[self] ?? 0 }

    private static let indices: [RelationRoot: Int] = Dictionary(
        uniqueKeysWithValues: allCases.enumerated().map { ($1, $0) })

    package var quad: Quad {
        switch self {
        case .agree, .consult, .support: .verbalCooperation
        case .cooperate, .aid, .yield: .materialCooperation
        case .accuse, .request, .reject, .threaten: .verbalConflict
        case .protest, .sanction, .mobilize, .coerce, .assault: .materialConflict
        }
    }
}
