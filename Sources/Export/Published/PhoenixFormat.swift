import Store

/// Phoenix as the Open Event Data Alliance published it daily: one row a pair of coded actors, tab-separated, CAMEO codes.
/// Pairs without a code on either side have no row: Phoenix holds dyads alone.
struct PhoenixFormat: PublishedFormat {
    static let columns = [
        "EventID", "Date", "Year", "Month", "Day", "SourceActorFull", "SourceActorEntity", "SourceActorRole",
        "SourceActorAttribute", "TargetActorFull", "TargetActorEntity", "TargetActorRole", "TargetActorAttribute",
        "EventCode", "EventRootCode", "PentaClass", "GoldsteinScore", "Issues", "Lat", "Lon", "LocationName",
        "StateName", "CountryCode", "SentenceID", "URLs", "NewsSources",
    ]

    let codes: ExportCodes

    func write(_ event: StoredEvent, to fields: inout FieldWriter) {
        guard let date = event.publishedDate else { return }
        let digits = date.description.split(separator: "-").map(String.init)
        let place = event.location?.place
        for dyad in Dyad.all(of: event) {
            let source = CameoActor.phoenix(dyad.source, codes)
            let target = CameoActor.phoenix(dyad.target, codes)
            guard !source.code.isEmpty, !target.code.isEmpty else { continue }
            fields.field(dyad.id)
            fields.field(digits.joined())
            digits.forEach { fields.field($0) }
            write(source, to: &fields)
            write(target, to: &fields)
            fields.field(event.cameo)
            fields.field(Cameo.root(event.cameo))
            fields.field(Cameo.pentaClass(event.cameo))
            fields.field(codes.goldstein(event.cameo))
            fields.field("")
            fields.field(place?.latitude)
            fields.field(place?.longitude)
            fields.field(place?.name)
            fields.field(place?.admin1)
            fields.field(place?.country)
            fields.field(sentences(event))
            fields.field(distinct(event.allSources.map { $0.url ?? "" }))
            fields.field(distinct(event.allSources.map { $0.publisher ?? "" }))
            fields.endRow()
        }
    }

    /// Roles that Phoenix gives a column of their own; others are attributes.
    private static let roles: Set<String> = [
        "GOV", "MIL", "REB", "OPP", "PTY", "COP", "JUD", "SPY", "MED", "EDU", "BUS", "CRM", "CVL",
    ]

    private func write(_ actor: CameoActor, to fields: inout FieldWriter) {
        // The role is what stands right behind the entity, if it is one of those.
        let parts = (actor.group.isEmpty ? [] : chunks(actor.group)) + actor.roles
        let role = parts.first.flatMap { PhoenixFormat.roles.contains($0) && !actor.entity.isEmpty ? $0 : nil }
        fields.field(actor.code)
        fields.field(actor.entity)
        fields.field(role)
        fields.field((role == nil ? parts : Array(parts.dropFirst())).joined(separator: ";"))
    }

    private func chunks(_ code: String) -> [String] {
        stride(from: 0, to: code.utf8.count, by: 3).map { String(code.dropFirst($0).prefix(3)) }
    }

    private func sentences(_ event: StoredEvent) -> String {
        distinct(
            ["\(event.origin.id)_\(event.sentenceIndex + 1)"]
                + event.evidence.map { "\($0.origin.id)_\($0.sentenceIndex + 1)" })
    }

    private func distinct(_ values: [String]) -> String {
        var seen: Set<String> = [""]
        return values.filter { seen.insert($0).inserted }.joined(separator: ";")
    }
}

extension StoredEvent {
    /// Where the event was found, this report's sources first.
    var allSources: [Source] { origin.sources + evidence.flatMap(\.origin.sources) }
}
