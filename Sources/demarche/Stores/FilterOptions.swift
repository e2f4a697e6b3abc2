import Dates
import EventCoding
import Export
import Grounding
import Lexicon
import Store

/// The options that choose events of a store, the same for every command that reads one.
struct FilterOptions {
    static let valuedOptions: Set<String> = [
        "--actor", "--recipient", "--country", "--sector", "--event", "--mode", "--quad", "--status", "--speaker",
        "--place", "--near", "--within", "--from", "--to", "--text", "--run", "--data",
    ]
    static let flags: Set<String> = ["--one-a-day"]
    static let help = """
          --actor NAME         words of the actor's name, or a country's code: USA
          --recipient NAME     as --actor
          --country CODE       of actor or recipient: ISO 3166 alpha-3, or IGO UNO EUR NGO ISM IMG MNC
          --sector CODE        of actor or recipient: GOV, MIL, REB …
          --event TYPE         PLOVER's type: CONSULT, ASSAULT …
          --mode MODE          PLOVER's mode: visit, arrest …
          --quad QUAD          verbal-cooperation, material-cooperation, verbal-conflict, material-conflict, or 1 to 4
          --status STATUS      actual, historical, future, hypothetical, negated
          --speaker NAME       words of the name of somebody who says so
          --place NAME         words of the name of the place, its district or province, or a country's code
          --near LAT,LON       with --within: a point in degrees
          --within KM          with --near: as far as so many kilometres
          --from DAY           first day: YYYY-MM-DD, YYYY-MM or YYYY
          --to DAY             last day
          --text WORDS         words of the sentence: all of them; "a phrase"; pref*
          --run N              the events of one run, whether or not a later one coded the reports again
          --one-a-day          events of one day with the same actor, recipient and type count once
          --data DIR           the program's data
        CODE, TYPE, MODE, QUAD and STATUS may be several, with commas between them: any of them is wanted.
        """

    let filter: EventFilter
    let isOneADay: Bool
    let codes: ExportCodes

    init(_ options: Options, data: DataFolder) throws {
        let codes = try ExportCodes(data: data)
        self.codes = codes
        isOneADay = options.has("--one-a-day")
        let values = FilterValues(options)
        var filter = EventFilter()
        (filter.actors, filter.actorCountries) = try values.party("--actor", codes)
        (filter.recipients, filter.recipientCountries) = try values.party("--recipient", codes)
        filter.speakers = try values.words("--speaker")
        filter.places = try values.words("--place")
        filter.text = try values.words("--text").first
        filter.countries = try values.list("--country", "a code of ISO 3166 alpha-3, or IGO UNO EUR NGO ISM IMG MNC") {
            codes.countries[$0.uppercased()] != nil || codes.organizations[$0.uppercased()] != nil
                ? $0.uppercased() : nil
        }
        filter.sectors = try values.list("--sector", Sector.allCases.map(\.rawValue)) { $0.uppercased() }
        filter.types = try values.list("--event", EventType.allCases.map(\.rawValue)) { $0.uppercased() }
        filter.statuses = try values.list("--status", Status.allCases.map(\.rawValue)) { $0.lowercased() }
        filter.quads = try values.quads()
        if options["--mode"] != nil {
            let known = Set(try Ontology(data: data).modes.values.flatMap(\.keys))
            filter.modes = try values.list("--mode", known.sorted().joined(separator: ", ")) {
                known.contains($0.lowercased()) ? $0.lowercased() : nil
            }
        }
        filter.near = try values.circle()
        filter.from = try values.day("--from", isLast: false)
        filter.to = try values.day("--to", isLast: true)
        if let from = filter.from, let to = filter.to, to < from {
            throw UsageError("--from \(from) lies after --to \(to)")
        }
        filter.run = try options.integer("--run", in: 1...Int.max)
        self.filter = filter
    }
}
