import Store

/// ICEWS as on the Harvard Dataverse (doi:10.7910/DVN/28075): one row a pair of actor and recipient, countries by name,
/// empty for what is not known.
struct IcewsFormat: PublishedFormat {
    static let columns = [
        "Event ID", "Event Date", "Source Name", "Source Sectors", "Source Country", "Event Text", "CAMEO Code",
        "Intensity", "Target Name", "Target Sectors", "Target Country", "Story ID", "Sentence Number", "Publisher",
        "City", "District", "Province", "Country", "Latitude", "Longitude",
    ]

    let codes: ExportCodes

    func write(_ event: StoredEvent, to fields: inout FieldWriter) {
        guard let date = event.publishedDate else { return }
        let place = event.location?.place
        for dyad in Dyad.all(of: event) {
            fields.field(dyad.id)
            fields.field(date.description)
            write(dyad.source, to: &fields)
            fields.field(codes.labels[event.cameo])
            fields.field(event.cameo)
            fields.field(codes.goldstein(event.cameo))
            write(dyad.target, to: &fields)
            fields.field(event.origin.story)
            fields.field(event.sentenceIndex + 1)
            fields.field(event.origin.sources.first?.publisher)
            fields.field(place?.cityName)
            fields.field(place?.admin2)
            fields.field(place?.admin1)
            fields.field(place?.country.map(name))
            fields.field(place?.latitude)
            fields.field(place?.longitude)
            fields.endRow()
        }
    }

    /// ICEWS' own words where the text names nobody.
    private static let nobody = "Unspecified Actor"

    private func write(_ party: StoredEvent.Party?, to fields: inout FieldWriter) {
        let actor = party?.actor
        let country = actor?.country
        let organization = country.flatMap { codes.organizations[$0] }
        var sectors: [String] = organization.map { [$0.icews] } ?? []
        for sector in actor?.sectors ?? [] {
            guard let name = codes.sectors[sector.rawValue]?.icews, !name.isEmpty, !sectors.contains(name) else {
                continue
            }
            sectors.append(name)
        }
        fields.field(party?.name ?? IcewsFormat.nobody)
        fields.field(sectors.joined(separator: ","))
        fields.field(organization == nil ? country.map(name) : nil)
    }

    private func name(_ country: String) -> String { codes.countries[country]?.name ?? country }
}
