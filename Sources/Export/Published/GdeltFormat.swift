import Dates
import Store

/// GDELT 2.0 events: 61 columns, tab-separated, without a heading; one row a pair of actor and recipient.
struct GdeltFormat: PublishedFormat {
    static let columns =
        ["GLOBALEVENTID", "SQLDATE", "MonthYear", "Year", "FractionDate"]
        + actorColumns("Actor1") + actorColumns("Actor2")
        + [
            "IsRootEvent", "EventCode", "EventBaseCode", "EventRootCode", "QuadClass", "GoldsteinScale", "NumMentions",
            "NumSources", "NumArticles", "AvgTone",
        ] + GdeltPlace.columns("Actor1Geo") + GdeltPlace.columns("Actor2Geo") + GdeltPlace.columns("ActionGeo")
        + ["DATEADDED", "SOURCEURL"]

    private static func actorColumns(_ actor: String) -> [String] {
        [
            "Code", "Name", "CountryCode", "KnownGroupCode", "EthnicCode", "Religion1Code", "Religion2Code",
            "Type1Code", "Type2Code", "Type3Code",
        ].map { actor + $0 }
    }

    let codes: ExportCodes

    func write(_ event: StoredEvent, to fields: inout FieldWriter) {
        guard let date = event.publishedDate else { return }
        let nowhere = GdeltPlace(nil, codes)
        let place = GdeltPlace(event.location?.place, codes)
        for dyad in Dyad.all(of: event) {
            fields.field(dyad.id)
            write(date, to: &fields)
            write(dyad.source, to: &fields)
            write(dyad.target, to: &fields)
            fields.field(event.sentenceIndex <= GdeltFormat.lastLeadSentence ? 1 : 0)
            fields.field(event.cameo)
            fields.field(Cameo.base(event.cameo))
            fields.field(Cameo.root(event.cameo))
            fields.field(Cameo.quadClass(event.cameo))
            fields.field(codes.goldstein(event.cameo))
            fields.field(1 + event.evidence.count)
            fields.field(Set(event.allSources.map { $0.publisher ?? $0.url ?? $0.file }).count)
            fields.field(Set([event.origin.id] + event.evidence.map(\.origin.id)).count)
            fields.field("")
            nowhere.write(to: &fields)
            nowhere.write(to: &fields)
            place.write(to: &fields)
            fields.field(compact(event.origin.published ?? date) + "000000")
            fields.field(event.origin.sources.first.map { $0.url ?? $0.file })
            fields.endRow()
        }
    }

    /// The lead of a report, whose events GDELT flags: its first two sentences, counted from 0.
    private static let lastLeadSentence = 1

    private func compact(_ date: CalendarDate) -> String { date.description.split(separator: "-").joined() }

    private func write(_ date: CalendarDate, to fields: inout FieldWriter) {
        let (year, month, day) = date.components
        let digits = compact(date)
        // As in the published files: 18 February is (1 × 30 + 18) / 365, in four digits.
        let fraction = Int((Double((month - 1) * 30 + day) / 365 * 10_000).rounded())
        let padded = String(repeating: "0", count: max(0, 4 - String(fraction).utf8.count)) + String(fraction)
        fields.field(digits)
        fields.field(String(digits.dropLast(2)))
        fields.field(year)
        fields.field("\(year).\(padded)")
    }

    private func write(_ party: StoredEvent.Party?, to fields: inout FieldWriter) {
        let actor = CameoActor.gdelt(party, codes)
        let organization = party?.actor.country.flatMap { codes.organizations[$0] }
        var types = organization.map { [$0.gdeltType] } ?? []
        types += actor.roles
        fields.field(actor.code)
        fields.field(party?.name.uppercased())
        fields.field(organization?.gdeltCountry ?? actor.entity)
        fields.field(organization?.gdeltGroup)
        for _ in 0..<3 { fields.field("") }
        for index in 0..<3 { fields.field(index < types.count ? types[index] : "") }
    }
}
