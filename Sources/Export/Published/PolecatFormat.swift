import Grounding
import Store

/// POLECAT as on the Harvard Dataverse (doi:10.7910/DVN/AJGVIT): one row an event, "; " between several parties, "None"
/// for what is not known, coordinates empty.
struct PolecatFormat: PublishedFormat {
    static let columns =
        ["Event ID", "Event Date", "Event Type", "Event Mode", "Intensity", "Quad Code", "Contexts"]
        + partyColumns("Actor") + partyColumns("Recipient")
        + [
            "Placename", "City", "District", "Province", "Country", "Latitude", "Longitude", "GeoNames ID",
            "Raw Placename", "Feature Type", "Source", "Publication Date", "Story People", "Story Organizations",
            "Story Locations", "Language", "Version",
        ]

    private static func partyColumns(_ side: String) -> [String] {
        [
            "\(side) Name", "\(side) Country", "\(side) COW", "Primary \(side) Sector", "\(side) Sectors",
            "\(side) Title", "\(side) Name Raw", "Wikipedia \(side) ID",
        ]
    }

    let codes: ExportCodes
    /// The names of the report that tells an event.
    let storyNames: (StoredEvent) throws -> StoryNames

    func write(_ event: StoredEvent, to fields: inout FieldWriter) throws {
        fields.field(event.id)
        fields.field(event.publishedDate?.description ?? PolecatFormat.none)
        fields.field(event.type.rawValue)
        fields.field(list(event.modes))
        fields.field(event.score)
        fields.field(event.quad.name.uppercased())
        fields.field(list(event.contexts))
        write(event.actors, to: &fields)
        write(event.recipients, to: &fields)
        write(event.location, to: &fields)
        fields.field(event.origin.sources.first?.publisher ?? PolecatFormat.none)
        fields.field(event.origin.published?.description ?? PolecatFormat.none)
        let names = try storyNames(event)
        fields.field(list(names.people))
        fields.field(list(names.organizations))
        fields.field(list(names.locations))
        fields.field(event.origin.language ?? "en")
        fields.field("Demarche run \(event.run)")
        fields.endRow()
    }

    private static let none = "None"

    private func list(_ values: [String]) -> String {
        // A name of its own may not part the list.
        values.isEmpty
            ? PolecatFormat.none
            : values.map { $0.isEmpty ? PolecatFormat.none : $0.split(separator: ";").joined(separator: ",") }
                .joined(separator: "; ")
    }

    private func write(_ parties: [StoredEvent.Party], to fields: inout FieldWriter) {
        fields.field(list(parties.map(\.name)))
        fields.field(list(parties.map { $0.actor.country ?? "" }))
        fields.field(list(parties.map { $0.actor.country.flatMap { codes.countries[$0]?.cow } ?? "" }))
        fields.field(list(parties.map { $0.actor.sectors.first?.rawValue ?? "" }))
        fields.field(list(parties.map { $0.actor.sectors.map(\.rawValue).joined(separator: ",") }))
        fields.field(list(parties.map { $0.actor.role ?? "" }))
        fields.field(list(parties.map(\.words.text)))
        fields.field(PolecatFormat.none)
    }

    private func write(_ location: StoredEvent.Location?, to fields: inout FieldWriter) {
        let place = location?.place
        let none = PolecatFormat.none
        fields.field(place?.name ?? none)
        fields.field(place?.cityName ?? none)
        fields.field(place?.admin2 ?? none)
        fields.field(place?.admin1 ?? none)
        fields.field(place?.country ?? none)
        fields.field(place?.latitude)
        fields.field(place?.longitude)
        fields.field(place?.geonames.map(String.init) ?? none)
        fields.field(location?.words.text ?? none)
        fields.field(place?.kind?.featureCode ?? none)
    }
}

extension Place {
    /// The name of a populated place; `nil` for anything wider or smaller.
    var cityName: String? { kind == .city ? name : nil }
}
