import Dates
import Tokens

extension PhraseReader {
    /// Settles name, country and sectors from what was gathered.
    func decide(_ gathered: inout Gathered) {
        gathered.reading.country = country(gathered)
        gathered.reading.isLocated =
            gathered.placeCountry != nil && gathered.nations.isEmpty && gathered.standings.isEmpty
            && gathered.regions.isEmpty && gathered.complementCountry == nil
        dropForeignName(&gathered)
        gathered.reading.sectors = sectors(gathered)
        // "Foreign Minister Vega": what stands before the name is the office.
        if gathered.reading.head == .person, gathered.reading.role == nil { gathered.reading.role = gathered.noun }
    }

    /// Non-state organisations outweigh an adjective ("an American UN observer"), other ones do not.
    private func country(_ gathered: Gathered) -> String? {
        let organization = gathered.standings.lazy.compactMap(\.country).first
        if let organization, ["IGO", "UNO", "EUR", "NGO", "MNC"].contains(organization) { return organization }
        return gathered.nations.first ?? organization ?? gathered.regions.first ?? gathered.personStanding?.country
            ?? gathered.complementCountry ?? gathered.communities.first ?? gathered.placeCountry
    }

    /// Whether the text gives a former official another office than the one that ended.
    private func hasNewOffice(_ gathered: Gathered, _ past: NamedActor.Standing) -> Bool {
        if gathered.second.contains(.opposition) { return true }
        guard !gathered.strong.isEmpty, let noun = gathered.noun, let role = past.role else { return false }
        return !role.lowercased().contains(noun)
    }

    /// "The Peruvian Congress" is not the United States' own: a name that many states share gives its sector only.
    private func dropForeignName(_ gathered: inout Gathered) {
        guard gathered.reading.head == .organization, let nation = gathered.nations.first,
            let own = gathered.standings.first?.country, nation != own, gathered.reading.country == nation,
            !["IMG", "ISM"].contains(own)
        else { return }
        gathered.reading.name = nil
        gathered.reading.namedActor = nil
    }

    private func sectors(_ gathered: Gathered) -> [Sector] {
        var result: [Sector] = []
        func append(_ sectors: [Sector]) {
            for sector in sectors where !result.contains(sector) { result.append(sector) }
        }
        // "Hamas activists": who they belong to says more than that they are civilians.
        if gathered.strong.first == .civilian { append(gathered.organizationSectors) }
        // "Company workers" are labour, not the company.
        if gathered.strong.first == .business, gathered.weak == [.labor] { append(gathered.weak) }
        append(gathered.strong)
        if result.isEmpty { append(gathered.complementSectors) }
        if result.isEmpty, !gathered.second.contains(.opposition) {
            let isNonState = gathered.reading.country.map { ["IGO", "UNO", "EUR", "NGO", "MNC"].contains($0) } ?? false
            if let standing = gathered.personStanding {
                append(standing.sectors)
            } else if !(isNonState && gathered.weak.first == .government) {
                append(gathered.weak)
            }
        }
        if let standing = gathered.personStanding, standing.isFormer, !hasNewOffice(gathered, standing) {
            result = standing.sectors
        }
        if gathered.isFormer, result.first.map(elites.contains) ?? false { result.insert(.formerElite, at: 0) }
        append(gathered.second)
        return result
    }

    /// Reads what a comma adds to a name, or the name that it adds to an office: "the governor, Jane Doe".
    func apposition(
        _ phrase: Phrase, _ items: Range<Int>, on date: CalendarDate?, depth: Int, _ gathered: inout Gathered
    ) {
        let rest = read(phrase, items: items, on: date, depth: depth + 1)
        let isNamed = gathered.reading.head == .person
        guard isNamed ? rest.head == .agent : rest.head == .person && gathered.reading.head == .agent else { return }
        gathered.complementCountry = rest.country
        if isNamed {
            if gathered.strong.isEmpty, gathered.personStanding == nil { gathered.complementSectors = rest.sectors }
            gathered.reading.role = gathered.reading.role ?? rest.role
        } else {
            gathered.reading.name = rest.name
            gathered.reading.namedActor = rest.namedActor
            gathered.reading.personName = rest.personName
        }
        gathered.reading.used.formUnion(rest.used)
    }

    /// Reads the complements, nearest first.
    func complement(
        _ phrase: Phrase, _ items: Range<Int>, on date: CalendarDate?, depth: Int, _ gathered: inout Gathered
    ) {
        guard let link = phrase.link(items.lowerBound), link != .other else { return }
        // "24 Percent of the senators": a bare capital word is no member of anything.
        if let name = gathered.reading.personName, name.count == 1, gathered.noun == nil { return }
        let rest = read(phrase, items: items.dropFirst(), on: date, depth: depth + 1)
        switch link {
        case .of, .for:
            gathered.complementCountry = rest.country
            if [.agent, .organization, .person].contains(rest.head) { gathered.complementSectors = rest.sectors }
            gathered.second += rest.sectors.filter { $0 == .partiallyRecognized }
        case .at: gathered.placeCountry = rest.country
        case .other: break
        }
        gathered.reading.used.formUnion(rest.used)
    }
}

/// Sectors whose former members are former elite.
let elites: Set<Sector> = [.government, .legislature, .judiciary, .military, .intelligence, .police]
