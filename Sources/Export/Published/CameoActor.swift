import Store

/// An actor in CAMEO's three-letter codes.
struct CameoActor: Sendable, Equatable {
    /// Country or kind of organisation: USA, IGO; empty when unknown.
    var entity = ""
    /// Whatever else the code of an organisation holds: UNO.
    var group = ""
    /// In the order of the actor's sectors.
    var roles: [String] = []

    /// The code as a whole: USAGOV, IGOUNO.
    var code: String { entity + group + roles.joined() }

    static func phoenix(_ party: StoredEvent.Party?, _ codes: ExportCodes) -> CameoActor {
        CameoActor(party, codes, country: { $0.phoenix }, role: { $0.phoenix })
    }

    static func gdelt(_ party: StoredEvent.Party?, _ codes: ExportCodes) -> CameoActor {
        CameoActor(party, codes, country: { $0.gdelt }, role: { $0.gdelt })
    }

    private init(
        _ party: StoredEvent.Party?, _ codes: ExportCodes, country: (ExportCodes.Country) -> String,
        role: (ExportCodes.SectorCodes) -> String
    ) {
        guard let actor = party?.actor else { return }
        if let code = actor.country {
            if let organization = codes.organizations[code] {
                entity = String(organization.cameo.prefix(3))
                group = String(organization.cameo.dropFirst(3))
            } else {
                entity = codes.countries[code].map(country) ?? code
            }
        }
        for sector in actor.sectors {
            guard let known = codes.sectors[sector.rawValue] else { continue }
            let code = role(known)
            if !code.isEmpty, !roles.contains(code) { roles.append(code) }
        }
    }
}
