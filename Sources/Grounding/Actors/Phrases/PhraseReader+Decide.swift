import Dates
import Tokens

extension PhraseReader {
    /// Settles name, country and sectors from what was gathered.
    func decide(_ phrase: Phrase, _ core: Range<Int>, on date: CalendarDate?, _ gathered: inout Gathered) {
        gathered.reading.country = country(gathered)
        dropForeignName(&gathered)
        gathered.reading.sectors = sectors(gathered)
    }

    /// Non-state organisations outweigh an adjective ("an American UN observer"), other ones do not.
    private func country(_ gathered: Gathered) -> String? {
        let organization = gathered.standings.lazy.compactMap(\.country).first
        if let organization, ["IGO", "UNO", "EUR", "NGO", "MNC"].contains(organization) { return organization }
        return gathered.nations.first ?? organization ?? gathered.regions.first ?? gathered.personStanding?.country
            ?? gathered.complementCountry ?? gathered.communities.first ?? gathered.placeCountry
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
        if let standing = gathered.personStanding, standing.isFormer { result = standing.sectors }
        if gathered.isFormer, result.first.map(elites.contains) ?? false { result.insert(.formerElite, at: 0) }
        append(gathered.second)
        return result
    }

    /// Reads the complements, nearest first.
    func complement(
        _ phrase: Phrase, _ items: Range<Int>, on date: CalendarDate?, depth: Int, _ gathered: inout Gathered
    ) {
        guard let link = phrase.link(items.lowerBound), link != .other else { return }
        let rest = read(phrase, items: items.lowerBound + 1..<items.upperBound, on: date, depth: depth + 1)
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
